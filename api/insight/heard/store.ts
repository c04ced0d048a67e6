/**
 * Counts of answers per quarter, department and side, and marks of who has answered, apart from each other. There is no document of one answer,
 * and no time, talk or person in the clear: neither a dump of the store nor its order leads from somebody to what they said.
 */
import { Schema } from 'mongoose';
import { defineCollection, isDuplicateKey, type Db } from '#api/platform/db/db.ts';
import type { Replies } from './contract.ts';
import type { Counted } from './rules.ts';

/** `_id` is a keyed hash. */
type MarkRecord = { _id: string; tenantId: string };
/** `_id` is the talk: its employee wants the manager to know. */
type ToldRecord = { _id: string; tenantId: string; /** Absent in what was told in earlier releases. */ at?: Date };
type CountRecord = Counted & { _id: string; tenantId: string; quarter: string };
export type Place = { tenantId: string; quarter: string; side: Counted['side']; department: string };

const text = { type: String, required: true };
const number = { type: Number, required: true };
const counts = new Schema({ yes: number, partly: number, no: number }, { _id: false });

const marks = defineCollection<MarkRecord>('heardMarks', new Schema<MarkRecord>({ _id: text, tenantId: text }));
const told = defineCollection<ToldRecord>(
  'heardTold',
  new Schema<ToldRecord>({ _id: text, tenantId: text, at: Date }).index({ tenantId: 1, at: 1 }),
);
const counted = defineCollection<CountRecord>(
  'heardCounts',
  new Schema<CountRecord>({
    _id: text,
    ...{ tenantId: text, quarter: text, side: text },
    department: { type: String, default: '' },
    people: number,
    heard: counts,
    next: counts,
  }).index({ tenantId: 1, quarter: 1 }),
);

export async function hasMark(db: Db, mark: string): Promise<boolean> {
  return (await marks(db).exists({ _id: mark })) !== null;
}

/** False when the mark is there already. */
export async function addMark(db: Db, tenantId: string, mark: string): Promise<boolean> {
  try {
    await marks(db).create({ _id: mark, tenantId });
    return true;
  } catch (error) {
    if (isDuplicateKey(error)) return false;
    throw error;
  }
}

export async function dropMark(db: Db, mark: string): Promise<void> {
  await marks(db).deleteOne({ _id: mark });
}

/** One answer more, and one person more unless they were counted before. */
export async function addToCounts(db: Db, place: Place, { heard, next }: Replies, people: 0 | 1): Promise<void> {
  const more = (name: string, reply: string): Record<string, number> =>
    Object.fromEntries(['yes', 'partly', 'no'].map((one) => [`${name}.${one}`, one === reply ? 1 : 0]));
  const _id = `${place.tenantId}/${place.quarter}/${place.side}/${place.department}`;
  const change = { $setOnInsert: place, $inc: { people, ...more('heard', heard), ...more('next', next) } };
  const write = () => counted(db).updateOne({ _id }, change, { upsert: true });
  try {
    await write();
  } catch (error) {
    // Somebody else made the document between looking and making it: now it is there.
    if (!isDuplicateKey(error)) throw error;
    await write();
  }
}

/** What was counted, the newest quarter first. */
export async function listCounts(db: Db, tenantId: string): Promise<CountRecord[]> {
  return counted(db).find({ tenantId }).sort({ quarter: -1, _id: 1 }).lean<CountRecord[]>().exec();
}

export async function findTold(db: Db, tenantId: string, talkId: string): Promise<boolean> {
  return (await told(db).exists({ _id: talkId, tenantId })) !== null;
}

/** @param at since when the manager is to know; null: it is taken back */
export async function writeTold(db: Db, tenantId: string, talkId: string, at: Date | null): Promise<void> {
  if (at) await told(db).updateOne({ _id: talkId }, { $setOnInsert: { tenantId, at } }, { upsert: true });
  else await told(db).deleteOne({ _id: talkId, tenantId });
}

/** What was told by then; what was told before that was noted counts from now. Answers how many. */
export async function dropOldTold(db: Db, tenantId: string, by: Date, now: Date, but: string[]): Promise<number> {
  await told(db).updateMany({ tenantId, at: { $exists: false } }, { $set: { at: now } });
  return (await told(db).deleteMany({ tenantId, at: { $lte: by }, _id: { $nin: but } })).deletedCount;
}

export async function dropTold(db: Db, tenantId: string, talkIds: string[]): Promise<number> {
  if (talkIds.length === 0) return 0;
  return (await told(db).deleteMany({ _id: { $in: talkIds }, tenantId })).deletedCount;
}
