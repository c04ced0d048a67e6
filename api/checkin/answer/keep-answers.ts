/** What answering and taking back have in common: whether the check-in is open to this person, and the one guarded write. */
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { noteBefore } from '#api/platform/reading/reading.ts';
import { done, refuse, type Refused, type Result } from '#api/platform/refusal/contract.ts';
import type { CheckIns } from './contract.ts';
import { readAgain, type CheckInAccess } from './read-check-ins.ts';
import { mayAnswer, openDay } from './rules.ts';
import { putAnswers, type StoredAnswer } from './store.ts';

/** A check-in, by its talk and local day. */
export type Which = { talkId: string; day: string };

export function closedFor({ clock }: Platform, access: CheckInAccess, day: string, text: string | null): Refused | null {
  const { closed, first, answers } = access;
  if (closed) return refuse(closed === 'not-signed' ? 'not-signed-yet' : 'check-in-closed');
  return mayAnswer(openDay(first, answers, clock.now()), day, text);
}

export async function keepAnswers(
  platform: Platform,
  actor: Person,
  access: CheckInAccess,
  version: number,
  answers: StoredAnswer[],
): Promise<Result<CheckIns>> {
  const { tenantId, _id: talkId } = access.talk;
  // What is put there was made from what was read, so it must be that version in the store and in the caller's hands.
  const isNewest = version === access.version;
  await noteBefore(talkId, ...(answers.some(({ sealed }) => sealed !== null) ? ['check-in'] : []));
  const written = isNewest && (await putAnswers(platform.db, { tenantId, talkId }, version, answers, platform.clock.now()));
  const current = await readAgain(platform, actor, talkId);
  return written ? done(current) : refuse('stale', { current });
}
