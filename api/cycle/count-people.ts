/** Counts who would have a talk, by the rule that the plan goes by, while HR still chooses. Reads no calendar and keeps nothing. */
import { findPeople, listPeople } from '#api/people/find-people.ts';
import type { Answer } from '#api/platform/endpoint/contract.ts';
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { done, type Result } from '#api/platform/refusal/contract.ts';
import { pairsOf } from './rules/sort-pairs.ts';
import type { PlanRules, countPeople as asked } from './settings/contract.ts';

type Chosen = Pick<PlanRules, 'leftOut' | 'heldBy'> & { departments: string[] };

export async function countPeople(
  platform: Platform,
  { tenantId }: Person,
  { departments, leftOut, heldBy }: Chosen,
): Promise<Result<Answer<typeof asked>>> {
  const chosen = await listPeople(platform, tenantId, departments);
  const holders = [...chosen.flatMap(({ managerId }) => managerId ?? []), ...heldBy.map(({ managerId }) => managerId)];
  const { pairs, alone } = pairsOf(chosen, await findPeople(platform, tenantId, holders), { leftOut, heldBy });
  const talks = pairs.length + alone.length;
  return done({ talks, withoutManager: alone.length, leftOut: chosen.length - talks });
}
