/** Saves one answer of the author's own preparation. When it answers, the answer is durable; what was released cannot be changed. */
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { done, refuse, type Refused, type Result } from '#api/platform/refusal/contract.ts';
import type { PreparationAnswer } from './contract.ts';
import { nothingPrepared } from './list-prepared.ts';
import { askedOf, openAnew, openAnswer, readParty, whoseOf } from './read-preparations.ts';
import { isEmpty, maySave, ownItem } from './rules.ts';
import { findPreparation, putAnswer, type Whose } from './store.ts';

export async function saveAnswer(
  platform: Platform,
  actor: Person,
  talkId: string,
  questionId: string,
  text: string,
  version: number,
): Promise<Result<PreparationAnswer>> {
  // Whether it is released is asked by the write itself, in its filter (see whyNot): reading it first would say nothing surer.
  const access = await readParty(platform, actor, talkId, nothingPrepared());
  if (!access) return refuse('not-found');
  const refused = maySave(access.side, access.policy, askedOf(access, access.side), questionId, text);
  if (refused) return refused;
  const whose = whoseOf(access, access.side);
  await openAnew(platform, access);
  const sealed = await platform.seal.closeText({ tenantId: whose.tenantId, talkId, authorId: whose.authorId }, text);
  const savedAt = platform.clock.now();
  const saved = await putAnswer(platform.db, whose, questionId, version, { sealed, savedAt, hasText: !isEmpty(text) });
  if (!saved) return whyNot(platform, whose, questionId);
  return done({ questionId, text, version: version + 1, savedAt: savedAt.toISOString() });
}

/** A guard did not hold: released meanwhile, or somebody (the author elsewhere) was faster; then both texts are shown. */
async function whyNot(platform: Platform, whose: Whose, questionId: string): Promise<Refused> {
  const found = await findPreparation(platform.db, whose);
  if (found?.releasedAt) return refuse('already-released');
  const answer = found?.answers[questionId];
  if (!answer) return refuse('stale', { current: { text: '', version: 0, savedAt: null } });
  const { text, version, savedAt } = await openAnswer(platform, whose, questionId, answer, ownItem(whose.side, false));
  return refuse('stale', { current: { text, version, savedAt } });
}
