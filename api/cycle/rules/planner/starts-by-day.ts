/** The starts of talks by manager and day, within a day in the order of their ends: as the best choice of a day is found. */
import type { DayStarts } from './best-day.ts';
import type { Problem } from './problem.ts';

export type StartsByDay = {
  /** By start: the candidate it is, its talk and its slot. Locked talks have none. */
  candidate: Int32Array;
  talk: Int32Array;
  slot: Int32Array;
  /** See DayStarts. */
  before: DayStarts['before'];
  /** Where each day begins, and the end of the last; the most talks of the manager that day. */
  dayFrom: Int32Array;
  most: Int32Array;
};

export function startsByDay(problem: Problem): StartsByDay {
  const { hubs, candidates, talks, locked, dur, bufferTalk, instance } = problem;
  const all = candidates.slot.length;
  const ends = 2 * instance.slots + bufferTalk + 1;
  const keys = new Float64Array(all);
  const talkOf = new Int32Array(all);
  let count = 0;
  for (let talk = 0; talk < talks; talk += 1) {
    const manager = hubs.of[hubs.from[talk]!]!;
    for (let at = candidates.from[talk]!; at < candidates.from[talk + 1]! && locked[talk] === 0; at += 1) {
      const slot = candidates.slot[at]!;
      talkOf[at] = talk;
      const day = manager * hubs.days + hubs.day[manager]![slot]!;
      keys[count++] = (day * ends + slot + dur[talk]! + bufferTalk) * all + at;
    }
  }
  const sorted = keys.subarray(0, count).sort();
  const candidate = Int32Array.from(sorted, (key) => key % all);
  const talk = Int32Array.from(candidate, (at) => talkOf[at]!);
  const slot = Int32Array.from(candidate, (at) => candidates.slot[at]!);
  const dayFrom: number[] = [];
  for (let start = 0, last = -1; start < count; start += 1) {
    const day = Math.floor(sorted[start]! / all / ends);
    if (day !== last) dayFrom.push(start);
    last = day;
  }
  dayFrom.push(count);
  const days = { candidate, talk, slot, dayFrom: Int32Array.from(dayFrom), most: new Int32Array(dayFrom.length - 1) };
  return { ...days, before: beforeOf(problem, days) };
}

/** Also fills in the most talks of each day. */
function beforeOf({ hubs, dur, bufferTalk }: Problem, { talk, slot, dayFrom, most }: Omit<StartsByDay, 'before'>): Int32Array {
  const before = new Int32Array(talk.length);
  const lastSeen = new Map<number, number>();
  for (let day = 0; day < most.length; day += 1) {
    const from = dayFrom[day]!;
    let different = 0;
    for (let start = from; start < dayFrom[day + 1]!; start += 1) {
      if (lastSeen.get(talk[start]!) !== day) different += 1;
      lastSeen.set(talk[start]!, day);
      let earlier = start;
      while (earlier > from && slot[earlier - 1]! + dur[talk[earlier - 1]!]! + bufferTalk > slot[start]!) earlier -= 1;
      before[start] = earlier - from;
    }
    most[day] = Math.min(different, hubs.cap[hubs.of[hubs.from[talk[from]!]!]!]!);
  }
  return before;
}
