/** Shared notes in the store: appended as sealed Yjs updates, loaded again, and folded into one snapshot when they are many. */
import { randomUUID } from 'node:crypto';
import * as Y from 'yjs';
import { goodUpdates } from '#api/platform/live/trial.ts';
import type { Platform } from '#api/platform/platform.ts';
import type { OfTalk } from '#api/platform/db/closing.ts';
import { writeWhileOpen } from '#api/talk/write-while-open.ts';
import { addUpdate, closing, findSharedNotes, putSnapshot } from './store.ts';

const scopeOf = ({ tenantId, talkId }: OfTalk): { tenantId: string; talkId: string; authorId: string } => ({
  tenantId,
  talkId,
  authorId: 'shared',
});

/** All stored updates that a document can be made of, the snapshot first. */
export async function loadSharedNotes(platform: Platform, talk: OfTalk): Promise<Uint8Array[]> {
  const { updates, snapshot } = await findSharedNotes(platform.db, talk);
  return openGood(platform, talk, [...(snapshot ? [snapshot] : []), ...updates.map(({ sealed }) => sealed)]);
}

async function openGood(platform: Platform, talk: OfTalk, sealed: Buffer[]): Promise<Uint8Array[]> {
  const opened = await Promise.all(sealed.map((one) => platform.seal.open(scopeOf(talk), one)));
  const good = goodUpdates(opened);
  if (good.length < opened.length)
    platform.log.error({ talkId: talk.talkId, left: opened.length - good.length }, 'spoilt updates of shared notes were left out');
  return good;
}

/**
 * Durable when it answers true. The order of appends does not matter to Yjs, and neither does a repeated one. False: the notes are signed, and
 * take nothing any more. Throws while they are being signed: whether they take it is not known yet.
 */
export async function appendSharedNotes(platform: Platform, talk: OfTalk, update: Uint8Array): Promise<boolean> {
  const sealed = await platform.seal.close(scopeOf(talk), update);
  const added = await writeWhileOpen(platform, talk, closing, () => addUpdate(platform.db, talk, { id: randomUUID(), sealed }));
  if (added === 'being-signed') throw new Error('The notes are being signed, and take nothing until that is decided');
  return added === true;
}

/**
 * Folds all updates into the snapshot, in one write; of two folds at once one does nothing. Deleted text is gone for good afterwards.
 */
export async function foldSharedNotes(platform: Platform, talk: OfTalk): Promise<void> {
  const { updates, snapshot, version } = await findSharedNotes(platform.db, talk);
  if (updates.length === 0) return;
  const doc = new Y.Doc();
  const all = [...(snapshot ? [snapshot] : []), ...updates.map(({ sealed }) => sealed)];
  (await openGood(platform, talk, all)).forEach((update) => Y.applyUpdate(doc, update));
  const folded = await platform.seal.close(scopeOf(talk), Y.encodeStateAsUpdate(doc));
  await putSnapshot(
    platform.db,
    talk,
    version,
    folded,
    updates.map(({ id }) => id),
  );
}
