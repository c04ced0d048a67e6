/** Rules of notes: which talk a live document belongs to, how long private notes may be, and shared notes as plain text. */
import { refuse, type Refused } from '#api/platform/refusal/contract.ts';
import { liveDocumentName, privateNotesLimit } from './contract.ts';

/** The talk whose shared notes have this document name; null when the name is no such name. */
export function talkIdOf(documentName: string): string | null {
  const prefix = liveDocumentName('');
  const talkId = documentName.startsWith(prefix) ? documentName.slice(prefix.length) : '';
  return talkId !== '' && talkId.length <= 100 ? talkId : null;
}

/** Whether private notes may be this long, in UTF-16 code units. @returns null, or notes-too-long with the limit */
export function mayKeep(text: string): Refused | null {
  if (text.length <= privateNotesLimit) return null;
  return refuse('notes-too-long', { limit: privateNotesLimit, detail: `At most ${privateNotesLimit} characters.` });
}

/** A piece of shared notes as the editor builds them: text, or a named element (paragraph, heading, bulletList, orderedList, listItem, hardBreak …). */
export type NotePiece = { text: string } | { name: string; pieces: NotePiece[] };

const inlineNames = new Set(['hardBreak']);
const isInline = (piece: NotePiece): boolean => 'text' in piece || inlineNames.has(piece.name);

/**
 * Shared notes as plain text: one line per paragraph or heading, list items after "- " or their number, inner lists indented by two spaces.
 * Formatting is left out; an element that is not known here keeps its text.
 */
export function plainTextOf(pieces: NotePiece[]): string {
  return blockLines(pieces).join('\n').trim();
}

/** Lines of blocks; text that stands beside blocks becomes a line of its own. */
function blockLines(pieces: NotePiece[]): string[] {
  const lines: string[] = [];
  let inline: NotePiece[] = [];
  const endLine = (): void => {
    if (inline.length > 0) lines.push(...inlineText(inline).split('\n'));
    inline = [];
  };
  for (const piece of pieces) {
    if (isInline(piece)) {
      inline.push(piece);
      continue;
    }
    endLine();
    if (!('text' in piece)) lines.push(...linesOf(piece));
  }
  endLine();
  return lines;
}

function linesOf({ name, pieces }: { name: string; pieces: NotePiece[] }): string[] {
  if (name === 'bulletList') return pieces.flatMap((item) => itemLines(item, '- '));
  if (name === 'orderedList') return pieces.flatMap((item, index) => itemLines(item, `${index + 1}. `));
  return pieces.length === 0 ? [''] : blockLines(pieces);
}

/** The mark stands before the first line; what follows stands under it. */
function itemLines(item: NotePiece, mark: string): string[] {
  const lines = blockLines('text' in item ? [item] : item.pieces);
  return [`${mark}${lines[0] ?? ''}`.trimEnd(), ...lines.slice(1).map((line) => `  ${line}`)];
}

function inlineText(pieces: NotePiece[]): string {
  return pieces.map((piece) => ('text' in piece ? piece.text : '\n')).join('');
}
