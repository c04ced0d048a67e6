/** In which cycles reminders of a signature may be turned off: a small document for each of which HR has said anything. */
import { Schema } from 'mongoose';
import { defineCollection, isDuplicateKey, type Db } from '#api/platform/db/db.ts';

type SigningRecord = { /** tenantId/cycleId */ _id: string; mayBeOff: boolean; changedBy: string; changedAt: Date; version: number };
type Change = Pick<SigningRecord, 'mayBeOff' | 'changedBy' | 'changedAt'>;

const text = { type: String, required: true };
const signings = defineCollection<SigningRecord>(
  'remindersignings',
  new Schema<SigningRecord>({
    _id: text,
    mayBeOff: { type: Boolean, required: true },
    changedBy: text,
    changedAt: { type: Date, required: true },
    version: { type: Number, required: true },
  }),
);

const idOf = (tenantId: string, cycleId: string): string => `${tenantId}/${cycleId}`;

/** By cycle; of which HR has said nothing is left out. */
export async function listSignings(db: Db, tenantId: string, cycleIds: string[]): Promise<Map<string, SigningRecord>> {
  const found = await signings(db)
    .find({ _id: { $in: cycleIds.map((cycleId) => idOf(tenantId, cycleId)) } })
    .lean<SigningRecord[]>()
    .exec();
  return new Map(found.map((record) => [record._id.slice(tenantId.length + 1), record]));
}

/** Writes if what is stored still has this version, 0 being nothing; null when somebody was faster. */
export async function writeSigning(
  db: Db,
  { tenantId, cycleId, version }: { tenantId: string; cycleId: string; version: number },
  set: Change,
): Promise<SigningRecord | null> {
  const _id = idOf(tenantId, cycleId);
  if (version > 0)
    return signings(db)
      .findOneAndUpdate({ _id, version }, { $set: set, $inc: { version: 1 } }, { returnDocument: 'after' })
      .lean<SigningRecord>()
      .exec();
  const fresh: SigningRecord = { _id, ...set, version: 1 };
  try {
    await signings(db).create(fresh);
    return fresh;
  } catch (error) {
    if (isDuplicateKey(error)) return null;
    throw error;
  }
}

/** What HR has said stays, by whom it was goes. */
export async function dropNames(db: Db, tenantId: string, personId: string): Promise<number> {
  const theirs = { _id: { $gte: `${tenantId}/`, $lt: `${tenantId}0` }, changedBy: personId };
  return (await signings(db).updateMany(theirs, { $set: { changedBy: '' } })).modifiedCount;
}
