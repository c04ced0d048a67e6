/** Shared notes in the store: appended as sealed Yjs updates, loaded again, and folded into one snapshot when they are many. */
import { randomUUID } from 'node:crypto';
import * as Y from 'yjs';
import type { Platform } from '#api/platform/platform.ts';
import { addUpdate, dropUpdates, listUpdates, putSnapshot, type OfTalk } from './store.ts';

const scopeOf = ({ tenantId, talkId }: OfTalk): { tenantId: string; talkId: string; authorId: string } => ({ tenantId, talkId, authorId: 'shared' });

/** All stored updates, the snapshot first. */
export async function loadSharedNotes(platform: Platform, talk: OfTalk): Promise<Uint8Array[]> {
  const { updates, snapshot } = await listUpdates(platform.db, talk);
  const sealed = [...(snapshot ? [snapshot] : []), ...updates].map((one) => one.sealed);
  return Promise.all(sealed.map((one) => platform.seal.open(scopeOf(talk), one)));
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
  for (const { sealed } of [...(snapshot ? [snapshot] : []), ...updates]) Y.applyUpdate(doc, await platform.seal.open(scopeOf(talk), sealed));
  const folded = await platform.seal.close(scopeOf(talk), Y.encodeStateAsUpdate(doc));
  const ours = await putSnapshot(platform.db, talk, snapshot?.version ?? 0, folded);
  const ids = updates.map(({ id }) => id);
  if (ours) await dropUpdates(platform.db, talk, ids);
}
