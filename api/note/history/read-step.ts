/** Shared notes as they stood at an instant, for the two of the talk. Changes nothing: what is brought back is typed again, like every other edit. */
import * as Y from 'yjs';
import type { Person } from '#api/platform/identity/actor.ts';
import { storedDocument } from '#api/platform/live/stored-document.ts';
import type { Platform } from '#api/platform/platform.ts';
import { done, refuse, type Result } from '#api/platform/refusal/contract.ts';
import { readAccess } from '#api/talk/read-access.ts';
import { openUpdates } from '../open-updates.ts';
import { findWritings } from './find-writings.ts';
import { stoodAt } from './rules.ts';

export async function readNoteStep(platform: Platform, actor: Person, talkId: string, to: string): Promise<Result<{ update: string }>> {
  const access = await readAccess(platform, actor, talkId, 'shared-notes');
  if (!access?.side) return refuse('not-found');
  const of = { tenantId: actor.tenantId, talkId };
  const at = new Date(to);
  const standing = (await findWritings(platform.db, of)).filter((writing) => stoodAt(writing, at));
  const document = storedDocument((await openUpdates(platform, of, standing)).map(({ update }) => update));
  return done({ update: Buffer.from(Y.encodeStateAsUpdate(document)).toString('base64') });
}
