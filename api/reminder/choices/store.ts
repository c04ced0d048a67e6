/** What each person has said about reminders, and how they were last reached in the activity feed. Each document its person's. */
import { Schema } from 'mongoose';
import { defineCollection, isDuplicateKey, type Db } from '#api/platform/db/db.ts';
import type { Choices } from './contract.ts';

export type ChoiceRecord = { _id: string; tenantId: string; personId: string; choices: Choices; changedAt: Date; version: number };
/** `feedAt` null: the last try found that Samtal is not installed for the person. */
type ReachRecord = { _id: string; feedAt: Date | null };
type Of = { tenantId: string; personId: string };

const text = { type: String, required: true };
const number = { type: Number, required: true };
const date = { type: Date, required: true };
const records = defineCollection<ChoiceRecord>(
  'reminderchoices',
  new Schema<ChoiceRecord>({
    _id: text,
    tenantId: text,
    personId: text,
    choices: new Schema<Choices>(
      { first: text, off: [String], from: number, to: number, weekdays: [Number], newsWaits: { type: Boolean, required: true } },
      { _id: false },
    ),
    changedAt: date,
    version: number,
  }),
);
const reaches = defineCollection<ReachRecord>('reaches', new Schema<ReachRecord>({ _id: text, feedAt: { type: Date, default: null } }));

const idOf = ({ tenantId, personId }: Of): string => `${tenantId}/${personId}`;

export async function listChoiceRecords(db: Db, tenantId: string, personIds: string[]): Promise<ChoiceRecord[]> {
  const ids = personIds.map((personId) => idOf({ tenantId, personId }));
  return records(db)
    .find({ _id: { $in: ids } })
    .lean<ChoiceRecord[]>()
    .exec();
}

/** Writes if what is stored still has this version, 0 being nothing; null when another window was faster. */
export async function writeChoices(
  db: Db,
  owner: Of,
  version: number,
  set: { choices: Choices; changedAt: Date },
): Promise<ChoiceRecord | null> {
  const _id = idOf(owner);
  if (version > 0)
    return records(db)
      .findOneAndUpdate({ _id, version }, { $set: set, $inc: { version: 1 } }, { returnDocument: 'after' })
      .lean<ChoiceRecord>()
      .exec();
  const fresh: ChoiceRecord = { _id, tenantId: owner.tenantId, personId: owner.personId, ...set, version: 1 };
  try {
    await records(db).create(fresh);
    return fresh;
  } catch (error) {
    if (isDuplicateKey(error)) return null;
    throw error;
  }
}

/** Who of these has had an entry in the feed since then: Samtal is installed for them. */
export async function listReached(db: Db, tenantId: string, personIds: string[], since: Date): Promise<Set<string>> {
  const ids = personIds.map((personId) => idOf({ tenantId, personId }));
  const found = await reaches(db)
    .find({ _id: { $in: ids }, feedAt: { $gte: since } })
    .lean<ReachRecord[]>()
    .exec();
  return new Set(found.map(({ _id }) => _id.slice(tenantId.length + 1)));
}

export async function writeReached(db: Db, of: Of, feedAt: Date | null): Promise<void> {
  await reaches(db).updateOne({ _id: idOf(of) }, { $set: { feedAt } }, { upsert: true });
}

/** Whether the feed has refused the person the last time it was tried. */
export async function hasRefused(db: Db, of: Of): Promise<boolean> {
  return (await reaches(db).exists({ _id: idOf(of), feedAt: null })) !== null;
}

/** When somebody last had an entry in the feed; null for never, or when the last try found that Samtal is not installed for them. */
export async function findReached(db: Db, of: Of): Promise<Date | null> {
  return (await reaches(db).findById(idOf(of)).lean<ReachRecord>().exec())?.feedAt ?? null;
}

export async function dropChoices(db: Db, of: Of): Promise<number> {
  return (await records(db).deleteOne({ _id: idOf(of) })).deletedCount;
}

export async function dropReached(db: Db, of: Of): Promise<number> {
  return (await reaches(db).deleteOne({ _id: idOf(of) })).deletedCount;
}
