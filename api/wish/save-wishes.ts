/** Keeps what a person says about the own time, in one guarded write. What is booked already stays: wishes are for times still to be found. */
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { done, refuse, type Result } from '#api/platform/refusal/contract.ts';
import type { Wishes } from './contract.ts';
import { wrongWish } from './rules/check-wishes.ts';
import { findWishRecord, writeWishes } from './store.ts';

export async function saveMyWishes(
  platform: Platform,
  { tenantId, personId }: Person,
  wishes: Wishes,
  version: number,
): Promise<Result<{ wishes: Wishes; version: number }>> {
  const wrong = wrongWish(wishes);
  if (wrong) return refuse(wrong.reason, { field: wrong.field });
  const written = await writeWishes(platform.db, { tenantId, personId }, version, { wishes, changedAt: platform.clock.now() });
  if (written) return done({ wishes: written.wishes, version: written.version });
  const stored = await findWishRecord(platform.db, tenantId, personId);
  return refuse('stale', { current: stored && { wishes: stored.wishes, version: stored.version } });
}
