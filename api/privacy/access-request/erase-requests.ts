/** Erases access requests with whoever they are about, and what is older than it is kept; of talks that are erased it forgets that they were in one. */
import type { Platform } from '#api/platform/platform.ts';
import { keptSince, type Going } from '../erasure/rules.ts';
import { shredParts } from './seal-parts.ts';
import { dropEndedBefore, dropRequestsOf, forgetTalks, listConcerning } from './store.ts';

/** The keys go first: of what is left after a crash nothing can be opened. */
export async function eraseRequests(platform: Platform, { tenantId, personId, talkIds }: Going): Promise<number> {
  const { db } = platform;
  const forgotten = await forgetTalks(db, tenantId, talkIds);
  if (!personId) return forgotten;
  for (const request of await listConcerning(db, tenantId, personId))
    if (request.employeeId === personId) await shredParts(platform, request);
  return forgotten + (await dropRequestsOf(db, tenantId, personId));
}

/** One look at everything that was asked for 24 months ago. Nothing about whoever is under a legal hold. */
export async function eraseAgedRequests({ db, clock, config, log }: Platform): Promise<boolean> {
  const erased = await dropEndedBefore(db, keptSince(clock.now()), config.legalHold);
  if (erased > 0) log.info({ erased }, 'access requests that were kept long enough are erased');
  return false;
}
