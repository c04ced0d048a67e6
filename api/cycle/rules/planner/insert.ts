/** Putting a talk on the board: freely, or by moving others aside in a chain in which each next one finds a place of its own. */
import { lift, loadCost, put, type Board } from './board.ts';
import { isFree, nothing, obstacles, roomFor } from './obstacles.ts';

/** Which talks a chain has touched: those whose mark is the current stamp. */
export type Marks = { stamp: number; of: Int32Array };

export const newMarks = (talks: number): Marks => ({ stamp: 0, of: new Int32Array(talks) });

/** Puts the talk at its cheapest free start, if there is one. */
export function settle(board: Board, talk: number): boolean {
  const { candidates, rooms } = board.problem;
  let best = -1;
  let least = Number.POSITIVE_INFINITY;
  const end = candidates.from[talk + 1]!;
  for (let at = candidates.from[talk]!; at < end; at += 1) {
    // Candidates come cheapest first, and the load costs nothing at least.
    if (candidates.cost[at]! >= least) break;
    const slot = candidates.slot[at]!;
    if (!isFree(board, talk, slot)) continue;
    const cost = candidates.cost[at]! + loadCost(board, talk, slot);
    if (cost < least) [best, least] = [slot, cost];
  }
  if (best < 0) return false;
  put(board, talk, best, rooms.poolOf[talk]! < 0 ? -1 : roomFor(board, talk, best, nothing));
  return true;
}

/** Puts the talk at `slot` in place of `other`, which is lifted. */
export function swapIn(board: Board, talk: number, slot: number, other: number): void {
  lift(board, other);
  put(board, talk, slot, board.problem.rooms.poolOf[talk]! < 0 ? -1 : roomFor(board, talk, slot, nothing));
}

/**
 * Places the talk, moving up to `depth` others aside one after the other. No talk is moved twice in one chain, so that a search ends soon.
 * Leaves the board as it was when it fails.
 */
export function insert(board: Board, talk: number, depth: number, marks: Marks): boolean {
  marks.of[talk] = marks.stamp;
  if (settle(board, talk)) return true;
  if (depth === 0) return false;
  const { candidates } = board.problem;
  const end = candidates.from[talk + 1]!;
  for (let at = candidates.from[talk]!; at < end; at += 1) {
    const slot = candidates.slot[at]!;
    for (let other = unmarkedOption(board, talk, slot, marks); other >= 0; other = unmarkedOption(board, talk, slot, marks)) {
      const [before, room] = [board.start[other]!, board.room[other]!];
      swapIn(board, talk, slot, other);
      if (insert(board, other, depth - 1, marks)) return true;
      lift(board, talk);
      put(board, other, before, room);
    }
  }
  return false;
}

/** A talk to lift for this start that the chain has not touched, or -1. */
function unmarkedOption(board: Board, talk: number, slot: number, marks: Marks): number {
  const options = obstacles(board, talk, slot);
  for (let option = 0; option < options; option += 1) if (marks.of[board.options[option]!] !== marks.stamp) return board.options[option]!;
  return -1;
}
