/** HR's numbers of the goals that the people of a cycle have, once both have signed their talk. Opens no goal. */
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { done, type Result } from '#api/platform/refusal/contract.ts';
import { mayEver } from '#api/privacy/rules/policy.ts';
import { listSignedEmployees } from '#api/talk/standing/list-employees.ts';
import { countsOf } from './rules.ts';
import { listGoalFacts } from './store.ts';

export async function countGoals(platform: Platform, actor: Person, cycleId: string): Promise<Result<ReturnType<typeof countsOf>>> {
  const employees = mayEver('goal', 'read', 'hr') ? await listSignedEmployees(platform, actor, cycleId) : [];
  return done(countsOf(await listGoalFacts(platform.db, actor.tenantId, employees)));
}
