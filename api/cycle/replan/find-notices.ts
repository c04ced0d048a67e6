/** What is odd about the people of a cycle that is planned again, and stops nothing: as on the plan, and who has no manager any more. Keeps nothing. */
import type { KnownPerson } from '#api/people/find-people.ts';
import type { Platform } from '#api/platform/platform.ts';
import { noticesFor } from '../plan-cycle.ts';
import type { NoticeRecord } from '../rules/notices.ts';
import { rulesOf } from '../rules/settings.ts';
import { listCyclesAround, type CycleRecord } from '../store.ts';
import { withoutManager, type Sorted } from './rules/sort-talks.ts';

/** @param cycle with the settings that would hold */
export async function findNotices(
  platform: Platform,
  cycle: CycleRecord,
  sorted: Sorted,
  people: Map<string, KnownPerson>,
): Promise<NoticeRecord[]> {
  const talks = [...sorted.open, ...sorted.soon, ...sorted.otherManager.map(({ talk }) => talk)];
  const pairs = talks.map(({ employeeId, managerId }) => ({ employeeId, managerId }));
  const chosen = pairs.map(({ employeeId }) => ({ personId: employeeId }));
  const others = await listCyclesAround(platform.db, cycle.tenantId, cycle);
  const found = await noticesFor(platform, cycle.tenantId, { pairs, chosen }, others);
  const unmanaged = withoutManager(talks, people, rulesOf(cycle.settings));
  return [
    ...(unmanaged.length > 0 ? [{ kind: 'manager-removed' as const, personIds: unmanaged, cycleName: null }] : []),
    // Who holds no talk was known when it was launched.
    ...found.filter(({ kind }) => kind !== 'holds-no-talk'),
  ];
}
