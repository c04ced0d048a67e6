/**
 * A second window: the talks of some employees lie in weeks of their own, most often those of managers who have too many for the first window. Which
 * days it has, whose window is which, and both as slots of a planning problem. Pure.
 */
import { DateTime } from 'luxon';
import type { CycleSettings } from '../contract.ts';
import type { SecondWindow } from '../settings/contract.ts';
import { slotMinutes, type Grid } from './calendar-grid.ts';
import { secondOf } from './second-days.ts';
import { longestWindowDays, windowOf } from './settings.ts';

type Span = { start: Date; end: Date };
type Settings = Pick<CycleSettings, 'windowFrom' | 'windowTo' | 'prepareDays' | 'rules'>;

/** The first and last instant of the second window, time to prepare included; null without one. */
export function secondSpanOf(settings: Settings, timeZone: string, now: Date): Span | null {
  const second = secondOf(settings);
  return second && windowOf({ ...settings, windowFrom: second.from, windowTo: second.to }, timeZone, now);
}

/** The instants that the talk of this employee may use. */
export function windowFor(settings: Settings, employeeId: string, timeZone: string, now: Date): Span {
  const second = secondOf(settings)?.people.includes(employeeId) ? secondSpanOf(settings, timeZone, now) : null;
  return second ?? windowOf(settings, timeZone, now);
}

/** From the first window's first instant to the last of both. */
export function wholeSpanOf(settings: Settings, timeZone: string, now: Date): Span {
  const { start, end } = windowOf(settings, timeZone, now);
  const second = secondSpanOf(settings, timeZone, now);
  return { start, end: second && second.end > end ? second.end : end };
}

const day = (iso: string): DateTime => DateTime.fromISO(iso, { zone: 'utc' });
/** Days of a second window that HR has not set: the two weeks after the first. */
const offeredDays = 14;

/** The second window of the settings; else the one that HR can be offered, with nobody in it. Null when that would be too long a time. */
function secondOrOffered(settings: Settings): SecondWindow | null {
  const kept = secondOf(settings);
  if (kept) return kept;
  const last = day(settings.windowTo);
  const to = last.plus({ days: offeredDays });
  if (to.diff(day(settings.windowFrom), 'days').days > longestWindowDays) return null;
  return { from: last.plus({ days: 1 }).toFormat('yyyy-MM-dd'), to: to.toFormat('yyyy-MM-dd'), people: [] };
}

/** Slots of the first window, from the grid's beginning, and those of the second. */
export type TwoWindows = { windowSlots: number; second?: SecondSlots };
export type SecondSlots = {
  /** Employees whose talk lies in it; nobody while it is only offered. */
  people: ReadonlySet<string>;
  from: number;
  until: number;
  days: { from: string; to: string };
};

/**
 * The second window as slots, or the one that is offered.
 * @param grid reaches to its end
 * @returns nothing to spread when there is none to offer
 */
export function secondSlotsOf(settings: Settings, grid: Grid, timeZone: string, now: Date): { second?: SecondSlots } {
  const second = secondOrOffered(settings);
  if (!second) return {};
  const { from, to, people } = second;
  const span = windowOf({ ...settings, windowFrom: from, windowTo: to }, timeZone, now);
  const at = (instant: Date): number => (instant.getTime() - grid.start.getTime()) / (slotMinutes * 60_000);
  const until = Math.min(grid.slots, Math.floor(at(span.end)));
  const slots = { from: Math.max(0, Math.ceil(at(span.start))), until: Math.max(0, until) };
  return { second: { people: new Set(people), ...slots, days: { from, to } } };
}

/** The slots between which a talk lies, whatever part of them an order of talks gave it. */
export function slotsFor(employeeId: string, { windowSlots, second }: TwoWindows): [number, number] {
  return second?.people.has(employeeId) ? [second.from, second.until] : [0, windowSlots];
}

/** The second window of the round after a cycle: as far from the first one as now, for the same people. */
export function shifted(second: SecondWindow, windowFrom: string, nextFrom: string): SecondWindow {
  const days = day(nextFrom).diff(day(windowFrom), 'days').days;
  const later = (iso: string): string => day(iso).plus({ days }).toFormat('yyyy-MM-dd');
  return { ...second, from: later(second.from), to: later(second.to) };
}
