/** Approves or declines an access request, in one guarded write; what follows from it is carried out by the clock (../access-bundle/carry-out-request.ts). */
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { done, refuse, type Result } from '#api/platform/refusal/contract.ts';
import type { AccessRequest } from './contract.ts';
import { describeRequest } from './describe-requests.ts';
import { isOfficerTooNear } from './find-concerned.ts';
import { refusesAnswer } from './rules.ts';
import { findRequest, writeAnswer } from './store.ts';

export async function answerRequest(
  platform: Platform,
  actor: Person,
  requestId: string,
  answer: 'approved' | 'declined',
  version: number,
): Promise<Result<AccessRequest>> {
  const { db, clock } = platform;
  const { tenantId, personId } = actor;
  const request = await findRequest(db, tenantId, requestId);
  if (!request || (await isOfficerTooNear(platform, actor, request.employeeId))) return refuse('not-found');
  const answeredAt = clock.now();
  const refused = refusesAnswer(request, { personId, answer }, answeredAt);
  if (refused) return refuse(refused);
  const written = await writeAnswer(db, request, version, { answer, answeredBy: personId, answeredAt });
  if (!written) {
    const current = await findRequest(db, tenantId, requestId);
    return current ? refuse('stale', { current: await describeRequest(platform, actor, current) }) : refuse('not-found');
  }
  platform.log.info({ requestId, answer }, 'an access request was answered');
  platform.wake('carry-out-access-requests', 'collect-access-requests');
  return done(await describeRequest(platform, actor, written));
}
