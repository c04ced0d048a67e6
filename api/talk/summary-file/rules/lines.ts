/** Breaks marked text into the lines of a page. How wide a text is, the caller knows; what is drawn where, the caller does. */
import type { Run } from './model.ts';
import { runsFromRight, seenOrder, stretchesOf, type Face } from './scripts.ts';

/** Text that is drawn in one go. */
export type Part = Omit<Run, 'text'> & { text: string; face: Face };
export type Placed = Part & { x: number; width: number };
/** `parts` in the order they are read in; `x` says where each stands, from the left. */
export type Line = { parts: Placed[] };
export type Measure = (part: Part) => number;

type Sized = Part & { width: number };
/** What stays together on a line. `width` is without the space at its end, which may hang over. */
type Word = { parts: Sized[]; width: number; space: number };

/** The lines of a paragraph; at least one, which may be empty. No line is wider than `width`, unless one character is. */
export function linesOf(runs: readonly Run[], width: number, measure: Measure): Line[] {
  return splitAtBreaks(runs).flatMap((line) => {
    const fromRight = runsFromRight(line.map(({ text }) => text).join(''));
    return fill(wordsOf(line, measure), width, measure).map((parts) => place(fromRight ? parts : joined(parts, measure), width, fromRight));
  });
}

function splitAtBreaks(runs: readonly Run[]): Run[][] {
  const lines: Run[][] = [[]];
  for (const run of runs) {
    run.text.split('\n').forEach((text, at) => {
      if (at > 0) lines.push([]);
      if (text !== '') lines.at(-1)?.push({ ...run, text });
    });
  }
  return lines;
}

/** A word ends with the space behind it, whatever marks it has inside. */
function wordsOf(runs: readonly Run[], measure: Measure): Word[] {
  const words: Word[] = [];
  let open = false;
  for (const run of runs) {
    for (const { text: stretch, face } of stretchesOf(run.text)) {
      for (const text of stretch.match(/[^ ]{1,80}| +/gu) ?? []) {
        const sized = sizedOf({ ...run, text, face }, measure);
        const isSpace = text.startsWith(' ');
        const last = words.at(-1);
        if (last && (open || isSpace)) {
          last.parts.push(sized);
          if (isSpace) last.space += sized.width;
          else last.width += sized.width;
        } else words.push({ parts: [sized], width: isSpace ? 0 : sized.width, space: isSpace ? sized.width : 0 });
        open = !isSpace;
      }
    }
  }
  return words;
}

const sizedOf = (part: Part, measure: Measure): Sized => ({ ...part, width: measure(part) });

function fill(words: Word[], width: number, measure: Measure): Sized[][] {
  const lines: Sized[][] = [[]];
  let left = width;
  for (const word of words) {
    if (word.width > left && left < width) {
      lines.push([]);
      left = width;
    }
    if (word.width <= left) {
      lines.at(-1)?.push(...word.parts);
      left -= word.width + word.space;
      continue;
    }
    for (const part of word.parts) left = pour(part, lines, { left, width }, measure);
  }
  return lines;
}

/** A word that fits no line, or has no spaces as in Chinese, goes on in the next one, character by character. */
function pour(part: Sized, lines: Sized[][], { left, width }: { left: number; width: number }, measure: Measure): number {
  let room = left;
  let text = '';
  let used = 0;
  const flush = (): void => {
    if (text !== '') lines.at(-1)?.push({ ...part, text, width: used });
    [text, used] = ['', 0];
  };
  for (const { segment } of new Intl.Segmenter().segment(part.text)) {
    const size = measure({ ...part, text: segment });
    if (used + size > room && !(text === '' && room === width)) {
      flush();
      lines.push([]);
      room = width;
    }
    text += segment;
    used += size;
  }
  room -= used;
  flush();
  return room;
}

/** Neighbours that look alike are drawn together; not in a line that runs from right to left, where each word has its own place. */
function joined(parts: Sized[], measure: Measure): Sized[] {
  const whole: Sized[] = [];
  for (const part of parts) {
    const last = whole.at(-1);
    if (last && isAlike(last, part)) whole[whole.length - 1] = sizedOf({ ...last, text: last.text + part.text }, measure);
    else whole.push(part);
  }
  return whole;
}

const isAlike = (one: Part, other: Part): boolean =>
  one.face === 'text' && other.face === 'text' && one.bold === other.bold && one.italic === other.italic && one.href === other.href;

function place(parts: Sized[], width: number, fromRight: boolean): Line {
  const total = parts.reduce((sum, part) => sum + part.width, 0);
  const at = parts.map(() => 0);
  let x = fromRight ? Math.max(0, width - total) : 0;
  for (const index of seenOrder(parts, fromRight)) {
    at[index] = x;
    x += parts[index]?.width ?? 0;
  }
  return { parts: parts.map((part, index) => ({ ...part, x: at[index] ?? 0 })) };
}
