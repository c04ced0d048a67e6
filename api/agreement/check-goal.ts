/** Whether an agreement may be linked to this goal: one of the employee's, that whoever links it may read. */
import { isGoalOf } from '#api/development/goal/find-goal-names.ts';
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { refuse, type Refused } from '#api/platform/refusal/contract.ts';
import type { AgreementInput } from './contract.ts';

/** @returns null, or wrong-input naming goalId; a goal that may not be read is refused as one that does not exist */
export async function mayLink(platform: Platform, actor: Person, employeeId: string, { goalId }: AgreementInput): Promise<Refused | null> {
  if (!goalId || (await isGoalOf(platform, actor, employeeId, goalId))) return null;
  return refuse('wrong-input', { field: 'goalId', detail: 'Must be one of the employee’s goals.' });
}
