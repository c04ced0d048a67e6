/** Planning problems for tests of rules: small ones said in words, and large random ones from a seed. No API, no store. */
import type { PersonCalendar } from '#api/cycle/rules/calendar-grid.ts';
import { gridOf } from '#api/cycle/rules/calendar-grid.ts';
import { instanceOf, type InstanceInput, type PlanInstance } from '#api/cycle/rules/instance-of.ts';
import type { RelaxInput } from '#api/cycle/rules/relaxations.ts';
import type { SecondSlots } from '#api/cycle/rules/second-window.ts';
import { usualRules } from '#api/cycle/rules/usual-rules.ts';
import type { PlanRules } from '#api/cycle/settings/contract.ts';

export type SaidProblem = {
  /** `erik>maja`: Maja holds Erik's talk. */
  pairs: string[];
  /** `maja>vera`: Vera manages Maja, who has no talk of her own. */
  above?: string[];
  /** Days of the window from Monday 1 February 2027, in Stockholm. */
  days?: number;
  /** Days beyond the window that are known. */
  beyond?: number;
  /** Who is in a second window, and between which days it lies. */
  second?: { people: string[]; from: number; until: number };
  /** What is taken, by person: `0 08:00-17:00` is the whole of the first day at work. */
  busy?: Record<string, string[]>;
  work?: Record<string, Partial<PersonCalendar['work']>>;
  zones?: Record<string, string>;
  rules?: Partial<PlanRules>;
  wishes?: InstanceInput['wishes'];
  countries?: InstanceInput['countries'];
  /** Where managers sit. */
  offices?: Record<string, string>;
  lengthMinutes?: number;
  bufferMinutes?: number;
  maxPerDay?: number;
};

const monday = new Date('2027-01-31T23:00:00Z');
const dayMs = 86_400_000;
const office = { days: [1, 2, 3, 4, 5], from: 8 * 60, to: 17 * 60 };

export function inputOf({
  pairs,
  days = 5,
  beyond = 0,
  busy = {},
  work = {},
  zones = {},
  rules = {},
  ...said
}: SaidProblem): InstanceInput {
  const couples = pairs.map(coupleOf);
  const above = (said.above ?? []).map((pair) => coupleOf(pair).managerId);
  const everybody = new Set([
    ...above,
    ...couples.flatMap(({ employeeId, managerId }) => [employeeId, managerId]),
    ...(rules.partnerId ? [rules.partnerId] : []),
    ...(rules.rooms?.chosen ?? []).map(({ address }) => address),
  ]);
  const calendarOf = (id: string): PersonCalendar => ({
    timeZone: zones[id] ?? 'Europe/Stockholm',
    work: { ...office, ...work[id] },
    busy: (busy[id] ?? []).map(spanOf),
  });
  const { lengthMinutes = 60, bufferMinutes = 0, maxPerDay = 3 } = said;
  return {
    grid: gridOf({ start: monday, end: new Date(monday.getTime() + (days + beyond) * dayMs) }),
    windowSlots: days * 96,
    ...(said.second ? { second: secondOf(said.second) } : {}),
    settings: { lengthMinutes, bufferMinutes, maxPerDay },
    rules: { ...usualRules, ...rules },
    pairs: couples,
    above,
    calendars: new Map([...everybody].map((id) => [id, calendarOf(id)])),
    offices: new Map(Object.entries(said.offices ?? {})),
    countries: said.countries ?? new Map(),
    wishes: said.wishes ?? new Map(),
  };
}

function coupleOf(said: string): { employeeId: string; managerId: string } {
  const [employeeId = '', managerId = ''] = said.split('>');
  return { employeeId, managerId };
}

/** A second window between two days, the last not included. */
export function secondOf({ people, from, until }: NonNullable<SaidProblem['second']>): SecondSlots {
  const day = (at: number): string => new Date(monday.getTime() + at * dayMs + dayMs / 2).toISOString().slice(0, 10);
  return { people: new Set(people), from: from * 96, until: until * 96, days: { from: day(from), to: day(until - 1) } };
}

/** Days and hours of Stockholm in winter. */
function spanOf(said: string): { start: Date; end: Date } {
  const [, day = '0', from = '', to = ''] = /^(\d+) (\d\d:\d\d)-(\d\d:\d\d)$/.exec(said) ?? [];
  const at = (clock: string): Date => {
    const [hour = 0, minute = 0] = clock.split(':').map(Number);
    return new Date(monday.getTime() + Number(day) * dayMs + (hour * 60 + minute) * 60_000);
  };
  return { start: at(from), end: at(to) };
}

export function givenProblem(said: SaidProblem): { instance: PlanInstance; judged: RelaxInput } {
  return problemOf(inputOf(said), said.above);
}

/** @param above as in `SaidProblem` */
export function problemOf(input: InstanceInput, above: string[] = []): { instance: PlanInstance; judged: RelaxInput } {
  const { grid, windowSlots, second, settings, pairs } = input;
  const managerOf = new Map([...above.map(coupleOf), ...pairs].map(({ employeeId, managerId }) => [employeeId, managerId]));
  return {
    instance: instanceOf(input),
    judged: { grid, windowSlots, ...(second ? { second } : {}), timeZone: 'Europe/Stockholm', maxPerDay: settings.maxPerDay, managerOf },
  };
}

/** Numbers from 0 to 1, the same from the same seed (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export type RandomOrganisation = {
  seed: number;
  talks: number;
  /** Share of the working hours that is taken. */ busyShare?: number;
  days?: number;
};

/** A tree of managers with teams of 4 to 12, three time zones, and calendars full of meetings of half an hour to two hours. */
export function randomInput({ seed, talks, busyShare = 0.5, days = 28 }: RandomOrganisation): InstanceInput {
  const next = chance(seed);
  const among = <T>(items: readonly T[]): T => items[Math.floor(next() * items.length)] as T;
  const pairs: string[] = [];
  for (let manager = 0; pairs.length < talks; manager += 1) {
    const team = 4 + Math.floor(next() * 9);
    for (let at = 0; at < team && pairs.length < talks; at += 1) pairs.push(`p${pairs.length + 1}>p${manager}`);
  }
  const zones: Record<string, string> = {};
  const busy: Record<string, string[]> = {};
  const clock = (minutes: number): string =>
    `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  for (let at = 0; at <= talks; at += 1) {
    zones[`p${at}`] = among(['Europe/Stockholm', 'Europe/Stockholm', 'Europe/Helsinki', 'Europe/London']);
    const taken: string[] = [];
    for (let day = 0; day < days + 14; day += 1)
      for (let minute = 8 * 60; minute < 17 * 60;) {
        const length = among([30, 60, 90, 120]);
        if (next() < busyShare) taken.push(`${day} ${clock(minute)}-${clock(Math.min(17 * 60, minute + length))}`);
        minute += length;
      }
    busy[`p${at}`] = taken;
  }
  return inputOf({ pairs, days, beyond: 14, busy, zones, bufferMinutes: 15 });
}
