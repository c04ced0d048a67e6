/** How far a finished plan is from the best: how many talks could have a time at most, and how cheap the times of as many could be at the least. */
import type { Instance } from '../../planner/contract.ts';
import { mostHeld } from './bound.ts';
import { emptyBoard, put, type Board } from './board.ts';
import { timesCostOf } from './cost.ts';
import { leastCost } from './least-cost.ts';
import { mayPrice } from './likely-starts.ts';
import { marketOf, type Market } from './market.ts';
import { price } from './prices.ts';
import { mostPlaced } from './most-placed.ts';
import { problemOf, type Problem } from './problem.ts';

export type Proof = {
  /** No plan places more. */
  most: number;
  /** What the times of this plan cost: all of its cost but that of talks without a time. */
  points: number;
  /** No plan that places as many has times that cost less. Null where finding out would take too long. */
  least: number | null;
};

export type Placed = { id: string; start: number | null; room?: string | null };

/** Rounds in which prices are found: for the number of talks, and for their times. Where there are many starts, no more than so many are valued in all. */
const [numberRounds, timesRounds, mostValued] = [100, 300, 20_000_000];
/** In fewer rounds than these prices are no good; of more starts than these too much would be laid out. */
const [fewestRounds, mostStarts] = [50, 400_000];

/**
 * Always the same for the same instance and plan, unless `mayGoOn` ends it before its rounds are over: what is proven by then holds.
 * @param planned a plan of the instance that keeps its hard rules
 */
export function prove(instance: Instance, planned: Placed[], mayGoOn: () => boolean = () => true): Proof {
  const problem = problemOf(instance);
  const board = boardOf(problem, planned);
  const points = timesCostOf(board);
  const rounds = Math.min(timesRounds, Math.floor(mostValued / Math.max(1, problem.candidates.slot.length)));
  if (rounds < fewestRounds || !mayPrice(problem, mostStarts))
    return { most: mostPlaced(problem, board, mostHeld(problem)), points, least: null };
  const market = marketOf(problem);
  const least = leastCost(board, market, rounds, mayGoOn);
  return { most: mostOf(problem, board, market, mayGoOn), points, least: Number.isFinite(least) ? least : null };
}

function mostOf(problem: Problem, board: Board, market: Market, mayGoOn: () => boolean): number {
  const byManager = mostPlaced(problem, board, mostHeld(problem));
  return byManager === board.placed ? byManager : Math.min(byManager, price(problem, market, numberRounds, mayGoOn).most);
}

function boardOf(problem: Problem, planned: Placed[]): Board {
  const board = emptyBoard(problem);
  const { order, instance, rooms } = problem;
  const places = new Map(planned.map((one) => [one.id, one]));
  for (let talk = 0; talk < problem.talks; talk += 1) {
    const { id, pool } = instance.talks[order[talk]!]!;
    const { start = null, room = null } = places.get(id) ?? {};
    if (start !== null && start >= 0 && start < instance.slots) put(board, talk, start, rooms.indexOf.get(`${pool} ${room}`) ?? -1);
  }
  return board;
}
