/**
 * At which starts a talk could stand while everything else on the table stays: with its own length, window, people and limits, or with others that it
 * is wished to have.
 */
import { keepCommon } from './candidates.ts';
import { clearRange, emptyBits, hasBit, keepRuns, type SlotBits } from './slot-bits.ts';
import { everybodyIn, type InstanceTalk, type Table } from './table.ts';

/** Whose other talks count. */
type Whose = 'everybody' | 'nobody' | number;

/** A talk as somebody wishes it. */
export type Wish = {
  /** Indices of people; the manager first. */
  persons: number[];
  dur: number;
  notBefore: number;
  notAfter: number;
  pool: string | null;
  /** Most talks a day of one person, where it differs. */
  cap?: { person: number; most: number };
  /** So many more talks a day for everybody. */
  more?: number;
  /** No time kept free, neither between talks nor around what is in the manager's calendar. */
  unbuffered?: boolean;
  whose?: Whose;
};

/** The wish that asks for the talk as it is. */
export const wishOf = ({ people }: Table, talk: InstanceTalk): Wish => ({
  persons: everybodyIn(talk).map((id) => people.indexOf.get(id) ?? -1),
  ...{ dur: talk.dur, notBefore: talk.notBefore, notAfter: talk.notAfter, pool: talk.pool },
});

/** Nobody talks with themselves, and nothing is known of who is not in the instance. */
export const isPossible = ({ persons }: Wish): boolean => persons.every((person, at) => person >= 0 && persons.indexOf(person) === at);

/** Every start at which the wish is met. */
export const openStarts = (table: Table, wish: Wish): SlotBits => fillStarts(table, wish, emptyBits(table.instance.slots));

function fillStarts(table: Table, wish: Wish, bits: SlotBits): SlotBits {
  const { persons, dur, pool, whose = 'everybody' } = wish;
  if (!isPossible(wish)) return bits.fill(0);

  for (let role = 0; role < persons.length; role += 1) {
    const person = persons[role]!;
    const counts = whose === 'everybody' || whose === person;
    const gap = wish.unbuffered ? 0 : table.instance.rules.bufferTalk;
    const free = freeBits(table, person, role === 0 && !wish.unbuffered, counts, gap);
    if (role === 0) bits.set(free);
    else keepCommon(bits, free);
  }
  keepWithin(table, wish, bits);
  if (pool !== null) keepCommon(bits, roomStarts(table, pool, dur, whose === 'everybody'));
  for (const person of persons) clearFullDays(table, person, mostOn(table, wish, person), whose === 'everybody' || whose === person, bits);
  return bits;
}

/** Starts within the window at which these sets are free for the whole length. */
export function startsOf(table: Table, wish: Wish, sets: SlotBits[]): SlotBits {
  const bits = emptyBits(table.instance.slots).fill(-1);
  for (const set of sets) keepCommon(bits, set);
  keepWithin(table, wish, bits);
  return bits;
}

/** Leaves of free slots the starts that the length and the window allow. */
function keepWithin({ instance }: Table, { dur, notBefore, notAfter }: Wish, bits: SlotBits): void {
  keepRuns(bits, dur);
  clearRange(bits, 0, notBefore);
  clearRange(bits, Math.max(0, Math.min(notAfter, instance.slots) - dur + 1), bits.length << 5);
}

const mostOn = ({ instance }: Table, { cap, more = 0 }: Wish, person: number): number =>
  cap?.person === person ? cap.most : instance.people[person]!.maxPerDay + more;

/** Working hours less the calendar and, if they count, the person's talks with the time between. */
function freeBits(table: Table, person: number, asManager: boolean, withTalks: boolean, gap: number): SlotBits {
  const { people, from, spans, freeKnown } = table;
  const bare = asManager ? people.asManager(person) : people.free[person]!;
  if (!withTalks || from[person] === from[person + 1]) return bare;
  const key = person * 4 + (asManager ? 1 : 0) + (gap === 0 ? 2 : 0);
  const before = freeKnown.get(key);
  if (before) return before;
  const bits = bare.slice();
  for (let at = from[person]!; at < from[person + 1]!; at += 2) clearRange(bits, spans[at]! - gap, spans[at + 1]! + gap);
  freeKnown.set(key, bits);
  return bits;
}

/** Starts at which one room of the pool is free for the whole length. */
function roomStarts({ instance, rooms, poolKnown }: Table, pool: string, dur: number, withTalks: boolean): SlotBits {
  const key = `${pool} ${dur} ${withTalks}`;
  const before = poolKnown.get(key);
  if (before) return before;
  const any = emptyBits(instance.slots);
  for (const { id, busy } of instance.pools.find((one) => one.id === pool)?.rooms ?? []) {
    const bits = emptyBits(instance.slots).fill(-1);
    clearRange(bits, instance.slots, bits.length << 5);
    for (const taken of withTalks ? [busy, rooms.get(`${pool} ${id}`) ?? []] : [busy])
      for (let at = 0; at + 1 < taken.length; at += 2) if (taken[at]! < taken[at + 1]!) clearRange(bits, taken[at]!, taken[at + 1]!);
    keepRuns(bits, dur);
    for (let word = 0; word < any.length; word += 1) any[word]! |= bits[word]!;
  }
  poolKnown.set(key, any);
  return any;
}

/** The first room of the pool that is free for that long from this slot on. */
export function freeRoomAt({ instance, rooms }: Table, pool: string, slot: number, dur: number): string | null {
  const isTaken = (taken: number[]): boolean =>
    taken.some((begin, at) => at % 2 === 0 && begin < slot + dur && slot < (taken[at + 1] ?? begin));
  const found = (instance.pools.find(({ id }) => id === pool)?.rooms ?? [])
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .find(({ id, busy }) => !isTaken(busy) && !isTaken(rooms.get(`${pool} ${id}`) ?? []));
  return found?.id ?? null;
}

/** Takes away the days on which the person has `most` talks already. */
function clearFullDays(table: Table, person: number, most: number, withTalks: boolean, bits: SlotBits): void {
  if (most <= 0) return void bits.fill(0);
  if (!withTalks || table.from[person + 1]! - table.from[person]! < 2 * most) return;
  const full = fullDays(table, person, most);
  for (let at = 0; at < full.length; at += 2) clearRange(bits, full[at]!, full[at + 1]!);
}

/** No cap is larger: nobody has so many talks in a day. */
const mostADay = 1024;

function fullDays({ people, from, spans, fullKnown }: Table, person: number, most: number): number[] {
  const key = person * mostADay + Math.min(most, mostADay - 1);
  const before = fullKnown.get(key);
  if (before) return before;
  const { day } = people.times[person]!;
  const perDay = new Map<number, number>();
  const full: number[] = [];
  for (let at = from[person]!; at < from[person + 1]!; at += 2) {
    const slot = spans[at]!;
    const one = day[slot];
    if (one === undefined) continue;
    const count = (perDay.get(one) ?? 0) + 1;
    perDay.set(one, count);
    if (count !== most) continue;
    let [begin, end] = [slot, slot + 1];
    while (begin > 0 && day[begin - 1] === one) begin -= 1;
    while (end < day.length && day[end] === one) end += 1;
    full.push(begin, end);
  }
  fullKnown.set(key, full);
  return full;
}

/** The first slot of the set that is not before `from`; -1 without any. */
export function firstOf(bits: SlotBits, from = 0): number {
  const first = Math.max(0, from);
  for (let word = first >> 5; word < bits.length; word += 1) {
    const rest = word === first >> 5 ? bits[word]! & (-1 << (first & 31)) : bits[word]!;
    if (rest !== 0) return (word << 5) + 31 - Math.clz32(rest & -rest);
  }
  return -1;
}

/** The last slot of the set; -1 without any. */
export function lastOf(bits: SlotBits): number {
  for (let word = bits.length - 1; word >= 0; word -= 1) if (bits[word] !== 0) return (word << 5) + 31 - Math.clz32(bits[word]!);
  return -1;
}

/** Whether the wish is met at this start. */
export const isOpenAt = (table: Table, wish: Wish, slot: number): boolean =>
  slot >= 0 && slot < table.instance.slots && hasBit(fillStarts(table, wish, table.scratch), slot);

/** The first start at which the wish is met; -1 without any. */
export const firstStart = (table: Table, wish: Wish): number => firstOf(fillStarts(table, wish, table.scratch));

/** How many slots are in the set. */
export function countOf(bits: SlotBits): number {
  let count = 0;
  for (const word of bits) for (let rest = word; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

/** All slots of a set, in order. */
export function listOf(bits: SlotBits): number[] {
  const found: number[] = [];
  for (let slot = firstOf(bits); slot >= 0; slot = firstOf(bits, slot + 1)) found.push(slot);
  return found;
}
