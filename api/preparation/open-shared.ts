/** Opens what an employee had shared of their preparation, for a caller who has asked the policy table whether its reader may have it. Never a draft. */
import type { Platform } from '#api/platform/platform.ts';
import type { Parties } from './list-prepared.ts';
import { openAnswer } from './read-preparations.ts';
import { countsAsReleased } from './rules.ts';
import { findPreparation } from './store.ts';

/** Null where it was never shared, or is not any more. */
export async function openShared(
  platform: Platform,
  parties: Parties,
  tenantId: string,
): Promise<{ questionId: string; text: string }[] | null> {
  const { talkId, employeeId } = parties;
  const found = await findPreparation(platform.db, { tenantId, talkId, side: 'employee', authorId: employeeId });
  if (!found || !countsAsReleased(found, 'employee', parties)) return null;
  return Promise.all(
    Object.entries(found.answers).map(([questionId, answer]) => openAnswer(platform, found, questionId, answer, 'preparation')),
  );
}
