/** Answers somebody in the chat only when everything that was opened for them is written into the access log; what they asked for in vain is counted. */
import type { Platform } from '#api/platform/platform.ts';
import { beginReading, NotNoted, within, type Reading } from '#api/platform/reading/reading.ts';
import { recordAccesses, recordRefused } from '#api/privacy/access-log/record-accesses.ts';
import type { Speaker } from './find-speaker.ts';

/** @param otherwise what is said when that could not be written down */
export async function answerNoted<T>(platform: Platform, { actor }: Speaker, answer: () => Promise<T>, otherwise: T): Promise<T> {
  const { tenantId, personId } = actor;
  const record = (noted: Reading): Promise<boolean> => recordAccesses(platform, noted);
  const reading = beginReading({ tenantId, personId, act: 'read', channel: 'bot' }, record);
  const answered = await within(reading, () => unlessNotNoted(answer, otherwise));
  if (!(await record(reading))) return otherwise;
  // A card that says more than one thing may have asked in vain for some of them.
  if (reading.shown.size === 0 && reading.refused.size > 0) await recordRefused(platform, reading);
  return answered;
}

/** What a press shows is written down before it is done: when it cannot be, nothing was done. */
async function unlessNotNoted<T>(answer: () => Promise<T>, otherwise: T): Promise<T> {
  try {
    return await answer();
  } catch (error) {
    if (error instanceof NotNoted) return otherwise;
    throw error;
  }
}
