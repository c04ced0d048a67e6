/** Rules of goals: who stands how to one, what each may do, what may be written, what a talk begins with, in which order they come, what HR counts. */
import { refuse, type Refused } from '#api/platform/refusal/contract.ts';
import type { Relation } from '#api/privacy/contract.ts';
import { fewest } from '#api/privacy/rules/groups.ts';
import { mayEver } from '#api/privacy/rules/policy.ts';
import {
  goalLimit,
  goalNoteLimit,
  goalSteps,
  markSchema,
  visibilitySchema,
  whyLimit,
  type GoalTerms,
  type Visibility,
} from './contract.ts';
import { goalStateSchema, type GoalState } from '#api/development/terms/contract.ts';

export type GoalFacts = {
  employeeId: string;
  /** Whom it was shared with, or who proposed it; empty for nobody. */
  managerId: string;
  visibility: Visibility;
  proposal: 'waiting' | 'declined' | null;
};
/** Who manages the employee now, and who manages that person; null for nobody. */
export type Managers = { manager: string | null; managersManager: string | null };
/** `follow`: say how it goes, and read what was said; `answer`: take a proposal on or decline it. */
export type GoalAct = 'read' | 'write' | 'follow' | 'answer';

/** Whether it goes on: neither reached nor given up. */
export const isOpen = (state: GoalState): boolean => state === 'going-on';

/**
 * How somebody stands to an employee's goal; null for whoever it is nobody's business of, a former manager among them. Who manages the employee now
 * is their new manager for what was shared with another one.
 */
export function standingTo(goal: Pick<GoalFacts, 'employeeId' | 'managerId'>, personId: string, now: Managers): Relation | null {
  if (goal.employeeId === personId) return 'employee';
  if (now.manager === personId) return goal.managerId === personId ? 'manager' : 'new-manager';
  return now.managersManager === personId ? 'managers-manager' : null;
}

/** Whether somebody may do that with it, by row 7 of the table. Its cells look at no talk, so they hold in every state of one. */
export function mayGoal(goal: GoalFacts, personId: string, now: Managers, act: GoalAct): boolean {
  const standing = standingTo(goal, personId, now);
  if (!standing) return false;
  if (goal.proposal !== null) {
    if (act === 'follow') return false;
    // Its author may take it back, its employee may answer it: each writes the part that is theirs.
    const own = act === 'read' || (standing === 'employee' ? act === 'answer' : act === 'write');
    return own && mayEver('goal-proposal', act === 'read' ? 'read' : 'write', standing);
  }
  if (act === 'answer') return false;
  if (act === 'follow') return mayEver('goal-progress', 'write', standing);
  // Rows' "shared goals" and "only if E marks": those two read what is more than the two's.
  if (standing !== 'employee' && standing !== 'manager' && goal.visibility === 'manager') return false;
  return mayEver('goal', act, standing);
}

/** Whether a goal may say this. @returns null, or statement-too-long with the limit (UTF-16 code units) */
export function mayName({ what, why }: Pick<GoalTerms, 'what' | 'why'>): Refused | null {
  const tooLong = (limit: number): Refused => refuse('statement-too-long', { limit, detail: `At most ${limit} characters.` });
  if (what.length > goalLimit) return tooLong(goalLimit);
  return (why?.length ?? 0) > whyLimit ? tooLong(whyLimit) : null;
}

/** Whether one more step may be added. @returns null, progress-note-too-long, or record-full, each with its limit */
export function mayStep(steps: number, note: string | null): Refused | null {
  if ((note?.length ?? 0) > goalNoteLimit) return refuse('progress-note-too-long', { limit: goalNoteLimit });
  return steps < goalSteps ? null : refuse('record-full', { limit: goalSteps });
}

/** Whether the form named the one who manages the employee now, or nobody (empty). @returns null, or stale: somebody else would read it than it said */
export function maySharedWith(named: string | null, now: Managers): Refused | null {
  return named === '' || named === now.manager ? null : refuse('stale');
}

/** Whether two texts of a goal say the same: then a repeated call says nothing new. */
export function isSame(one: GoalTerms, other: GoalTerms): boolean {
  return one.what.trim() === other.what.trim() && (one.why ?? '').trim() === (other.why ?? '').trim() && one.due === other.due;
}

type Ended = { state: GoalState; steps: readonly { state: GoalState; at: Date }[] };

/** What a talk begins with: what goes on, and what has come to an end since the employee last had a talk. @param lastHeldAt null for never */
export function isSinceLast({ state, steps }: Ended, lastHeldAt: Date | null): boolean {
  if (isOpen(state) || lastHeldAt === null) return true;
  const ended = steps[steps.findLastIndex((step) => isOpen(step.state)) + 1];
  return ended === undefined || ended.at > lastHeldAt;
}

type Shown = { _id: string; state: GoalState; due: string | null; madeAt: Date; proposal: GoalFacts['proposal'] };

/** What waits for an answer, then open ones by their day (those without one last), then what has ended; within each as they were made. */
export function inOrder(one: Shown, other: Shown): number {
  const rank = ({ proposal, state }: Shown): number => (proposal === 'waiting' ? 0 : proposal === null && isOpen(state) ? 1 : 2);
  const day = (one.due ?? '9999').localeCompare(other.due ?? '9999');
  return rank(one) - rank(other) || day || one.madeAt.getTime() - other.madeAt.getTime() || one._id.localeCompare(other._id);
}

type Counted = { employeeId: string; state: GoalState; visibility: Visibility };
type Counts = {
  states: { state: GoalState; goals: number }[];
  marked: { visibility: Exclude<Visibility, 'manager'>; goals: number }[];
};

/**
 * HR's numbers. Of fewer than five people with a goal nothing is told. Marks are told only when every kind of mark that there is, none included, is
 * that of five or more: otherwise a small group could be had by subtracting.
 */
export function countsOf(goals: readonly Counted[]): Counts {
  const people = (some: readonly Counted[]): number => new Set(some.map(({ employeeId }) => employeeId)).size;
  if (people(goals) < fewest) return { states: [], marked: [] };
  const kindOf = (visibility: Visibility): readonly Counted[] => goals.filter((one) => one.visibility === visibility);
  const large = visibilitySchema.options.map(kindOf).every((some) => some.length === 0 || people(some) >= fewest);
  const marked = markSchema.options.map((visibility) => ({ visibility, goals: kindOf(visibility).length }));
  return {
    states: goalStateSchema.options.map((state) => ({ state, goals: goals.filter((one) => one.state === state).length })),
    marked: large ? marked.filter(({ goals: count }) => count > 0) : [],
  };
}
