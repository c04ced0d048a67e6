/** Opens sealed Yjs updates of shared notes and leaves out those that no document can take. Reads nothing itself. */
import type { OfTalk } from '#api/platform/db/closing.ts';
import { goodUpdates } from '#api/platform/live/trial.ts';
import type { Platform } from '#api/platform/platform.ts';
import type { SealScope } from '#api/platform/seal/seal.ts';

/** Whose key seals what both write. */
export const notesScope = ({ tenantId, talkId }: OfTalk): SealScope => ({ tenantId, talkId, authorId: 'shared' });

/** The same pieces, each with its update, in their order. */
export async function openUpdates<T extends { sealed: Buffer }>(
  platform: Pick<Platform, 'seal' | 'log'>,
  of: OfTalk,
  pieces: T[],
): Promise<(T & { update: Uint8Array })[]> {
  const updates = await Promise.all(pieces.map(({ sealed }) => platform.seal.open(notesScope(of), sealed, 'shared-notes')));
  const good = new Set(goodUpdates(updates));
  if (good.size < updates.length)
    platform.log.error({ talkId: of.talkId, left: updates.length - good.size }, 'spoilt updates of shared notes were left out');
  return pieces.flatMap((piece, at) => {
    const update = updates[at];
    return update && good.has(update) ? [{ ...piece, update }] : [];
  });
}
