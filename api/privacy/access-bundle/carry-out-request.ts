/**
 * What the clock does about access requests: puts together what was approved, and closes what has ended (declined, lapsed, or 72 hours after it was approved),
 * keys first. Whatever dies on the way is gone on with.
 */
import type { Platform } from '#api/platform/platform.ts';
import type { Going } from '../erasure/rules.ts';
import { findConcerned } from '../access-request/find-concerned.ts';
import { closesAt, hasEnded, lapsesAt, openMs, statusOf } from '../access-request/rules.ts';
import { shredParts } from '../access-request/seal-parts.ts';
import { claimRequest, putRequestOff, saveClaimed, type RequestRecord } from '../access-request/store.ts';
import { dueAt } from '#api/platform/db/due.ts';
import { collectBundle } from './collect-bundle.ts';
import { dropBundle, dropCopy, dropMadeBefore, dropPiecesOf } from './store.ts';

/** One step: the request that has waited longest. Answers false when none is due. */
export async function carryOutNextRequest(platform: Platform): Promise<boolean> {
  const now = platform.clock.now();
  const request = await claimRequest(platform.db, now);
  if (!request) return false;
  const status = statusOf(request, now);
  if (status === 'preparing') await open(platform, request);
  else if (hasEnded(status)) await close(platform, request, now);
  // The clock was turned back.
  else await putRequestOff(platform.db, request, closesAt(request) ?? lapsesAt(request));
  return true;
}

/** Whoever is told of it is named in the same write that opens it. */
async function open(platform: Platform, request: RequestRecord): Promise<void> {
  const { db, clock, log } = platform;
  const { _id, tenantId, employeeId, due } = request;
  const copy = due?.fence ?? 0;
  const closes = closesAt(request) ?? clock.now();
  const { talks: concerned } = await findConcerned(platform, tenantId, employeeId);
  const holders = new Map(concerned.map(({ talkId, holderIds }) => [talkId, [...new Set(holderIds)]]));
  const talks = await collectBundle(platform, request, copy, (talkId) => holders.get(talkId) ?? []);
  const now = clock.now();
  const opened = { copy, talks, copiedAt: now, due: dueAt(closes), untold: dueAt(now) };
  if (await saveClaimed(db, request, opened)) return void log.info({ requestId: _id, talks: talks.length }, 'an access bundle is open');
  // Somebody else was faster, or there is no such request any more.
  await dropCopy(db, { tenantId, requestId: _id, copy });
}

async function close(platform: Platform, request: RequestRecord, now: Date): Promise<void> {
  const { db, log } = platform;
  const { _id, tenantId } = request;
  await shredParts(platform, request);
  await dropBundle(db, tenantId, _id);
  await dropMadeBefore(db, new Date(now.getTime() - openMs));
  if (await saveClaimed(db, request, { sealed: null, closedAt: now, due: null }))
    log.info({ requestId: _id }, 'an access request is closed, and nothing of it can be opened any more');
}

/** For privacy/erasure, which knows what goes: pieces of the talks, and whole bundles about whoever goes. */
export function eraseBundles({ db }: Platform, { tenantId, personId, talkIds }: Going): Promise<number> {
  return dropPiecesOf(db, tenantId, talkIds, personId);
}
