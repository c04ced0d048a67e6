/** Whose talks somebody holds, as ids: the people one manages now, and those of a cycle whose talk both have signed, for HR to count. */
import { listReports } from '#api/people/list-reports.ts';
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { findTalksByIds, listTalksOf } from '../store.ts';
import { teamOf } from '../team/rules.ts';
import { listSignedOfCycle } from './list-signed.ts';

/** Everybody who reports to the person or has a talk under way with them. */
export async function listEmployeesOf(platform: Platform, manager: Person): Promise<string[]> {
  const [talks, reports] = await Promise.all([
    listTalksOf(platform.db, manager, 'manager'),
    listReports(platform, manager.tenantId, manager.personId),
  ]);
  return teamOf(
    reports,
    talks.map(({ employeeId, signatures }) => ({ employeeId, signedByBoth: signatures.length >= 2 })),
  );
}

/** Not the reader, nor the reader's own manager: HR counts neither. */
export async function listSignedEmployees(platform: Platform, actor: Person, cycleId: string): Promise<string[]> {
  const talks = await findTalksByIds(platform.db, actor.tenantId, await listSignedOfCycle(platform, actor, cycleId));
  return talks.map(({ employeeId }) => employeeId);
}
