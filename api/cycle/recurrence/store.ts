/** Recurrence of cycles, kept in their own documents: guarded changes of it, and the marks of what the clock has to do. */
import type { Db } from '#api/platform/db/db.ts';
import { claimDue, putOff } from '#api/platform/db/due.ts';
import { cycles, type CycleRecord, type RecurrenceRecord } from '../store.ts';

/** Writes if the cycle still has this version; null when somebody was faster. */
export function changeRecurrence(
  db: Db,
  { _id, tenantId, version }: CycleRecord,
  recurrence: RecurrenceRecord | null,
): Promise<CycleRecord | null> {
  return cycles(db)
    .findOneAndUpdate({ _id, tenantId, version }, { $set: { recurrence }, $inc: { version: 1 } }, { returnDocument: 'after' })
    .lean<CycleRecord>()
    .exec();
}

/** The next cycle whose next round has to be drafted. */
export const claimNext = (db: Db, now: Date): Promise<CycleRecord | null> => claimDue(cycles(db), 'recurrence.nextDue', now);

/** The next round that has to start. */
export const claimStart = (db: Db, now: Date): Promise<CycleRecord | null> => claimDue(cycles(db), 'recurrence.startDue', now);

export const putOffNext = (db: Db, { _id, recurrence }: CycleRecord, at: Date): Promise<void> =>
  putOff(cycles(db), _id, 'recurrence.nextDue', recurrence?.nextDue?.fence ?? 0, at);

export const putOffStart = (db: Db, { _id, recurrence }: CycleRecord, at: Date): Promise<void> =>
  putOff(cycles(db), _id, 'recurrence.startDue', recurrence?.startDue?.fence ?? 0, at);

export async function closeNext(db: Db, { _id, recurrence }: CycleRecord, nextId: string): Promise<void> {
  const set = { 'recurrence.nextDue': null, 'recurrence.nextId': nextId };
  await cycles(db).updateOne({ _id, 'recurrence.nextDue.fence': recurrence?.nextDue?.fence }, { $set: set });
}

/** Says why the round did not start; the mark stays until HR is told. False when it was changed meanwhile. */
export async function recordWaiting(
  db: Db,
  { _id, recurrence }: CycleRecord,
  version: number,
  waiting: RecurrenceRecord['waiting'],
): Promise<boolean> {
  const held = { _id, version, 'recurrence.startDue.fence': recurrence?.startDue?.fence };
  const written = await cycles(db).updateOne(held, { $set: { 'recurrence.waiting': waiting }, $inc: { version: 1 } });
  return written.modifiedCount === 1;
}

export async function closeStart(db: Db, { _id, recurrence }: CycleRecord): Promise<void> {
  await cycles(db).updateOne({ _id, 'recurrence.startDue.fence': recurrence?.startDue?.fence }, { $set: { 'recurrence.startDue': null } });
}
