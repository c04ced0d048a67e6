/** The talks of a cycle whose access logs HR may count: not the reader's own, nor that of the own manager. Ids, and whether they say that they have a log. */
import { findPerson } from '#api/people/find-people.ts';
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { mayAccess } from '#api/privacy/rules/policy.ts';
import { factsOf, policyFactsOf } from '../read-access.ts';
import { relationOf } from '../rules.ts';
import { listTalksOfCycle } from '../store.ts';

export async function listLoggedOfCycle(
  platform: Platform,
  actor: Person,
  cycleId: string,
): Promise<{ talkId: string; hasLog: boolean }[]> {
  const self = await findPerson(platform, actor.tenantId, actor.personId);
  const talks = await listTalksOfCycle(platform.db, actor.tenantId, cycleId);
  return talks.flatMap((talk) => {
    const relation = relationOf(talk, { ...actor, managerId: self?.managerId ?? null });
    const policy = policyFactsOf(talk, factsOf(talk, { employee: null, manager: null }));
    const may = relation === 'hr' && mayAccess('access-log', 'read', relation, policy);
    return may ? [{ talkId: talk._id, hasLog: talk.loggedAt != null }] : [];
  });
}
