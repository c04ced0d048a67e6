/** Which employees of a cycle have been told about their talk, by whichever channel reached them. */
import type { Platform } from '#api/platform/platform.ts';
import { listRecipients } from './store.ts';

export function listNotified(platform: Platform, tenantId: string, cycleId: string): Promise<Set<string>> {
  return listRecipients(platform.db, tenantId, cycleId, 'talk-booked');
}
