/** Erases preparations for good, for a caller who knows by the rules of retention that their time is over. Answers how many. */
import type { Platform } from '#api/platform/platform.ts';
import type { Going } from '#api/privacy/erasure/rules.ts';
import { dropDrafts, dropPreparations, dropPreparationsOf, dropUnshared, listWithUnshared } from './store.ts';

/** What employees never shared, of talks that have begun long ago. */
export function eraseDrafts(platform: Platform, tenantId: string, talkIds: string[]): Promise<number> {
  return dropDrafts(platform.db, tenantId, talkIds);
}

/** All that somebody prepared for a talk that they hold no more. */
export function erasePreparation(platform: Platform, whose: { tenantId: string; talkId: string; authorId: string }): Promise<number> {
  return dropPreparations(platform.db, whose);
}

/**
 * All that was prepared for talks that go; and what a manager who has left prepared for others and has shared with nobody, with its key: that
 * goes first, so that a crash in between forgets none.
 */
export async function erasePreparationsWith({ db, seal }: Platform, { tenantId, personId, talkIds, aloneIds }: Going): Promise<number> {
  const erased = await dropPreparationsOf(db, tenantId, talkIds);
  if (!personId) return erased;
  const unshared = await listWithUnshared(db, tenantId, aloneIds, personId);
  for (const talkId of unshared) await seal.shred({ tenantId, talkId, authorId: personId });
  return erased + (await dropUnshared(db, tenantId, unshared, personId));
}
