/** Rules of notes: which talk a live document belongs to, how long notes may be, what may be linked, and shared notes as plain text. */
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

const addressLimit = 2_000;

/**
 * The address that somebody means by what they typed: a web address (https alone; without its beginning it is added) or a mail address.
 * @returns null for everything else: http, javascript, data, an address with a password in it
 */
export function linkOf(typed: string): string | null {
  const text = typed.trim();
  if (text.length > addressLimit) return null;
  if (/^[^\s@:/?]+@[^\s@:/?]+\.[^\s@:/?]+$/.test(text)) return linkOf(`mailto:${text}`);
  const bare = /^[\w-]+(\.[\w-]+)+(:\d+)?([/?#].*)?$/.test(text);
  const address = bare ? `https://${text}` : text;
  return isSafeLink(address) ? address : null;
}

/** Whether an address may be shown as a link, wherever it came from. */
export function isSafeLink(address: string): boolean {
  if (address.length > addressLimit || /\s/.test(address) || !URL.canParse(address)) return false;
  const { protocol, username, password, pathname } = new URL(address);
  if (protocol === 'mailto:') return /^[^@]+@[^@]+$/.test(pathname);
  return protocol === 'https:' && username === '' && password === '';
}

/**
 * A piece of shared notes as the editor builds them: text, or a named element (paragraph, heading, bulletList, orderedList, listItem, taskList,
 * taskItem, hardBreak …).
 */
export type NotePiece = { text: string; link?: string } | { name: string; pieces: NotePiece[]; checked?: boolean };

const inlineNames = new Set(['hardBreak']);
const isInline = (piece: NotePiece): boolean => 'text' in piece || inlineNames.has(piece.name);

/**
 * Shared notes as plain text: one line per paragraph or heading, list items after "- ", their number or their box, inner lists indented by two
 * spaces, the address of a link behind its words. Other formatting is left out; an element that is not known here keeps its text.
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
  if (name === 'taskList') return pieces.flatMap((item) => itemLines(item, 'checked' in item && item.checked ? '[x] ' : '[ ] '));
  return pieces.length === 0 ? [''] : blockLines(pieces);
}

/** The mark stands before the first line; what follows stands under it. */
function itemLines(item: NotePiece, mark: string): string[] {
  const lines = blockLines('text' in item ? [item] : item.pieces);
  return [`${mark}${lines[0] ?? ''}`.trimEnd(), ...lines.slice(1).map((line) => `  ${line}`)];
}

function inlineText(pieces: NotePiece[]): string {
  let linked = '';
  return pieces
    .map((piece, at) => {
      if (!('text' in piece)) return '\n';
      const { text, link } = piece;
      const next = pieces[at + 1];
      linked = link === undefined ? '' : linked + text;
      if (link === undefined || (next && 'text' in next && next.link === link)) return text;
      const shown = linked;
      linked = '';
      return isSafeLink(link) && !says(shown, link) ? `${text} <${link}>` : text;
    })
    .join('');
}

/** Whether the words of a link are its address already. */
function says(words: string, address: string): boolean {
  return [address, address.replace(/^(https:\/\/|mailto:)/, '')].includes(words.trim());
}
