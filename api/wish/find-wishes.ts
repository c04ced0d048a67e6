/** Wishes of some people for finding times: what comes out of it says that a time does not suit, never whose wish it was. */
import type { Platform } from '#api/platform/platform.ts';
import type { Wishes } from './contract.ts';
import { listWishRecords } from './store.ts';

/** By person; those who said nothing are left out. */
export async function findWishes(platform: Platform, tenantId: string, personIds: string[]): Promise<Map<string, Wishes>> {
  const found = await listWishRecords(platform.db, tenantId, [...new Set(personIds)]);
  return new Map(found.map(({ personId, wishes }) => [personId, wishes]));
}
