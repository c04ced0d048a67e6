/** How far the two have come in the agenda of their talk, and the day of their next check-in: one small document per talk, with a version of its own. */
import { Schema } from 'mongoose';
import { defineCollection, isDuplicateKey, type Db } from '#api/platform/db/db.ts';
import type { Turns } from './rules.ts';

export type HoldingRecord = {
  /** The talk's id. */
  _id: string;
  tenantId: string;
  /** Null until somebody goes from the first part to another. */
  turns: Turns | null;
  checkIn: string | null;
  version: number;
};

const text = { type: String, required: true };
const inner = { _id: false };
const used = new Schema({ partId: text, ms: { type: Number, required: true } }, inner);

const holdings = defineCollection<HoldingRecord>(
  'holdings',
  new Schema<HoldingRecord>({
    _id: text,
    tenantId: text,
    turns: { type: new Schema({ partId: text, since: { type: Date, required: true }, used: [used] }, inner), default: null },
    checkIn: { type: String, default: null },
    version: { type: Number, required: true },
  }),
);

/** What is known of these talks; for a caller who has asked the policy table about each. */
export async function listHoldings(db: Db, tenantId: string, talkIds: string[]): Promise<HoldingRecord[]> {
  return holdings(db)
    .find({ _id: { $in: talkIds }, tenantId })
    .lean<HoldingRecord[]>()
    .exec();
}

/** Changes it if it still has this version (0: it does not exist yet); null when somebody was faster. */
export async function changeHolding(
  db: Db,
  { tenantId, talkId, version }: { tenantId: string; talkId: string; version: number },
  set: Partial<Pick<HoldingRecord, 'turns' | 'checkIn'>>,
): Promise<HoldingRecord | null> {
  if (version > 0) {
    return holdings(db)
      .findOneAndUpdate({ _id: talkId, tenantId, version }, { $set: set, $inc: { version: 1 } }, { returnDocument: 'after' })
      .lean<HoldingRecord>()
      .exec();
  }
  try {
    const record: HoldingRecord = { _id: talkId, tenantId, turns: null, checkIn: null, ...set, version: 1 };
    await holdings(db).create(record);
    return record;
  } catch (error) {
    if (isDuplicateKey(error)) return null;
    throw error;
  }
}

export async function dropHoldings(db: Db, tenantId: string, talkIds: string[]): Promise<number> {
  if (talkIds.length === 0) return 0;
  return (await holdings(db).deleteMany({ _id: { $in: talkIds }, tenantId })).deletedCount;
}
