/**
 * The table on which talks are laid out: for each person of a planning problem where they are free, what they have taken, and for each talk
 * without a time the starts that suit. Hard rules H1 to H5 of the planner's specification, without rooms.
 */
import { DateTime } from 'luxon';
import { localTimes, workingSlots, type Grid, type LocalTimes } from './calendar-grid.ts';
import type { InstancePerson, InstanceTalk, PlacedSlots, PlanInstance } from './instance-of.ts';

export type Who = {
  local: LocalTimes;
  working: Uint8Array;
  /** How many free slots follow from each slot on, this one included. */
  free: Uint16Array;
  /** The same for talks held as manager: with time kept free around what is in the calendar. */
  spaced: Uint16Array;
  maxPerDay: number;
  taken: { start: number; end: number }[];
  perDay: Map<number, number>;
};
export type Job = { talk: InstanceTalk; starts: number[]; slot: number | null };
export type Desk = { people: Map<string, Who>; jobs: Job[]; gap: number; slots: number };

/**
 * The table as a plan leaves it: every talk of the problem in its place, and the whole window to judge those by that have none. Only they are given
 * their starts.
 */
export function deskOf(instance: PlanInstance, { talks }: PlacedSlots, windowSlots: number): Desk {
  const desk = emptyDesk(instance);
  const starts = new Map(talks.map(({ id, start }) => [id, start]));
  desk.jobs = instance.talks.map((one) => {
    const talk = { ...one, notBefore: 0, notAfter: windowSlots };
    const start = starts.get(talk.id) ?? null;
    if (start === null) return { talk, starts: startsOf(desk, talk), slot: null };
    put(desk, talk, start);
    return { talk, starts: [], slot: start };
  });
  return desk;
}

const emptyDesk = (instance: PlanInstance): Desk => ({
  people: seatPeople(instance),
  jobs: [],
  gap: instance.rules.bufferTalk,
  slots: instance.slots,
});

function seatPeople(instance: PlanInstance): Map<string, Who> {
  const grid = { start: new Date(instance.start), slots: instance.slots };
  const managers = new Set(instance.talks.map(({ manager }) => manager));
  // Most people share zone, hours and holidays with many others.
  const locals = remember((zone: string) => localTimes(grid, zone));
  const workings = new Map<string, Uint8Array>();
  const seated = new Map<string, Who>();
  const scratch = new Uint8Array(grid.slots);
  for (const person of instance.people) {
    const { tz, work, holidays, busy } = person;
    const local = locals(tz);
    const workKey = `${tz} ${work.days.join()} ${work.from} ${work.to} ${holidays}`;
    const working = workings.get(workKey) ?? workingOf(grid, local, person, instance.holidays[holidays ?? ''] ?? []);
    workings.set(workKey, working);
    const free = runsOf(working, busy, 0, scratch);
    const spaced = managers.has(person.id) ? runsOf(working, busy, instance.rules.bufferBusy, scratch) : free;
    seated.set(person.id, { local, working, free, spaced, maxPerDay: person.maxPerDay, taken: [], perDay: new Map() });
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

/** Everybody in a talk: the manager first. */
export const sides = ({ manager, employee, extra }: InstanceTalk): string[] => [manager, employee, ...extra];

/** Starts that suit everybody, the earliest first. */
export function startsOf(desk: Desk, talk: InstanceTalk): number[] {
  const [manager, employee, ...extra] = sides(talk).map((id) => desk.people.get(id));
  if (!manager || !employee || extra.includes(undefined)) return [];
  const others = extra.flatMap((who) => who ?? []);
  const found: number[] = [];
  const last = Math.min(talk.notAfter, desk.slots) - talk.dur;
  for (let slot = Math.max(0, talk.notBefore); slot <= last; slot += 1) {
    if ((manager.spaced[slot] ?? 0) < talk.dur || (employee.free[slot] ?? 0) < talk.dur) continue;
    if (others.every((who) => (who.free[slot] ?? 0) >= talk.dur)) found.push(slot);
  }
  return found;
}

/** Whether the person's other talks leave room for one that starts here. */
export function isOpen({ gap }: Pick<Desk, 'gap'>, who: Who | undefined, slot: number, dur: number): boolean {
  if (!who || (who.perDay.get(who.local.day[slot] ?? 0) ?? 0) >= who.maxPerDay) return false;
  return who.taken.every(({ start, end }) => slot >= end + gap || slot + dur + gap <= start);
}

function put(desk: Desk, talk: InstanceTalk, slot: number): void {
  for (const who of sides(talk).map((id) => desk.people.get(id))) {
    if (!who) continue;
    const day = who.local.day[slot] ?? 0;
    who.taken.push({ start: slot, end: slot + talk.dur });
    who.perDay.set(day, (who.perDay.get(day) ?? 0) + 1);
  }
}
