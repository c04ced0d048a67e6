/**
 * The table on which talks are laid out: for each person of a planning problem where they are free, what they have taken, and for each talk the starts
 * that suit, best first. Hard rules H1 to H5 of the planner's specification, without rooms.
 */
import { DateTime } from 'luxon';
import { localTimes, workingSlots, type Grid, type LocalTimes } from './calendar-grid.ts';
import type { InstancePerson, InstanceTalk, PlacedSlots, PlanInstance } from './instance-of.ts';
import { costAt } from './preferences.ts';

export type Who = {
  local: LocalTimes;
  working: Uint8Array;
  /** How many free slots follow from each slot on, this one included. */
  free: Uint16Array;
  /** The same for talks held as manager: with time kept free around what is in the calendar. */
  spaced: Uint16Array;
  /** What a talk costs that begins here; by slot. */
  cost: Uint16Array;
  maxPerDay: number;
  taken: { start: number; end: number }[];
  perDay: Map<number, number>;
};
export type Job = { talk: InstanceTalk; starts: number[]; costs: number[]; slot: number | null };
export type Desk = { people: Map<string, Who>; jobs: Job[]; gap: number; dayLoad: number[]; slots: number };

/** Lays the table; nothing is placed on it but what is held fast. */
export function layDesk(instance: PlanInstance): Desk {
  const desk = emptyDesk(instance);
  desk.jobs = instance.talks.map((talk) => ({ talk, ...startsOf(desk, talk), slot: null }));
  for (const job of desk.jobs) {
    const { start = null, locked = false } = job.talk.booked ?? {};
    if (locked && start !== null) put(desk, job, start);
  }
  return desk;
}

/**
 * The table as a plan leaves it: every talk of the problem in its place, and the whole window to judge those by that have none. Only they are given
 * their starts.
 */
export function deskOf(instance: PlanInstance, { talks }: PlacedSlots, windowSlots: number): Desk {
  const desk = emptyDesk(instance);
  const starts = new Map(talks.map(({ id, start }) => [id, start]));
  desk.jobs = instance.talks.map((one) => {
    const talk = { ...one, notBefore: 0, notAfter: windowSlots };
    const job: Job = { talk, starts: [], costs: [], slot: null };
    const start = starts.get(talk.id) ?? null;
    if (start === null) Object.assign(job, startsOf(desk, talk));
    else put(desk, job, start);
    return job;
  });
  return desk;
}

const emptyDesk = (instance: PlanInstance): Desk => ({
  people: seatPeople(instance),
  jobs: [],
  gap: instance.rules.bufferTalk,
  dayLoad: instance.rules.dayLoad,
  slots: instance.slots,
});

function seatPeople(instance: PlanInstance): Map<string, Who> {
  const grid = { start: new Date(instance.start), slots: instance.slots };
  const managers = new Set(instance.talks.map(({ manager }) => manager));
  // Most people share zone, hours, holidays and preferences with many others.
  const locals = remember((zone: string) => localTimes(grid, zone));
  const workings = new Map<string, Uint8Array>();
  const costs = new Map<string, Uint16Array>();
  const seated = new Map<string, Who>();
  const scratch = new Uint8Array(grid.slots);
  for (const person of instance.people) {
    const { tz, work, holidays, profile, busy } = person;
    const local = locals(tz);
    const workKey = `${tz} ${work.days.join()} ${work.from} ${work.to} ${holidays}`;
    const working = workings.get(workKey) ?? workingOf(grid, local, person, instance.holidays[holidays ?? ''] ?? []);
    workings.set(workKey, working);
    const costKey = `${tz} ${profile}`;
    const cost = costs.get(costKey) ?? costsOf(instance, local, profile);
    costs.set(costKey, cost);
    const free = runsOf(working, busy, 0, scratch);
    const spaced = managers.has(person.id) ? runsOf(working, busy, instance.rules.bufferBusy, scratch) : free;
    seated.set(person.id, { local, working, free, spaced, cost, maxPerDay: person.maxPerDay, taken: [], perDay: new Map() });
  }
  return seated;
}

function remember<T>(make: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>();
  return (key) => {
    const found = known.get(key) ?? make(key);
    known.set(key, found);
    return found;
  };
}

/** Working hours less the days off. */
function workingOf(grid: Grid, local: LocalTimes, { tz, work }: InstancePerson, days: string[]): Uint8Array {
  const working = workingSlots(grid, local, { ...work, days: work.days.map((day) => day || 7) });
  const first = DateTime.fromJSDate(grid.start, { zone: tz }).startOf('day');
  const off = new Set(days.map((day) => Math.round(DateTime.fromISO(day, { zone: tz }).diff(first, 'days').days)));
  if (off.size > 0) for (let slot = 0; slot < grid.slots; slot += 1) if (off.has(local.day[slot] ?? 0)) working[slot] = 0;
  return working;
}

function runsOf(working: Uint8Array, busy: number[], buffer: number, free: Uint8Array): Uint16Array {
  free.set(working);
  for (let at = 0; at < busy.length; at += 2) free.fill(0, Math.max(0, (busy[at] ?? 0) - buffer), (busy[at + 1] ?? 0) + buffer);
  const runs = new Uint16Array(free.length);
  let run = 0;
  for (let slot = free.length - 1; slot >= 0; slot -= 1) {
    run = free[slot] === 1 ? run + 1 : 0;
    runs[slot] = run;
  }
  return runs;
}

/** Each minute of the week is asked once, not each slot of the window. */
function costsOf(instance: PlanInstance, local: LocalTimes, profile: number): Uint16Array {
  const found = instance.profiles[profile] ?? { dayCost: [], bands: [] };
  const known = new Map<number, number>();
  return Uint16Array.from({ length: instance.slots }, (_, slot) => {
    const [weekday, minute] = [(local.weekday[slot] ?? 0) % 7, local.minute[slot] ?? 0];
    const key = weekday * 1440 + minute;
    const cost = known.get(key) ?? costAt(found, weekday, minute);
    known.set(key, cost);
    return cost;
  });
}

/** Everybody in a talk: the manager first. */
export const sides = ({ manager, employee, extra }: InstanceTalk): string[] => [manager, employee, ...extra];

/** Starts that suit everybody, the best first, and what each costs. */
export function startsOf(desk: Desk, talk: InstanceTalk): { starts: number[]; costs: number[] } {
  const [manager, employee, ...extra] = sides(talk).map((id) => desk.people.get(id));
  if (!manager || !employee || extra.includes(undefined)) return { starts: [], costs: [] };
  const others = extra.flatMap((who) => who ?? []);
  // Cost before slot in one number each: such a list sorts many times faster than one of pairs.
  const found: number[] = [];
  const last = Math.min(talk.notAfter, desk.slots) - talk.dur;
  for (let slot = Math.max(0, talk.notBefore); slot <= last; slot += 1) {
    if ((manager.spaced[slot] ?? 0) < talk.dur || (employee.free[slot] ?? 0) < talk.dur) continue;
    if (others.some((who) => (who.free[slot] ?? 0) < talk.dur)) continue;
    found.push(((manager.cost[slot] ?? 0) + (employee.cost[slot] ?? 0)) * costUnit + slot);
  }
  const sorted = Float64Array.from(found).sort();
  return { starts: Array.from(sorted, (one) => one % costUnit), costs: Array.from(sorted, (one) => Math.floor(one / costUnit)) };
}

/** More than any window has slots. */
const costUnit = 2 ** 20;

/** Whether the other talks of everybody in it leave room for one that starts here. */
export const fits = (desk: Desk, talk: InstanceTalk, slot: number): boolean =>
  sides(talk).every((id) => isOpen(desk, desk.people.get(id), slot, talk.dur));

export function isOpen({ gap }: Pick<Desk, 'gap'>, who: Who | undefined, slot: number, dur: number): boolean {
  if (!who || (who.perDay.get(who.local.day[slot] ?? 0) ?? 0) >= who.maxPerDay) return false;
  return who.taken.every(({ start, end }) => slot >= end + gap || slot + dur + gap <= start);
}

export function put(desk: Desk, job: Job, slot: number): void {
  job.slot = slot;
  for (const id of sides(job.talk)) count(desk.people.get(id), slot, job.talk.dur, 1);
}

/** Takes a talk off the table; answers where it was. */
export function lift(desk: Desk, job: Job): number {
  const slot = job.slot ?? 0;
  for (const id of sides(job.talk)) count(desk.people.get(id), slot, job.talk.dur, -1);
  job.slot = null;
  return slot;
}

function count(who: Who | undefined, slot: number, dur: number, more: 1 | -1): void {
  if (!who) return;
  const day = who.local.day[slot] ?? 0;
  if (more === 1) who.taken.push({ start: slot, end: slot + dur });
  else
    who.taken.splice(
      who.taken.findIndex(({ start }) => start === slot),
      1,
    );
  who.perDay.set(day, (who.perDay.get(day) ?? 0) + more);
}
