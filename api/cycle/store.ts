/** Cycles: settings, plan and launch of each, with the due mark of the launch. People are kept by id only. */
import { Schema } from 'mongoose';
import { defineCollection, isDuplicateKey, type Db } from '#api/platform/db/db.ts';
import { claimDue, dueSchema, putOff, type Due } from '#api/platform/db/due.ts';
import type { CycleSettings } from './contract.ts';
import type { ChosenTime } from './placing/rules/choices.ts';
import { recurrenceSchema, roundsIn, type RecurrenceRecord } from './recurrence/store.ts';
import type { NoticeRecord } from './rules/notices.ts';
import type { RelaxRecord } from './rules/relaxations.ts';
import { lastDayOf } from './rules/second-days.ts';
import type { UnplacedReason } from './outcome/contract.ts';
import type { PlanRules } from './settings/contract.ts';

export type PlanRecord = {
  plannedAt: Date;
  placed: { employeeId: string; managerId: string; start: Date; end: Date; room?: { address: string; name: string } | null }[];
  unplaced: UnplacedRecord[];
  /** No plan within the same rules gives a time to more; left out by plans of earlier versions. */
  most?: number | null;
  /** What its times cost in points of the planner, and what those of as many talks cost at the least; null where that is not known. */
  suit?: { points: number; least: number } | null;
  /** Left out by plans of earlier versions. */
  notices?: NoticeRecord[];
  /** Names of rooms that could not be read. */
  unreadRooms?: string[];
};
export type UnplacedRecord = {
  employeeId: string;
  managerId: string | null;
  reason: UnplacedReason;
  counts?: { talks: number; times: number } | null;
  relax?: RelaxRecord | null;
  /** Further kinds of change that work; left out by plans of earlier versions. */
  others?: RelaxRecord[];
};
export type CycleRecord = {
  _id: string;
  tenantId: string;
  createdAt: Date;
  createdBy: string;
  settings: CycleSettings;
  plan: PlanRecord | null;
  /** Times that HR has chosen by hand: they outlast the plan they were chosen on. */
  chosen?: ChosenTime[];
  launchedAt: Date | null;
  launchedBy: string | null;
  /** Talks of the plan still have to be created. */
  launchDue: Due | null;
  talksCreatedAt: Date | null;
  /** HR has paused it; null while it goes on. */
  pausedAt?: Date | null;
  pausedBy?: string | null;
  /** HR has stopped it, for good: what was not asked for by then waits without a time. */
  stoppedAt?: Date | null;
  stoppedBy?: string | null;
  /** Times of what is not booked still have to be released. */
  stopDue?: Due | null;
  /** Left out by cycles that come once. */
  recurrence?: RecurrenceRecord | null;
  /** The last time it was planned again, as HR has accepted it (replan/), and whether that still has to be carried out. */
  replan?: { id: string; by: string; at: Date; /** Talks that HR has left out of it. */ leftOut?: string[] } | null;
  replanDue?: Due | null;
  version: number;
};

const text = { type: String, required: true };
const count = { type: Number, required: true };
const when = { type: Date, required: true };
const maybeDate = { type: Date, default: null };
const inner = { _id: false };

const hours = new Schema({ from: count, to: count }, inner);
const room = new Schema({ address: text, name: text, building: { type: String, default: '' } }, inner);
const rooms = new Schema({ chosen: [room], without: [String] }, inner);
const rules = new Schema<PlanRules>(
  {
    preferWeekdays: [Number],
    avoidWeekdays: [Number],
    preferHours: [hours],
    avoidHours: [hours],
    holidays: [String],
    daysOff: [new Schema({ day: text, name: { type: String, default: '' } }, inner)],
    partnerId: { type: String, default: null },
    // Without a default: what HR left out stays left out, so that the same settings once more are the same.
    invitePartner: { type: Boolean, required: false },
    rooms: { type: rooms, required: false },
    managersFirst: { type: Boolean, required: true },
    leftOut: [String],
    heldBy: [new Schema({ employeeId: text, managerId: text }, inner)],
    secondWindow: { type: new Schema({ from: text, to: text, people: [String] }, inner), required: false },
  },
  inner,
);
const relax = new Schema(
  { kind: text, windowTo: String, lengthMinutes: Number, maxPerDay: Number, managerId: String, from: String, to: String },
  inner,
);
const unplaced = new Schema<UnplacedRecord>(
  {
    employeeId: text,
    managerId: { type: String, default: null },
    reason: text,
    counts: { type: new Schema({ talks: count, times: count }, inner), default: null },
    relax: { type: relax, default: null },
    others: [relax],
  },
  inner,
);

/** Settings as they are kept, here and in a re-plan. */
export const settingsSchema = new Schema<CycleSettings>(
  {
    name: text,
    templateId: text,
    departments: [String],
    windowFrom: text,
    windowTo: text,
    prepareDays: count,
    lengthMinutes: count,
    bufferMinutes: count,
    maxPerDay: count,
    releaseRule: text,
    rules: { type: rules, required: false },
  },
  inner,
);

export const cycles = defineCollection<CycleRecord>(
  'cycles',
  new Schema<CycleRecord>({
    _id: text,
    tenantId: text,
    createdAt: when,
    createdBy: text,
    settings: settingsSchema,
    plan: {
      type: new Schema<PlanRecord>(
        {
          plannedAt: when,
          placed: [
            new Schema(
              {
                ...{ employeeId: text, managerId: text, start: when, end: when },
                room: { type: new Schema({ address: text, name: text }, inner), default: null },
              },
              inner,
            ),
          ],
          unreadRooms: [String],
          unplaced: [unplaced],
          most: { type: Number, default: null },
          suit: { type: new Schema({ points: Number, least: Number }, inner), default: null },
          notices: [new Schema({ kind: text, personIds: [String], cycleName: { type: String, default: null } }, inner)],
        },
        inner,
      ),
      default: null,
    },
    chosen: [new Schema<ChosenTime>({ employeeId: text, managerId: text, start: when, instead: maybeDate, by: text, at: when }, inner)],
    launchedAt: maybeDate,
    launchedBy: { type: String, default: null },
    launchDue: { type: dueSchema, default: null },
    talksCreatedAt: maybeDate,
    pausedAt: maybeDate,
    pausedBy: { type: String, default: null },
    stoppedAt: maybeDate,
    stoppedBy: { type: String, default: null },
    stopDue: { type: dueSchema, default: null },
    recurrence: { type: recurrenceSchema, default: null },
    replan: { type: new Schema({ id: text, by: text, at: when, leftOut: [String] }, inner), default: null },
    replanDue: { type: dueSchema, default: null },
    version: count,
  })
    .index({ tenantId: 1, createdAt: -1 })
    .index({ 'launchDue.at': 1 })
    .index({ 'stopDue.at': 1 })
    .index({ 'recurrence.nextDue.at': 1 })
    .index({ 'recurrence.startDue.at': 1 })
    .index({ 'replanDue.at': 1 })
    .index({ pausedAt: 1 }),
);

/** Answers false when the id exists already. */
export async function addCycle(db: Db, cycle: CycleRecord): Promise<boolean> {
  try {
    await cycles(db).create(cycle);
    return true;
  } catch (error) {
    if (isDuplicateKey(error)) return false;
    throw error;
  }
}

export async function findCycle(db: Db, tenantId: string, cycleId: string): Promise<CycleRecord | null> {
  return cycles(db).findOne({ _id: cycleId, tenantId }).lean<CycleRecord>().exec();
}

export async function listCycleRecords(db: Db, tenantId: string): Promise<CycleRecord[]> {
  return cycles(db).find({ tenantId }).sort({ createdAt: -1 }).lean<CycleRecord[]>().exec();
}

/** Ids of launched cycles, the newest first. */
export async function listLaunchedIds(db: Db, tenantId: string): Promise<string[]> {
  const where = { tenantId, launchedAt: { $ne: null } };
  const found = await cycles(db).find(where, { _id: 1 }).sort({ launchedAt: -1, _id: 1 }).lean<{ _id: string }[]>().exec();
  return found.map(({ _id }) => _id);
}

/** Other cycles whose windows meet these days and that have a plan. */
export async function listCyclesAround(db: Db, tenantId: string, { _id, settings }: CycleRecord): Promise<CycleRecord[]> {
  return cycles(db)
    .find({
      tenantId,
      _id: { $ne: _id },
      plan: { $ne: null },
      'settings.windowFrom': { $lte: lastDayOf(settings) },
      $or: [{ 'settings.windowTo': { $gte: settings.windowFrom } }, { 'settings.rules.secondWindow.to': { $gte: settings.windowFrom } }],
    })
    .lean<CycleRecord[]>()
    .exec();
}

/** Writes if the cycle still has this version and is as asked for; null when somebody was faster. */
function changeIf(
  db: Db,
  tenantId: string,
  cycleId: string,
  version: number,
  is: Record<string, unknown>,
  set: Partial<CycleRecord>,
): Promise<CycleRecord | null> {
  return cycles(db)
    .findOneAndUpdate({ _id: cycleId, tenantId, version, ...is }, { $set: set, $inc: { version: 1 } }, { returnDocument: 'after' })
    .lean<CycleRecord>()
    .exec();
}

type Change = (db: Db, tenantId: string, cycleId: string, version: number, set: Partial<CycleRecord>) => Promise<CycleRecord | null>;

/** Changes a cycle that is not launched. */
export const changeDraft: Change = (db, tenantId, cycleId, version, set) =>
  changeIf(db, tenantId, cycleId, version, { launchedAt: null }, set);

/** Changes a cycle that is launched and not stopped. */
export const changeLaunched: Change = (db, tenantId, cycleId, version, set) =>
  changeIf(db, tenantId, cycleId, version, { launchedAt: { $ne: null }, stoppedAt: null }, set);

/** The next launched cycle whose talks have to be created. */
export function claimLaunch(db: Db, now: Date): Promise<CycleRecord | null> {
  return claimDue(cycles(db), 'launchDue', now);
}

/** The next stopped cycle that has to be cleared of what is not booked. */
export function claimStop(db: Db, now: Date): Promise<CycleRecord | null> {
  return claimDue(cycles(db), 'stopDue', now);
}

export function putOffStop(db: Db, cycle: CycleRecord, at: Date): Promise<void> {
  return putOff(cycles(db), cycle._id, 'stopDue', cycle.stopDue?.fence ?? 0, at);
}

export async function closeStop(db: Db, cycle: CycleRecord): Promise<void> {
  await cycles(db).updateOne({ _id: cycle._id, 'stopDue.fence': cycle.stopDue?.fence }, { $set: { stopDue: null } });
}

/** Ids of cycles that are paused, or stopped and not yet cleared of what was not booked. */
export async function listHeldIds(db: Db): Promise<string[]> {
  const held = { $or: [{ pausedAt: { $ne: null } }, { stopDue: { $ne: null } }] };
  const found = await cycles(db).find(held, { _id: 1 }).lean<{ _id: string }[]>().exec();
  return found.map(({ _id }) => _id);
}

export async function closeLaunch(db: Db, cycle: CycleRecord, now: Date): Promise<void> {
  await cycles(db).updateOne(
    { _id: cycle._id, 'launchDue.fence': cycle.launchDue?.fence },
    { $set: { launchDue: null, talksCreatedAt: now } },
  );
}

/** The part of recurring cycles. */
export const rounds = roundsIn(cycles);
