/** In which meeting a talk is held, when Samtal did not book it there. One document per talk; it says nothing to anybody but the talk's two. */
import { Schema } from 'mongoose';
import { defineCollection, type Db } from '#api/platform/db/db.ts';

/** `_id` is the talk's id: a talk is held in one meeting, a meeting (of a series) may see many talks. */
type ChosenRecord = { _id: string; tenantId: string; chatId: string; by: string; at: Date };

const text = { type: String, required: true };
const chosen = defineCollection<ChosenRecord>(
  'chosen-meetings',
  new Schema<ChosenRecord>({ _id: text, tenantId: text, chatId: text, by: text, at: { type: Date, required: true } }).index({
    tenantId: 1,
    chatId: 1,
  }),
);

/** The last choice holds; choosing the same again keeps when it was chosen first. */
export async function saveChosen(db: Db, { _id, ...record }: ChosenRecord): Promise<void> {
  const { by, at, ...where } = record;
  if (await chosen(db).exists({ _id, ...where })) return;
  await chosen(db).updateOne({ _id }, { $set: { ...where, by, at } }, { upsert: true });
}

/** Ids of the talks that were chosen for this meeting, newest first. Whoever calls must keep those that are the reader's. */
export async function listChosen(db: Db, tenantId: string, chatId: string): Promise<string[]> {
  const found = await chosen(db).find({ tenantId, chatId }).sort({ at: -1 }).limit(50).lean<ChosenRecord[]>().exec();
  return found.map(({ _id }) => _id);
}

export async function dropChosen(db: Db, tenantId: string, talkIds: string[]): Promise<number> {
  if (talkIds.length === 0) return 0;
  return (await chosen(db).deleteMany({ _id: { $in: talkIds }, tenantId })).deletedCount;
}
