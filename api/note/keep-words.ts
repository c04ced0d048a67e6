/**
 * Puts words back into the shared notes that nobody took away (platform/live/left-behind.ts): into the line that took the old one's place, where they
 * stood in it; else as a line of their own near there. They come back as plain words, for whoever is there to see and to move.
 */
import * as Y from 'yjs';
import type { LeftBehind } from '#api/platform/live/left-behind.ts';
import { notesFragment } from './contract.ts';

/** So many blocks away a line may be that took the old one's place: a list can have gone in between. */
const nearBlocks = 2;
/** Fewer letters that agree say nothing of where a line went. */
const leastSeen = 2;

export function keepWords(document: Y.Doc, all: LeftBehind[]): void {
  const notes = document.getXmlFragment(notesFragment);
  document.transact(() => {
    for (const { holder, seen, pieces } of all) {
      const place = holder ? placeOf(notes, holder) : notes.length;
      const home = seen.length < leastSeen ? null : findLine(notes, seen, place);
      if (home) for (const { at, text } of [...pieces].reverse()) home.text.insert(home.from + at, text);
      else notes.insert(place, [lineOf(pieces.map(({ text }) => text).join(' '))]);
    }
  });
}

function lineOf(words: string): Y.XmlElement {
  const line = new Y.XmlElement('paragraph');
  line.insert(0, [new Y.XmlText(words)]);
  return line;
}

/** How many blocks of the notes stand before the one that has the text, or had it. */
function placeOf(notes: Y.XmlFragment, holder: Y.AbstractType<unknown>): number {
  let item = holder._item;
  while (item && item.parent !== notes) item = item.parent instanceof Y.AbstractType ? item.parent._item : null;
  if (!item) return notes.length;
  let before = 0;
  for (let left = item.left; left; left = left.left) if (!left.deleted) before += left.length;
  return before;
}

/** The nearest line that says the same: where in which text. */
function findLine(notes: Y.XmlFragment, seen: string, place: number): { text: Y.XmlText; from: number } | null {
  let best: { text: Y.XmlText; from: number; away: number } | null = null;
  const blocks = notes.toArray();
  for (const [index, block] of blocks.entries()) {
    const away = Math.abs(index - place);
    if (away > nearBlocks || !(block instanceof Y.XmlElement)) continue;
    for (const text of block.createTreeWalker((one) => one instanceof Y.XmlText)) {
      if (!(text instanceof Y.XmlText)) continue;
      const from = wordsOf(text).indexOf(seen);
      if (from >= 0 && (!best || away < best.away)) best = { text, from, away };
    }
  }
  return best;
}

/** Without marks; what is no text counts as one letter, as it does in Yjs. */
const wordsOf = (text: Y.XmlText): string =>
  (text.toDelta() as { insert: unknown }[]).map(({ insert }) => (typeof insert === 'string' ? insert : '\uFFFC')).join('');
