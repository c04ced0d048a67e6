/**
 * How many talks can have a place at most. Each talk belongs to one manager, so what every manager could hold if nobody else had any talk adds up to
 * a bound for all. For one manager the rule "each talk at most once" is priced instead of kept (Lagrange): with a price on each talk the days fall
 * apart, and the best choice of a day is found exactly. Every set of prices gives a valid bound; better prices give a closer one.
 */
import { bestDay, type DayStarts } from './best-day.ts';
import type { Problem } from './problem.ts';

const rounds = 60;
/** Sums of prices are not exact to the last digit. */
const hair = 1e-6;

/** How many talks a hub can hold at most in the role of manager, when `held` of them stand in some plan. */
export type MostHeld = (hub: number, held: number) => number;

/** Answers for one hub after the other, each reckoned once. */
export function mostHeld(problem: Problem): MostHeld {
  const known = new Int32Array(problem.hubs.count).fill(-1);
  return (hub, held) => {
    if (known[hub] === -1) known[hub] = mostOf(problem, hub, held);
    return known[hub]!;
  };
}

function mostOf(problem: Problem, hub: number, held: number): number {
  const { hubs, candidates } = problem;
  const mine: number[] = [];
  for (let at = hubs.talksFrom[hub]!; at < hubs.talksFrom[hub + 1]!; at += 1) {
    const talk = hubs.talks[at]!;
    if (hubs.of[hubs.from[talk]!] === hub && (candidates.from[talk]! < candidates.from[talk + 1]! || problem.locked[talk] === 1))
      mine.push(talk);
  }
  return mine.length <= 1 ? mine.length : boundOf(problem, hub, mine, held);
}

/** With the talk of each start. */
type Day = DayStarts & { talk: number[] };

function boundOf(problem: Problem, hub: number, talks: number[], held: number): number {
  const open = talks.filter((talk) => !isLockedElsewhere(problem, talk));
  const elsewhere = talks.length - open.length;
  return elsewhere + boundOfOpen(problem, hub, open, held - elsewhere);
}

/** A talk locked where no calendar allows it takes part in no day, and stands all the same. */
function isLockedElsewhere({ locked, candidates, bookedStart }: Problem, talk: number): boolean {
  if (locked[talk] === 0) return false;
  return !candidates.slot.subarray(candidates.from[talk], candidates.from[talk + 1]).includes(bookedStart[talk]!);
}

/** Ends as soon as no better bound is possible, because so many are held. */
function boundOfOpen(problem: Problem, hub: number, talks: number[], held: number): number {
  const cap = Math.min(problem.hubs.cap[hub]!, talks.length);
  if (problem.hubs.touching[hub] === 1) return talks.length;
  if (cap === 0) return 0;
  const days = daysOf(problem, hub, talks);
  const price = new Float64Array(talks.length);
  const chosen = new Int32Array(talks.length);
  let least = talks.length;
  let step = 0.25;
  for (let round = 0; round < rounds; round += 1) {
    chosen.fill(0);
    let value = 0;
    for (const one of price) value += one;
    for (const day of days) {
      for (let place = 0; place < day.count; place += 1) day.worth[place] = 1 - price[day.talk[place]!]!;
      value += bestDay(day, cap, (place) => (chosen[day.talk[place]!]! += 1));
    }
    const bound = Math.floor(value + hair);
    if (bound < least) least = bound;
    let off = 0;
    for (const times of chosen) off += (times - 1) * (times - 1);
    if (off === 0 || least <= held) break;
    for (let index = 0; index < price.length; index += 1)
      price[index] = Math.min(1, Math.max(0, price[index]! + step * (chosen[index]! - 1)));
    step *= 0.94;
  }
  return least;
}

function daysOf({ hubs, candidates, dur, instance }: Problem, hub: number, talks: number[]): Day[] {
  const byDay = new Map<number, { start: number; end: number; talk: number }[]>();
  for (const [index, talk] of talks.entries())
    for (let at = candidates.from[talk]!; at < candidates.from[talk + 1]!; at += 1) {
      const start = candidates.slot[at]!;
      const day = hubs.day[hub]![start]!;
      const one = { start, end: start + dur[talk]! + instance.rules.bufferTalk, talk: index };
      const list = byDay.get(day);
      if (list) list.push(one);
      else byDay.set(day, [one]);
    }
  return [...byDay.values()].map((list) => {
    list.sort((a, b) => a.end - b.end || a.start - b.start);
    const before = Int32Array.from(list, ({ start }) => countUpTo(list, start));
    return { from: 0, count: list.length, before, worth: new Float64Array(list.length), talk: list.map(({ talk }) => talk) };
  });
}

/** How many of a list in the order of ends end by then. */
function countUpTo(list: { end: number }[], by: number): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle]!.end <= by) low = middle + 1;
    else high = middle;
  }
  return low;
}
