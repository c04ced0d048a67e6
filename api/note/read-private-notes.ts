/** The reader's own private notes on a talk. There is no way to ask for anybody else's: the author is always the reader. */
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { done, refuse, type Result } from '#api/platform/refusal/contract.ts';
import type { Item } from '#api/privacy/contract.ts';
import { readAccess } from '#api/talk/read-access.ts';
import type { PrivateNotes } from './contract.ts';
import { privateScope } from './seal-private-notes.ts';
import { findPrivateNotes, type PrivateNotesRecord, type Whose } from './store.ts';

export async function readPrivateNotes(platform: Platform, actor: Person, talkId: string): Promise<Result<PrivateNotes>> {
  const access = await readAccess(platform, actor, talkId, 'private-notes');
  if (!access) return refuse('not-found');
  return done(await openOwnNotes(platform, actor, talkId));
}

/** What the author has stored now, for a caller who has already asked the policy table. */
export async function openOwnNotes(platform: Platform, author: Person, talkId: string): Promise<PrivateNotes> {
  const whose = { tenantId: author.tenantId, talkId, authorId: author.personId };
  const found = await findPrivateNotes(platform.db, whose);
  if (!found) return { text: '', version: 0, savedAt: null };
  return {
    text: await openPrivateNotes(platform, whose, found, 'private-notes'),
    version: found.version,
    savedAt: found.savedAt.toISOString(),
  };
}

/** Notes that were found, for a caller who says as which item of the policy table they are opened. */
export function openPrivateNotes(platform: Platform, whose: Whose, found: PrivateNotesRecord, as: Item): Promise<string> {
  // Notes of earlier releases have their author's key until they are written in again.
  const { tenantId, talkId, authorId } = whose;
  const scope = found.ownKey ? privateScope(whose, found.keyId ?? null) : { tenantId, talkId, authorId };
  return platform.seal.openText(scope, found.sealed, as);
}
