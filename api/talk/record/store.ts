/** Parts of a talk's record that rooms of their own write: booking, moving, mailbox and what is to be told. Schemas and types only; the talk's store holds them together. */
import { Schema } from 'mongoose';
import type { AttentionKind, MoveWhy } from '../contract.ts';
import type { HandOver } from '../hand-over/rules.ts';
import type { Parting } from '../parting/rules.ts';
import type { Passed } from '../passing/rules.ts';
import type { NotesErased } from '../retention/rules.ts';

export type Booking = {
  /** Raised for each new time; part of the transaction id, so that each version has at most one event. */
  version: number;
  /** The version its event was made under, and still carries, when the talk was moved since; absent or null: the one above. */
  eventVersion?: number | null;
  /** Who said that the event is in the calendars, when Samtal may not put it there itself. */
  confirmedBy?: string | null;
  /** UUIDv5 of tenant, talk and version, stored before the call that creates the event. */
  transactionId: string;
  /** When the event was last asked for: written down before the call, so that a lost answer is known to be one. Absent or null: never. */
  askedAt?: Date | null;
  eventId: string | null;
  iCalUId: string | null;
  /** Master of the series, when the event is one day of it; absent or null otherwise. */
  seriesId?: string | null;
  joinUrl: string | null;
  chatId: string | null;
  bookedAt: Date | null;
  /** Microsoft 365 refused it so many times, the last time for this; null while it does not. */
  refused?: { times: number; why: string } | null;
};
/** A notification that the state change calls for; moved to the reminders by the clock. */
export type Notice = {
  key: string;
  kind:
    | 'talk-booked'
    | 'signature-waiting'
    | 'answer-waiting'
    | 'talk-moved'
    | 'talk-replanned'
    | 'talk-handed-over'
    | 'talk-closed'
    | 'talk-taken-over'
    | 'choice-waiting'
    | 'time-objected'
    | 'move-refused';
  recipientId: string;
};
/** The last time the talk was moved: by one of the two, or by HR who planned the cycle again. */
export type Moved = {
  by: string;
  at: Date;
  /** Where the talk was before: the way back. */
  from: { start: Date; end: Date };
  /** `under-way` until the calendars have it; `taken` when the new time was gone by then, and the talk stayed where it was. */
  outcome: 'under-way' | 'done' | 'taken';
  /** The other of the two said that the new time does not suit them. */
  objection: { by: string; at: Date } | null;
  /** Why HR, who planned the cycle again, had it moved. Null or absent when one of the two moved it. */ why?: MoveWhy | null;
};

/** `mark` tells two occasions of one kind apart: what was settled once is not asked again until it changes. */
export type Attention = { kind: AttentionKind; since: Date; mark: string };
/** What a manager has decided to leave as it is. */
export type Settled = { kind: AttentionKind; mark: string; by: string; at: Date };

const text = { type: String, required: true };
const maybeText = { type: String, default: null };
const someDate = { type: Date, required: true };
const maybeDate = { type: Date, default: null };
const count = { type: Number, required: true };
const inner = { _id: false };

export const bookingSchema = new Schema<Booking>(
  {
    version: count,
    confirmedBy: maybeText,
    eventVersion: { type: Number, default: null },
    transactionId: text,
    askedAt: maybeDate,
    eventId: maybeText,
    iCalUId: maybeText,
    seriesId: maybeText,
    joinUrl: maybeText,
    chatId: maybeText,
    bookedAt: maybeDate,
    refused: { type: new Schema({ times: count, why: text }, inner), default: null },
  },
  inner,
);
export const movedSchema = new Schema<Moved>(
  {
    by: text,
    at: someDate,
    from: new Schema({ start: someDate, end: someDate }, inner),
    outcome: text,
    objection: { type: new Schema({ by: text, at: someDate }, inner), default: null },
    why: maybeText,
  },
  inner,
);
export const attentionSchema = new Schema<Attention>({ kind: text, since: someDate, mark: text }, inner);
export const settledSchema = new Schema<Settled>({ kind: text, mark: text, by: text, at: someDate }, inner);
export const handOverSchema = new Schema<HandOver>({ from: text, to: text, at: someDate, by: text }, inner);
export const partingSchema = new Schema<Parting>({ to: text, at: someDate, by: text, choice: maybeText, chosenAt: maybeDate }, inner);
export const passedSchema = new Schema<Passed>({ what: text, to: text, at: someDate, backAt: maybeDate }, inner);
/** The talk that takes another's place, and the cycle that it takes its place in. */
export type Anew = { talkId: string; cycleId: string };
export const anewSchema = new Schema<Anew>({ talkId: text, cycleId: text }, inner);
/** The talk whose place it takes, and with whom that was begun. */
export type AnewOf = { talkId: string; from: string };
export const anewOfSchema = new Schema<AnewOf>({ talkId: text, from: text }, inner);
export const notesErasedSchema = new Schema<NotesErased>({ at: someDate, why: text }, inner);
export const noticeSchema = new Schema<Notice>({ key: text, kind: text, recipientId: text }, inner);
