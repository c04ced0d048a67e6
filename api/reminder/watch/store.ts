/** Which talks may call for reminders, and when each is to be looked at next. Holds no facts of a talk. */
import { Schema } from 'mongoose';
import { claimAll, dueAt, dueSchema, freeAt, type Due } from '#api/platform/db/due.ts';
import { defineCollection, type Db } from '#api/platform/db/db.ts';

export type WatchRecord = { /** tenantId/talkId */ _id: string; tenantId: string; talkId: string; due: Due };

const text = { type: String, required: true };
const watches = defineCollection<WatchRecord>(
  'reminderwatches',
  new Schema<WatchRecord>({ _id: text, tenantId: text, talkId: text, due: { type: dueSchema, required: true } }).index({ 'due.at': 1 }),
);

/** The talk is looked at now, whenever it would have been. */
export async function watchNow(db: Db, { tenantId, talkId }: { tenantId: string; talkId: string }, now: Date): Promise<void> {
  const _id = `${tenantId}/${talkId}`;
  await watches(db).updateOne({ _id }, { $set: { due: dueAt(now) }, $setOnInsert: { tenantId, talkId } }, { upsert: true });
}

/** The next so many talks to look at: reads no others. */
export async function claimWatches(db: Db, now: Date, most: number): Promise<WatchRecord[]> {
  const free = await watches(db).find(freeAt('due', now), { _id: 1 }).sort({ 'due.at': 1 }).limit(most).lean<{ _id: string }[]>().exec();
  if (free.length === 0) return [];
  return claimAll(
    watches(db),
    'due',
    free.map(({ _id }) => _id),
    now,
  );
}

/** When to look next, for those still held; null: never again. Who was told to look meanwhile has another fence and stays. */
export async function closeWatches(db: Db, looked: { watch: WatchRecord; next: Date | null }[]): Promise<void> {
  if (looked.length === 0) return;
  await watches(db).bulkWrite(
    looked.map(({ watch: { _id, due }, next }) => {
      const filter = { _id, 'due.fence': due.fence };
      return next
        ? { updateOne: { filter, update: { $set: { 'due.at': next, 'due.leaseUntil': null, 'due.attempts': 0 } } } }
        : { deleteOne: { filter } };
    }),
  );
}

export async function dropWatches(db: Db, tenantId: string, talkIds: string[]): Promise<number> {
  if (talkIds.length === 0) return 0;
  return (await watches(db).deleteMany({ _id: { $in: talkIds.map((talkId) => `${tenantId}/${talkId}`) } })).deletedCount;
}
