/** How many talks all managers can hold at most, where nobody's talks are in the way of another's. */
import type { Board } from './board.ts';
import type { MostHeld } from './bound.ts';
import type { Problem } from './problem.ts';

/** Each manager's own bound, where it is not met already, summed up. */
export function mostPlaced(problem: Problem, board: Board, most: MostHeld): number {
  const { hubs } = problem;
  const open = new Set<number>();
  for (let talk = 0; talk < problem.talks; talk += 1) {
    const manager = hubs.of[hubs.from[talk]!]!;
    if (board.start[talk]! >= 0) continue;
    const mayBePlaced = problem.candidates.from[talk + 1]! > problem.candidates.from[talk]!;
    if (mayBePlaced && problem.locked[talk] === 0) open.add(manager);
  }
  let sum = board.placed;
  for (const hub of open) sum += Math.max(0, most(hub, board.held[hub]!) - board.held[hub]!);
  return sum;
}
