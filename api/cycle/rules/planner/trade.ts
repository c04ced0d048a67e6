/** Prices of the things of a market, and how they move: what is wanted too often gets dearer, what is left over cheaper (subgradients with momentum). */
import type { Market } from './market.ts';
import type { Problem } from './problem.ts';

/** How much of a step goes on in the next. */
const momentum = 0.9;

/**
 * Per thing its price, the direction it moves in, how often it was taken, and the prices of all before it; per start what it costs, what it is worth and its
 * room. Costs are 0 at first.
 */
export type Trade = Record<'price' | 'drift' | 'taken' | 'sum' | 'cost' | 'worth', Float64Array> & { room: Int32Array };

export function newTrade({ limit, talk }: Market): Trade {
  return {
    price: new Float64Array(limit.length),
    drift: new Float64Array(limit.length),
    taken: new Float64Array(limit.length),
    sum: new Float64Array(limit.length + 1),
    cost: new Float64Array(talk.length),
    worth: new Float64Array(talk.length),
    room: new Int32Array(talk.length),
  };
}

/** What a talk is worth, less what its start costs and the price of what it takes, with the cheapest room. Nothing is taken yet. */
export function valueStarts({ dur }: Problem, { talk, takes, rooms }: Market, trade: Trade, talkWorth: number): void {
  const { price, sum, cost, worth, room } = trade;
  trade.taken.fill(0);
  for (let thing = 0, all = 0; thing < price.length; thing += 1) sum[thing + 1] = all += price[thing]!;
  const [things, firsts] = [takes.of, rooms.of];
  for (let start = 0, at = 0, next = 0; start < talk.length; start += 1) {
    const one = talk[start]!;
    let value = talkWorth - cost[start]! - price[one]!;
    for (const end = takes.from[start + 1]!; at < end; at += 2) value -= sum[things[at + 1]!]! - sum[things[at]!]!;
    const lastRoom = rooms.from[start + 1]!;
    if (next < lastRoom) {
      let cheapest = Number.POSITIVE_INFINITY;
      for (; next < lastRoom; next += 1) {
        const first = firsts[next]!;
        const asked = sum[first + dur[one]!]! - sum[first]!;
        if (asked >= cheapest) continue;
        cheapest = asked;
        room[start] = first;
      }
      value -= cheapest;
    }
    worth[start] = value;
  }
}

/** Notes what a chosen start takes. */
export function take({ dur }: Problem, { talk, takes, rooms }: Market, { taken, room }: Trade, start: number): void {
  taken[talk[start]!]! += 1;
  for (let at = takes.from[start]!; at < takes.from[start + 1]!; at += 2)
    for (let thing = takes.of[at]!; thing < takes.of[at + 1]!; thing += 1) taken[thing]! += 1;
  if (rooms.from[start]! === rooms.from[start + 1]!) return;
  const first = room[start]!;
  for (let thing = first; thing < first + dur[talk[start]!]!; thing += 1) taken[thing]! += 1;
}

/** What all things there are would bring in. */
export function takings({ limit }: Market, { price }: Trade): number {
  let value = 0;
  for (let thing = 0; thing < price.length; thing += 1) value += price[thing]! * limit[thing]!;
  return value;
}

/** Moves the prices of things from `from` to below `to`, a step long for each that was taken too often, and no further than allowed. */
export function adjust(
  { limit }: Market,
  { price, drift, taken }: Trade,
  step: number,
  [from, to]: [number, number],
  [lowest, highest]: [number, number],
): void {
  for (let thing = from; thing < to; thing += 1) {
    const now = price[thing]!;
    if (now === 0 && taken[thing] === 0 && lowest === 0) continue;
    drift[thing] = drifting(drift[thing]!, taken[thing]! - limit[thing]!);
    price[thing] = Math.min(highest, Math.max(lowest, now + step * drift[thing]!));
  }
}

export const drifting = (before: number, now: number): number => momentum * before + (1 - momentum) * now;
