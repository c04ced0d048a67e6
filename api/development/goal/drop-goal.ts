/** Removes a goal: the employee theirs, a manager what they have proposed. What was signed with it in a summary stays as it was signed. */
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { done, refuse, type Result } from '#api/platform/refusal/contract.ts';
import { readGoalFor, staleGoal } from './read-goal.ts';
import { removeGoal } from './store.ts';

export async function dropGoal(platform: Platform, actor: Person, goalId: string, version: number): Promise<Result<{ goalId: string }>> {
  const access = await readGoalFor(platform, actor, goalId, 'write');
  if (!access) return refuse('not-found');
  return (await removeGoal(platform.db, { ...access.goal, version })) ? done({ goalId }) : staleGoal(platform, actor, goalId);
}
