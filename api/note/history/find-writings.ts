/** Everything that was written into a talk's shared notes, as far as it is known, still sealed. For callers who have already asked the policy table. */
import type { OfTalk } from '#api/platform/db/closing.ts';
import type { Db } from '#api/platform/db/db.ts';
import { findSharedNotes, type SharedNotesRecord } from '../store.ts';
import { findPieces, type SealedWriting } from './store.ts';

/** What the notes' own document holds, in order: the snapshot, whose writers are not known, and the updates since. */
export function writingsIn({ snapshot, updates }: SharedNotesRecord): SealedWriting[] {
  const base = snapshot ? [{ by: [], from: null, to: null, sealed: snapshot }] : [];
  return [...base, ...updates.map(({ by, at, sealed }) => ({ by: by === null ? [] : [by], from: at, to: at, sealed }))];
}

/** All pieces in order, deleted text included. Without folds (none yet) the snapshot is what it began with. */
export async function findWritings(db: Db, of: OfTalk): Promise<SealedWriting[]> {
  const record = await findSharedNotes(db, of);
  if (record.history.length === 0) return writingsIn(record);
  return [...(await findPieces(db, of, record.history)), ...writingsIn({ ...record, snapshot: null })];
}
