/**
 * Seals private notes with a key of their own, apart from what the same author prepares for the talk: the employee goes on reading that when the notes
 * of a former manager are gone, key and all. Stores nothing.
 */
import type { Platform } from '#api/platform/platform.ts';
import type { SealScope } from '#api/platform/seal/seal.ts';
import type { PrivateNotesRecord, Whose } from './store.ts';

/** Whose key seals private notes. */
export const privateScope = ({ tenantId, talkId, authorId }: Whose): SealScope => ({ tenantId, talkId, authorId: `${authorId}/notes` });

/** Notes as they are stored. */
export async function sealPrivateNotes(
  platform: Pick<Platform, 'seal'>,
  whose: Whose,
  text: string,
  savedAt: Date,
): Promise<Required<Omit<PrivateNotesRecord, 'version'>>> {
  return { sealed: await platform.seal.closeText(privateScope(whose), text), savedAt, ownKey: true };
}
