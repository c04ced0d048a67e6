/** The talks of a cycle that both have signed and that HR may count in: not the reader's own, nor that of the own manager. Ids only. */
import { findPerson } from '#api/people/find-people.ts';
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { mayAccess } from '#api/privacy/rules/policy.ts';
import { factsOf, policyFactsOf } from '../read-access.ts';
import { relationOf } from '../rules.ts';
import { listTalksOfCycle } from '../store.ts';

export async function listSignedOfCycle(platform: Platform, actor: Person, cycleId: string): Promise<string[]> {
  const self = await findPerson(platform, actor.tenantId, actor.personId);
  const talks = await listTalksOfCycle(platform.db, actor.tenantId, cycleId);
  return talks.flatMap((talk) => {
    const relation = relationOf(talk, { ...actor, managerId: self?.managerId ?? null });
    const policy = policyFactsOf(talk, factsOf(talk, { employee: null, manager: null }));
    return relation === 'hr' && mayAccess('agreement-status', 'read', relation, policy) ? [talk._id] : [];
  });
}
