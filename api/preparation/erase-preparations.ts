/** Erases preparations for good, for a caller who knows by the rules of retention that their time is over. Answers how many. */
import type { Platform } from '#api/platform/platform.ts';
import { dropDrafts, dropPreparations } from './store.ts';

/** What employees never shared, of talks that have begun long ago. */
export function eraseDrafts(platform: Platform, tenantId: string, talkIds: string[]): Promise<number> {
  return dropDrafts(platform.db, tenantId, talkIds);
}

/** All that somebody prepared for a talk that they hold no more. */
export function erasePreparation(platform: Platform, whose: { tenantId: string; talkId: string; authorId: string }): Promise<number> {
  return dropPreparations(platform.db, whose);
}
