/** How often somebody asked for what they were not given, by person, item, way and hour; of which talk is not kept, since there may be none. */
import { Schema } from 'mongoose';
import { defineCollection, isDuplicateKey, type Db } from '#api/platform/db/db.ts';

export type RefusedAccess = { tenantId: string; personId: string; item: string; act: string; channel: string; at: Date };
type RefusedRecord = Omit<RefusedAccess, 'at'> & { _id: string; count: number; firstAt: Date; lastAt: Date };

const text = { type: String, required: true };
const count = { type: Number, required: true };
const date = { type: Date, required: true };

const refused = defineCollection<RefusedRecord>(
  'accessRefusals',
  new Schema<RefusedRecord>({
    ...{ _id: text, tenantId: text, personId: text, item: text, act: text, channel: text },
    ...{ count, firstAt: date, lastAt: date },
  })
    .index({ tenantId: 1, personId: 1 })
    .index({ lastAt: 1 }),
);

/** Counts another one within the same hour. */
export async function countRefused(db: Db, { at, ...what }: RefusedAccess): Promise<void> {
  const { tenantId, personId, item, act, channel } = what;
  const _id = [tenantId, personId, item, act, channel, at.toISOString().slice(0, 13)].join('/');
  const change = { $setOnInsert: { ...what, firstAt: at }, $max: { lastAt: at }, $inc: { count: 1 } };
  const write = () => refused(db).updateOne({ _id }, change, { upsert: true });
  try {
    await write();
  } catch (error) {
    // Somebody else made it between looking and making: now it is there.
    if (!isDuplicateKey(error)) throw error;
    await write();
  }
}

/** What somebody asked for and was not given, newest first. */
export async function listRefused(db: Db, tenantId: string, personId: string): Promise<RefusedRecord[]> {
  return refused(db).find({ tenantId, personId }).sort({ lastAt: -1 }).lean<RefusedRecord[]>().exec();
}

/** How often who asked in vain since then; for what is not read. */
export async function listRefusedSince(
  db: Db,
  tenantId: string,
  since: Date,
): Promise<Pick<RefusedRecord, 'personId' | 'count' | 'lastAt'>[]> {
  return refused(db)
    .find({ tenantId, lastAt: { $gte: since } }, { _id: 0, personId: 1, count: 1, lastAt: 1 })
    .lean<Pick<RefusedRecord, 'personId' | 'count' | 'lastAt'>[]>()
    .exec();
}

export async function dropRefusedOf(db: Db, tenantId: string, personId: string): Promise<number> {
  return (await refused(db).deleteMany({ tenantId, personId })).deletedCount;
}

/** Of none of those who are `held`. */
export async function dropRefusedBefore(db: Db, by: Date, held: readonly string[]): Promise<number> {
  return (await refused(db).deleteMany({ lastAt: { $lt: by }, personId: { $nin: held } })).deletedCount;
}
