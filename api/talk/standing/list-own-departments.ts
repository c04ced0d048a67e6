/** The departments in which a manager holds every talk there ever was but the own: figures of such a department are those of the own group. Names only. */
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { listTalksOf } from '../store.ts';
import { listManagersOf } from './store.ts';

export async function listOwnDepartments(platform: Platform, actor: Person): Promise<Set<string>> {
  const held = await listTalksOf(platform.db, actor, 'manager');
  const departments = [...new Set(held.map(({ department }) => department))];
  const { tenantId, personId } = actor;
  const managers = await Promise.all(departments.map((department) => listManagersOf(platform.db, tenantId, department, personId)));
  return new Set(departments.filter((_department, at) => managers[at]?.every((id) => id === personId)));
}
