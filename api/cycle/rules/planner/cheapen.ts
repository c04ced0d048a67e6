/**
 * Annealing over times, once it is settled who has one: a talk goes to a start drawn by chance, one other in its way looks for a place anew, and the
 * change is kept when the plan costs no more than before, and at first now and then also when it does. Nobody loses a time.
 */
import { lift, loadCost, put, undo, type Board } from './board.ts';
import { blockers, noneLifted } from './blockers.ts';
import { roomAt, settle } from './insert.ts';
import { candidateCount, leftOut, type Search } from './left-out.ts';
import { roomFor } from './obstacles.ts';
import type { Problem } from './problem.ts';
import type { Random } from './random.ts';

/** Temperatures in cost. */
const [hot, cold] = [2, 0.3];
/** Candidates of which the cheapest is tried: the others are seldom kept. */
const draws = 3;
const million = 1_000_000;

/** Cost that the talk adds, or would add, at a start. */
const costAt = (board: Board, talk: number, slot: number): number => board.problem.preference(talk, slot) + loadCost(board, talk, slot);

export function cheapen({ board, random, effort, mayGoOn }: Search): void {
  const { problem } = board;
  const { candidates, talks, locked } = problem;
  const { each, most, enough, enoughBeside } = effort.cheapen;
  const tries = board.placed === 0 ? 0 : Math.min(talks * most, talks * each + (leftOut(board).length > 0 ? enoughBeside : enough));
  const lifted = noneLifted(1);
  const least = leastCosts(problem);
  for (let at = 0; at < tries; at += 1) {
    if ((at & 255) === 0 && !mayGoOn()) break;
    const talk = random.below(talks);
    const old = board.start[talk]!;
    if (old === -1 || locked[talk] === 1) continue;
    const index = drawCheap(problem, talk, random);
    const slot = candidates.slot[index]!;
    if (slot === old) continue;
    // How much dearer the plan may get this time.
    const worst = -hot * Math.pow(cold / hot, at / tries) * Math.log((random.below(million) + 1) / million);
    const dearer = candidates.cost[index]! - problem.preference(talk, old);
    if (board.clashes.of[index] === 0) moveFreely(board, talk, slot, worst - dearer);
    else if (blockers(board, talk, slot, random, lifted)) trade(board, talk, slot, lifted.of[0]!, least, worst - dearer);
  }
  board.noted = 0;
}

/** The cheapest of some candidates drawn by chance. */
function drawCheap(problem: Problem, talk: number, random: Random): number {
  const { candidates } = problem;
  const [first, many] = [candidates.from[talk]!, candidateCount(problem, talk)];
  let best = first + random.below(many);
  for (let draw = 1; draw < draws; draw += 1) {
    const index = first + random.below(many);
    if (candidates.cost[index]! < candidates.cost[best]!) best = index;
  }
  return best;
}

function leastCosts({ candidates, talks }: Problem): Float64Array {
  const least = new Float64Array(talks).fill(Number.POSITIVE_INFINITY);
  for (let talk = 0; talk < talks; talk += 1)
    for (let at = candidates.from[talk]!; at < candidates.from[talk + 1]!; at += 1)
      if (candidates.cost[at]! < least[talk]!) least[talk] = candidates.cost[at]!;
  return least;
}

/** Moves the talk to an open start when loads rise by no more than `worst`. */
function moveFreely(board: Board, talk: number, slot: number, worst: number): void {
  if (loadCost(board, talk, slot) - loadCost(board, talk, board.start[talk]!) > worst) return;
  if (board.problem.rooms.poolOf[talk]! >= 0 && roomFor(board, talk, slot, talk) < 0) return;
  lift(board, talk);
  put(board, talk, slot, roomAt(board, talk, slot));
}

/** Moves the talk to where `other` stands, which looks for a place anew, when all but the talk's preferences rises by no more than `worst`. */
function trade(board: Board, talk: number, slot: number, other: number, least: Float64Array, worst: number): void {
  const theirs = board.start[other]!;
  const atMostSaved = loadCost(board, talk, board.start[talk]!) + costAt(board, other, theirs);
  if (least[other]! - atMostSaved > worst) return;
  board.noted = 0;
  let change = -loadCost(board, talk, board.start[talk]!);
  lift(board, talk);
  change -= costAt(board, other, theirs);
  lift(board, other);
  change += loadCost(board, talk, slot);
  put(board, talk, slot, roomAt(board, talk, slot));
  if (change + least[other]! > worst || !settle(board, other) || change + costAt(board, other, board.start[other]!) > worst) undo(board);
}
