/** What signing keeps in a talk: the signatures, and the record with what was written, sealed. Schemas and types only; the talk's store writes. */
import { Schema } from 'mongoose';
import type { StoredBytes } from '#api/platform/db/bytes.ts';
import type { Side } from '../contract.ts';
import type { EntryKind } from './contract.ts';

/** A first signature under way: its number is the talk's version when it began, and so higher than that of every earlier one. */
export type Signing = { number: number; at: Date };
export type Signature = { side: Side; personId: string; at: Date; hash: string };
/** One entry of the record: chained by `previous`, never changed once it is there. `sealed`: what was written. */
export type RecordEntry = {
  entryId: string;
  kind: EntryKind;
  side: Side;
  personId: string;
  at: Date;
  contentHash: string;
  about: string | null;
  subject: string | null;
  sealed: StoredBytes | null;
  previous: string;
  hash: string;
};

const text = { type: String, required: true };
const maybeText = { type: String, default: null };
/** The first entry follows nothing. */
const link = { type: String, default: '' };
const when = { type: Date, required: true };
const inner = { _id: false };

export const signingSchema = new Schema<Signing>({ number: { type: Number, required: true }, at: when }, inner);
export const signatureSchema = new Schema<Signature>({ side: text, personId: text, at: when, hash: text }, inner);
export const entrySchema = new Schema<RecordEntry>(
  {
    entryId: text,
    kind: text,
    side: text,
    personId: text,
    at: when,
    contentHash: text,
    about: maybeText,
    subject: maybeText,
    sealed: { type: Buffer, default: null },
    previous: link,
    hash: text,
  },
  inner,
);
