/** Who reports to somebody, as the directory says now: for a manager's overview. Grants nothing. */
import type { Platform } from '#api/platform/platform.ts';
import type { PersonRef } from './contract.ts';
import { refOf } from './find-people.ts';
import { listReportRecords } from './store.ts';

export async function listReports(platform: Platform, tenantId: string, managerId: string): Promise<PersonRef[]> {
  return (await listReportRecords(platform.db, tenantId, managerId)).map((person) => refOf(person, person.personId));
}
