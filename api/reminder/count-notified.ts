/** How many employees of a cycle have been told about their talk. */
import type { Platform } from '#api/platform/platform.ts';
import { countSent } from './store.ts';

export function countNotified(platform: Platform, tenantId: string, cycleId: string): Promise<number> {
  return countSent(platform.db, tenantId, cycleId, 'talk-booked', 'feed');
}
