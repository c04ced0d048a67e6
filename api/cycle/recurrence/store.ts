/**
 * What a cycle keeps of its recurrence, in its own document: guarded changes of it, and the marks of what the clock has to do. The documents are those of
 * ../store.ts, which gives its collection.
 */
import { Schema, type Model } from 'mongoose';
import type { Db } from '#api/platform/db/db.ts';
import { claimDue, dueSchema, putOff, type Due } from '#api/platform/db/due.ts';
import type { Every, WaitReason } from './contract.ts';
import type { Decision } from './rules/starting.ts';

/** What makes a cycle one of a row of rounds. Ids of later rounds follow from `seriesId` and `number`, so that none exists twice. */
export type RecurrenceRecord = {
  every: Every;
  /** Id of the first round. */
  seriesId: string;
  number: number;
  /** See `Pattern` in recurrence/rules/rounds.ts; `proposedFrom` is the first day that came of it, and HR may have chosen another since. */
  anchor: string;
  steps: number;
  proposedFrom: string;
  /** Whose cycle it is, and the zone their days are meant in. */
  ownerId: string;
  zone: string;
  /** The next round has to be drafted then. */
  nextDue: Due | null;
  nextId: string | null;
  /** The last launched round before this one. */
  previousId: string | null;
  /** For a round that was drafted by the clock: the local day of its start, and the mark of it. */
  startsOn: string | null;
  startDue: Due | null;
  decided: { what: Decision; at: Date; by: string } | null;
  waiting: { why: WaitReason; fit: number; talks: number } | null;
};
const text = { type: String, required: true };
const count = { type: Number, required: true };
const inner = { _id: false };

export const recurrenceSchema = new Schema<RecurrenceRecord>(
  {
    every: text,
    seriesId: text,
    number: count,
    anchor: text,
    steps: count,
    proposedFrom: text,
    ownerId: text,
    zone: text,
    nextDue: { type: dueSchema, default: null },
    nextId: { type: String, default: null },
    previousId: { type: String, default: null },
    startsOn: { type: String, default: null },
    startDue: { type: dueSchema, default: null },
    decided: { type: new Schema({ what: text, at: { type: Date, required: true }, by: text }, inner), default: null },
    waiting: { type: new Schema({ why: text, fit: count, talks: count }, inner), default: null },
  },
  inner,
);

type Kept = { _id: string; tenantId: string; version: number; recurrence?: RecurrenceRecord | null };

/** Reads and writes on the collection of cycles, for recurring ones. */
export function roundsIn<T extends Kept>(cycles: (db: Db) => Model<T>) {
  const set = async (db: Db, filter: object, change: object): Promise<boolean> =>
    (await cycles(db).updateOne(filter, change)).modifiedCount === 1;
  return {
    /** Writes if the cycle still has this version; null when somebody was faster. */
    change: (db: Db, { _id, tenantId, version }: T, recurrence: RecurrenceRecord | null): Promise<T | null> =>
      cycles(db)
        .findOneAndUpdate(
          { _id, tenantId, version } as object,
          { $set: { recurrence }, $inc: { version: 1 } },
          {
            returnDocument: 'after',
          },
        )
        .lean<T>()
        .exec(),
    /** The next cycle whose next round has to be drafted. */
    claimNext: (db: Db, now: Date): Promise<T | null> => claimDue(cycles(db), 'recurrence.nextDue', now),
    /** The next round that has to start. */
    claimStart: (db: Db, now: Date): Promise<T | null> => claimDue(cycles(db), 'recurrence.startDue', now),
    putOffNext: (db: Db, { _id, recurrence }: T, at: Date): Promise<void> =>
      putOff(cycles(db), _id, 'recurrence.nextDue', recurrence?.nextDue?.fence ?? 0, at),
    putOffStart: (db: Db, { _id, recurrence }: T, at: Date): Promise<void> =>
      putOff(cycles(db), _id, 'recurrence.startDue', recurrence?.startDue?.fence ?? 0, at),
    closeNext: (db: Db, { _id, recurrence }: T, nextId: string): Promise<boolean> =>
      set(
        db,
        { _id, 'recurrence.nextDue.fence': recurrence?.nextDue?.fence },
        { $set: { 'recurrence.nextDue': null, 'recurrence.nextId': nextId } },
      ),
    /** Says why the round did not start; the mark stays until HR is told. False when it was changed meanwhile. */
    recordWaiting: (db: Db, { _id, recurrence }: T, version: number, waiting: RecurrenceRecord['waiting']): Promise<boolean> =>
      set(
        db,
        { _id, version, 'recurrence.startDue.fence': recurrence?.startDue?.fence },
        { $set: { 'recurrence.waiting': waiting }, $inc: { version: 1 } },
      ),
    closeStart: (db: Db, { _id, recurrence }: T): Promise<boolean> =>
      set(db, { _id, 'recurrence.startDue.fence': recurrence?.startDue?.fence }, { $set: { 'recurrence.startDue': null } }),
  };
}
