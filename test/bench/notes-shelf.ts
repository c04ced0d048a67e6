/** The shared notes of one talk as they lie in the store, read past Samtal, as its next process will. */
import type * as Y from 'yjs';
import { writingsIn } from '#api/note/history/find-writings.ts';
import { readStoredNotes } from '#api/note/load-shared-notes.ts';
import { openUpdates } from '#api/note/open-updates.ts';
import { findSharedNotes } from '#api/note/store.ts';
import { connectDb } from '#api/platform/db/db.ts';
import { createLog } from '#api/platform/log/log.ts';
import { openKeyWrapper } from '#api/platform/seal/key-wrapper.ts';
import { createSeal } from '#api/platform/seal/seal.ts';
import type { Killable } from '#test/given/killable.ts';
import type { Stored } from './notes-difference.ts';

type Shelf = { read(): Promise<Y.Doc>; /** As it lies there, one by one. */ stored(): Promise<Stored[]>; close(): Promise<void> };

export async function openShelf(samtal: Killable, talkId: string): Promise<Shelf> {
  const db = await connectDb(samtal.storeUri, 'samtal');
  const platform = { db, seal: createSeal(db, await openKeyWrapper(samtal.keyUrl)), log: createLog('silent') };
  const of = { tenantId: samtal.tenantId, talkId };
  return {
    read: () => readStoredNotes(platform, of),
    stored: async () => openUpdates(platform, of, writingsIn(await findSharedNotes(db, of))),
    close: () => db.close(),
  };
}
