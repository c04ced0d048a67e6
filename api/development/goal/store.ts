/** Goals: one document each with every step, guarded by its version; words and notes sealed. Finds for verbs to judge; decides nothing about who may. */
import { Schema } from 'mongoose';
import { bytesOf, type StoredBytes } from '#api/platform/db/bytes.ts';
import { defineCollection, isDuplicateKey, type Db } from '#api/platform/db/db.ts';
import { claimDue, dueSchema, type Due } from '#api/platform/db/due.ts';
import type { Visibility } from './contract.ts';
import type { GoalState } from '#api/development/terms/contract.ts';

export type StepRecord = {
  state: GoalState;
  at: Date;
  by: string;
  /** A note. */ sealed: Buffer | null;
  /** What the goal said before this step. */ before: Buffer | null;
};
export type GoalRecord = {
  _id: string;
  tenantId: string;
  employeeId: string;
  managerId: string;
  authorId: string;
  /** What and why. */ sealed: Buffer;
  due: string | null;
  visibility: Visibility;
  state: GoalState;
  proposal: 'waiting' | 'declined' | null;
  madeAt: Date;
  steps: StepRecord[];
  version: number;
  /** The employee is to be told that it is proposed; null or absent once that was taken over. */
  noticeDue?: Due | null;
};
type LeanStep = Omit<StepRecord, 'sealed' | 'before'> & { sealed: StoredBytes | null; before: StoredBytes | null };
type Lean = Omit<GoalRecord, 'sealed' | 'steps'> & { sealed: StoredBytes; steps: LeanStep[] };

const text = { type: String, required: true };
const when = { type: Date, required: true };
const bytes = { type: Buffer, default: null };
const step = new Schema<StepRecord>({ state: text, at: when, by: text, sealed: bytes, before: bytes }, { _id: false });
const goals = defineCollection<GoalRecord>(
  'goals',
  new Schema<GoalRecord>({
    ...{ _id: text, tenantId: text, employeeId: text, managerId: { type: String, default: '' }, authorId: text },
    sealed: { type: Buffer, required: true },
    due: { type: String, default: null },
    ...{ visibility: text, state: text, proposal: { type: String, default: null }, madeAt: when },
    steps: [step],
    version: { type: Number, required: true },
    noticeDue: { type: dueSchema, default: null },
  })
    .index({ tenantId: 1, employeeId: 1 })
    .index({ 'noticeDue.at': 1 }),
);

const opened = (found: Lean): GoalRecord => ({
  ...found,
  sealed: bytesOf(found.sealed),
  steps: found.steps.map((one) => ({ ...one, sealed: one.sealed && bytesOf(one.sealed), before: one.before && bytesOf(one.before) })),
});

export async function findGoal(db: Db, tenantId: string, goalId: string): Promise<GoalRecord | null> {
  const found = await goals(db).findOne({ _id: goalId, tenantId }).lean<Lean>().exec();
  return found && opened(found);
}

/** All of some employees. */
export async function listGoalsOfEmployees(db: Db, tenantId: string, employeeIds: string[]): Promise<GoalRecord[]> {
  if (employeeIds.length === 0) return [];
  const found = await goals(db)
    .find({ tenantId, employeeId: { $in: employeeIds } })
    .lean<Lean[]>()
    .exec();
  return found.map(opened);
}

/** Open ones of some employees that are more than a goal of the two: marked as the team's or the organisation's. */
export async function listMarkedGoals(db: Db, tenantId: string, employeeIds: string[]): Promise<GoalRecord[]> {
  if (employeeIds.length === 0) return [];
  const found = await goals(db)
    .find({ tenantId, employeeId: { $in: employeeIds }, visibility: { $ne: 'manager' }, proposal: null, state: 'going-on' })
    .lean<Lean[]>()
    .exec();
  return found.map(opened);
}

export async function listGoalsByIds(db: Db, tenantId: string, goalIds: string[]): Promise<GoalRecord[]> {
  if (goalIds.length === 0) return [];
  const found = await goals(db)
    .find({ _id: { $in: goalIds }, tenantId })
    .lean<Lean[]>()
    .exec();
  return found.map(opened);
}

/** Facts alone, without a word, for counts; without what is only proposed. */
export async function listGoalFacts(
  db: Db,
  tenantId: string,
  employeeIds: string[],
): Promise<Pick<GoalRecord, 'employeeId' | 'state' | 'visibility'>[]> {
  if (employeeIds.length === 0) return [];
  return goals(db)
    .find({ tenantId, employeeId: { $in: employeeIds }, proposal: null }, { employeeId: 1, state: 1, visibility: 1 })
    .lean<Pick<GoalRecord, 'employeeId' | 'state' | 'visibility'>[]>()
    .exec();
}

export function countGoalsOf(db: Db, tenantId: string, employeeId: string): Promise<number> {
  return goals(db).countDocuments({ tenantId, employeeId }).exec();
}

/** Adds it unless the id exists; answers whether it did. */
export async function putNewGoal(db: Db, goal: GoalRecord): Promise<boolean> {
  try {
    await goals(db).create(goal);
    return true;
  } catch (error) {
    if (isDuplicateKey(error)) return false;
    throw error;
  }
}

/** Writes, and adds a step, if it still has this version; null when somebody was faster. */
export async function putGoal(
  db: Db,
  { tenantId, _id, version }: Pick<GoalRecord, 'tenantId' | '_id' | 'version'>,
  set: Partial<GoalRecord>,
  next: StepRecord | null,
): Promise<GoalRecord | null> {
  const change = { $set: set, $inc: { version: 1 }, ...(next ? { $push: { steps: next } } : {}) };
  const found = await goals(db).findOneAndUpdate({ _id, tenantId, version }, change, { returnDocument: 'after' }).lean<Lean>().exec();
  return found && opened(found);
}

/** Removes it if it still has this version; answers whether it did. */
export async function removeGoal(db: Db, { tenantId, _id, version }: Pick<GoalRecord, 'tenantId' | '_id' | 'version'>): Promise<boolean> {
  return (await goals(db).deleteOne({ _id, tenantId, version })).deletedCount > 0;
}

type Claimed = Pick<GoalRecord, '_id' | 'tenantId' | 'employeeId' | 'noticeDue'>;

/** The next goal whose employee is to be told of it. */
export function claimProposal(db: Db, now: Date): Promise<Claimed | null> {
  return claimDue<GoalRecord>(goals(db), 'noticeDue', now);
}

export async function closeProposal(db: Db, { _id, noticeDue }: Claimed): Promise<void> {
  await goals(db).updateOne({ _id, 'noticeDue.fence': noticeDue?.fence }, { $set: { noticeDue: null } });
}

/** @param held whoever is named in them keeps them */
export async function dropGoalsOf(db: Db, tenantId: string, employeeId: string, held: string[]): Promise<number> {
  const names = { managerId: { $nin: held }, authorId: { $nin: held }, 'steps.by': { $nin: held } };
  return (await goals(db).deleteMany({ tenantId, employeeId, ...names })).deletedCount;
}

export async function hasGoalsOf(db: Db, tenantId: string, employeeId: string): Promise<boolean> {
  return (await goals(db).exists({ tenantId, employeeId })) !== null;
}
