/**
 * Keeps what a folding of the shared notes takes out of their document: the writing since the last one, with who and when. The fold counts once the
 * notes name it, which the folding does in its own write.
 */
import { randomUUID } from 'node:crypto';
import * as Y from 'yjs';
import type { OfTalk } from '#api/platform/db/closing.ts';
import type { Platform } from '#api/platform/platform.ts';
import { notesScope } from '../open-updates.ts';
import type { NewFold, SharedNotesRecord } from '../store.ts';
import { joined, stretchesOf } from './rules.ts';
import { addFold, type SealedWriting } from './store.ts';

/** A history larger than this begins anew with the notes as they stand, so that writing and deleting for hours fills no disk. */
const historyLimitBytes = 24_000_000;

/** @param opened what `writingsIn` gave of the record, without what is spoilt */
export async function keepSteps(
  platform: Pick<Platform, 'db' | 'seal'>,
  of: OfTalk,
  record: SharedNotesRecord,
  opened: (SealedWriting & { update: Uint8Array })[],
): Promise<NewFold> {
  const afresh = record.history.length === 0 || record.historyBytes > historyLimitBytes;
  const meant = afresh ? opened : opened.filter(({ sealed }) => sealed !== record.snapshot);
  const pieces = await Promise.all(
    stretchesOf(meant).map(async (stretch) => {
      const [first, ...others] = stretch;
      const update = others.length === 0 ? first.update : Y.mergeUpdates(stretch.map((one) => one.update));
      return { ...joined(stretch), sealed: await platform.seal.close(notesScope(of), update) };
    }),
  );
  const id = randomUUID();
  await addFold(platform.db, of, id, pieces);
  return { id, bytes: pieces.reduce((sum, { sealed }) => sum + sealed.length, 0), replaces: afresh ? record.history : null };
}
