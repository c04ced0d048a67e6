/**
 * One planning problem for the whole organisation, in the planner's own format (samtal-plan/1), from what HR set, the pairs, everybody's calendar and
 * wishes. Pure. Who has no calendar is not in it: rules/sort-pairs.ts has set those pairs apart.
 */
import { DateTime } from 'luxon';
import type { Wishes } from '#api/wish/contract.ts';
import type { CycleSettings } from '../contract.ts';
import type { Instance } from '../planner/contract.ts';
import { noPool, poolFor, poolsOf, type Pool } from '../room/rules.ts';
import type { Country, PlanRules } from '../settings/contract.ts';
import { slotMinutes, type Grid, type PersonCalendar, type WorkingHours } from './calendar-grid.ts';
import { daysOffBetween } from './days-off.ts';
import { orderBounds, type Pair } from './line.ts';
import { profileOf } from './preferences.ts';
import { slotsFor, type SecondSlots } from './second-window.ts';

export type InstanceInput = {
  /** From the first instant a talk may use, time to prepare included, to some days beyond the window. */
  grid: Grid;
  /** Slots that belong to the window; what lies beyond is known, so that a longer window can be judged. */
  windowSlots: number;
  second?: SecondSlots;
  settings: Pick<CycleSettings, 'lengthMinutes' | 'bufferMinutes' | 'maxPerDay'>;
  rules: PlanRules;
  pairs: Pair[];
  /** Who else could hold a talk, and is in no pair. */
  above?: string[];
  /** Rooms' too, by their address: one without a calendar is in no pool. */
  calendars: Map<string, PersonCalendar>;
  /** Where managers sit, for rooms near them. */
  offices?: Map<string, string>;
  /** Whose public holidays a person has; left out: nobody's. */
  countries: Map<string, Country>;
  wishes: Map<string, Wishes>;
};

export type PlanInstance = Instance;
export type InstancePerson = Instance['people'][number];
export type InstanceTalk = Instance['talks'][number];
type Working = InstancePerson['work'];
export type PlacedSlots = { talks: { id: string; start: number | null; room?: string | null }[] };

/** Days of people whose country has no holidays here: those of the calendar file only. */
const nowhere = 'none';
/** A second talk on a day costs nothing, a third a little, more ever more. */
const dayLoad = [0, 0, 3, 8, 16, 30];

/** The problem; a talk's id is its employee's. */
export function instanceOf(input: InstanceInput): PlanInstance {
  const { grid, windowSlots, settings, rules, pairs } = input;
  const gap = Math.ceil(settings.bufferMinutes / slotMinutes);
  const partner = rules.partnerId;
  const bounds = rules.managersFirst ? orderBounds(pairs, windowSlots) : new Map<string, [number, number]>();
  const isLater = (employeeId: string): boolean => input.second?.people.has(employeeId) ?? false;
  const { people, profiles } = peopleOf(input);
  const pools = roomPools(input);
  return {
    format: 'samtal-plan/1',
    slotMinutes,
    start: grid.start.toISOString(),
    slots: grid.slots,
    people,
    profiles,
    holidays: daysOffOf(grid, rules),
    pools: pools.map(({ id, rooms }) => ({ id, rooms: rooms.map((room) => ({ id: room.address, busy: busyOf(grid, room.busy) })) })),
    talks: pairs.map(({ employeeId, managerId }) => {
      const [notBefore, notAfter] = (isLater(employeeId) ? undefined : bounds.get(employeeId)) ?? slotsFor(employeeId, input);
      const extra = partner && partner !== employeeId && partner !== managerId ? [partner] : [];
      const dur = Math.ceil(settings.lengthMinutes / slotMinutes);
      const pool = poolOfTalk(input, pools, { employeeId, managerId });
      return { id: employeeId, manager: managerId, employee: employeeId, extra, dur, notBefore, notAfter, pool, booked: null };
    }),
    rules: { bufferTalk: gap, bufferBusy: gap, dayLoad, weekSlack: 1, weekOver: 2, unplaced: 1000, move: 40 },
  };
}

type RoomPool = { id: string; rooms: (Pool['rooms'][number] & { busy: PersonCalendar['busy'] })[] };

/** Readable rooms that stand for one another; and the empty pool, for those with no room near them. */
function roomPools({ rules, calendars }: InstanceInput): RoomPool[] {
  if (!rules.rooms) return [];
  const readable = rules.rooms.chosen.flatMap((room) => {
    const calendar = calendars.get(room.address);
    return calendar ? [{ ...room, timeZone: calendar.timeZone, busy: calendar.busy }] : [];
  });
  const busyAt = new Map(readable.map(({ address, busy }) => [address, busy]));
  const pools = poolsOf(readable).map(({ id, rooms }) => ({
    id,
    rooms: rooms.map((room) => ({ ...room, busy: busyAt.get(room.address) ?? [] })),
  }));
  return [...pools, { id: noPool, rooms: [] }];
}

function poolOfTalk({ rules, calendars, offices }: InstanceInput, pools: Pool[], { employeeId, managerId }: Pair): string | null {
  if (!rules.rooms || rules.rooms.without.includes(employeeId)) return null;
  return poolFor(pools, { office: offices?.get(managerId) ?? '', timeZone: calendars.get(managerId)?.timeZone ?? '' });
}

function peopleOf({
  grid,
  settings,
  rules,
  pairs,
  above = [],
  calendars,
  countries,
  wishes,
}: InstanceInput): Pick<PlanInstance, 'people' | 'profiles'> {
  const partner = rules.partnerId ? [rules.partnerId] : [];
  const ids = [...new Set([...pairs.flatMap(({ employeeId, managerId }) => [managerId, employeeId]), ...partner, ...above])];
  const profiles = [profileOf(rules, [], settings.lengthMinutes)];
  const known = new Map<string, number>();
  const profileFor = (id: string): number => {
    const preferred = (wishes.get(id)?.weekly ?? []).filter(({ kind }) => kind === 'preferred');
    if (preferred.length === 0) return 0;
    const key = JSON.stringify(preferred);
    const at = known.get(key) ?? profiles.push(profileOf(rules, preferred, settings.lengthMinutes)) - 1;
    known.set(key, at);
    return at;
  };
  const people = ids.flatMap((id): InstancePerson[] => {
    const calendar = calendars.get(id);
    if (!calendar) return [];
    const country = countries.get(id);
    const own = {
      holidays: country && rules.holidays.includes(country) ? country : nowhere,
      // Whoever takes part in every talk takes part in as many a day as there are.
      maxPerDay: id === rules.partnerId ? mostPerDay : settings.maxPerDay,
    };
    return [{ id, tz: calendar.timeZone, work: workOf(calendar.work), profile: profileFor(id), busy: busyOf(grid, calendar.busy), ...own }];
  });
  return { people, profiles };
}

const mostPerDay = 12;

/** Sunday is 0 in the format, 7 here. */
const workOf = ({ days, from, to }: WorkingHours): Working => ({ days: days.map((day) => day % 7).sort((a, b) => a - b), from, to });

/** Busy times as slots: rounded outwards, joined, in order, within the grid. */
export function busyOf(grid: Grid, busy: PersonCalendar['busy']): number[] {
  const slotMs = slotMinutes * 60_000;
  const spans = busy
    .map(({ start, end }): [number, number] => [
      Math.max(0, Math.floor((start.getTime() - grid.start.getTime()) / slotMs)),
      Math.min(grid.slots, Math.ceil((end.getTime() - grid.start.getTime()) / slotMs)),
    ])
    .filter(([from, to]) => from < to)
    .sort(([a], [b]) => a - b);
  const joined: number[] = [];
  for (const [from, to] of spans) {
    const last = joined.at(-1);
    if (last !== undefined && from <= last) joined[joined.length - 1] = Math.max(last, to);
    else joined.push(from, to);
  }
  return joined;
}

/** Days on which nobody with this key works. */
function daysOffOf(grid: Grid, rules: PlanRules): Record<string, string[]> {
  const first = DateTime.fromJSDate(grid.start, { zone: 'Etc/UTC' }).minus({ days: 1 });
  const last = first.plus({ days: 2, minutes: grid.slots * slotMinutes });
  const [from, to] = [first.toFormat('yyyy-MM-dd'), last.toFormat('yyyy-MM-dd')];
  const entry = (key: string, country: Country | null) => [key, daysOffBetween(rules, country, from, to)] as const;
  return Object.fromEntries([entry(nowhere, null), ...rules.holidays.map((country) => entry(country, country))]);
}
