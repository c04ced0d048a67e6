/** Shared notes as they are durably stored, with their formatting. For a caller who has already asked the policy table. */
import * as Y from 'yjs';
import type { Platform } from '#api/platform/platform.ts';
import { notesFragment } from '../contract.ts';
import { readStoredNotes } from '../load-shared-notes.ts';
import type { FormattedPiece } from './contract.ts';
import { joinTexts, markedText } from './rules.ts';

export async function readFormattedNotes(platform: Platform, tenantId: string, talkId: string): Promise<FormattedPiece[]> {
  const doc = await readStoredNotes(platform, { tenantId, talkId });
  return piecesOf(doc.getXmlFragment(notesFragment));
}

function piecesOf(parent: Y.XmlFragment): FormattedPiece[] {
  return joinTexts(
    parent.toArray().flatMap((child): FormattedPiece[] => {
      if (child instanceof Y.XmlText) return textsOf(child);
      return child instanceof Y.XmlElement ? [blockOf(child)] : [];
    }),
  );
}

/** The order of the members is part of the canonical form. */
function blockOf(element: Y.XmlElement): FormattedPiece {
  const { level, checked } = element.getAttributes() as { level?: unknown; checked?: unknown };
  return {
    name: element.nodeName,
    ...(typeof level === 'number' ? { level } : {}),
    ...(typeof checked === 'boolean' ? { checked } : {}),
    pieces: piecesOf(element),
  };
}

function textsOf(text: Y.XmlText): FormattedPiece[] {
  const parts = text.toDelta() as { insert: unknown; attributes?: Record<string, unknown> }[];
  return parts.flatMap(({ insert, attributes }) => (typeof insert === 'string' ? [markedText(insert, attributes)] : []));
}
