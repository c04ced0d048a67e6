/**
 * Opens what others than its employee have noted for themselves about a talk, each with its author's key. For an access request that two have approved, and for
 * nobody else (privacy/access-bundle): there it is masked and sealed anew before anybody is shown it.
 */
import type { OfTalk } from '#api/platform/db/closing.ts';
import type { Platform } from '#api/platform/platform.ts';
import { openPrivateNotes } from './read-private-notes.ts';
import { listPrivateNotes } from './store.ts';

export type NotesOfOther = { authorId: string; text: string; savedAt: Date };

export async function listNotesOfOthers(platform: Platform, { tenantId, talkId }: OfTalk, employeeId: string): Promise<NotesOfOther[]> {
  const found = (await listPrivateNotes(platform.db, tenantId, talkId)).filter(({ authorId }) => authorId !== employeeId);
  const opened = found.map(async (notes) => ({
    ...{ authorId: notes.authorId, text: await openPrivateNotes(platform, notes, notes, 'access-bundle'), savedAt: notes.savedAt },
  }));
  return (await Promise.all(opened)).filter(({ text }) => text !== '');
}
