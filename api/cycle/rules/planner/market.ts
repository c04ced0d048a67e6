/**
 * All starts by manager and day, and what each takes of that of which there is little: the talk itself, which is held once; the time and the days of people who
 * are in talks of several managers; rooms. These are called things; what they are worth is found in `prices.ts`.
 */
import type { Problem } from './problem.ts';
import { free } from './rooms.ts';
import { startsByDay, type StartsByDay } from './starts-by-day.ts';

export type Market = StartsByDay & {
  /** How many there are of each thing. The first things are the talks; of those without a start there is none. */
  limit: Float64Array;
  takes: Lists;
  rooms: Lists;
};

/**
 * A list for each start: those in `of` from `from[start]` to below `from[start + 1]`. Of `takes`: the first of a range of things and the one after its last, in
 * pairs. Of `rooms`: the first thing of each room that is free; one of them is taken, for the length of the talk.
 */
export type Lists = { from: Int32Array; of: Int32Array };

/** Time of one person or room: at first 1 for slots that may be short, then the number of things before each slot. */
type Time = Int32Array;

/** Lays an instance out. Talks that are locked are left out: what they take is not counted. */
export function marketOf(problem: Problem): Market {
  const days = startsByDay(problem);
  const { from } = problem.candidates;
  const limits = Array.from({ length: problem.talks }, (_, talk) => (problem.locked[talk] === 0 && from[talk]! < from[talk + 1]! ? 1 : 0));
  const people = sharedTimes(problem);
  for (const time of people.values()) number(time, limits);
  const dayThings = sharedDays(problem, people, limits);
  const rooms = freeRooms(problem, days, limits);
  const takes = takesOf(problem, days, people, dayThings);
  return { ...days, limit: Float64Array.from(limits), takes, rooms };
}

const timeOf = ({ instance, bufferTalk, dur }: Problem): Time => {
  let longest = 0;
  for (const length of dur) if (length > longest) longest = length;
  return new Int32Array(instance.slots + longest + bufferTalk + 1);
};

/** Makes each marked slot a thing of which there is one. */
function number(time: Time, limits: number[]): void {
  for (let slot = 0; slot < time.length; slot += 1) {
    const isThing = time[slot] === 1;
    time[slot] = limits.length;
    if (isThing) limits.push(1);
  }
}

/** By hub the slots that a talk held by somebody else may take. */
function sharedTimes(problem: Problem): Map<number, Time> {
  const { hubs, candidates, talks, locked, dur, bufferTalk } = problem;
  const times = new Map<number, Time>();
  for (let talk = 0; talk < talks; talk += 1)
    for (let at = hubs.from[talk]! + 1; at < hubs.from[talk + 1]! && locked[talk] === 0; at += 1) {
      const time = times.get(hubs.of[at]!) ?? timeOf(problem);
      times.set(hubs.of[at]!, time);
      for (let index = candidates.from[talk]!; index < candidates.from[talk + 1]!; index += 1) {
        const slot = candidates.slot[index]!;
        time.fill(1, slot, slot + dur[talk]! + bufferTalk);
      }
    }
  return times;
}

/** By hub and day a thing of which there are as many as the hub may have talks. */
function sharedDays({ hubs }: Problem, people: Map<number, Time>, limits: number[]): Map<number, number> {
  const things = new Map<number, number>();
  for (const hub of people.keys())
    for (let day = 0; day < hubs.days; day += 1) things.set(hub * hubs.days + day, limits.push(hubs.cap[hub]!) - 1);
  return things;
}

function takesOf(
  { hubs, dur, bufferTalk }: Problem,
  { talk, slot }: StartsByDay,
  people: Map<number, Time>,
  dayThings: Map<number, number>,
): Lists {
  const from = new Int32Array(talk.length + 1);
  const of: number[] = [];
  for (let start = 0; start < talk.length; start += 1) {
    const [one, begin] = [talk[start]!, slot[start]!];
    for (let at = hubs.from[one]!; at < hubs.from[one + 1]!; at += 1) {
      const hub = hubs.of[at]!;
      const time = people.get(hub);
      if (!time) continue;
      const [first, end] = [time[begin]!, time[begin + dur[one]! + bufferTalk]!];
      if (first < end) of.push(first, end);
      const day = dayThings.get(hub * hubs.days + hubs.day[hub]![begin]!)!;
      of.push(day, day + 1);
    }
    from[start + 1] = of.length;
  }
  return { from, of: Int32Array.from(of) };
}

function freeRooms(problem: Problem, { talk, slot }: StartsByDay, limits: number[]): Lists {
  const { rooms, dur, instance } = problem;
  const times = rooms.ids.map(() => timeOf(problem));
  const from = new Int32Array(talk.length + 1);
  const found: number[] = [];
  for (let start = 0; start < talk.length; start += 1) {
    const [pool, begin, length] = [rooms.poolOf[talk[start]!]!, slot[start]!, dur[talk[start]!]!];
    for (let room = pool < 0 ? 0 : rooms.first[pool]!; pool >= 0 && room < rooms.first[pool + 1]!; room += 1) {
      const first = room * instance.slots + begin;
      if (!rooms.taken.subarray(first, first + length).every((there) => there === free)) continue;
      times[room]!.fill(1, begin, begin + length);
      found.push(room, begin);
    }
    from[start + 1] = found.length >> 1;
  }
  for (const time of times) number(time, limits);
  return { from, of: Int32Array.from({ length: found.length >> 1 }, (_, at) => times[found[2 * at]!]![found[2 * at + 1]!]!) };
}
