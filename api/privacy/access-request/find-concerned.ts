/** Whom a request about an employee is about besides them, and whether an officer is too near to have a part in it. */
import { findPerson } from '#api/people/find-people.ts';
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { listTalksNaming } from '#api/talk/retention/erase-talks.ts';
import { isTooNear, type Concerned } from './rules.ts';

/** `talks`: those of the employee, with whoever holds or held each. */
export async function findConcerned(
  platform: Platform,
  tenantId: string,
  employeeId: string,
): Promise<Concerned & { talks: { talkId: string; holderIds: string[] }[] }> {
  const [employee, named] = await Promise.all([
    findPerson(platform, tenantId, employeeId),
    listTalksNaming(platform, tenantId, employeeId),
  ]);
  const talks = named
    .filter((talk) => talk.employeeId === employeeId)
    .map(({ _id, managerId, formerIds }) => ({ talkId: _id, holderIds: [managerId, ...formerIds] }));
  const holderIds = [...talks.flatMap((talk) => talk.holderIds), ...(employee?.managerId ? [employee.managerId] : [])];
  return { employeeId, holderIds: [...new Set(holderIds)], talks };
}

export async function isOfficerTooNear(platform: Platform, { tenantId, personId }: Person, employeeId: string): Promise<boolean> {
  const [self, concerned] = await Promise.all([findPerson(platform, tenantId, personId), findConcerned(platform, tenantId, employeeId)]);
  return isTooNear({ personId, managerId: self?.managerId ?? null }, concerned);
}
