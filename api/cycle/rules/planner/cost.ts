/** What a plan costs, by planner.md. */
import { emptyBoard, loadCost, put, type Board } from './board.ts';

/** Adds the talks to an empty board one by one: each adds what it costs on top of those before. */
export function costOf(board: Board): number {
  const { problem } = board;
  const { instance, order, people, talks } = problem;
  const again = emptyBoard(problem);
  let cost = 0;
  for (let talk = 0; talk < talks; talk += 1) {
    const slot = board.start[talk]!;
    if (slot === -1) {
      cost += instance.rules.unplaced;
      continue;
    }
    const { manager, employee } = instance.talks[order[talk]!]!;
    for (const id of [manager, employee]) cost += people.cost[people.indexOf.get(id)!]![slot]!;
    cost += loadCost(again, talk, slot);
    put(again, talk, slot, -1);
  }
  return cost;
}
