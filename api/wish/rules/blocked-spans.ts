/** Somebody's wishes as time that is taken: instants of a window, in the person's own zone, daylight saving included. */
import { DateTime } from 'luxon';
import type { Wishes } from '../contract.ts';

type Span = { start: Date; end: Date };

/**
 * What is blocked within a window, unordered; spans may begin before it or end after it.
 * @param timeZone IANA name of the zone in which the hours and days are meant
 */
export function blockedSpans({ weekly, days }: Wishes, timeZone: string, window: Span): Span[] {
  const blocked = weekly.filter(({ kind }) => kind === 'blocked');
  const spans: Span[] = days.map(({ from, to }) => ({
    start: DateTime.fromISO(from, { zone: timeZone }).startOf('day').toJSDate(),
    end: DateTime.fromISO(to, { zone: timeZone }).startOf('day').plus({ days: 1 }).toJSDate(),
  }));
  const last = DateTime.fromJSDate(window.end, { zone: timeZone });
  for (let day = DateTime.fromJSDate(window.start, { zone: timeZone }).startOf('day'); day < last; day = day.plus({ days: 1 }))
    for (const { weekday, from, to } of blocked)
      if (day.weekday === weekday) spans.push({ start: minuteOf(day, from), end: minuteOf(day, to) });
  return spans.filter(({ start, end }) => start < window.end && end > window.start);
}

/** By the clock on the wall: 10:00 is 10:00 also on the day on which an hour is missing. */
const minuteOf = (day: DateTime, minute: number): Date =>
  minute === 1440 ? day.plus({ days: 1 }).toJSDate() : day.set({ hour: Math.floor(minute / 60), minute: minute % 60 }).toJSDate();
