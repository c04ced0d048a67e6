/** Talks with a check-in that was answered, changed or taken back, for reminders to hear of: who has answered which, and no word of it. */
import type { Platform } from '#api/platform/platform.ts';
import type { Answered } from './list-answered.ts';
import { lastDay } from './rules.ts';
import { claimAnswered, closeAnswered } from './store.ts';

export type AnsweredTalk = { tenantId: string; talkId: string; /** In its last check-in. */ answered: Answered[] };

/** Hands one over, and forgets it only when `take` has done its part. Answers false when none waits. */
export async function collectAnswered(platform: Platform, take: (found: AnsweredTalk) => Promise<void>): Promise<boolean> {
  const record = await claimAnswered(platform.db, platform.clock.now());
  if (!record) return false;
  const last = lastDay(record.answers);
  const answered = record.answers.filter(({ day }) => day === last).map(({ day, side }) => ({ day, side }));
  await take({ tenantId: record.tenantId, talkId: record._id, answered });
  await closeAnswered(platform.db, record);
  return true;
}
