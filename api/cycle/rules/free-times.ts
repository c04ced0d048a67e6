/** Times that suit one talk after the plan was made: the cycle's rules again, for two calendars. Which to offer, and which may be taken. Pure. */
import { DateTime } from 'luxon';
import { instantOf, lessBusy, localTimes, slotMinutes, workingSlots, type Grid, type PersonCalendar } from './calendar-grid.ts';

type Span = { start: Date; end: Date };
export type TwoCalendars = {
  grid: Grid;
  manager: PersonCalendar;
  employee: PersonCalendar;
  /** Talks that each has in Samtal, also those that are not in the calendar yet. */
  talks: { manager: Span[]; employee: Span[] };
  lengthMinutes: number;
  bufferMinutes: number;
  maxPerDay: number;
};

/** Every quarter of an hour at which the talk could begin: both work and are free, as the planner counts it, and neither day is full. */
export function freeStarts(input: TwoCalendars): Date[] {
  const { grid, bufferMinutes } = input;
  const length = Math.ceil(input.lengthMinutes / slotMinutes);
  const manager = freeOf(input, 'manager', bufferMinutes);
  const employee = freeOf(input, 'employee', 0);
  const starts: Date[] = [];
  let run = 0;
  for (let slot = 0; slot < grid.slots; slot += 1) {
    run = manager[slot] === 1 && employee[slot] === 1 ? run + 1 : 0;
    if (run >= length) starts.push(instantOf(grid, slot + 1 - length));
  }
  const full = (['manager', 'employee'] as const).map((side) => fullDaysOf(input, side));
  return starts.filter((start) => !full.some(({ days, timeZone }) => days.has(dayOf(start, timeZone))));
}

function freeOf({ grid, talks, ...people }: TwoCalendars, side: 'manager' | 'employee', bufferMinutes: number): Uint8Array {
  const { timeZone, work, busy } = people[side];
  return lessBusy(grid, workingSlots(grid, localTimes(grid, timeZone), work), [...busy, ...talks[side]], bufferMinutes);
}

function fullDaysOf({ talks, maxPerDay, ...people }: TwoCalendars, side: 'manager' | 'employee'): { days: Set<string>; timeZone: string } {
  const { timeZone } = people[side];
  const all = talks[side].map(({ start }) => dayOf(start, timeZone));
  return { days: new Set(all.filter((day) => all.filter((one) => one === day).length >= maxPerDay)), timeZone };
}

const dayOf = (at: Date, timeZone: string): string => DateTime.fromJSDate(at, { zone: timeZone }).toISODate() ?? '';

/** Fewer are offered only when there are no more. */
const offered = 5;
/** On one day, so that there is something to choose from. */
const perDay = 2;

/**
 * The next times to offer, in their order: on the hour or half hour, none overlapping another, at most two on one day unless told otherwise. When fewer
 * than three are left so, any that are free.
 * @param timeZone whose days and hours are meant
 */
export function timesToOffer(starts: Date[], lengthMinutes: number, timeZone: string, mostPerDay = perDay): Date[] {
  const even = starts.filter((start) => DateTime.fromJSDate(start, { zone: timeZone }).minute % 30 === 0);
  const spread = pick(even, lengthMinutes, timeZone, mostPerDay);
  return spread.length >= 3 ? spread : pick(starts, lengthMinutes, timeZone, offered);
}

function pick(starts: Date[], lengthMinutes: number, timeZone: string, mostPerDay: number): Date[] {
  const picked: Date[] = [];
  for (const start of starts) {
    const last = picked.at(-1);
    if (last && start.getTime() < last.getTime() + lengthMinutes * 60_000) continue;
    const day = dayOf(start, timeZone);
    if (picked.filter((one) => dayOf(one, timeZone) === day).length < mostPerDay) picked.push(start);
    if (picked.length === offered) break;
  }
  return picked;
}
