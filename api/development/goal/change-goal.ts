/** Says how a goal goes: either of the two, at any time. The same state again says that it was looked at. */
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { done, refuse, type Result } from '#api/platform/refusal/contract.ts';
import type { Goal } from './contract.ts';
import { describeGoal, scopeOf } from './describe-goal.ts';
import { readGoalFor, staleGoal } from './read-goal.ts';
import { mayStep } from './rules.ts';
import { putGoal } from './store.ts';
import type { GoalState } from '#api/development/terms/contract.ts';

export async function changeGoal(
  platform: Platform,
  actor: Person,
  goalId: string,
  { state, note }: { state: GoalState; note: string | null },
  version: number,
): Promise<Result<Goal>> {
  const access = await readGoalFor(platform, actor, goalId, 'follow');
  if (!access) return refuse('not-found');
  const { goal } = access;
  const refused = mayStep(goal.steps.length, note);
  if (refused) return refused;
  const sealed = note === null ? null : await platform.seal.closeText(scopeOf(goal), note);
  const next = { state, at: platform.clock.now(), by: actor.personId, sealed, before: null };
  const changed = await putGoal(platform.db, { ...goal, version }, { state }, next);
  return changed ? done(await describeGoal(platform, actor, { ...access, goal: changed })) : staleGoal(platform, actor, goalId);
}
