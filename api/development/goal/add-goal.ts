/** Adds a goal of one's own. */
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import type { Result } from '#api/platform/refusal/contract.ts';
import type { Goal, GoalInput } from './contract.ts';
import { createGoal } from './create-goal.ts';
import { findManagersOf } from './read-goal.ts';
import { mayName, maySharedWith } from './rules.ts';

export async function addGoal(
  platform: Platform,
  actor: Person,
  { goalId, managerId, ...input }: GoalInput & { goalId: string },
): Promise<Result<Goal>> {
  const now = await findManagersOf(platform, actor.tenantId, actor.personId);
  const refused = mayName(input) ?? maySharedWith(managerId, now);
  if (refused) return refused;
  const facts = { _id: goalId, employeeId: actor.personId, managerId: managerId ?? '', visibility: input.visibility, proposal: null };
  return createGoal(platform, actor, now, facts, input);
}
