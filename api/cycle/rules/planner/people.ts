/** People as the search needs them: their free slots as bits, their local days, and what a start costs by their preferences. */
import type { Instance } from '../../planner/contract.ts';
import { clearRange, emptyBits, setBit, type SlotBits } from './slot-bits.ts';
import { zoneTimes, type ZoneTimes } from './zone-times.ts';

type Person = Instance['people'][number];

export type People = {
  indexOf: Map<string, number>;
  /** Local times of each person's zone. */
  times: ZoneTimes[];
  /** Working hours less holidays, whatever is in the calendar. */
  works: SlotBits[];
  /** The same less what is in the calendar. */
  free: SlotBits[];
  /** The same for whoever holds a talk: with the buffer around what is in the calendar. Made for managers only. */
  asManager(person: number): SlotBits;
  /** Cost by the preferences of each person, by slot of the start. */
  cost: Float64Array[];
};

export function peopleOf(instance: Instance): People {
  const { people, rules, slots, slotMinutes } = instance;
  const grid = { startMs: Date.parse(instance.start), slots, slotMinutes };
  const zones = new Map<string, ZoneTimes>();
  const timesOf = (tz: string): ZoneTimes => remember(zones, tz, () => zoneTimes(tz, grid));
  const [work, onDays, atMinutes] = [new Map<string, SlotBits>(), new Map<string, SlotBits>(), new Map<string, SlotBits>()];
  const costs = new Map<string, Float64Array>();
  const worksOf = (person: Person): SlotBits => {
    const { days, from, to } = person.work;
    const [daysKey, minutesKey] = [`${person.tz} ${person.holidays ?? ''} ${days.join('')}`, `${person.tz} ${from} ${to}`];
    return remember(work, `${daysKey} ${minutesKey}`, () => {
      const bits = remember(onDays, daysKey, () => dayBits(instance, person, timesOf(person.tz))).slice();
      const minutes = remember(atMinutes, minutesKey, () => minuteBits(instance, person.work, timesOf(person.tz)));
      for (let word = 0; word < bits.length; word += 1) bits[word]! &= minutes[word]!;
      return bits;
    });
  };
  const buffered = new Map<number, SlotBits>();
  return {
    indexOf: new Map(people.map(({ id }, index) => [id, index])),
    times: people.map(({ tz }) => timesOf(tz)),
    works: people.map(worksOf),
    free: people.map((person) => less(worksOf(person), person.busy, 0)),
    asManager(person) {
      const one = people[person]!;
      if (rules.bufferBusy === 0) return this.free[person]!;
      return remember(buffered, person, () => less(worksOf(one), one.busy, rules.bufferBusy));
    },
    cost: people.map(({ tz, profile }) => remember(costs, `${tz} ${profile}`, () => costBySlot(instance, profile, timesOf(tz)))),
  };
}

function remember<K, V>(known: Map<K, V>, key: K, make: () => V): V {
  let value = known.get(key);
  if (value === undefined) known.set(key, (value = make()));
  return value;
}

/** 1 at the person's working minutes of any day. */
function minuteBits({ slots, slotMinutes }: Instance, { from, to }: Person['work'], { minute }: ZoneTimes): SlotBits {
  const bits = emptyBits(slots);
  for (let slot = 0; slot < slots; slot += 1) if (minute[slot]! >= from && minute[slot]! + slotMinutes <= to) setBit(bits, slot);
  return bits;
}

/** 1 on the person's working days that are no holidays. */
function dayBits({ slots, holidays, start }: Instance, person: Person, { weekday, day }: ZoneTimes): SlotBits {
  const works = [0, 1, 2, 3, 4, 5, 6].map((one) => person.work.days.includes(one));
  const off = new Set((person.holidays ? (holidays[person.holidays] ?? []) : []).map((date) => dayNumber(date, start)));
  const bits = emptyBits(slots);
  for (let slot = 0; slot < slots; slot += 1) if (works[weekday[slot]!] && !off.has(day[slot]!)) setBit(bits, slot);
  return bits;
}

/** A local date as a day of ZoneTimes. */
const dayNumber = (date: string, start: string): number =>
  Math.round(Date.parse(`${date}T00:00:00Z`) / 86_400_000) - Math.floor(Date.parse(start) / 86_400_000) + 1;

function less(working: SlotBits, busy: number[], buffer: number): SlotBits {
  const bits = working.slice();
  for (let at = 0; at + 1 < busy.length; at += 2)
    if (busy[at]! < busy[at + 1]!) clearRange(bits, busy[at]! - buffer, busy[at + 1]! + buffer);
  return bits;
}

function costBySlot({ profiles, slots }: Instance, profile: number, times: ZoneTimes): Float64Array {
  const { dayCost, bands } = profiles[profile]!;
  const byMinute = new Float64Array(1440);
  for (const [from, to, cost] of bands)
    for (let minute = Math.max(0, from); minute < Math.min(1440, to); minute += 1) byMinute[minute]! += cost;
  const costs = new Float64Array(slots);
  for (let slot = 0; slot < slots; slot += 1) costs[slot] = dayCost[times.weekday[slot]!]! + byMinute[times.minute[slot]!]!;
  return costs;
}
