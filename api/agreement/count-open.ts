/** How many agreements some talks have; never what they say. */
import type { Platform } from '#api/platform/platform.ts';
import { listTalkIds } from './store.ts';

/** By talk id; a talk without agreements is left out. */
export async function countOpen(platform: Platform, tenantId: string, talkIds: string[]): Promise<Map<string, number>> {
  const counted = new Map<string, number>();
  for (const talkId of await listTalkIds(platform.db, tenantId, talkIds)) counted.set(talkId, (counted.get(talkId) ?? 0) + 1);
  return counted;
}
