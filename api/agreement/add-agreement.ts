/**
 * Adds an agreement while the talk is live or held. The caller's own id makes a repeated call harmless; one that says something else than what
 * is stored under the id is shown both.
 */
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { noteBefore } from '#api/platform/reading/reading.ts';
import { done, refuse, type Result } from '#api/platform/refusal/contract.ts';
import { readAccess } from '#api/talk/read-access.ts';
import { writeWhileOpen } from '#api/talk/write-while-open.ts';
import type { Agreement, AgreementInput } from './contract.ts';
import { mayLink } from './check-goal.ts';
import { describeAgreement } from './describe-agreement.ts';
import { closedNow, isSame, mayAgree, mayChange } from './rules.ts';
import { closing, findAgreement, putNew } from './store.ts';

export async function addAgreement(
  platform: Platform,
  actor: Person,
  talkId: string,
  input: AgreementInput & { agreementId: string },
): Promise<Result<Agreement>> {
  const access = await readAccess(platform, actor, talkId, 'agreements');
  if (!access?.side) return refuse('not-found');
  const { talk, side, policy } = access;
  const refused =
    mayChange(side, policy) ??
    mayAgree(input, [talk.employeeId, talk.managerId]) ??
    (await mayLink(platform, actor, talk.employeeId, input));
  if (refused) return refused;
  const { tenantId, personId } = actor;
  const agreement = {
    _id: input.agreementId,
    tenantId,
    talkId,
    version: 1,
    sealed: await platform.seal.closeText({ tenantId, talkId, authorId: 'shared' }, input.text),
    ownerId: input.ownerId,
    due: input.due,
    goalId: input.goalId ?? null,
    madeAt: platform.clock.now(),
    madeBy: personId,
  };
  const which = { tenantId, talkId, agreementId: input.agreementId };
  await noteBefore(talkId, 'agreements');
  const written = await writeWhileOpen(platform, which, closing, () => putNew(platform.db, agreement));
  const refusedNow = closedNow(written);
  const found = await findAgreement(platform.db, which);
  // What was added before it was closed stays added, whoever asks again.
  if (!found) return refusedNow ?? refuse('stale');
  const stored = await describeAgreement(platform, actor, found, false);
  return isSame({ ...stored, goalId: found.goalId }, input) ? done(stored) : (refusedNow ?? refuse('stale', { current: stored }));
}
