/** How many agreements of some talks are open: not kept, changed or dropped yet. Never what they say. */
import type { Platform } from '#api/platform/platform.ts';
import { isOpen } from './following/rules.ts';
import { listStatuses } from './following/store.ts';
import { countByTalk } from './store.ts';

/** By talk id; a talk without agreements is left out. */
export async function countOpen(platform: Platform, tenantId: string, talkIds: string[]): Promise<Map<string, number>> {
  if (talkIds.length === 0) return new Map();
  const [counts, statuses] = await Promise.all([countByTalk(platform.db, tenantId, talkIds), listStatuses(platform.db, tenantId, talkIds)]);
  for (const { talkId, status } of statuses) if (!isOpen(status)) counts.set(talkId, (counts.get(talkId) ?? 1) - 1);
  return counts;
}
