/** How many employees of a cycle have been told about their talk, by whichever channel reached them. */
import type { Platform } from '#api/platform/platform.ts';
import { countRecipients } from './store.ts';

export function countNotified(platform: Platform, tenantId: string, cycleId: string): Promise<number> {
  return countRecipients(platform.db, tenantId, cycleId, 'talk-booked');
}
