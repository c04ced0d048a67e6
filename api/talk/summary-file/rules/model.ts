/** What a summary file consists of, whatever it is drawn as: title, and blocks of text with marks. */
import type { Language } from '#api/people/contract.ts';

/** A stretch of text that is marked alike. A line break is `\n`. */
export type Run = { text: string; bold?: true | undefined; italic?: true | undefined; href?: string | undefined };

/** `ticked`: of a box to tick; left out in other lists. */
export type ListItem = { ticked?: boolean; blocks: Block[] };
export type Block =
  /** 1: a part of the document; 2: a heading that the two wrote. */
  | { kind: 'heading'; rank: 1 | 2; runs: Run[] }
  | { kind: 'paragraph'; runs: Run[]; quiet?: true }
  | { kind: 'list'; ordered: boolean; items: ListItem[] }
  /** Something one of the two said, set apart. */
  | { kind: 'quote'; blocks: Block[] };

export type SummaryDocument = {
  language: Language;
  title: string;
  lead: string;
  blocks: Block[];
  /** At the foot of each page; `{page}` and `{pages}` stand for the numbers. */
  footer: string;
  /** What a box says to somebody who does not see it. */
  boxes: { ticked: string; notTicked: string };
  /** For whoever draws it without letters for something that is in it. */
  unseen: string;
};

/** All texts in some blocks. */
export function wordsIn(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block): string[] => {
    if (block.kind === 'list') return block.items.flatMap((item) => wordsIn(item.blocks));
    return block.kind === 'quote' ? wordsIn(block.blocks) : block.runs.map(({ text }) => text);
  });
}
