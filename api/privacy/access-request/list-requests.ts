/** The newest access requests, for officers: without those that the reader is too near to, of which they are told as everybody else is. */
import { findPerson } from '#api/people/find-people.ts';
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { done, type Result } from '#api/platform/refusal/contract.ts';
import type { AccessRequest } from './contract.ts';
import { describeRequests } from './describe-requests.ts';
import { findConcerned } from './find-concerned.ts';
import { isTooNear } from './rules.ts';
import { listNewest } from './store.ts';

const mostListed = 100;

export async function listRequests(platform: Platform, actor: Person): Promise<Result<{ requests: AccessRequest[] }>> {
  const { tenantId, personId } = actor;
  const self = await findPerson(platform, tenantId, personId);
  const officer = { personId, managerId: self?.managerId ?? null };
  const found = await listNewest(platform.db, tenantId, mostListed);
  const near = new Map<string, boolean>();
  for (const employeeId of new Set(found.map((one) => one.employeeId)))
    near.set(employeeId, isTooNear(officer, await findConcerned(platform, tenantId, employeeId)));
  const theirs = found.filter(({ employeeId }) => near.get(employeeId) === false);
  return done({ requests: await describeRequests(platform, actor, theirs) });
}
