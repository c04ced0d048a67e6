/**
 * The table on which talks are laid out: for each person of a planning problem where they are free, what they have taken, and for each talk the starts
 * that suit, best first. Hard rules H1 to H5 of the planner's specification, without rooms.
 */
import { DateTime } from 'luxon';
import { localTimes, workingSlots, type LocalTimes } from './calendar-grid.ts';
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
  const desk: Desk = {
    people: seatPeople(instance),
    jobs: [],
    gap: instance.rules.bufferTalk,
    dayLoad: instance.rules.dayLoad,
    slots: instance.slots,
  };
  desk.jobs = instance.talks.map((talk) => ({ talk, ...startsOf(desk, talk), slot: null }));
  for (const job of desk.jobs) if (job.talk.booked?.locked) put(desk, job, job.talk.booked.start);
  return desk;
}

/** The table as a plan leaves it: every talk of the problem in its place, with the whole window to judge the others by. */
export function deskOf(instance: PlanInstance, { talks }: PlacedSlots, windowSlots: number): Desk {
  const desk = layDesk({
    ...instance,
    talks: instance.talks.map((talk) => ({ ...talk, notBefore: 0, notAfter: windowSlots, booked: null })),
  });
  const starts = new Map(talks.map(({ id, start }) => [id, start]));
  for (const job of desk.jobs) {
    const start = starts.get(job.talk.id) ?? null;
    if (start !== null) put(desk, job, start);
  }
  return desk;
}

function seatPeople(instance: PlanInstance): Map<string, Who> {
  const grid = { start: new Date(instance.start), slots: instance.slots };
  const zones = new Map<string, LocalTimes>();
  const managers = new Set(instance.talks.map(({ manager }) => manager));
  const costs = new Map<string, Uint16Array>();
  const daysOff = new Map<string, Set<number>>();
  const seated = new Map<string, Who>();
  for (const person of instance.people) {
    const local = zones.get(person.tz) ?? localTimes(grid, person.tz);
    zones.set(person.tz, local);
    const working = workingSlots(grid, local, { ...person.work, days: person.work.days.map((day) => day || 7) });
    const offKey = `${person.tz} ${person.holidays}`;
    const off = daysOff.get(offKey) ?? daysOffOf(grid.start, person, instance.holidays[person.holidays] ?? []);
    daysOff.set(offKey, off);
    if (off.size > 0) for (let slot = 0; slot < grid.slots; slot += 1) if (off.has(local.day[slot] ?? 0)) working[slot] = 0;
    const free = runsOf(working, person.busy, 0);
    const costKey = `${person.tz} ${person.profile}`;
    const cost = costs.get(costKey) ?? costsOf(instance, local, person.profile);
    costs.set(costKey, cost);
    const spaced = managers.has(person.id) ? runsOf(working, person.busy, instance.rules.bufferBusy) : free;
    seated.set(person.id, { local, working, free, spaced, cost, maxPerDay: person.maxPerDay, taken: [], perDay: new Map() });
  }
  return seated;
}

/** Local days, counted from that of the first slot. */
function daysOffOf(start: Date, { tz }: InstancePerson, days: string[]): Set<number> {
  const first = DateTime.fromJSDate(start, { zone: tz }).startOf('day');
  return new Set(days.map((day) => Math.round(DateTime.fromISO(day, { zone: tz }).diff(first, 'days').days)));
}

function runsOf(working: Uint8Array, busy: number[], buffer: number): Uint16Array {
  const free = working.slice();
  for (let at = 0; at < busy.length; at += 2) free.fill(0, Math.max(0, (busy[at] ?? 0) - buffer), (busy[at + 1] ?? 0) + buffer);
  const runs = new Uint16Array(free.length);
  for (let slot = free.length - 1; slot >= 0; slot -= 1) runs[slot] = free[slot] === 1 ? (runs[slot + 1] ?? 0) + 1 : 0;
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
  const found: { slot: number; cost: number }[] = [];
  const last = Math.min(talk.notAfter, desk.slots) - talk.dur;
  for (let slot = Math.max(0, talk.notBefore); slot <= last; slot += 1) {
    if ((manager.spaced[slot] ?? 0) < talk.dur || (employee.free[slot] ?? 0) < talk.dur) continue;
    if (others.some((who) => (who.free[slot] ?? 0) < talk.dur)) continue;
    found.push({ slot, cost: (manager.cost[slot] ?? 0) + (employee.cost[slot] ?? 0) });
  }
  found.sort((a, b) => a.cost - b.cost || a.slot - b.slot);
  return { starts: found.map(({ slot }) => slot), costs: found.map(({ cost }) => cost) };
}

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
