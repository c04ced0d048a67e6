/** What of a person who has left a legal hold on somebody else keeps, although it is no part of a talk: topics and goals that name the other. Erases nothing. */
import { hasTopics } from '#api/checkin/erase-check-ins.ts';
import { hasGoals } from '#api/development/goal/erase-goals.ts';
import type { Platform } from '#api/platform/platform.ts';

/** Once the rest is erased. While nobody is under a hold nothing is held back. */
export async function findHeldBack(
  platform: Platform,
  tenantId: string,
  personId: string | null,
): Promise<{ topics: boolean; goals: boolean }> {
  if (!personId || platform.config.legalHold.length === 0) return { topics: false, goals: false };
  const [topics, goals] = await Promise.all([hasTopics(platform, tenantId, personId), hasGoals(platform, tenantId, personId)]);
  return { topics, goals };
}
