/** Saves the author's own private notes. When it answers they are durable; a stale version is shown both texts. */
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { done, refuse, type Result } from '#api/platform/refusal/contract.ts';
import { mayAccess } from '#api/privacy/rules/policy.ts';
import { readAccess } from '#api/talk/read-access.ts';
import type { PrivateNotes } from './contract.ts';
import { openOwnNotes } from './read-private-notes.ts';
import { mayKeep } from './rules.ts';
import { sealPrivateNotes } from './seal-private-notes.ts';
import { putPrivateNotes } from './store.ts';

export async function savePrivateNotes(
  platform: Platform,
  actor: Person,
  talkId: string,
  text: string,
  version: number,
): Promise<Result<PrivateNotes>> {
  const access = await readAccess(platform, actor, talkId, 'private-notes');
  if (!access) return refuse('not-found');
  if (!mayAccess('private-notes', 'write', access.relation, access.policy)) return refuse('notes-closed');
  const refused = mayKeep(text);
  if (refused) return refused;
  const whose = { tenantId: actor.tenantId, talkId, authorId: actor.personId };
  const savedAt = platform.clock.now();
  const saved = await putPrivateNotes(platform.db, whose, version, await sealPrivateNotes(platform, whose, text, savedAt));
  if (!saved) return refuse('stale', { current: await openOwnNotes(platform, actor, talkId) });
  return done({ text, version: version + 1, savedAt: savedAt.toISOString() });
}
