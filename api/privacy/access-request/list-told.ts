/** What somebody is told of access requests: an employee of all about them, whoever holds or held a talk of those that it was opened of. Never why. */
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import type { ToldRequest } from './contract.ts';
import { describeFacts } from './describe-requests.ts';
import { listConcerning } from './store.ts';

export async function listTold(platform: Platform, { tenantId, personId }: Person): Promise<ToldRequest[]> {
  const found = await listConcerning(platform.db, tenantId, personId);
  const theirs = found.map((record) => {
    if (record.employeeId === personId) return record;
    return { ...record, talks: record.talks.filter(({ toldIds }) => toldIds.includes(personId)) };
  });
  const facts = await describeFacts(platform, tenantId, theirs);
  return facts.map((fact, at) => ({ ...fact, about: theirs[at]?.employeeId === personId ? ('me' as const) : ('my-notes' as const) }));
}
