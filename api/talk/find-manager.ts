/**
 * Who manages an employee as far as talks go: whoever holds the talk that is under way with them, else whom the directory names. A new manager in
 * the directory changes nothing about a talk that is under way (security.md, extra rules).
 */
import { findPerson } from '#api/people/find-people.ts';
import type { Platform } from '#api/platform/platform.ts';
import { holderOf } from './standing/rules.ts';
import { listTalksOf } from './store.ts';

/** Null for nobody: the top of the house, or somebody unknown. */
export async function findManagerOf(platform: Platform, tenantId: string, employeeId: string): Promise<string | null> {
  const talks = await listTalksOf(platform.db, { tenantId, personId: employeeId }, 'employee');
  return holderOf(talks) ?? (await findPerson(platform, tenantId, employeeId))?.managerId ?? null;
}
