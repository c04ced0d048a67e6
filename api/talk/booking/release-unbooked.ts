/** Takes the time from the talks of a cycle that were not asked for in Outlook yet, for a cycle that was stopped. Touches no calendar. */
import type { Platform } from '#api/platform/platform.ts';
import { releaseAllUnasked } from './store.ts';

/** What was asked for already is booked to its end: somebody may have been invited. */
export function releaseUnbooked(platform: Platform, tenantId: string, cycleId: string): Promise<void> {
  return releaseAllUnasked(platform.db, tenantId, cycleId);
}
