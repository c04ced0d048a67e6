/** Putting a talk on the board: freely, or by moving others aside in a chain in which each next one finds a place of its own. */
import { lift, loadCost, put, type Board } from './board.ts';
import { nothing, obstacles, roomFor } from './obstacles.ts';
import type { Random } from './random.ts';

/**
 * Which talks a chain has touched: those whose mark is the current stamp. With `chance`, a talk goes to any open start instead of the cheapest: the cheapest are
 * wanted by all, and more find a place when they are left alone until it is settled who has one.
 */
export type Marks = { stamp: number; of: Int32Array; chance: Random | null };

export const newMarks = (talks: number): Marks => ({ stamp: 0, of: new Int32Array(talks), chance: null });

/** The room for a talk at a start; -1 when it needs none. Only where one is known to be there. */
export const roomAt = (board: Board, talk: number, slot: number): number =>
  board.problem.rooms.poolOf[talk]! < 0 ? -1 : roomFor(board, talk, slot, nothing);

/** Puts the talk at its cheapest open start, if there is one. */
export function settle(board: Board, talk: number): boolean {
  const { candidates, rooms } = board.problem;
  const { of, open } = board.clashes;
  const hasRoom = rooms.poolOf[talk]! < 0;
  let best = -1;
  let least = Number.POSITIVE_INFINITY;
  let rest = open[talk]!;
  for (let at = candidates.from[talk]!; rest > 0; at += 1) {
    if (of[at] !== 0) continue;
    rest -= 1;
    if (candidates.cost[at]! >= least) continue;
    const slot = candidates.slot[at]!;
    const cost = candidates.cost[at]! + loadCost(board, talk, slot);
    if (cost < least && (hasRoom || roomFor(board, talk, slot, nothing) >= 0)) [best, least] = [slot, cost];
  }
  if (best < 0) return false;
  put(board, talk, best, roomAt(board, talk, best));
  return true;
}

/** Puts the talk at the first open start from one drawn by chance on, if there is one. */
function settleAnywhere(board: Board, talk: number, random: Random): boolean {
  const { candidates, rooms } = board.problem;
  const { of, open } = board.clashes;
  let rest = open[talk]!;
  if (rest === 0) return false;
  const [first, end] = [candidates.from[talk]!, candidates.from[talk + 1]!];
  for (let at = first + random.below(end - first); rest > 0; at = at + 1 === end ? first : at + 1) {
    if (of[at] !== 0) continue;
    rest -= 1;
    const slot = candidates.slot[at]!;
    if (rooms.poolOf[talk]! >= 0 && roomFor(board, talk, slot, nothing) < 0) continue;
    put(board, talk, slot, roomAt(board, talk, slot));
    return true;
  }
  return false;
}

/**
 * Places the talk, moving up to `depth` others aside one after the other. No talk is moved twice in one chain, so that a search ends soon.
 * Leaves the board as it was when it fails.
 */
export function insert(board: Board, talk: number, depth: number, marks: Marks): boolean {
  marks.of[talk] = marks.stamp;
  if (marks.chance ? settleAnywhere(board, talk, marks.chance) : settle(board, talk)) return true;
  if (depth === 0) return false;
  const { candidates, hubs } = board.problem;
  const { of } = board.clashes;
  // One talk clashes with a start at most twice for each hub: by its time, and by filling the day.
  const most = 2 * (hubs.from[talk + 1]! - hubs.from[talk]!);
  const end = candidates.from[talk + 1]!;
  for (let at = candidates.from[talk]!; at < end; at += 1) {
    if (of[at]! > most) continue;
    const slot = candidates.slot[at]!;
    for (let other = optionAt(board, talk, slot, depth, marks); other >= 0; other = optionAt(board, talk, slot, depth, marks)) {
      const [before, room] = [board.start[other]!, board.room[other]!];
      lift(board, other);
      put(board, talk, slot, roomAt(board, talk, slot));
      if (insert(board, other, depth - 1, marks)) return true;
      lift(board, talk);
      put(board, other, before, room);
    }
  }
  return false;
}

/** Whether `other`, which stands, has another start that stays open when `talk` stands at `slot`, which it makes room for. */
export function canGo(board: Board, other: number, talk: number, slot: number): boolean {
  const { candidates, dur, bufferTalk, rooms } = board.problem;
  const { of, open } = board.clashes;
  const [before, after] = [slot - dur[other]! - bufferTalk, slot + dur[talk]! + bufferTalk];
  // Its own start is one of the open ones.
  let rest = open[other]!;
  if (rest < 2) return false;
  for (let at = candidates.from[other]!; rest > 0; at += 1) {
    if (of[at] !== 0) continue;
    rest -= 1;
    const theirs = candidates.slot[at]!;
    if ((theirs > before && theirs < after) || theirs === board.start[other] || isFilled(board, other, theirs, talk, slot)) continue;
    if (rooms.poolOf[other]! < 0 || roomFor(board, other, theirs, other) >= 0) return true;
  }
  return false;
}

/** Whether `talk` at `slot` takes the last place of the day of somebody both need. */
function isFilled({ problem: { hubs }, count, start }: Board, other: number, theirs: number, talk: number, slot: number): boolean {
  for (let at = hubs.from[talk]!; at < hubs.from[talk + 1]!; at += 1) {
    const hub = hubs.of[at]!;
    const dayOf = hubs.day[hub]!;
    if (dayOf[theirs] !== dayOf[slot]) continue;
    const held = count[hub * hubs.days + dayOf[slot]!]! - (dayOf[start[other]!] === dayOf[slot] ? 1 : 0);
    if (held + 1 < hubs.cap[hub]!) continue;
    for (let mine = hubs.from[other]!; mine < hubs.from[other + 1]!; mine += 1) if (hubs.of[mine] === hub) return true;
  }
  return false;
}

/** A talk to lift for this start that the chain has not touched, or -1. */
function optionAt(board: Board, talk: number, slot: number, depth: number, marks: Marks): number {
  const options = obstacles(board, talk, slot);
  for (let option = 0; option < options; option += 1) {
    const other = board.options[option]!;
    if (marks.of[other] === marks.stamp) continue;
    if (depth > 1 || canGo(board, other, talk, slot)) return other;
  }
  return -1;
}
