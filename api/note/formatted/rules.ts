/** Rules of formatted notes: which links may be followed, and one form for one content, so that the same notes always have the same hash. */
import type { FormattedPiece, FormattedText } from './contract.ts';

/** The address if it may be followed from notes that somebody else wrote: https, http or mailto. @returns undefined for everything else */
export function safeHref(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  return /^(https?:\/\/|mailto:)[^\s]+$/i.test(value) ? value : undefined;
}

/** A text with the marks that count; an attribute that is not known says nothing. */
export function markedText(text: string, marks: Record<string, unknown> = {}): FormattedText {
  const link = marks.link as { href?: unknown } | undefined;
  const href = safeHref(link?.href);
  return {
    text,
    ...(marks.bold ? { bold: true as const } : {}),
    ...(marks.italic ? { italic: true as const } : {}),
    ...(href ? { href } : {}),
  };
}

/** Neighbouring texts with the same marks become one, empty ones go: how an editor cut them says nothing about the content. */
export function joinTexts(pieces: FormattedPiece[]): FormattedPiece[] {
  const joined: FormattedPiece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if ('text' in piece && piece.text === '') continue;
    if (last && 'text' in last && 'text' in piece && sameMarks(last, piece))
      joined[joined.length - 1] = { ...last, text: last.text + piece.text };
    else joined.push(piece);
  }
  return joined;
}

const sameMarks = (one: FormattedText, other: FormattedText): boolean =>
  one.bold === other.bold && one.italic === other.italic && one.href === other.href;
