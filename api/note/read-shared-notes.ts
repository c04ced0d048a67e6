/** Shared notes as plain text: for reading after the talk, and as part of what is signed. */
import * as Y from 'yjs';
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { done, refuse, type Result } from '#api/platform/refusal/contract.ts';
import { readAccess } from '#api/talk/read-access.ts';
import { notesFragment } from './contract.ts';
import { loadSharedNotes } from './load-shared-notes.ts';
import { plainTextOf, type NotePiece } from './rules.ts';

export async function readSharedNotes(platform: Platform, actor: Person, talkId: string): Promise<Result<{ text: string }>> {
  const access = await readAccess(platform, actor, talkId, 'shared-notes');
  if (!access?.side) return refuse('not-found');
  return done({ text: await readNotesText(platform, actor.tenantId, talkId) });
}

/** What is durably stored, for a caller who has already asked the policy table. */
export async function readNotesText(platform: Platform, tenantId: string, talkId: string): Promise<string> {
  const doc = new Y.Doc();
  for (const update of await loadSharedNotes(platform, { tenantId, talkId })) Y.applyUpdate(doc, update);
  return plainTextOf(piecesOf(doc.getXmlFragment(notesFragment)));
}

function piecesOf(parent: Y.XmlFragment): NotePiece[] {
  return parent.toArray().flatMap((child): NotePiece[] => {
    if (child instanceof Y.XmlText) return textOf(child);
    return child instanceof Y.XmlElement ? [{ name: child.nodeName, pieces: piecesOf(child) }] : [];
  });
}

/** The text without its marks (bold, links); embedded objects have no text. */
function textOf(text: Y.XmlText): NotePiece[] {
  const parts = text.toDelta() as { insert: unknown }[];
  return parts.flatMap(({ insert }) => (typeof insert === 'string' ? [{ text: insert }] : []));
}
