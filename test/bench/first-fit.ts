/**
 * The yardstick of the planner: what a loop over "find a time" gives. Talks in the order of the input, each at its earliest start that keeps every hard
 * rule, in the first room that is free. Looks at no cost, and knows nothing of earlier plans.
 */
import type { Instance, PlannedTalk } from '#api/cycle/planner/contract.ts';
import { startBits } from '#api/cycle/rules/planner/candidates.ts';
import { peopleOf, type People } from '#api/cycle/rules/planner/people.ts';
import { clearRange, emptyBits, hasBit, type SlotBits } from '#api/cycle/rules/planner/slot-bits.ts';

/** `free`: of each person, less the talks planned so far; `count`: talks of each person and local day. */
type Desk = { people: People; count: Uint16Array[]; rooms: Map<string, { id: string; free: SlotBits }[]>; starts: SlotBits };

export function firstFit(instance: Instance): PlannedTalk[] {
  const desk = deskOf(instance);
  return instance.talks.map((talk) => planOne(instance, desk, talk));
}

function deskOf(instance: Instance): Desk {
  const people = peopleOf(instance);
  const days = Math.ceil((instance.slots * instance.slotMinutes) / 1440) + 3;
  const rooms = instance.pools.map((pool) => [pool.id, pool.rooms.map(({ id, busy }) => ({ id, free: freeOf(instance, busy) }))] as const);
  return {
    people,
    count: instance.people.map(() => new Uint16Array(days)),
    rooms: new Map(rooms),
    starts: emptyBits(instance.slots),
  };
}

function freeOf({ slots }: Instance, busy: number[]): SlotBits {
  const bits = emptyBits(slots).fill(-1);
  clearRange(bits, slots, bits.length << 5);
  for (let at = 0; at + 1 < busy.length; at += 2) clearRange(bits, busy[at] ?? 0, busy[at + 1] ?? 0);
  return bits;
}

function planOne(instance: Instance, desk: Desk, talk: Instance['talks'][number]): PlannedTalk {
  const { people, starts } = desk;
  const persons = [talk.manager, talk.employee, ...talk.extra].map((id) => people.indexOf.get(id) ?? -1);
  if (new Set(persons).size < persons.length) return { id: talk.id, start: null, room: null };
  startBits(people, persons, talk.dur, starts);
  const rooms = talk.pool === null ? null : (desk.rooms.get(talk.pool) ?? []);
  const last = Math.min(talk.notAfter, instance.slots) - talk.dur;
  for (let slot = next(starts, Math.max(0, talk.notBefore)); slot >= 0 && slot <= last; slot = next(starts, slot + 1)) {
    if (persons.some((one) => countOf(desk, one, slot) >= (instance.people[one]?.maxPerDay ?? 0))) continue;
    const room = rooms?.find(({ free }) => isFree(free, slot, slot + talk.dur));
    if (rooms && !room) continue;
    if (room) clearRange(room.free, slot, slot + talk.dur);
    for (const one of persons) take(instance, desk, one, slot, slot + talk.dur);
    return { id: talk.id, start: slot, room: room?.id ?? null };
  }
  return { id: talk.id, start: null, room: null };
}

const dayOf = ({ people }: Desk, person: number, slot: number): number => people.times[person]?.day[slot] ?? 0;
const countOf = (desk: Desk, person: number, slot: number): number => desk.count[person]?.[dayOf(desk, person, slot)] ?? 0;

/** With a buffer around calendars, a person who holds talks has two sets of free slots: own and as manager. */
function take({ rules }: Instance, desk: Desk, person: number, from: number, to: number): void {
  const count = desk.count[person];
  const day = dayOf(desk, person, from);
  if (count) count[day] = (count[day] ?? 0) + 1;
  const free = desk.people.free[person];
  const held = desk.people.asManager(person);
  if (free) clearRange(free, from - rules.bufferTalk, to + rules.bufferTalk);
  if (held !== free) clearRange(held, from - rules.bufferTalk, to + rules.bufferTalk);
}

function isFree(bits: SlotBits, from: number, to: number): boolean {
  for (let slot = from; slot < to; slot += 1) if (!hasBit(bits, slot)) return false;
  return true;
}

/** The first slot of the set from this one on, or -1. */
function next(bits: SlotBits, from: number): number {
  for (let word = from >> 5; word < bits.length; word += 1) {
    const rest = (bits[word] ?? 0) & (word === from >> 5 ? -1 << (from & 31) : -1);
    if (rest !== 0) return (word << 5) + 31 - Math.clz32(rest & -rest);
  }
  return -1;
}
