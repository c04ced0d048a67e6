/**
 * Takes the shared notes out of what was signed, and says in the talk that its notes are gone, so that from the first step of erasing on nobody is shown an empty
 * page. Agreements, goals, comments and the hash that both have signed stay as they were. For privacy/erasure, which knows what goes.
 */
import { bytesOf } from '#api/platform/db/bytes.ts';
import type { Platform } from '#api/platform/platform.ts';
import { nobody } from '#api/platform/reading/reading.ts';
import type { Going } from '#api/privacy/erasure/rules.ts';
import { withoutNotes } from '../read-summary.ts';
import { listSigned, putNotesErased } from './store.ts';

export async function eraseSignedNotes(platform: Platform, { tenantId, talkIds, why }: Going): Promise<number> {
  const { db, seal, clock } = platform;
  const notesErased = { at: clock.now(), why: why ?? 'two-years-held' };
  let erased = 0;
  for (const talk of await listSigned(db, tenantId, talkIds)) {
    const scope = { tenantId, talkId: talk._id, authorId: 'shared' };
    const kept = talk.signedContent ? withoutNotes(await seal.openText(scope, bytesOf(talk.signedContent), nobody)) : null;
    const signedContent = kept === null ? {} : { signedContent: await seal.closeText(scope, kept) };
    if (await putNotesErased(db, talk, { notesErased, ...signedContent })) erased += 1;
  }
  return erased;
}
