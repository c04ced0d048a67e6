/**
 * Ten weeks as quarters of an hour, counted from the Monday's midnight in Stockholm. Helsinki's clocks change on the same nights, so an office's
 * own time is always the same number of quarters ahead.
 */
import { DateTime } from 'luxon';
import type { CompanyEvent, Weekday } from '../m365/core/company-type.ts';
import { offices, type Member } from './people.ts';

export const weeks = 10;
export const quartersPerDay = 96;
export const quartersPerWeek = 7 * quartersPerDay;

const dayNames: Weekday[] = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/** Half open: `to` is the first quarter after it. */
export type Span = { from: number; to: number };

/** Which quarters are taken, of everybody. Everyone's are free at first. */
export type Diary = {
  isFree(alias: string, span: Span): boolean;
  take(alias: string, span: Span): void;
  count(alias: string, span: Span): number;
};

export function openDiary(): Diary {
  const pages = new Map<string, Uint8Array>();
  const pageOf = (alias: string): Uint8Array => {
    const page = pages.get(alias) ?? new Uint8Array(weeks * quartersPerWeek);
    pages.set(alias, page);
    return page;
  };
  // Midnight in Helsinki comes before the first quarter.
  const clip = ({ from, to }: Span): [number, number] => [Math.max(0, from), Math.max(0, to)];
  return {
    isFree: (alias, span) =>
      !pageOf(alias)
        .subarray(...clip(span))
        .includes(1),
    take: (alias, span) => void pageOf(alias).fill(1, ...clip(span)),
    count: (alias, span) =>
      pageOf(alias)
        .subarray(...clip(span))
        .reduce((sum, taken) => sum + taken, 0),
  };
}

const quarterOf = (clock: string): number => {
  const [hour = 0, minute = 0] = clock.split(':').map(Number);
  return hour * 4 + Math.floor(minute / 15);
};

/** The quarters that somebody works on a day of the first week, 0 to 6; null on a day off. */
export function workOn({ work, office }: Member, day: number): Span | null {
  const name = dayNames[day];
  if (!name || !work.days.includes(name)) return null;
  const midnight = day * quartersPerDay - offices[office].ahead;
  return { from: midnight + quarterOf(work.from), to: midnight + quarterOf(work.to) };
}

/** A span of the first week's day at a time of the office's own clock. */
export function spanAt({ office }: Pick<Member, 'office'>, day: number, clock: string, quarters: number): Span {
  const from = day * quartersPerDay - offices[office].ahead + quarterOf(clock);
  return { from, to: from + quarters };
}

/** The same, so many weeks later. */
export const inWeek = ({ from, to }: Span, week: number): Span => ({
  from: from + week * quartersPerWeek,
  to: to + week * quartersPerWeek,
});

/** The days of the ten weeks and the one after them, from the Monday in Stockholm of the week in which an instant lies. */
export function datesFrom(instant: Date): string[] {
  const monday = DateTime.fromJSDate(instant, { zone: 'Europe/Stockholm' }).startOf('week');
  return Array.from({ length: weeks * 7 + 1 }, (_, day) => monday.plus({ days: day }).toFormat('yyyy-MM-dd'));
}

/** Start and end as the office's clocks show them. */
export function wallTimes(dates: string[], { office }: Pick<Member, 'office'>, { from, to }: Span): Pick<CompanyEvent, 'start' | 'end'> {
  const wall = (quarter: number): string => {
    const own = quarter + offices[office].ahead;
    const date = dates[Math.floor(own / quartersPerDay)];
    if (!date) throw new Error(`Quarter ${quarter} lies outside the ${weeks} weeks`);
    const minutes = (own % quartersPerDay) * 15;
    const two = (part: number): string => String(part).padStart(2, '0');
    return `${date}T${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
  };
  return { start: wall(from), end: wall(to) };
}

/** Whole days, as an all-day event has them: from midnight to midnight of the office's own clock. */
export function wholeDays({ office }: Pick<Member, 'office'>, week: number, day: number, days: number): Span {
  return inWeek(spanAt({ office }, day, '00:00', days * quartersPerDay), week);
}
