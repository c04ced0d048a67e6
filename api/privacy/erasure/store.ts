/**
 * What is being erased: one document per person who has left, and per talk that is too old, written before anything is erased, so that a crash forgets nothing.
 * Afterwards it holds ids and times alone.
 */
import { Schema } from 'mongoose';
import { defineCollection, type Db } from '#api/platform/db/db.ts';
import { claimDue, dueAt, dueSchema, type Due } from '#api/platform/db/due.ts';
import type { Going, Parts } from './rules.ts';

export type ErasureRecord = Going & {
  /** tenantId/personId/since when they are gone, or tenantId/parts/talkId: the same never begins twice. */
  _id: string;
  goneAt: Date | null;
  parts: Parts;
  foundAt: Date;
  /** From then on it goes to its end. */
  begunAt: Date | null;
  /** It was all erased once; what was being written at that moment goes the second time. */
  erasedAt: Date | null;
  doneAt: Date | null;
  due: Due | null;
};

const text = { type: String, required: true };
const maybeDate = { type: Date, default: null };
const erasures = defineCollection<ErasureRecord>(
  'erasures',
  new Schema<ErasureRecord>({
    ...{ _id: text, tenantId: text, personId: { type: String, default: null }, goneAt: maybeDate, parts: text },
    ...{ talkIds: [String], aloneIds: [String], peopleIds: [String], why: { type: String, default: null } },
    ...{ foundAt: { type: Date, required: true }, begunAt: maybeDate, erasedAt: maybeDate, doneAt: maybeDate },
    due: { type: dueSchema, default: null },
  })
    .index({ 'due.at': 1 })
    .index({ doneAt: 1 }),
);

type New = Pick<ErasureRecord, '_id' | 'tenantId' | 'personId' | 'goneAt' | 'parts' | 'talkIds' | 'peopleIds' | 'why'>;

/** Adds those that were never added. Answers how many were new. */
export async function addErasures(db: Db, found: New[], now: Date): Promise<number> {
  if (found.length === 0) return 0;
  const fresh = { aloneIds: [], foundAt: now, begunAt: null, erasedAt: null, doneAt: null, due: dueAt(now) };
  const operations = found.map(({ _id, ...rest }) => ({
    updateOne: { filter: { _id }, update: { $setOnInsert: { ...rest, ...fresh } }, upsert: true },
  }));
  return (await erasures(db).bulkWrite(operations, { ordered: false })).upsertedCount;
}

export function claimErasure(db: Db, now: Date): Promise<ErasureRecord | null> {
  return claimDue(erasures(db), 'due', now);
}

/** Writes if this claim still holds; answers whether it did. */
export async function saveErasure(db: Db, { _id, due }: ErasureRecord, set: Partial<ErasureRecord>): Promise<boolean> {
  return (await erasures(db).updateOne({ _id, 'due.fence': due?.fence ?? -1 }, { $set: set })).matchedCount === 1;
}

/** It was not to be: the person has come back before it began. */
export async function dropErasure(db: Db, { _id }: ErasureRecord): Promise<void> {
  await erasures(db).deleteOne({ _id, begunAt: null });
}

export async function dropDoneErasures(db: Db, by: Date): Promise<number> {
  return (await erasures(db).deleteMany({ doneAt: { $lte: by } })).deletedCount;
}
