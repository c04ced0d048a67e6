/** Changes a goal of one's own: its words, its day, who reads it. */
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { refuse, type Result } from '#api/platform/refusal/contract.ts';
import type { Goal, GoalInput } from './contract.ts';
import { readGoalFor } from './read-goal.ts';
import { writeGoal } from './write-goal.ts';

export async function updateGoal(
  platform: Platform,
  actor: Person,
  goalId: string,
  input: GoalInput,
  version: number,
): Promise<Result<Goal>> {
  const access = await readGoalFor(platform, actor, goalId, 'write');
  // What a manager may write is the proposal of theirs, which is taken back rather than changed under its reader's eyes.
  if (!access || access.goal.employeeId !== actor.personId) return refuse('not-found');
  return writeGoal(platform, actor, access, input, version);
}
