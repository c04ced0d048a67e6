/** A goal for a verb: found, and judged by the policy table for this person. */
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { refuse, type Refused } from '#api/platform/refusal/contract.ts';
import { findManagerOf } from '#api/talk/find-manager.ts';
import { describeGoal } from './describe-goal.ts';
import { mayGoal, type GoalAct, type Managers } from './rules.ts';
import { findGoal, type GoalRecord } from './store.ts';

export type GoalAccess = { goal: GoalRecord; now: Managers };

/** Null when this person may not do that with it, or it does not exist: nobody is told which. */
export async function readGoalFor(
  platform: Platform,
  { tenantId, personId }: Person,
  goalId: string,
  act: GoalAct,
): Promise<GoalAccess | null> {
  const goal = await findGoal(platform.db, tenantId, goalId);
  if (!goal) return null;
  const now = await findManagersOf(platform, tenantId, goal.employeeId);
  return mayGoal(goal, personId, now, act) ? { goal, now } : null;
}

/** Who manages an employee now as far as talks go, and who manages that person. */
export async function findManagersOf(platform: Platform, tenantId: string, employeeId: string): Promise<Managers> {
  const manager = await findManagerOf(platform, tenantId, employeeId);
  return { manager, managersManager: manager === null ? null : await findManagerOf(platform, tenantId, manager) };
}

/** Somebody was faster: the newest is shown, if there still is one for this person. */
export async function staleGoal(platform: Platform, actor: Person, goalId: string): Promise<Refused> {
  const access = await readGoalFor(platform, actor, goalId, 'read');
  return access ? refuse('stale', { current: await describeGoal(platform, actor, access) }) : refuse('not-found');
}
