/** Who was away when Samtal last looked: one small document a person, overwritten each time. Nothing of why, or of what their replies say. */
import { Schema } from 'mongoose';
import { defineCollection, type Db } from '#api/platform/db/db.ts';
import type { Away } from './rules.ts';

export type AbsenceRecord = { /** tenantId/personId */ _id: string; away: Away | null; lookedAt: Date };

const absences = defineCollection<AbsenceRecord>(
  'absences',
  new Schema<AbsenceRecord>({
    _id: { type: String, required: true },
    away: { type: new Schema<Away>({ until: { type: Date, default: null } }, { _id: false }), default: null },
    lookedAt: { type: Date, required: true },
  }),
);

const idOf = (tenantId: string, personId: string): string => `${tenantId}/${personId}`;

/** By person; who was never looked for is left out. */
export async function listAbsences(db: Db, tenantId: string, personIds: string[]): Promise<Map<string, AbsenceRecord>> {
  const ids = personIds.map((personId) => idOf(tenantId, personId));
  const found = await absences(db)
    .find({ _id: { $in: ids } })
    .lean<AbsenceRecord[]>()
    .exec();
  return new Map(found.map((record) => [record._id.slice(tenantId.length + 1), record]));
}

export async function writeAbsences(db: Db, tenantId: string, found: Map<string, Away | null>, lookedAt: Date): Promise<void> {
  const operations = [...found].map(([personId, away]) => ({
    updateOne: { filter: { _id: idOf(tenantId, personId) }, update: { $set: { away, lookedAt } }, upsert: true },
  }));
  if (operations.length > 0) await absences(db).bulkWrite(operations);
}

export async function dropAbsence(db: Db, tenantId: string, personId: string): Promise<number> {
  return (await absences(db).deleteOne({ _id: idOf(tenantId, personId) })).deletedCount;
}
