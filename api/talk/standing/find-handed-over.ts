/**
 * Which talks that both have signed count as handed over, and since when: the employee's newest talk is somebody else's, and the directory says that
 * whoever held the earlier one manages them no more. Somebody who holds a single talk in the manager's place takes nothing over. Grants nothing.
 */
import { findPeople } from '#api/people/find-people.ts';
import type { Platform } from '#api/platform/platform.ts';
import type { TalkRecord } from '../store.ts';
import { handedOverSince } from './rules.ts';
import { listTalksOfEmployees } from './store.ts';

type Signed = Pick<TalkRecord, '_id' | 'employeeId' | 'managerId' | 'signatures'>;

/** By talk; those that are not handed over are not in it. */
export async function findHandedOver(platform: Platform, tenantId: string, talks: Signed[]): Promise<Map<string, Date>> {
  const signed = talks.filter(({ signatures }) => signatures.length >= 2);
  const ids = [...new Set(signed.map(({ employeeId }) => employeeId))];
  if (ids.length === 0) return new Map();
  const [all, people] = await Promise.all([listTalksOfEmployees(platform.db, tenantId, ids), findPeople(platform, tenantId, ids)]);
  return new Map(
    signed.flatMap((talk) => {
      const ofEmployee = all.filter(({ employeeId }) => employeeId === talk.employeeId);
      const since = handedOverSince(talk, ofEmployee, people.get(talk.employeeId)?.managerId ?? null);
      return since ? [[talk._id, since] as const] : [];
    }),
  );
}
