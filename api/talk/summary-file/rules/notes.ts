/** Shared notes as blocks of a document. Draws only what it knows; what it does not know keeps its words, however deep it lies. */
import type { FormattedPiece, FormattedText } from '#api/note/formatted/contract.ts';
import { safeHref } from '#api/note/formatted/rules.ts';
import type { Block, ListItem, Run } from './model.ts';
import { readable } from './readable.ts';

/** Deeper lists than this are written as text: no page shows them, and a tree can be made so deep that nothing could walk it. */
const deepest = 8;

type Written = Exclude<FormattedPiece, FormattedText>;

/** Text that stands between blocks becomes a paragraph of its own. */
export function blocksOf(pieces: readonly FormattedPiece[], depth = 0): Block[] {
  const blocks: Block[] = [];
  let runs: Run[] = [];
  const close = (): void => {
    if (runs.length > 0) blocks.push({ kind: 'paragraph', runs });
    runs = [];
  };
  for (const piece of pieces) {
    if (isInline(piece)) {
      runs.push(...runsOf([piece]));
      continue;
    }
    close();
    blocks.push(...blockOf(piece, depth));
  }
  close();
  return blocks;
}

const isInline = (piece: FormattedPiece): piece is FormattedText | Written => 'text' in piece || piece.name === 'hardBreak';

function blockOf(block: Written, depth: number): Block[] {
  const { name, pieces } = block;
  if (depth > deepest) return [{ kind: 'paragraph', runs: runsOf([block]) }];
  switch (name) {
    case 'paragraph':
      return [{ kind: 'paragraph', runs: runsOf(pieces) }];
    case 'heading':
      return [{ kind: 'heading', rank: 2, runs: runsOf(pieces) }];
    case 'bulletList':
    case 'orderedList':
    case 'taskList':
      return [{ kind: 'list', ordered: name === 'orderedList', items: pieces.map((piece) => itemOf(piece, depth + 1)) }];
    default:
      return blocksOf(pieces, depth + 1);
  }
}

function itemOf(piece: FormattedPiece, depth: number): ListItem {
  if ('text' in piece) return { blocks: blocksOf([piece], depth) };
  const isItem = piece.name === 'listItem' || piece.name === 'taskItem';
  const blocks = blocksOf(isItem ? piece.pieces : [piece], depth);
  return piece.name === 'taskItem' ? { ticked: piece.checked === true, blocks } : { blocks };
}

/** All text in some pieces, in its order. Walks without calling itself, for trees of any depth. */
function runsOf(pieces: readonly FormattedPiece[]): Run[] {
  const runs: Run[] = [];
  const waiting = [...pieces].reverse();
  for (let piece = waiting.pop(); piece !== undefined; piece = waiting.pop()) {
    if ('text' in piece) runs.push(runOf(piece));
    else if (piece.name === 'hardBreak') runs.push({ text: '\n' });
    else for (const inner of piece.pieces.toReversed()) waiting.push(inner);
  }
  return runs;
}

function runOf({ text, bold, italic, href }: FormattedText): Run {
  const link = linkOf(href);
  return { text: readable(text), ...(bold ? { bold } : {}), ...(italic ? { italic } : {}), ...(link ? { href: link } : {}) };
}

/** An address that may be followed from a file, in the characters that addresses are made of. */
function linkOf(href: string | undefined): string | undefined {
  const safe = safeHref(href === undefined ? undefined : readable(href));
  return safe !== undefined && URL.canParse(safe) ? new URL(safe).href : undefined;
}
