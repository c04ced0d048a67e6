/** Shared notes as plain text: for reading after the talk, and as part of what is signed. */
import * as Y from 'yjs';
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { done, refuse, type Result } from '#api/platform/refusal/contract.ts';
import { readAccess } from '#api/talk/read-access.ts';
import { notesFragment } from './contract.ts';
import { readStoredNotes } from './load-shared-notes.ts';
import { plainTextOf, type NotePiece } from './rules.ts';

export async function readSharedNotes(platform: Platform, actor: Person, talkId: string): Promise<Result<{ text: string }>> {
  const access = await readAccess(platform, actor, talkId, 'shared-notes');
  if (!access?.side) return refuse('not-found');
  return done({ text: await readNotesText(platform, actor.tenantId, talkId) });
}

/** What is durably stored, for a caller who has already asked the policy table. */
export async function readNotesText(platform: Platform, tenantId: string, talkId: string): Promise<string> {
  const doc = await readStoredNotes(platform, { tenantId, talkId });
  return plainTextOf(piecesOf(doc.getXmlFragment(notesFragment)));
}

function piecesOf(parent: Y.XmlFragment): NotePiece[] {
  return parent.toArray().flatMap((child): NotePiece[] => {
    if (child instanceof Y.XmlText) return textOf(child);
    if (!(child instanceof Y.XmlElement)) return [];
    const checked = (child.getAttribute('checked') as unknown) === true;
    return [{ name: child.nodeName, pieces: piecesOf(child), ...(checked ? { checked } : {}) }];
  });
}

/** The text with the addresses that it links to, without other marks; embedded objects have no text. */
function textOf(text: Y.XmlText): NotePiece[] {
  const parts = text.toDelta() as { insert: unknown; attributes?: { link?: { href?: unknown } } }[];
  return parts.flatMap(({ insert, attributes }): NotePiece[] => {
    if (typeof insert !== 'string') return [];
    const link = attributes?.link?.href;
    return [typeof link === 'string' ? { text: insert, link } : { text: insert }];
  });
}
