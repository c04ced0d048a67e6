/**
 * Annealing over times, once it is settled who has one: a talk goes to a start drawn by chance, one other in its way looks for a place anew, and the
 * change is kept when the plan costs no more than before, and at first now and then also when it does. Nobody loses a time.
 */
import { lift, loadCost, put, undo, type Board } from './board.ts';
import { blockers } from './blockers.ts';
import { settle } from './insert.ts';
import { candidateCount, type Search } from './left-out.ts';
import { nothing, roomFor } from './obstacles.ts';

/** Temperatures in cost. */
const [hot, cold] = [4, 0.3];
const million = 1_000_000;

/** Cost that the talk adds at a start while it is not on the board. */
const costAt = (board: Board, talk: number, slot: number): number => board.problem.preference(talk, slot) + loadCost(board, talk, slot);

export function cheapen({ board, random, effort, mayGoOn }: Search): void {
  const { problem } = board;
  const { candidates, rooms, talks, locked } = problem;
  const tries = board.placed === 0 ? 0 : Math.min(talks * effort.cheapen.most, effort.cheapen.enough + talks * effort.cheapen.least);
  const lifted: number[] = [];
  for (let at = 0; at < tries; at += 1) {
    if ((at & 255) === 0 && !mayGoOn()) break;
    const talk = random.below(talks);
    const old = board.start[talk]!;
    if (old === -1 || locked[talk] === 1) continue;
    const slot = candidates.slot[candidates.from[talk]! + random.below(candidateCount(problem, talk))]!;
    if (slot === old) continue;
    board.journal.length = 0;
    lift(board, talk);
    let change = -costAt(board, talk, old);
    if (!blockers(board, talk, slot, random, 1, lifted)) {
      undo(board, 0);
      continue;
    }
    const other = lifted[0] ?? nothing;
    if (other !== nothing) {
      const theirs = board.start[other]!;
      lift(board, other);
      change -= costAt(board, other, theirs);
    }
    change += costAt(board, talk, slot);
    put(board, talk, slot, rooms.poolOf[talk]! < 0 ? -1 : roomFor(board, talk, slot, nothing));
    if (other !== nothing) change += costToSettle(board, other);
    const temperature = hot * Math.pow(cold / hot, at / tries);
    if (change > 0 && Math.exp(-change / temperature) * million < random.below(million)) undo(board, 0);
  }
  board.journal.length = 0;
}

/** Puts the talk at its cheapest start and says what that costs; without limit when there is none. */
function costToSettle(board: Board, talk: number): number {
  if (!settle(board, talk)) return Number.POSITIVE_INFINITY;
  const [slot, room] = [board.start[talk]!, board.room[talk]!];
  lift(board, talk);
  const cost = costAt(board, talk, slot);
  put(board, talk, slot, room);
  return cost;
}
