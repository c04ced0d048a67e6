/** The departments HR can plan a cycle for, with how many people they have. */
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { done, type Result } from '#api/platform/refusal/contract.ts';
import { directorySyncedAt, listPeople } from './find-people.ts';

type Department = { name: string; people: number };

export async function listDepartments(
  platform: Platform,
  actor: Person,
): Promise<Result<{ departments: Department[]; syncedAt: string | null }>> {
  const counted = new Map<string, Department>();
  for (const person of await listPeople(platform, actor.tenantId, [])) {
    const one = counted.get(person.department) ?? { name: person.department, people: 0 };
    one.people += 1;
    counted.set(person.department, one);
  }
  const syncedAt = await directorySyncedAt(platform, actor.tenantId);
  const departments = [...counted.values()].filter(({ name }) => name !== '').sort((a, b) => a.name.localeCompare(b.name, 'sv'));
  return done({ departments, syncedAt: syncedAt?.toISOString() ?? null });
}
