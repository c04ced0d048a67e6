/** Proposes a goal to somebody one manages. It is none before they take it on. */
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { refuse, type Result } from '#api/platform/refusal/contract.ts';
import { mayEver } from '#api/privacy/rules/policy.ts';
import type { Goal, GoalTerms } from './contract.ts';
import { createGoal } from './create-goal.ts';
import { findManagersOf } from './read-goal.ts';
import { mayName } from './rules.ts';

export async function proposeGoal(
  platform: Platform,
  actor: Person,
  { goalId, employeeId, ...terms }: GoalTerms & { goalId: string; employeeId: string },
): Promise<Result<Goal>> {
  const now = await findManagersOf(platform, actor.tenantId, employeeId);
  if (employeeId === actor.personId || now.manager !== actor.personId || !mayEver('goal-proposal', 'write', 'manager'))
    return refuse('not-found');
  const refused = mayName(terms);
  if (refused) return refused;
  const facts = { _id: goalId, employeeId, managerId: actor.personId, visibility: 'manager' as const, proposal: 'waiting' as const };
  return createGoal(platform, actor, now, facts, terms);
}
