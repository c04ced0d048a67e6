/**
 * Seals private notes with a key of their own, apart from what the same author prepares for the talk: the employee goes on reading that when the notes
 * of a former manager are gone, key and all. Each time somebody begins to write there is a new key, so that the one before can be destroyed with what
 * was written then. Stores nothing but the key.
 */
import { randomUUID } from 'node:crypto';
import type { Platform } from '#api/platform/platform.ts';
import type { SealScope } from '#api/platform/seal/seal.ts';
import { findNotesKey, type PrivateNotesRecord, type Whose } from './store.ts';

/** Whose key seals private notes. @param keyId of this beginning; null in notes of earlier releases, which had one key for all */
export const privateScope = ({ tenantId, talkId, authorId }: Whose, keyId: string | null): SealScope => ({
  ...{ tenantId, talkId, authorId: keyId === null ? `${authorId}/notes` : `${authorId}/notes/${keyId}` },
});

/** Notes as they are stored: with the key that they have, else with a new one. */
export async function sealPrivateNotes(
  platform: Pick<Platform, 'db' | 'seal'>,
  whose: Whose,
  text: string,
  savedAt: Date,
): Promise<Required<Omit<PrivateNotesRecord, 'version'>>> {
  const keyId = (await findNotesKey(platform.db, whose)) ?? randomUUID();
  return { sealed: await platform.seal.closeText(privateScope(whose, keyId), text), savedAt, ownKey: true, keyId };
}
