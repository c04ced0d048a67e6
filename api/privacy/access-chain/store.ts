/** Where the access log of each talk begins and ends, each end with a mark of its own: one document for each talk. */
import { Schema } from 'mongoose';
import { defineCollection, type Db } from '#api/platform/db/db.ts';
import type { Link, OfTalk } from '../access-log/rules.ts';

export type End = Link & { seal: string };
/** `checkedAt`: when the clock last looked whether it is whole, absent before; `whole`: what it found. */
export type ChainRecord = { _id: string; tenantId: string; from: End; to: End; checkedAt?: Date | null; whole?: boolean | null };

const text = { type: String, required: true };
const end = new Schema<End>({ number: { type: Number, required: true }, mark: { type: String, default: '' }, seal: text }, { _id: false });
const chains = defineCollection<ChainRecord>(
  'accessChains',
  new Schema<ChainRecord>({
    ...{ _id: text, tenantId: text, from: { type: end, required: true }, to: { type: end, required: true } },
    ...{ checkedAt: { type: Date, default: null }, whole: { type: Boolean, default: null } },
  }).index({ checkedAt: 1 }),
);

export async function findChain(db: Db, talkId: string): Promise<ChainRecord | null> {
  return chains(db).findById(talkId).lean<ChainRecord>().exec();
}

/** Begins a chain; the first one to begin it does. */
export async function addChain(db: Db, { tenantId, talkId }: OfTalk, ends: { from: End; to: End }): Promise<void> {
  await chains(db).updateOne({ _id: talkId }, { $setOnInsert: { tenantId, ...ends } }, { upsert: true });
}

/** Moves one end of a chain forward; never back. */
export async function moveEnd(db: Db, talkId: string, which: 'from' | 'to', link: End): Promise<void> {
  await chains(db).updateOne({ _id: talkId, [`${which}.number`]: { $lt: link.number } }, { $set: { [which]: link } });
}

/** Those that nobody has looked at since then, the longest first. */
export async function listUnchecked(db: Db, since: Date, most: number): Promise<Pick<ChainRecord, '_id' | 'tenantId'>[]> {
  return chains(db)
    .find({ $or: [{ checkedAt: null }, { checkedAt: { $lt: since } }] }, { tenantId: 1 })
    .sort({ checkedAt: 1 })
    .limit(most)
    .lean<Pick<ChainRecord, '_id' | 'tenantId'>[]>()
    .exec();
}

export async function putChecked(db: Db, talkId: string, checkedAt: Date, whole: boolean): Promise<void> {
  await chains(db).updateOne({ _id: talkId }, { $set: { checkedAt, whole } });
}

/** What was last found of these talks' chains. */
export async function listChecked(
  db: Db,
  tenantId: string,
  talkIds: string[],
): Promise<Pick<ChainRecord, '_id' | 'checkedAt' | 'whole'>[]> {
  return chains(db)
    .find({ _id: { $in: talkIds }, tenantId }, { checkedAt: 1, whole: 1 })
    .lean<Pick<ChainRecord, '_id' | 'checkedAt' | 'whole'>[]>()
    .exec();
}

export async function dropChains(db: Db, tenantId: string, talkIds: string[]): Promise<number> {
  return talkIds.length === 0 ? 0 : (await chains(db).deleteMany({ _id: { $in: talkIds }, tenantId })).deletedCount;
}
