/** Shared notes in the store: appended as sealed Yjs updates, loaded again, and folded into one snapshot when they are many. */
import { randomUUID } from 'node:crypto';
import * as Y from 'yjs';
import { goodUpdates } from '#api/platform/live/trial.ts';
import type { Platform } from '#api/platform/platform.ts';
import { addUpdate, dropUpdates, listUpdates, putSnapshot, type OfTalk } from './store.ts';

const scopeOf = ({ tenantId, talkId }: OfTalk): { tenantId: string; talkId: string; authorId: string } => ({
  tenantId,
  talkId,
  authorId: 'shared',
});

/** All stored updates that a document can be made of, the snapshot first. */
export async function loadSharedNotes(platform: Platform, talk: OfTalk): Promise<Uint8Array[]> {
  const { updates, snapshot } = await listUpdates(platform.db, talk);
  return openGood(platform, talk, [...(snapshot ? [snapshot] : []), ...updates]);
}

async function openGood(platform: Platform, talk: OfTalk, sealed: { sealed: Buffer }[]): Promise<Uint8Array[]> {
  const opened = await Promise.all(sealed.map((one) => platform.seal.open(scopeOf(talk), one.sealed)));
  const good = goodUpdates(opened);
  if (good.length < opened.length)
    platform.log.error({ talkId: talk.talkId, left: opened.length - good.length }, 'spoilt updates of shared notes were left out');
  return good;
}

/** Durable when it resolves. The order of appends does not matter to Yjs, and neither does a repeated one. */
export async function appendSharedNotes(platform: Platform, talk: OfTalk, update: Uint8Array): Promise<void> {
  const sealed = await platform.seal.close(scopeOf(talk), update);
  await addUpdate(platform.db, talk, { id: randomUUID(), at: platform.clock.now(), sealed });
}

/**
 * Folds all updates into the snapshot: first the snapshot is written, then what it contains is removed. A crash in between leaves updates
 * twice, which changes nothing; of two folds at once one gives up. Deleted text is gone for good afterwards.
 */
export async function foldSharedNotes(platform: Platform, talk: OfTalk): Promise<void> {
  const { updates, snapshot } = await listUpdates(platform.db, talk);
  if (updates.length === 0) return;
  const doc = new Y.Doc();
  (await openGood(platform, talk, [...(snapshot ? [snapshot] : []), ...updates])).forEach((update) => Y.applyUpdate(doc, update));
  const folded = await platform.seal.close(scopeOf(talk), Y.encodeStateAsUpdate(doc));
  const ours = await putSnapshot(platform.db, talk, snapshot?.version ?? 0, folded);
  const ids = updates.map(({ id }) => id);
  if (ours) await dropUpdates(platform.db, talk, ids);
}
