/** Whose talks somebody holds, as ids: the people one manages now, and those of a cycle whose talk both have signed, for HR to count. */
import { listReports } from '#api/people/list-reports.ts';
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { wholeRuns } from '#api/privacy/rules/groups.ts';
import { listTalksOf, listTalksOfCycle, type TalkRecord } from '../store.ts';
import { teamOf } from '../team/rules.ts';
import { listSignedOfCycle } from './list-signed.ts';
import { inSigningOrder, newestSigned, signedAt } from './rules.ts';
import { listTalksOfEmployees } from './store.ts';

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

/**
 * Whom HR counts in a cycle, in runs of five by when both had signed: not the reader, nor the reader's own manager; and each employee in one cycle only,
 * that of their newest signed talk, so that nobody is left over when the numbers of two cycles, or of two days, are compared.
 */
export async function listSignedEmployees(platform: Platform, actor: Person, cycleId: string): Promise<string[]> {
  const { tenantId } = actor;
  const talks = await listTalksOfCycle(platform.db, tenantId, cycleId);
  const signed = talks.filter((talk) => signedAt(talk) !== null).sort(inSigningOrder);
  const [may, all] = await Promise.all([
    listSignedOfCycle(platform, actor, cycleId),
    listTalksOfEmployees(
      platform.db,
      tenantId,
      signed.map(({ employeeId }) => employeeId),
    ),
  ]);
  const isNewest = ({ _id, employeeId }: TalkRecord): boolean =>
    newestSigned(all.filter((one) => one.employeeId === employeeId))?._id === _id;
  return wholeRuns(signed, (talk) => may.includes(talk._id) && isNewest(talk)).map(({ employeeId }) => employeeId);
}
