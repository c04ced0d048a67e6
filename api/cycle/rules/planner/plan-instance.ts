/** The planner: an instance in, a plan out. Pure: the same instance and seed give the same plan. */
import type { Instance, PlannedTalk, PlanResult } from '../../planner/contract.ts';
import { mostHeld } from './bound.ts';
import type { Board } from './board.ts';
import { costOf } from './cost.ts';
import { explain } from './explain.ts';
import { mostPlaced } from './most-placed.ts';
import { problemOf, type Problem } from './problem.ts';
import type { Effort } from './left-out.ts';
import { search } from './search.ts';
import { tableOf } from './table.ts';

export type EffortLevel = 'quick' | 'normal' | 'deep';

/** Quick is for a first look while settings change; deep takes three to five times as long as normal, and comes a quarter to two thirds nearer to the least cost. */
const efforts: Record<EffortLevel, Effort> = {
  quick: {
    depth: 4,
    tries: { rounds: 0, mostStarts: 0, enough: 0, again: 0, againAmong: 0, least: 0, most: 0, enoughWithout: 0 },
    cheapen: { each: 0, most: 0, enough: 0, enoughBeside: 0 },
    polish: 1,
  },
  normal: {
    depth: 16,
    tries: { rounds: 100, mostStarts: 80_000, enough: 3000, again: 5000, againAmong: 2000, least: 100, most: 3500, enoughWithout: 100_000 },
    cheapen: { each: 8, most: 200, enough: 37_000, enoughBeside: 2000 },
    polish: 2,
  },
  deep: {
    depth: 16,
    tries: {
      rounds: 400,
      mostStarts: 400_000,
      enough: 200_000,
      again: 200_000,
      againAmong: 200_000,
      least: 2000,
      most: 40_000,
      enoughWithout: 1_200_000,
    },
    cheapen: { each: 1000, most: 2000, enough: 0, enoughBeside: 0 },
    polish: 4,
  },
};

export type PlanOptions = {
  seed: number;
  effort: EffortLevel;
  /** Asked now and then with the number of talks placed so far; false ends the search with the best plan found. Without it, the effort alone decides. */
  mayGoOn?: (placed: number) => boolean;
  /** Leaves out reasons and changes, for a caller who finds its own. */
  withoutReasons?: boolean;
};

/** `most`: no plan places more, which is proven. `cost`: see planner.md. */
export type Planned = { result: PlanResult; placed: number; most: number; cost: number };

/** Plans all talks; those without a time come with the reason, and the smallest change that would give them one if there is any. */
export function planInstance(instance: Instance, { seed, effort, mayGoOn, withoutReasons = false }: PlanOptions): Planned {
  const problem = problemOf(instance);
  const most = mostHeld(problem);
  const { board, most: proven } = search(problem, most, seed, efforts[effort], (placed) => mayGoOn?.(placed) ?? true);
  return {
    result: resultOf(problem, board, withoutReasons),
    placed: board.placed,
    most: proven ?? mostPlaced(problem, board, most),
    cost: costOf(board),
  };
}

function resultOf(problem: Problem, board: Board, withoutReasons: boolean): PlanResult {
  const { instance, order, rooms } = problem;
  const talks: PlannedTalk[] = instance.talks.map(({ id }) => ({ id, start: null, room: null }));
  for (let talk = 0; talk < problem.talks; talk += 1) {
    const planned = talks[order[talk]!]!;
    const room = board.room[talk]!;
    if (problem.locked[talk] === 1) keepLocked(instance.talks[order[talk]!]!.booked, planned);
    else if (board.start[talk]! >= 0) Object.assign(planned, { start: board.start[talk], room: room < 0 ? null : rooms.ids[room] });
  }
  if (!withoutReasons) addReasons(problem, talks);
  return { format: 'samtal-result/1', talks };
}

/** Asks the finished plan about every talk that it leaves out. */
function addReasons({ instance, people }: Problem, talks: PlannedTalk[]): void {
  const left = instance.talks.flatMap((talk, index) => (talks[index]!.start === null && !talk.booked?.locked ? [{ talk, index }] : []));
  if (left.length === 0) return;
  const table = tableOf(instance, talks, { people });
  for (const { talk, index } of left) Object.assign(talks[index]!, explain(table, talk));
}

/** A locked talk stays, even where the plan does not reach. */
function keepLocked(booked: Instance['talks'][number]['booked'], planned: PlannedTalk): void {
  planned.start = booked?.start ?? null;
  planned.room = booked?.room ?? null;
}
