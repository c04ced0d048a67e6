/**
 * Annealing over who is left out: a talk is put at a start chosen by chance, those in its way are lifted and look for another place, and the change
 * is kept when no more are left out than before; at times, and ever more seldom, also when one more is. Now and then a stretch of time is packed anew instead.
 */
import { lift, put, undo } from './board.ts';
import { blockers, noneLifted, type Lifted } from './blockers.ts';
import { insert, canGo, roomAt } from './insert.ts';
import { candidateCount, standingOf, worseThan, type Search } from './left-out.ts';
import { keep, restore } from './kept-board.ts';
import { isUnlikely, type Likely } from './likely-starts.ts';
import type { Problem } from './problem.ts';
import { packAnew, stretchesOf } from './pack-anew.ts';
import { add, drop, waitingIn, type Waiting } from './waiting.ts';

/** Temperatures in talks left out. Found by trial on organisations of 1 000 talks (npm run bench:plan). */
const [hot, cold] = [0.2, 0.06];
/** Of a hundred starts: drawn among the likely ones. */
const likelyShare = 85;
/** Of a hundred tries: a talk that has a place is moved. */
const moves = 10;
/** Of a hundred tries: a talk is let in that has hardly a chance, or whose manager holds as many as can be anyway. It may free a room or another person. */
const sideways = 30;
/** Of a hundred talks lifted, when it is known what is likely: whoever is in the way of another start may move aside. Others take an open start or none. */
const chains = 30;
/** And a stretch of time is packed anew. */
const stretchShare = 5;
const million = 1_000_000;

/** Ends when as many are placed as is proven to be possible, or after so many tries. */
export function anneal(state: Search, likely: Likely, tries: number): void {
  const { board, random, most, mayGoOn } = state;
  const { hubs, talks, locked } = board.problem;
  const waiting = waitingIn(board);
  const stretches = stretchesOf(board.problem);
  const before = keep(board);
  const lifted = noneLifted(liftedMost);
  for (let at = 0; at < tries && waiting.list.length > 0 && board.placed < likely.most; at += 1) {
    if ((at & 255) === 0 && !mayGoOn()) break;
    const isMove = random.below(100) < moves;
    const talk = isMove ? random.below(talks) : waiting.list[random.below(waiting.list.length)]!;
    if (isMove ? board.start[talk] === -1 || locked[talk] === 1 : isVain(talk) && random.below(100) >= sideways) continue;
    // How much worse the plan may get this time.
    const worst = -hot * Math.pow(cold / hot, at / tries) * Math.log((random.below(million) + 1) / million);
    lifted.most = isMove ? 1 : liftedMost;
    if (!isMove && random.below(100) < stretchShare) packAnew(state, stretches, waiting, talk, worst);
    else {
      const slot = drawStart(board.problem, random, likely, talk);
      if (slot !== board.start[talk]) tryStart(state, waiting, talk, slot, isMove, worst, lifted, likely.share ? chains : 100);
    }
  }
  // Only where it was ended while it was hot.
  if (before.placed > board.placed) restore(board, before);
  board.noted = 0;

  function isVain(talk: number): boolean {
    if (likely.share) return isUnlikely(likely.share, talk);
    const [manager, held] = [hubs.of[hubs.from[talk]!]!, board.held[hubs.of[hubs.from[talk]!]!]!];
    return held >= most(manager, held);
  }
}

/** Most talks lifted for one. */
const liftedMost = 2;

function drawStart(problem: Problem, random: Search['random'], { from, of }: Likely, talk: number): number {
  const { candidates } = problem;
  const many = from[talk + 1]! - from[talk]!;
  if (many > 0 && random.below(100) < likelyShare) return candidates.slot[of[from[talk]! + random.below(many)]!]!;
  return candidates.slot[candidates.from[talk]! + random.below(candidateCount(problem, talk))]!;
}

function tryStart(
  { board, marks, random }: Search,
  waiting: Waiting,
  talk: number,
  slot: number,
  isMove: boolean,
  worst: number,
  lifted: Lifted,
  chained: number,
): void {
  board.noted = 0;
  const before = standingOf(board);
  if (!blockers(board, talk, slot, random, lifted)) return;
  // Who has a place already is moved only where the one in the way has another.
  if (isMove && lifted.count > worst && !canGo(board, lifted.of[0]!, talk, slot)) return;
  if (isMove) lift(board, talk);
  for (let at = 0; at < lifted.count; at += 1) lift(board, lifted.of[at]!);
  put(board, talk, slot, roomAt(board, talk, slot));
  marks.stamp += 1;
  marks.of[talk] = marks.stamp;
  let out = 0;
  for (let at = 0; at < lifted.count; at += 1)
    if (!insert(board, lifted.of[at]!, chained === 100 || random.below(100) < chained ? 1 : 0, marks)) lifted.of[out++] = lifted.of[at]!;
  if (worseThan(before, board) > worst) return undo(board);
  if (!isMove) drop(waiting, talk);
  for (let at = 0; at < out; at += 1) add(waiting, lifted.of[at]!);
}
