/** Where the access log of each talk begins and ends, each end with a mark of its own: one document for each talk. */
import { Schema } from 'mongoose';
import { defineCollection, type Db } from '#api/platform/db/db.ts';
import { noLink, type Link } from '../rules.ts';

export type End = Link & { seal: string };
export type ChainRecord = { _id: string; tenantId: string; from: End; to: End };

const text = { type: String, required: true };
const end = new Schema<End>({ number: { type: Number, required: true }, mark: { type: String, default: '' }, seal: text }, { _id: false });
const chains = defineCollection<ChainRecord>(
  'accessChains',
  new Schema<ChainRecord>({ _id: text, tenantId: text, from: { type: end, required: true }, to: { type: end, required: true } }),
);

export async function findChain(db: Db, talkId: string): Promise<ChainRecord | null> {
  return chains(db).findById(talkId).lean<ChainRecord>().exec();
}

/** Begins a chain; the first one to begin it does. */
export async function addChain(db: Db, tenantId: string, talkId: string, seals: { from: string; to: string }): Promise<void> {
  const link = (seal: string): End => ({ ...noLink, seal });
  await chains(db).updateOne({ _id: talkId }, { $setOnInsert: { tenantId, from: link(seals.from), to: link(seals.to) } }, { upsert: true });
}

/** Moves one end of a chain forward; never back. */
export async function moveEnd(db: Db, talkId: string, which: 'from' | 'to', link: End): Promise<void> {
  await chains(db).updateOne({ _id: talkId, [`${which}.number`]: { $lt: link.number } }, { $set: { [which]: link } });
}

export async function dropChains(db: Db, tenantId: string, talkIds: string[]): Promise<number> {
  return talkIds.length === 0 ? 0 : (await chains(db).deleteMany({ _id: { $in: talkIds }, tenantId })).deletedCount;
}
