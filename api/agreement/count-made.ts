/** How many agreements were made in some talks, kept or not. Never what they say. */
import type { Platform } from '#api/platform/platform.ts';
import { countByTalk } from './store.ts';

/** By talk id; a talk without agreements is left out. */
export async function countMade(platform: Platform, tenantId: string, talkIds: string[]): Promise<Map<string, number>> {
  return countByTalk(platform.db, tenantId, talkIds);
}
