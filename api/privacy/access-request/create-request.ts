/** Asks for what is written about an employee. Opens nothing: another officer has to approve it. */
import { findPerson } from '#api/people/find-people.ts';
import { takeTurn } from '#api/platform/db/turns.ts';
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { done, refuse, type Result } from '#api/platform/refusal/contract.ts';
import { requestsADay, type AccessRequest } from './contract.ts';
import { describeRequest } from './describe-requests.ts';
import { isOfficerTooNear } from './find-concerned.ts';
import { lapsesAt, statusOf } from './rules.ts';
import { sealReason } from './seal-parts.ts';
import { addRequest, findRequest, listConcerning } from './store.ts';

type Asked = { requestId: string; employeeId: string; reason: string };

export async function createRequest(platform: Platform, actor: Person, asked: Asked): Promise<Result<AccessRequest>> {
  const { db, clock } = platform;
  const { tenantId, personId } = actor;
  const { requestId, employeeId, reason } = asked;
  const employee = await findPerson(platform, tenantId, employeeId);
  if (!employee || employee.erasedAt) return refuse('not-found');
  if (await isOfficerTooNear(platform, actor, employeeId)) return refuse('officer-too-near');
  const before = await findRequest(db, tenantId, requestId);
  if (before) return before.askedBy === personId ? done(await describeRequest(platform, actor, before)) : refuse('not-found');
  const now = clock.now();
  const others = await listConcerning(db, tenantId, employeeId);
  const isOpen = others.some((one) => one.employeeId === employeeId && statusOf(one, now) === 'waiting');
  if (isOpen) return refuse('request-waits-already');
  if (!(await mayGoOn(platform, actor))) return refuse('requested-often', { limit: requestsADay });
  const sealed = await sealReason(platform, tenantId, requestId, reason);
  const fresh = { _id: requestId, tenantId, employeeId, askedBy: personId, askedAt: now, sealed };
  const added = await addRequest(db, { ...fresh, lapsesAt: lapsesAt(fresh) });
  // Somebody else has used this very id, here or in another organisation.
  if (added?.askedBy !== personId) return refuse('not-found');
  platform.log.info({ requestId }, 'an access request was made');
  return done(await describeRequest(platform, actor, added));
}

async function mayGoOn({ db, clock }: Platform, { tenantId, personId }: Person): Promise<boolean> {
  const wish = { most: requestsADay, perMs: 24 * 3_600_000, withinMs: 0, now: clock.now() };
  return 'at' in (await takeTurn(db, { name: `${tenantId}/access-requests/${personId}`, ...wish }));
}
