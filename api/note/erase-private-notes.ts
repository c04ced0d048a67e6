/** Erases private notes for good, for a caller who knows by the rules of retention that their time is over. Answers how many. */
import type { Platform } from '#api/platform/platform.ts';
import { privateScope } from './seal-private-notes.ts';
import { dropEnded, dropPrivateNotes, endPrivateNotes, forgetEndedKey, listEndedKeys, listOldNotes, type Whose } from './store.ts';

export function erasePrivateNotes(platform: Platform, whose: Whose): Promise<number> {
  return dropPrivateNotes(platform.db, whose);
}

/** With their keys: what is left of them in an old copy of the store is unreadable. For an author who will never write in them again. */
export async function shredPrivateNotes(platform: Platform, whose: Whose): Promise<number> {
  const erased = await dropPrivateNotes(platform.db, whose);
  const { tenantId, talkId, authorId } = privateScope(whose, null);
  await platform.seal.shred({ tenantId, talkId, authorId });
  await platform.seal.shredAll({ tenantId, talkId: `${talkId}/${authorId}` });
  return erased;
}

/**
 * Of these talks, what nobody has written in since then, with its key. The author may write again at this very moment: the notes are ended first, in a write
 * that an older version of them does not survive, and name the key that is to go until it has; what is written from then on has another. Whatever dies in
 * between is gone on with the next time.
 */
export async function eraseOldPrivateNotes(platform: Platform, tenantId: string, talkIds: string[], savedBy: Date): Promise<number> {
  const { db, seal } = platform;
  let erased = 0;
  for (const old of await listOldNotes(db, tenantId, talkIds, savedBy)) {
    // Notes of the first releases have their author's key, which also seals what they prepared: that one goes with the talk.
    const own = old.ownKey ? [privateScope(old, null).authorId] : [];
    const keys = old.keyId ? [...own, privateScope(old, old.keyId).authorId] : own;
    if (await endPrivateNotes(db, old, savedBy, keys)) erased += 1;
  }
  for (const { talkId, authorId, endedKeys } of await listEndedKeys(db, tenantId, talkIds))
    for (const key of endedKeys) {
      await seal.shred({ tenantId, talkId, authorId: key });
      await forgetEndedKey(db, { tenantId, talkId, authorId }, key);
    }
  await dropEnded(db, tenantId, talkIds);
  return erased;
}
