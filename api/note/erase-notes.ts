/** Erases notes for good: of talks that go everything, of a manager who has left the own private notes with their key. For privacy/erasure, which knows what goes. */
import type { Platform } from '#api/platform/platform.ts';
import type { Going } from '#api/privacy/erasure/rules.ts';
import { shredPrivateNotes } from './erase-private-notes.ts';
import { dropHistory } from './history/store.ts';
import { dropPrivateNotesOf, dropSharedNotes, listTalksWithNotes } from './store.ts';

export async function eraseNotesWith(platform: Platform, { tenantId, personId, talkIds, aloneIds }: Going): Promise<number> {
  let erased = await dropPrivateNotesOf(platform.db, tenantId, talkIds);
  if (personId) for (const talkId of aloneIds) erased += await shredPrivateNotes(platform, { tenantId, talkId, authorId: personId });
  return erased;
}

export function eraseSharedNotes({ db }: Platform, { tenantId, talkIds }: Going): Promise<number> {
  return dropSharedNotes(db, tenantId, talkIds);
}

export function eraseHistory({ db }: Platform, { tenantId, talkIds }: Going): Promise<number> {
  return dropHistory(db, tenantId, talkIds);
}

/** Those of these talks of which somebody has private notes; never what is in them. */
export async function listWithPrivateNotes({ db }: Platform, tenantId: string, talkIds: string[]): Promise<Set<string>> {
  return new Set(await listTalksWithNotes(db, tenantId, talkIds));
}
