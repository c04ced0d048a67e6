/**
 * On which days a series takes place: Outlook's six patterns and three ranges, worked out day by day. Dates in, dates out (YYYY-MM-DD, in the
 * zone of the series); times and calendars are of no concern here.
 */
import type { Weekday } from '../core/company-type.ts';
import type { Recurrence } from '../core/entities.ts';

export const weekdays: readonly Weekday[] = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
export const indexes = ['first', 'second', 'third', 'fourth', 'last'] as const;

const dayMs = 86_400_000;
/** A pattern of some years' interval comes round within this time; longer series are not looked at to their end. */
const mostDays = 366 * 100;

type Day = { at: number; year: number; month: number; date: number; weekday: number };

function dayAt(at: number): Day {
  const day = new Date(at);
  return { at, year: day.getUTCFullYear(), month: day.getUTCMonth() + 1, date: day.getUTCDate(), weekday: day.getUTCDay() };
}
const dayOf = (date: string): Day => dayAt(Date.parse(`${date}T00:00:00Z`));
const dateOf = ({ at }: Day): string => new Date(at).toISOString().slice(0, 10);
const lastOfMonth = ({ year, month }: Day): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** Dates of the series from one date to another, both included, earliest first. */
export function datesOf({ pattern, range }: Recurrence, from: string, to: string): string[] {
  const begin = dayOf(range.startDate);
  const end = Math.min(dayOf(range.type === 'endDate' ? range.endDate : to).at, dayOf(to).at, begin.at + mostDays * dayMs);
  const dates: string[] = [];
  let count = 0;
  for (let at = begin.at; at <= end; at += dayMs) {
    const day = dayAt(at);
    if (!isOn(pattern, begin, day)) continue;
    count += 1;
    if (range.type === 'numbered' && count > range.numberOfOccurrences) break;
    const date = dateOf(day);
    if (date >= from) dates.push(date);
  }
  return dates;
}

/** The first date; null when there is none. */
export function firstDateOf(recurrence: Recurrence): string | null {
  const { startDate } = recurrence.range;
  // Nearly always within some weeks; only what is rare is looked for further on.
  for (const days of [400, mostDays]) {
    const [first] = datesOf(recurrence, startDate, dateOf(dayAt(dayOf(startDate).at + days * dayMs)));
    if (first !== undefined) return first;
  }
  return null;
}

function isOn(pattern: Recurrence['pattern'], begin: Day, day: Day): boolean {
  const { type, interval, month } = pattern;
  if (type === 'daily') return Math.round((day.at - begin.at) / dayMs) % interval === 0;
  if (type === 'weekly') return isOnWeekday(pattern, day) && weeksBetween(pattern, begin, day) % interval === 0;
  const months = (day.year - begin.year) * 12 + day.month - begin.month;
  const isIn = type.endsWith('Monthly') ? months % interval === 0 : day.month === month && (day.year - begin.year) % interval === 0;
  return isIn && (type.startsWith('absolute') ? isOnDate(pattern, day) : isNth(pattern, day));
}

const isOnWeekday = ({ daysOfWeek }: Recurrence['pattern'], { weekday }: Day): boolean =>
  daysOfWeek.some((name) => weekdays.indexOf(name) === weekday);

function weeksBetween({ firstDayOfWeek }: Recurrence['pattern'], begin: Day, day: Day): number {
  const first = weekdays.indexOf(firstDayOfWeek);
  const weekOf = ({ at, weekday }: Day): number => at - ((weekday - first + 7) % 7) * dayMs;
  return Math.round((weekOf(day) - weekOf(begin)) / (7 * dayMs));
}

/** The 31st is the last day in months that have no 31st, as in Outlook. */
const isOnDate = ({ dayOfMonth }: Recurrence['pattern'], day: Day): boolean => day.date === Math.min(dayOfMonth, lastOfMonth(day));

/** The first (second, ... last) day of the month that is one of the weekdays. */
function isNth(pattern: Recurrence['pattern'], day: Day): boolean {
  if (!isOnWeekday(pattern, day)) return false;
  const days = Array.from({ length: lastOfMonth(day) }, (_, index) => dayAt(Date.UTC(day.year, day.month - 1, index + 1)));
  const fitting = days.filter((one) => isOnWeekday(pattern, one));
  const nth = pattern.index === 'last' ? fitting.at(-1) : fitting[indexes.indexOf(pattern.index)];
  return nth?.date === day.date;
}
