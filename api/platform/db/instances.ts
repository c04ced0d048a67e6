/** How many instances of Samtal work on one store: each says now and then that it lives, and whoever has not for a while counts no more. */
import { Schema } from 'mongoose';
import { defineCollection, type Db } from './db.ts';

type InstanceRecord = { _id: string; seenAt: Date };
const instances = defineCollection<InstanceRecord>(
  'instances',
  new Schema<InstanceRecord>({ _id: { type: String, required: true }, seenAt: { type: Date, required: true } }),
);

/** How often an instance says so, and after how long without a word it is taken for gone. */
export const sayEveryMs = 10_000;
const goneAfterMs = 30_000;
/** What lies farther ahead was written by another clock. */
const farthestMs = 300_000;

/** Says that this instance lives, and answers how many do, itself included. */
export async function countInstances(db: Db, id: string, now: Date): Promise<number> {
  await instances(db).updateOne({ _id: id }, { $set: { seenAt: now } }, { upsert: true });
  const isGone = [{ seenAt: { $lt: new Date(now.getTime() - goneAfterMs) } }, { seenAt: { $gt: new Date(now.getTime() + farthestMs) } }];
  await instances(db).deleteMany({ $or: isGone });
  return Math.max(1, await instances(db).countDocuments({}));
}
