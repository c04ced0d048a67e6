/** How many agreements some talks have; never what they say. */
import type { Platform } from '#api/platform/platform.ts';
import { countByTalk } from './store.ts';

/** By talk id; a talk without agreements is left out. */
export function countOpen(platform: Platform, tenantId: string, talkIds: string[]): Promise<Map<string, number>> {
  return countByTalk(platform.db, tenantId, talkIds);
}
