/** Erases private notes for good, for a caller who knows by the rules of retention that their time is over. Answers how many. */
import type { Platform } from '#api/platform/platform.ts';
import { privateScope } from './seal-private-notes.ts';
import { dropOldPrivateNotes, dropPrivateNotes, type Whose } from './store.ts';

export function erasePrivateNotes(platform: Platform, whose: Whose): Promise<number> {
  return dropPrivateNotes(platform.db, whose);
}

/** With their key: what is left of them in an old copy of the store is unreadable. For an author who will never write in them again. */
export async function shredPrivateNotes(platform: Platform, whose: Whose): Promise<number> {
  const erased = await dropPrivateNotes(platform.db, whose);
  await platform.seal.shred(privateScope(whose));
  return erased;
}

/** Of these talks, what nobody has written in since then. */
export function eraseOldPrivateNotes(platform: Platform, tenantId: string, talkIds: string[], savedBy: Date): Promise<number> {
  return dropOldPrivateNotes(platform.db, tenantId, talkIds, savedBy);
}
