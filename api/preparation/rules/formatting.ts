/**
 * The light formatting of an answer in words: `**bold**` within a line, and lines that begin with `- ` as a list. The text itself stays plain, so it
 * can be compared and merged; this makes a tree of named blocks of it, which is drawn piece by piece and never as markup.
 */

export type Marked = { text: string; bold?: true };
export type Block = { name: 'paragraph' | 'bulletList' | 'listItem'; pieces: (Block | Marked)[] };

const item = /^\s*[-•*] (?=\S)/;
const strong = /\*\*(?=\S)(.+?)\*\*/g;

/** A text as blocks: paragraphs (which keep their line breaks) and lists. Blank lines part them and are left out. */
export function blocksOf(text: string): Block[] {
  const blocks: Block[] = [];
  let before = '';
  for (const line of text.split(/\r\n|\r|\n/)) {
    const last = blocks.at(-1);
    const isItem = item.test(line);
    const goesOn = before !== '' && last?.name === (isItem ? 'bulletList' : 'paragraph');
    before = line.trim();
    if (before === '') continue;
    const pieces = markedOf(isItem ? line.replace(item, '') : line.trimEnd());
    if (isItem) {
      const listItem: Block = { name: 'listItem', pieces: [{ name: 'paragraph', pieces }] };
      if (goesOn) last.pieces.push(listItem);
      else blocks.push({ name: 'bulletList', pieces: [listItem] });
    } else if (goesOn) last.pieces.push({ text: '\n' }, ...pieces);
    else blocks.push({ name: 'paragraph', pieces });
  }
  return blocks;
}

/** A line in pieces, bold and not. */
function markedOf(line: string): Marked[] {
  const pieces: Marked[] = [];
  let at = 0;
  for (const { 0: all, 1: inside = '', index } of line.matchAll(strong)) {
    if (index > at) pieces.push({ text: line.slice(at, index) });
    pieces.push({ text: inside, bold: true });
    at = index + all.length;
  }
  if (at < line.length) pieces.push({ text: line.slice(at) });
  return pieces;
}

/** The words without their marks, for a place that shows only a beginning of them. */
export function plainOf(text: string): string {
  return text.replace(strong, '$1');
}
