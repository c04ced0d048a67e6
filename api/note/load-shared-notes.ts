/** Shared notes in the store: appended as sealed Yjs updates, loaded again, and folded into one snapshot when they are many. */
import { randomUUID } from 'node:crypto';
import * as Y from 'yjs';
import type { OfTalk } from '#api/platform/db/closing.ts';
import type { Written } from '#api/platform/live/keeper.ts';
import { storedDocument } from '#api/platform/live/stored-document.ts';
import type { Platform } from '#api/platform/platform.ts';
import { writeWhileOpen } from '#api/talk/write-while-open.ts';
import { writingsIn } from './history/find-writings.ts';
import { keepSteps } from './history/keep-steps.ts';
import { dropFolds } from './history/store.ts';
import { notesScope, openUpdates } from './open-updates.ts';
import { addUpdates, closing, findSharedNotes, putSnapshot } from './store.ts';

/** All stored updates that a document can be made of, the snapshot first. */
export async function loadSharedNotes(platform: Pick<Platform, 'db' | 'seal' | 'log'>, talk: OfTalk): Promise<Uint8Array[]> {
  const writings = writingsIn(await findSharedNotes(platform.db, talk));
  return (await openUpdates(platform, talk, writings)).map(({ update }) => update);
}

/** The document that is stored: what to read the notes from. */
export async function readStoredNotes(platform: Pick<Platform, 'db' | 'seal' | 'log'>, talk: OfTalk): Promise<Y.Doc> {
  return storedDocument(await loadSharedNotes(platform, talk));
}

/**
 * Durable when it answers true, all of it. The order of appends does not matter to Yjs, and neither does a repeated one. False: the notes are
 * signed, and take nothing any more. Throws while they are being signed: whether they take it is not known yet.
 */
export async function appendSharedNotes(platform: Platform, talk: OfTalk, written: Written[]): Promise<boolean> {
  const at = platform.clock.now();
  const updates = await Promise.all(
    written.map(async ({ by, update }) => ({ id: randomUUID(), by, at, sealed: await platform.seal.close(notesScope(talk), update) })),
  );
  const added = await writeWhileOpen(platform, talk, closing, () => addUpdates(platform.db, talk, updates));
  if (added === 'being-signed') throw new Error('The notes are being signed, and take nothing until that is decided');
  return added === true;
}

/**
 * Folds all updates into the snapshot, in one write that also names the fold of the history; of two folds at once one does nothing. Deleted text is
 * then in the history only.
 */
export async function foldSharedNotes(platform: Platform, talk: OfTalk): Promise<void> {
  const record = await findSharedNotes(platform.db, talk);
  if (record.updates.length === 0) return;
  const opened = await openUpdates(platform, talk, writingsIn(record));
  const whole = storedDocument(opened.map(({ update }) => update));
  const snapshot = await platform.seal.close(notesScope(talk), Y.encodeStateAsUpdate(whole));
  const fold = await keepSteps(platform, talk, record, opened);
  const held = record.updates.map(({ id }) => id);
  const taken = await putSnapshot(platform.db, talk, record.version, { snapshot, held, fold });
  await dropFolds(platform.db, talk, taken ? (fold.replaces ?? []) : [fold.id]);
}
