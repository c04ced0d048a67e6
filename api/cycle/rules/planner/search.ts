/**
 * The search: hardest talks first, then chains that make room, then annealing over who is left out, then cheaper times. Knows no time of its own:
 * `mayGoOn` is asked now and then, and the best plan so far stands whenever it says no.
 */
import { anneal } from './anneal.ts';
import type { MostHeld } from './bound.ts';
import { beginAnew } from './begin-anew.ts';
import { cheapen } from './cheapen.ts';
import { emptyBoard, lift, put, type Board } from './board.ts';
import { insert, newMarks, roomAt, settle } from './insert.ts';
import { keep, restore } from './kept-board.ts';
import { candidateCount, leftOut, type Effort, type Search } from './left-out.ts';
import { isUnlikely, likelyStarts, mayPrice, noneLikely, type Likely } from './likely-starts.ts';
import { nothing, roomFor } from './obstacles.ts';
import type { Problem } from './problem.ts';
import { randomFrom } from './random.ts';

/** A plan; `most` where it is proven that no other places more. */
export type Found = { board: Board; most: number | null };

/** Plans; every talk of the problem ends on the board or is left out. */
export function search(problem: Problem, most: MostHeld, seed: number, effort: Effort, mayGoOnWith: (placed: number) => boolean): Found {
  const board = emptyBoard(problem);
  const mayGoOn = (): boolean => mayGoOnWith(board.placed);
  const state: Search = { board, marks: newMarks(problem.talks), random: randomFrom(seed), effort, most, mayGoOn };
  construct(board);
  // Where next to all have a place, chains often find one for the others.
  if (leftOut(board).length <= fewLeft * problem.talks) fillBy(state, shortChains);
  const proven = leftOut(board).length > 0 ? placeMore(state) : null;
  cheapen(state);
  for (let round = 0; round < effort.polish && mayGoOn(); round += 1) polish(state);
  return { board, most: proven };
}

/** Of all talks; and longer chains find little before annealing that it would not. */
const [fewLeft, shortChains] = [0.02, 2];
/** What is proven is often one more than there is. Annealed again is for so many of those beyond it. */
const [near, mostAgain] = [1, 3];
/** Share of the talks that are left out from which on one more counts for little. */
const manyLeft = 0.15;

/** Anneals over who is left out, by prices where they are worth their time; answers what they prove. */
function placeMore(state: Search): number | null {
  const { board, effort, mayGoOn } = state;
  const { problem } = board;
  const { rounds, mostStarts, enough, again, againAmong, least, most, enoughWithout } = effort.tries;
  const isPriced = rounds > 0 && mayPrice(problem, mostStarts);
  const likely = isPriced ? likelyStarts(problem, rounds, mayGoOn) : noneLikely(problem);
  if (isPriced) {
    startOver(state, likely);
    annealBy(state, likely, enough);
    const each = problem.talks - board.placed > manyLeft * problem.talks ? againAmong : again;
    annealBy(state, likely, Math.min(likely.most - board.placed - near, mostAgain) * each);
  } else {
    fillBy(state, enoughWithout > 0 ? shortChains : effort.depth);
    const left = leftOut(board).length;
    annealBy(state, likely, Math.max(left * least, Math.min(left * most, enoughWithout)));
  }
  fill(state, effort.depth);
  return isPriced ? likely.most : null;
}

function annealBy(state: Search, likely: Likely, tries: number): void {
  if (tries <= 0) return;
  state.marks.chance = state.random;
  anneal(state, likely, tries);
  state.marks.chance = null;
}

/** Begins anew by what is likely, unless that places fewer: where there was no time to find out. */
function startOver(state: Search, likely: Likely): void {
  const { board } = state;
  const before = keep(board);
  beginAnew(board, likely);
  fillBy(state, shortChains, (talk) => likely.share === null || !isUnlikely(likely.share, talk));
  if (board.placed < before.placed) restore(board, before);
}

/** What is booked stays where it can; then those with the fewest starts for each talk of their manager. */
function construct(board: Board): void {
  const { problem } = board;
  const { talks, bookedStart, bookedRoom, locked, hubs, instance } = problem;
  const all = Array.from({ length: talks }, (_, talk) => talk);
  for (const talk of all) {
    const start = bookedStart[talk]!;
    if (locked[talk] === 1 && start >= 0 && start < instance.slots) put(board, talk, start, bookedRoom[talk]!);
  }
  const open = all.filter((talk) => locked[talk] === 0 && candidateCount(problem, talk) > 0);
  for (const talk of open) if (bookedStart[talk]! >= 0) keepBooked(board, talk);
  const ease = Float64Array.from(all, (talk) => {
    const hub = hubs.of[hubs.from[talk]!]!;
    return candidateCount(problem, talk) / (hubs.talksFrom[hub + 1]! - hubs.talksFrom[hub]!);
  });
  for (const talk of open.sort((a, b) => ease[a]! - ease[b]! || a - b)) if (board.start[talk] === -1) settle(board, talk);
}

function keepBooked(board: Board, talk: number): void {
  const { candidates, bookedStart, rooms } = board.problem;
  const slot = bookedStart[talk]!;
  const among = candidates.slot.subarray(candidates.from[talk], candidates.from[talk + 1]).indexOf(slot);
  if (among < 0 || board.clashes.of[candidates.from[talk]! + among] !== 0) return;
  if (rooms.poolOf[talk]! < 0 || roomFor(board, talk, slot, nothing) >= 0) put(board, talk, slot, roomAt(board, talk, slot));
}

/** Makes room for those left out, by short chains first and at last by chains of `longest`. */
function fillBy(state: Search, longest: number, isTried: (talk: number) => boolean = () => true): void {
  for (let depth = 1; depth <= longest && state.mayGoOn(); depth *= 2) fill(state, depth, isTried);
}

/** Makes room for those left out by chains of at most `depth`. */
function fill({ board, marks, mayGoOn }: Search, depth: number, isTried: (talk: number) => boolean = () => true): void {
  for (const talk of leftOut(board)) {
    if (!mayGoOn()) return;
    if (!isTried(talk)) continue;
    marks.stamp += 1;
    insert(board, talk, depth, marks);
  }
  board.noted = 0;
}

/** Looks for a cheaper start for every talk in turn, others staying. */
function polish({ board, mayGoOn }: Search): void {
  const { problem } = board;
  for (let talk = 0; talk < problem.talks; talk += 1) {
    if ((talk & 63) === 0 && !mayGoOn()) return;
    if (board.start[talk] === -1 || problem.locked[talk] === 1) continue;
    const [slot, room] = [board.start[talk]!, board.room[talk]!];
    lift(board, talk);
    if (!settle(board, talk)) put(board, talk, slot, room);
    board.noted = 0;
  }
}
