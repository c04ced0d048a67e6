/**
 * Proposals to plan a cycle again: what each talk would do, and the settings that would hold. Nobody's absence is kept: it was only asked for to find
 * times. Which proposal was accepted is a fact of the cycle.
 */
import { Schema } from 'mongoose';
import { defineCollection, type Db } from '#api/platform/db/db.ts';
import { claimDue, dueAt, leaseFrom, putOff } from '#api/platform/db/due.ts';
import type { CycleSettings } from '../contract.ts';
import { dropFrom } from '../rows/store.ts';
import { cycles, settingsSchema, type CycleRecord } from '../store.ts';

type Span = { start: Date; end: Date };
type HandOver = { from: string; to: string };
/**
 * `to` null: the talk is withdrawn, or handed over without a time. `why`: what its people are told; null when there is nothing to explain. `parts`: it
 * has begun, and its employee is to choose.
 */
export type StepRecord = {
  talkId: string;
  from: Span | null;
  to: Span | null;
  why: string | null;
  handOver?: HandOver | null;
  parts?: boolean;
  /** Talks that have to leave first; left out where there is none. */
  after?: string[];
};
export type ReplanRecord = {
  _id: string;
  tenantId: string;
  cycleId: string;
  /** Version of the cycle it was made for. */
  version: number;
  proposedAt: Date;
  proposedBy: string;
  settings: CycleSettings;
  steps: StepRecord[];
  /** Accepted: it is carried out, and kept. */
  begunAt: Date | null;
};

const text = { type: String, required: true };
const when = { type: Date, required: true };
const inner = { _id: false };
const span = { type: new Schema({ start: when, end: when }, inner), default: null };
const handOver = { type: new Schema<HandOver>({ from: text, to: text }, inner), default: null };

const replans = defineCollection<ReplanRecord>(
  'replans',
  new Schema<ReplanRecord>({
    _id: text,
    tenantId: text,
    cycleId: text,
    version: { type: Number, required: true },
    proposedAt: when,
    proposedBy: text,
    settings: settingsSchema,
    steps: [
      new Schema<StepRecord>(
        {
          talkId: text,
          from: span,
          to: span,
          why: { type: String, default: null },
          handOver,
          parts: Boolean,
          after: { type: [String], default: undefined },
        },
        inner,
      ),
    ],
    begunAt: { type: Date, default: null },
  }).index({ tenantId: 1, cycleId: 1 }),
);

const dayMs = 86_400_000;

/** Keeps a proposal, and forgets those that nobody has accepted within a day. */
export async function addReplan(db: Db, replan: ReplanRecord): Promise<void> {
  const { tenantId, cycleId, proposedAt } = replan;
  await replans(db).create(replan);
  await replans(db).deleteMany({ tenantId, cycleId, begunAt: null, proposedAt: { $lt: new Date(proposedAt.getTime() - dayMs) } });
}

export async function findReplan(db: Db, tenantId: string, cycleId: string, replanId: string): Promise<ReplanRecord | null> {
  return replans(db).findOne({ _id: replanId, tenantId, cycleId }).lean<ReplanRecord>().exec();
}

/**
 * The one guarded write: the cycle takes the proposal, but for the talks that HR leaves out. Null when the cycle has changed, or an earlier re-plan is
 * still being carried out.
 */
export async function takeReplan(
  db: Db,
  replan: ReplanRecord,
  { by, leftOut }: { by: string; leftOut: string[] },
  now: Date,
): Promise<CycleRecord | null> {
  const { _id, tenantId, cycleId, version, settings } = replan;
  return cycles(db)
    .findOneAndUpdate(
      { _id: cycleId, tenantId, version, launchedAt: { $ne: null }, replanDue: null },
      { $set: { settings, replan: { id: _id, by, at: now, leftOut }, replanDue: dueAt(now) }, $inc: { version: 1 } },
      { returnDocument: 'after' },
    )
    .lean<CycleRecord>()
    .exec();
}

/** The next cycle whose accepted re-plan has to be carried out. */
export function claimReplan(db: Db, now: Date): Promise<CycleRecord | null> {
  return claimDue(cycles(db), 'replanDue', now);
}

/** Written before anything is done for it, so that it is not forgotten as one that nobody has accepted. */
export async function keepReplan(db: Db, replanId: string, now: Date): Promise<void> {
  await replans(db).updateOne({ _id: replanId, begunAt: null }, { $set: { begunAt: now } });
}

/** Holds it on; false when somebody else has claimed it by now. */
export async function renewReplan(db: Db, cycle: CycleRecord, now: Date): Promise<boolean> {
  const renewed = await cycles(db).updateOne(
    { _id: cycle._id, 'replanDue.fence': cycle.replanDue?.fence },
    { $set: { 'replanDue.leaseUntil': leaseFrom(now) } },
  );
  return renewed.matchedCount === 1;
}

export function putOffReplan(db: Db, cycle: CycleRecord, at: Date): Promise<void> {
  return putOff(cycles(db), cycle._id, 'replanDue', cycle.replanDue?.fence ?? 0, at);
}

export async function closeReplan(db: Db, cycle: CycleRecord): Promise<void> {
  await cycles(db).updateOne({ _id: cycle._id, 'replanDue.fence': cycle.replanDue?.fence }, { $set: { replanDue: null } });
}

/** Takes talks that are erased out of every proposal, and an employee who has left out of its settings. */
export async function dropSteps(db: Db, tenantId: string, personId: string | null, talkIds: string[]): Promise<number> {
  const ofPerson = personId ? await dropFrom(replans(db), tenantId, personId) : 0;
  if (talkIds.length === 0) return ofPerson;
  const gone = { $in: talkIds };
  const steps = await replans(db).updateMany({ tenantId, 'steps.talkId': gone }, { $pull: { steps: { talkId: gone } } });
  const waiting = await replans(db).updateMany(
    { tenantId, 'steps.after': gone },
    { $pull: { 'steps.$[waiting].after': gone } },
    { arrayFilters: [{ 'waiting.after': gone }] },
  );
  return ofPerson + steps.modifiedCount + waiting.modifiedCount;
}
