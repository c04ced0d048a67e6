/**
 * An instance as a linear program with whole numbers, in the text that HiGHS reads: one variable for each talk, start and room. Exact by planner.md for
 * instances without earlier bookings whose load per day grows faster with each talk. Solves nothing.
 */
import type { Instance } from '#api/cycle/planner/contract.ts';
import { problemOf, type Problem } from '#api/cycle/rules/planner/problem.ts';
import { free } from '#api/cycle/rules/planner/rooms.ts';
import { folded, rowsOf, type Choice } from './exact-rows.ts';

export type ExactModel = { problem: Problem; choices: Choice[]; text: string; /** To be added to the objective. */ constant: number };

export function exactModel(instance: Instance): ExactModel {
  if (instance.talks.some(({ booked }) => booked)) throw new Error('The exact model knows no earlier bookings.');
  const problem = problemOf(instance);
  const choices = choicesOf(problem);
  const rows = rowsOf(instance, problem, choices);
  const text = [
    'Minimize',
    ` cost: ${folded(rows.objective)}`,
    'Subject To',
    ...rows.lines.map((line, index) => ` r${index}: ${line}`),
    ...(rows.bounded.length > 0 ? ['Bounds', ...rows.bounded.map((name) => ` 0 <= ${name} <= 1`)] : []),
    'Binary',
    ` ${folded(choices.map((_, index) => `x${index}`))}`,
    'End',
  ].join('\n');
  return { problem, choices, text, constant: instance.rules.unplaced * instance.talks.length };
}

function choicesOf(problem: Problem): Choice[] {
  const { candidates, rooms, dur, instance } = problem;
  const choices: Choice[] = [];
  for (let talk = 0; talk < problem.talks; talk += 1) {
    const pool = rooms.poolOf[talk] ?? -1;
    for (let at = candidates.from[talk] ?? 0; at < (candidates.from[talk + 1] ?? 0); at += 1) {
      const [start, cost] = [candidates.slot[at] ?? 0, candidates.cost[at] ?? 0];
      if (pool < 0) choices.push({ talk, start, room: -1, cost });
      else
        for (let room = rooms.first[pool] ?? 0; room < (rooms.first[pool + 1] ?? 0); room += 1) {
          const from = room * instance.slots + start;
          if (rooms.taken.subarray(from, from + (dur[talk] ?? 0)).every((there) => there === free))
            choices.push({ talk, start, room, cost });
        }
    }
  }
  return choices;
}
