/**
 * What everybody's talks together can hold at most, and which starts a best plan is likely to use. Each thing that managers compete for has a price; with
 * prices, every day of every manager is best chosen by itself. What is wanted too often gets dearer, what is left over cheaper, in ever smaller steps
 * (Lagrange, by subgradients with momentum). Every set of prices gives a valid bound; what is chosen near the end shows what a best plan looks like.
 */
import { bestDay } from './best-day.ts';
import type { Market } from './market.ts';
import type { Problem } from './problem.ts';

/** Steps in talks, from the first round to the last; how much of a step goes on in the next; the price of talks at first. Found by trial. */
const [widest, finest, momentum, atFirst] = [0.8, 0.002, 0.9, 0.6];
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
  const { limit, talk, candidate } = market;
  const trade: Trade = {
    price: new Float64Array(limit.length).fill(atFirst, 0, problem.talks),
    drift: new Float64Array(limit.length),
    taken: new Float64Array(limit.length),
    sum: new Float64Array(limit.length + 1),
    worth: new Float64Array(talk.length),
    room: new Int32Array(talk.length),
    chosen: new Float64Array(talk.length),
    weight: 1,
  };
  let locked = 0;
  for (const one of problem.locked) locked += one;
  let least = problem.talks;
  let total = 0;
  for (let round = 0; round < rounds && mayGoOn(); round += 1) {
    valueStarts(problem, market, trade);
    least = Math.min(least, locked + choose(problem, market, trade));
    total += trade.weight;
    trade.weight *= newer;
    adjust(market, trade, widest * Math.pow(finest / widest, round / rounds));
  }
  const chosen = new Float64Array(problem.candidates.slot.length);
  for (const [start, times] of trade.chosen.entries()) chosen[candidate[start]!] = times / Math.max(1, total);
  return { most: Math.floor(least + hair), chosen };
}

/** Per thing its price, the direction it moves in, how often it was taken, and the prices of all before it; per start what it is worth, its room, how often it was chosen. */
type Trade = Record<'price' | 'drift' | 'taken' | 'sum' | 'worth' | 'chosen', Float64Array> & { room: Int32Array; weight: number };

/** One, less the price of what it takes, with the cheapest room. */
function valueStarts({ dur }: Problem, { talk, takes, rooms }: Market, { price, sum, worth, room }: Trade): void {
  for (let thing = 0, all = 0; thing < price.length; thing += 1) sum[thing + 1] = all += price[thing]!;
  const [things, firsts] = [takes.of, rooms.of];
  for (let start = 0, at = 0, next = 0; start < talk.length; start += 1) {
    const one = talk[start]!;
    let value = 1 - price[one]!;
    for (const end = takes.from[start + 1]!; at < end; at += 2) value -= sum[things[at + 1]!]! - sum[things[at]!]!;
    const lastRoom = rooms.from[start + 1]!;
    if (next < lastRoom) {
      let cheapest = Number.POSITIVE_INFINITY;
      for (; next < lastRoom; next += 1) {
        const first = firsts[next]!;
        const cost = sum[first + dur[one]!]! - sum[first]!;
        if (cost >= cheapest) continue;
        cheapest = cost;
        room[start] = first;
      }
      value -= cheapest;
    }
    worth[start] = value;
  }
}

/** Chooses the best of every day and notes what it takes. @returns the bound that these prices give */
function choose({ dur }: Problem, market: Market, { price, taken, worth, room, chosen, weight }: Trade): number {
  const { dayFrom, most, before, limit, talk, takes, rooms } = market;
  taken.fill(0);
  const take = (start: number): void => {
    chosen[start]! += weight;
    taken[talk[start]!]! += 1;
    for (let at = takes.from[start]!; at < takes.from[start + 1]!; at += 2)
      for (let thing = takes.of[at]!; thing < takes.of[at + 1]!; thing += 1) taken[thing]! += 1;
    if (rooms.from[start]! === rooms.from[start + 1]!) return;
    const first = room[start]!;
    for (let thing = first; thing < first + dur[talk[start]!]!; thing += 1) taken[thing]! += 1;
  };
  let value = 0;
  for (let thing = 0; thing < price.length; thing += 1) value += price[thing]! * limit[thing]!;
  const day = { from: 0, count: 0, before, worth };
  for (let at = 0; at < most.length; at += 1) {
    day.from = dayFrom[at]!;
    day.count = dayFrom[at + 1]! - day.from;
    value += bestDay(day, most[at]!, take);
  }
  return value;
}

function adjust({ limit }: Market, { price, drift, taken }: Trade, step: number): void {
  for (let thing = 0; thing < price.length; thing += 1) {
    const now = price[thing]!;
    if (now === 0 && taken[thing] === 0) continue;
    const drifting = (drift[thing] = momentum * drift[thing]! + (1 - momentum) * (taken[thing]! - limit[thing]!));
    price[thing] = Math.min(1, Math.max(0, now + step * drifting));
  }
}
