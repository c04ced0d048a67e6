/**
 * Two weeks before the next round of a recurring cycle would start, the clock makes it as a draft and tells HR, once. Its id follows from the series and
 * its number, so that a repeated step, or another server's, makes nothing twice. Reads no calendar and starts nothing.
 */
import type { Platform } from '#api/platform/platform.ts';
import { addCycle, rounds } from '../store.ts';
import { draftAfter, roundAfter } from './keep-rounds.ts';
import { noticeInstant } from './rules/rounds.ts';
import { tellHr } from './send-notice.ts';

/** One step of the clock. Answers false when no draft is due. */
export async function planNextCycle(platform: Platform): Promise<boolean> {
  const now = platform.clock.now();
  const last = await rounds.claimNext(platform.db, now);
  if (!last?.recurrence) return false;
  const { recurrence } = last;
  // The window may have changed since the mark was made.
  const tellAt = noticeInstant(roundAfter({ settings: last.settings, recurrence }).startsOn, recurrence.zone);
  if (tellAt > now) {
    await rounds.putOffNext(platform.db, last, tellAt);
    return true;
  }
  const draft = draftAfter({ ...last, recurrence }, now);
  await addCycle(platform.db, draft);
  await tellHr(platform, draft, 'cycle-soon');
  await rounds.closeNext(platform.db, last, draft._id);
  return true;
}
