/**
 * What everybody's talks together can hold at most, and which starts a best plan is likely to use. Each thing that managers compete for has a price; with
 * prices, every day of every manager is best chosen by itself. What is wanted too often gets dearer, what is left over cheaper, in ever smaller steps
 * (Lagrange, by subgradients with momentum). Every set of prices gives a valid bound; what is chosen near the end shows what a best plan looks like.
 */
import { bestDay } from './best-day.ts';
import type { Market } from './market.ts';
import type { Problem } from './problem.ts';
import { adjust, newTrade, take, takings, valueStarts, type Trade } from './trade.ts';

/** Steps in talks, from the first round to the last; the price of talks at first. Found by trial. */
const [widest, finest, atFirst] = [0.8, 0.002, 0.6];
/** How much more a round counts than the one before it. */
const newer = 1.05;
/** Sums of prices are not exact to the last digit. */
const hair = 1e-6;

export type Priced = {
  /** No plan places more. */
  most: number;
  /** By candidate: in what share of the last rounds it was chosen. */
  chosen: Float64Array;
};

export function price(problem: Problem, market: Market, rounds: number, mayGoOn: () => boolean): Priced {
  const trade = newTrade(market);
  trade.price.fill(atFirst, 0, problem.talks);
  const times = new Float64Array(market.talk.length);
  let locked = 0;
  for (const one of problem.locked) locked += one;
  let least = problem.talks;
  let total = 0;
  let weight = 1;
  for (let round = 0; round < rounds && mayGoOn(); round += 1) {
    valueStarts(problem, market, trade, 1);
    least = Math.min(least, locked + choose(problem, market, trade, times, weight));
    total += weight;
    weight *= newer;
    adjust(market, trade, widest * Math.pow(finest / widest, round / rounds), [0, trade.price.length], [0, 1]);
  }
  const chosen = new Float64Array(problem.candidates.slot.length);
  for (const [start, often] of times.entries()) chosen[market.candidate[start]!] = often / Math.max(1, total);
  return { most: Math.floor(least + hair), chosen };
}

/** Chooses the best of every day and notes what it takes; adds `weight` to what was chosen. @returns the bound that these prices give */
function choose(problem: Problem, market: Market, trade: Trade, chosen: Float64Array, weight: number): number {
  const { dayFrom, most, before } = market;
  const chosenOne = (start: number): void => {
    chosen[start]! += weight;
    take(problem, market, trade, start);
  };
  let value = takings(market, trade);
  const day = { from: 0, count: 0, before, worth: trade.worth };
  for (let at = 0; at < most.length; at += 1) {
    day.from = dayFrom[at]!;
    day.count = dayFrom[at + 1]! - day.from;
    value += bestDay(day, most[at]!, chosenOne);
  }
  return value;
}
