/** Changes an agreement until the first signature; a stale version is shown what is stored now. */
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { noteBefore } from '#api/platform/reading/reading.ts';
import { done, refuse, type Result } from '#api/platform/refusal/contract.ts';
import { readAccess } from '#api/talk/read-access.ts';
import { writeWhileOpen } from '#api/talk/write-while-open.ts';
import type { Agreement, AgreementInput } from './contract.ts';
import { mayLink } from './check-goal.ts';
import { describeAgreement } from './describe-agreement.ts';
import { closedNow, mayAgree, mayChange } from './rules.ts';
import { closing, findAgreement, putChange } from './store.ts';

export async function updateAgreement(
  platform: Platform,
  actor: Person,
  ids: { talkId: string; agreementId: string },
  input: AgreementInput,
  version: number,
): Promise<Result<Agreement>> {
  const access = await readAccess(platform, actor, ids.talkId, 'agreements');
  if (!access?.side) return refuse('not-found');
  const { talk, side, policy } = access;
  const which = { tenantId: actor.tenantId, ...ids };
  if (!(await findAgreement(platform.db, which))) return refuse('not-found');
  const refused =
    mayChange(side, policy) ??
    mayAgree(input, [talk.employeeId, talk.managerId]) ??
    (await mayLink(platform, actor, talk.employeeId, input));
  if (refused) return refused;
  const sealed = await platform.seal.closeText({ tenantId: actor.tenantId, talkId: ids.talkId, authorId: 'shared' }, input.text);
  const set = { sealed, ownerId: input.ownerId, due: input.due, ...(input.goalId === undefined ? {} : { goalId: input.goalId }) };
  await noteBefore(ids.talkId, 'agreements');
  const written = await writeWhileOpen(platform, which, closing, () => putChange(platform.db, which, version, set));
  const closed = closedNow(written);
  if (closed) return closed;
  const current = await findAgreement(platform.db, which);
  if (written && current?.version === version + 1) return done(await describeAgreement(platform, actor, current, false));
  return current ? refuse('stale', { current: await describeAgreement(platform, actor, current, false) }) : refuse('not-found');
}
