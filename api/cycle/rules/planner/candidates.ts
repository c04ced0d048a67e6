/** For every talk the starts that its people's calendars, its window and its pool of rooms allow, whatever else is planned, in the order of time. */
import type { Instance } from '../../planner/contract.ts';
import type { People } from './people.ts';
import type { Rooms } from './rooms.ts';
import { emptyBits, keepRuns, type SlotBits } from './slot-bits.ts';

export type Candidates = {
  /** Candidates of talk t are those from `from[t]` to below `from[t + 1]`. */
  from: Int32Array;
  slot: Int32Array;
  /** Cost by the preferences of manager and employee. */
  cost: Float64Array;
};

export function candidatesOf(instance: Instance, order: Int32Array, people: People, rooms: Rooms): Candidates {
  const { slots } = instance;
  const from = new Int32Array(order.length + 1);
  let [slot, cost] = [new Int32Array(order.length * 32), new Float64Array(order.length * 32)];
  const work = { bits: emptyBits(slots), found: new Int32Array(slots) };
  let used = 0;
  for (let talk = 0; talk < order.length; talk += 1) {
    from[talk] = used;
    const one = instance.talks[order[talk]!]!;
    const persons = [one.manager, one.employee, ...one.extra].map((id) => people.indexOf.get(id)!);
    // Nobody talks with themselves, and who may have no talk on any day has none.
    if (new Set(persons).size < persons.length || persons.some((person) => instance.people[person]!.maxPerDay === 0)) continue;
    startBits(people, persons, one.dur, work.bits);
    if (rooms.poolOf[talk]! >= 0) keepCommon(work.bits, rooms.startsOf(rooms.poolOf[talk]!, one.dur));
    const [mine, theirs] = [people.cost[people.indexOf.get(one.manager)!]!, people.cost[people.indexOf.get(one.employee)!]!];
    const first = Math.max(0, one.notBefore);
    const found = listBits(work.bits, first, Math.min(one.notAfter, slots) - one.dur, work.found);
    if (used + found > slot.length) [slot, cost] = [grow(slot, used + found), grow(cost, used + found)];
    for (let at = 0; at < found; at += 1) {
      const start = work.found[at]!;
      slot[used + at] = start;
      cost[used + at] = mine[start]! + theirs[start]!;
    }
    used += found;
  }
  from[order.length] = used;
  return { from, slot: slot.slice(0, used), cost: cost.slice(0, used) };
}

/** Starts in the free time of all, the first of whom is the manager, as far as the grid goes. */
export function startBits(people: People, persons: number[], dur: number, into: SlotBits): void {
  into.set(people.asManager(persons[0]!));
  for (let index = 1; index < persons.length; index += 1) keepCommon(into, people.free[persons[index]!]!);
  keepRuns(into, dur);
}

export function keepCommon(bits: SlotBits, others: SlotBits): void {
  for (let word = 0; word < bits.length; word += 1) bits[word]! &= others[word]!;
}

/** Writes down the slots of the set between `first` and `last`; answers how many. */
function listBits(bits: SlotBits, first: number, last: number, into: Int32Array): number {
  let found = 0;
  for (let word = first >> 5; word <= last >> 5 && word < bits.length; word += 1) {
    for (let rest = bits[word]!; rest !== 0; rest &= rest - 1) {
      const slot = (word << 5) + 31 - Math.clz32(rest & -rest);
      if (slot >= first && slot <= last) into[found++] = slot;
    }
  }
  return found;
}

function grow<T extends Int32Array | Float64Array>(list: T, atLeast: number): T {
  const longer = new (list.constructor as new (length: number) => T)(Math.max(atLeast, list.length * 2));
  longer.set(list);
  return longer;
}
