/** Somebody's own wishes, for nobody else's eyes. */
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { done, type Result } from '#api/platform/refusal/contract.ts';
import type { Wishes } from './contract.ts';
import { findWishRecord } from './store.ts';

export async function readMyWishes(
  platform: Platform,
  { tenantId, personId }: Person,
): Promise<Result<{ wishes: Wishes; version: number }>> {
  const found = await findWishRecord(platform.db, tenantId, personId);
  return done(found ? { wishes: found.wishes, version: found.version } : { wishes: { weekly: [], days: [] }, version: 0 });
}
