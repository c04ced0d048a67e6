/** What a plan costs, by planner.md. */
import type { Board } from './board.ts';

/** Its times, and those without one. */
export const costOf = (board: Board): number =>
  timesCostOf(board) + (board.problem.talks - board.placed) * board.problem.instance.rules.unplaced;

/** Preferences of all who talk, days and weeks of who holds talks, and those that stand elsewhere than they were booked. */
export function timesCostOf({ problem, start, moved, dayHeld, weekHeld }: Board): number {
  const { instance, hubs, talks } = problem;
  const { dayLoad, weekOver, move } = instance.rules;
  let cost = moved * move;
  for (let talk = 0; talk < talks; talk += 1) if (start[talk]! >= 0) cost += problem.preference(talk, start[talk]!);
  for (const held of dayHeld) cost += loadOfDay(dayLoad, held);
  for (const [at, held] of weekHeld.entries()) cost += weekOver * Math.max(0, held - hubs.share[Math.floor(at / hubs.weeks)]!);
  return cost;
}

/** What so many talks of a manager on a day cost. */
export const loadOfDay = (dayLoad: number[], held: number): number => (held === 0 ? 0 : dayLoad[Math.min(held, dayLoad.length - 1)]!);
