/** What a plan costs, by planner.md. */
import type { Board } from './board.ts';

/** Preferences of all who talk, days and weeks of who holds talks, those without a time, and those that stand elsewhere than they were booked. */
export function costOf(board: Board): number {
  const { problem, start } = board;
  const { instance, hubs, talks } = problem;
  const { dayLoad, weekOver, unplaced, move } = instance.rules;
  let cost = (talks - board.placed) * unplaced + board.moved * move;
  for (let talk = 0; talk < talks; talk += 1) if (start[talk]! >= 0) cost += problem.preference(talk, start[talk]!);
  for (const held of board.dayHeld) if (held > 0) cost += dayLoad[Math.min(held, dayLoad.length - 1)]!;
  for (const [at, held] of board.weekHeld.entries()) cost += weekOver * Math.max(0, held - hubs.share[Math.floor(at / hubs.weeks)]!);
  return cost;
}
