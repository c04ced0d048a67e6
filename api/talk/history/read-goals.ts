/** Goals for looking back: as they stood when each talk was finished, and as they are now. */
import type { Goal } from '#api/development/goal/contract.ts';
import { listGoalsOf } from '#api/development/goal/list-goals.ts';
import type { GoalLine } from '#api/development/terms/contract.ts';
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { findManagerOf } from '../find-manager.ts';
import { openGoals } from '../signing/keep-goals.ts';
import { eachOf, type Past } from './list-past.ts';
import { listGoalsAtFinish } from './store.ts';

/** By talk. Row 7 gives a former manager nothing, also of a talk that was theirs. */
export async function goalsAtFinish(
  platform: Platform,
  actor: Person,
  employeeId: string,
  accesses: Past['accesses'],
): Promise<Map<string, GoalLine[]>> {
  if (!(await readsGoals(platform, actor, employeeId))) return new Map();
  const ids = accesses.filter(({ facts }) => facts.finishedAt !== null).map(({ talk }) => talk._id);
  const found = await listGoalsAtFinish(platform.db, actor.tenantId, ids);
  return new Map(await eachOf(found, async (talk) => [talk._id, await openGoals(platform, talk)] as const));
}

/** Goals as they are now, as far as this person may read them; somebody who no longer manages the employee reads none. */
export async function readGoals(platform: Platform, actor: Person, employeeId: string): Promise<Goal[]> {
  if (!(await readsGoals(platform, actor, employeeId))) return [];
  const read = await listGoalsOf(platform, actor, employeeId);
  return read.ok ? read.value.goals : [];
}

async function readsGoals(platform: Platform, { tenantId, personId }: Person, employeeId: string): Promise<boolean> {
  return personId === employeeId || (await findManagerOf(platform, tenantId, employeeId)) === personId;
}
