/** With whom somebody may start a talk that nobody planned: as the directory says now. */
import { findPerson, listReports, refOf } from '#api/people/find-people.ts';
import type { PersonRef } from '#api/people/contract.ts';
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { done, type Result } from '#api/platform/refusal/contract.ts';

export async function listPartners(
  platform: Platform,
  { tenantId, personId }: Person,
): Promise<Result<{ manager: PersonRef | null; reports: PersonRef[] }>> {
  const [self, reports] = await Promise.all([findPerson(platform, tenantId, personId), listReports(platform, tenantId, personId)]);
  const manager = self?.managerId ? await findPerson(platform, tenantId, self.managerId) : null;
  return done({
    manager: manager?.enabled ? refOf(manager, manager.personId) : null,
    reports: reports.map((person) => refOf(person, person.personId)),
  });
}
