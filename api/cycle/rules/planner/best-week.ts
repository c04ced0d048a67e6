/**
 * The best choice of talks for one manager and week when starts have a worth: every number of talks of each day, then how many on which day, so that the load of
 * days and weeks is counted exactly.
 */
import { fillLevels, newLevels, tellBest, type DayStarts } from './best-day.ts';
import { weekOf, type Board } from './board.ts';
import { loadOfDay } from './cost.ts';
import type { Market } from './market.ts';

/** The weeks in which managers have starts. */
export type Weeks = {
  /** The days of week w are those of the market from `from[w]` to below `from[w + 1]`. */
  from: Int32Array;
  /** Talks that stand there whatever is chosen, by day and by week. */
  dayHeld: Int32Array;
  weekHeld: Int32Array;
  /** Talks a week that cost nothing, and what each one more costs. */
  share: Float64Array;
  weekOver: number;
  /** By number of talks what a day costs, and what it costs at the least with more of them: a talk that is worth nothing may make a day cheaper. */
  dayLoad: number[];
  leastLoad: number[];
};

/** The weeks of a market. The board holds nothing but the talks that nobody chooses about: those that are locked. */
export function weeksOf({ problem: { hubs, instance }, dayHeld, weekHeld }: Board, { dayFrom, talk, slot, most }: Market): Weeks {
  const from: number[] = [];
  const heldInWeek: number[] = [];
  const share: number[] = [];
  const heldOnDay = new Int32Array(most.length);
  for (let at = 0, last = -1; at < most.length; at += 1) {
    const start = dayFrom[at]!;
    const hub = hubs.of[hubs.from[talk[start]!]!]!;
    const day = hubs.day[hub]![slot[start]!]!;
    const week = hub * hubs.weeks + weekOf(day);
    heldOnDay[at] = dayHeld[hub * hubs.days + day]!;
    if (week !== last) {
      from.push(at);
      heldInWeek.push(weekHeld[week]!);
      share.push(hubs.share[hub]!);
    }
    last = week;
  }
  from.push(most.length);
  const { dayLoad, weekOver } = instance.rules;
  const leastLoad = dayLoad.map((_, talks) => Math.min(...Array.from(dayLoad.keys(), (more) => loadOfDay(dayLoad, talks + more))));
  return {
    ...{ from: Int32Array.from(from), dayHeld: heldOnDay, weekHeld: Int32Array.from(heldInWeek), share: Float64Array.from(share) },
    ...{ weekOver, dayLoad, leastLoad: [...leastLoad, dayLoad.at(-1)!] },
  };
}

type Day = { of: DayStarts; at: number; with: Int32Array };

const levels = newLevels();

/** @returns what the best choice is worth, less what it adds to the load; tells its starts */
export function bestWeek(market: Market, worth: Float64Array, weeks: Weeks, week: number, chosen: (start: number) => void): number {
  const days: Day[] = [];
  let sum = Float64Array.of(0);
  for (let day = weeks.from[week]!, at = 0; day < weeks.from[week + 1]!; day += 1) {
    const of = { from: market.dayFrom[day]!, count: market.dayFrom[day + 1]! - market.dayFrom[day]!, before: market.before, worth };
    const level = fillLevels(levels, at, of, market.most[day]!);
    const one = { of, at, with: new Int32Array(sum.length + level) };
    sum = join(sum, one, level, weeks, weeks.dayHeld[day]!);
    days.push(one);
    at += (level + 1) * (of.count + 1);
  }
  const [held, share] = [weeks.weekHeld[week]!, weeks.share[week]!];
  const over = (talks: number): number => weeks.weekOver * Math.max(0, held + talks - share);
  let [best, count] = [Number.NEGATIVE_INFINITY, 0];
  for (let talks = 0; talks < sum.length; talks += 1) {
    const value = sum[talks]! - over(talks) + over(0);
    if (value > best) [best, count] = [value, talks];
  }
  for (const one of days.reverse()) {
    tellBest(levels, one.at, one.of, one.with[count]!, chosen);
    count -= one.with[count]!;
  }
  return best;
}

/** By number of talks, the most they are worth with a further day; notes how many of them are on that day. */
function join(sum: Float64Array, { of, at, with: onDay }: Day, most: number, weeks: Weeks, held: number): Float64Array<ArrayBuffer> {
  const { dayLoad, leastLoad } = weeks;
  const last = leastLoad.length - 1;
  const joined = new Float64Array(sum.length + most).fill(Number.NEGATIVE_INFINITY);
  for (let level = 0; level <= most; level += 1) {
    const worth =
      levels.known[at + level * (of.count + 1) + of.count]! - leastLoad[Math.min(last, held + level)]! + loadOfDay(dayLoad, held);
    for (let before = 0; before < sum.length; before += 1) {
      if (sum[before]! + worth <= joined[before + level]!) continue;
      joined[before + level] = sum[before]! + worth;
      onDay[before + level] = level;
    }
  }
  return joined;
}
