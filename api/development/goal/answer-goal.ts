/** Answers a proposal: takes it on, as it is or changed, or declines. What was declined can still be taken on. */
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { done, refuse, type Result } from '#api/platform/refusal/contract.ts';
import type { Goal, GoalInput } from './contract.ts';
import { describeGoal } from './describe-goal.ts';
import { readGoalFor, staleGoal } from './read-goal.ts';
import { putGoal } from './store.ts';
import { writeGoal } from './write-goal.ts';

export async function answerGoal(
  platform: Platform,
  actor: Person,
  goalId: string,
  accept: GoalInput | null,
  version: number,
): Promise<Result<Goal>> {
  const access = await readGoalFor(platform, actor, goalId, 'answer');
  if (!access) {
    const read = await readGoalFor(platform, actor, goalId, 'read');
    return read?.goal.employeeId === actor.personId ? refuse('nothing-to-answer') : refuse('not-found');
  }
  if (accept) return writeGoal(platform, actor, access, accept, version);
  const declined = await putGoal(platform.db, { ...access.goal, version }, { proposal: 'declined' }, null);
  return declined ? done(await describeGoal(platform, actor, { ...access, goal: declined })) : staleGoal(platform, actor, goalId);
}
