/**
 * How cheap the times of a plan can be at the least. As in `prices.ts` the things that managers compete for have prices, here in the points of the cost, and so has
 * every talk that has a time; with prices every week of every manager is best chosen by itself. Any prices give a valid bound; better ones a closer one.
 */
import { bestWeek, weeksOf } from './best-week.ts';
import { emptyBoard, put, type Board } from './board.ts';
import { timesCostOf } from './cost.ts';
import type { Market } from './market.ts';
import type { Problem } from './problem.ts';
import { adjust, drifting, newTrade, take, takings, valueStarts, type Trade } from './trade.ts';

/** Steps, the first and the last, and the worth of a talk at first: in how far costs of starts differ. And the step of that worth, in steps of prices. Found by trial. */
const [widest, finest, worthAtFirst, worthStep] = [1, 0.0025, 5, 0.02];
/** Sums of prices are not exact to the last digit. */
const hair = 1e-3;

/**
 * A whole number that `timesCostOf` is not below in any plan of the problem that gives a time to as many talks as this one, whichever they are; and where no plan
 * places more, the whole cost of no plan at all is below that number and `unplaced` for each talk left out. The plan itself only says where prices begin.
 */
export function leastCost(board: Board, market: Market, rounds: number, mayGoOn: () => boolean): number {
  const { problem } = board;
  const { rules } = problem.instance;
  const standing = lockedOnly(problem);
  const [weeks, fixed, known] = [weeksOf(standing, market), timesCostOf(standing), timesCostOf(board)];
  const open = board.placed - standing.placed;
  const trade = newTrade(market);
  const unit = fillCosts(problem, market, trade);
  let talkWorth = Math.min(rules.unplaced, worthAtFirst * unit);
  let worthDrift = 0;
  priceTalks(board, market, trade, talkWorth);
  // Where all that can be placed are, each may be worth more than others, but none more than leaving it out costs.
  const areAll = open === total(market.limit.subarray(0, problem.talks));
  const lowest = areAll ? talkWorth - rules.unplaced : 0;
  let least = Number.NEGATIVE_INFINITY;
  for (let round = 0; round < rounds && mayGoOn() && least < known; round += 1) {
    valueStarts(problem, market, trade, talkWorth);
    let chosen = 0;
    const choose = (start: number): void => {
      chosen += 1;
      take(problem, market, trade, start);
    };
    let value = fixed + talkWorth * open - takings(market, trade);
    for (let week = 0; week + 1 < weeks.from.length; week += 1) value -= bestWeek(market, trade.worth, weeks, week, choose);
    least = Math.max(least, Math.ceil(value - hair));
    const step = unit * widest * Math.pow(finest / widest, round / rounds);
    adjust(market, trade, step, [0, problem.talks], [lowest, Number.POSITIVE_INFINITY]);
    adjust(market, trade, step, [problem.talks, trade.price.length], [0, Number.POSITIVE_INFINITY]);
    if (areAll) continue;
    worthDrift = drifting(worthDrift, open - chosen);
    talkWorth = Math.min(rules.unplaced, talkWorth + worthStep * step * worthDrift);
  }
  return least;
}

/** A board with nothing but what stays where it is. */
function lockedOnly(problem: Problem): Board {
  const board = emptyBoard(problem);
  const { locked, bookedStart, bookedRoom, instance } = problem;
  for (let talk = 0; talk < problem.talks; talk += 1) {
    const start = bookedStart[talk]!;
    if (locked[talk] === 1 && start >= 0 && start < instance.slots) put(board, talk, start, bookedRoom[talk]!);
  }
  return board;
}

/** What each start costs by preferences and moving. @returns how far they differ, at least by a point */
function fillCosts({ candidates, bookedStart, instance }: Problem, { candidate, talk, slot }: Market, { cost }: Trade): number {
  let [sum, squares] = [0, 0];
  for (let start = 0; start < cost.length; start += 1) {
    const booked = bookedStart[talk[start]!]!;
    const one = candidates.cost[candidate[start]!]! + (booked >= 0 && booked !== slot[start] ? instance.rules.move : 0);
    cost[start] = one;
    sum += one;
    squares += one * one;
  }
  const count = Math.max(1, cost.length);
  return Math.max(1, Math.sqrt(Math.max(0, squares / count - (sum / count) ** 2)));
}

/** At first a talk costs what it is worth where it stands, unless its manager has one left out: talks of those cost nothing. */
function priceTalks({ problem, start: placed }: Board, { talk, slot }: Market, { price, cost }: Trade, talkWorth: number): void {
  const { hubs } = problem;
  const isShort = new Uint8Array(hubs.count);
  for (const one of talk) if (placed[one] === -1) isShort[hubs.of[hubs.from[one]!]!] = 1;
  for (let start = 0; start < talk.length; start += 1) {
    const one = talk[start]!;
    if (placed[one] === slot[start] && isShort[hubs.of[hubs.from[one]!]!] === 0) price[one] = Math.max(0, talkWorth - cost[start]!);
  }
}

const total = (list: Float64Array): number => list.reduce((sum, one) => sum + one, 0);
