/** Says how an agreement goes: either of the two, from the first signature on. What was agreed stays as it is; changing that is an amendment. */
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { noteBefore } from '#api/platform/reading/reading.ts';
import { done, refuse, type Result } from '#api/platform/refusal/contract.ts';
import { mayAccess } from '#api/privacy/rules/policy.ts';
import { readStanding, type Standing } from '#api/talk/standing/read-standing.ts';
import type { AgreementStatus } from '../contract.ts';
import { findAgreement } from '../store.ts';
import type { FollowedAgreement } from './contract.ts';
import { describeFollowed } from './describe-followed.ts';
import { mayStep } from './rules.ts';
import { addStep, findFollowUp } from './store.ts';

export async function changeProgress(
  platform: Platform,
  actor: Person,
  ids: { talkId: string; agreementId: string },
  { status, note }: { status: AgreementStatus; note: string | null },
  version: number,
): Promise<Result<FollowedAgreement>> {
  const { tenantId, personId } = actor;
  const which = { tenantId, ...ids };
  const standing = await readStanding(platform, actor, ids.talkId, 'agreement-status');
  if (!standing || !(await findAgreement(platform.db, which))) return refuse('not-found');
  const { relation, policy } = standing;
  if (!mayAccess('agreement-status', 'write', relation, policy)) return refuse(policy.anySignature ? 'not-found' : 'not-signed-yet');
  const now = await findFollowUp(platform.db, which);
  const refused = mayStep(now?.steps.length ?? 0, note);
  if (refused) return refused;
  // Nothing new is said.
  if (note === null && status === (now?.status ?? 'not-begun')) return done(await one(platform, actor, standing, ids.agreementId));
  const sealed = note === null ? null : await platform.seal.closeText({ tenantId, talkId: ids.talkId, authorId: 'shared' }, note);
  const hasNotes = sealed !== null || now?.steps.some((step) => step.sealed !== null);
  await noteBefore(ids.talkId, 'agreements', ...(hasNotes ? ['agreement-status'] : []));
  const added = await addStep(platform.db, which, version, { status, at: platform.clock.now(), by: personId, sealed });
  const current = await one(platform, actor, standing, ids.agreementId);
  return added ? done(current) : refuse('stale', { current });
}

async function one(platform: Platform, actor: Person, standing: Standing, agreementId: string): Promise<FollowedAgreement> {
  const [found] = await describeFollowed(platform, actor, [standing], (each) => each.agreementId === agreementId);
  if (!found) throw new Error('An agreement that was just read could not be described');
  return found;
}
