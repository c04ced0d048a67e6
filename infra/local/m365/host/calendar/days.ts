/** Which days the calendar shows, and what of each event lies in a day. Pure. */
import { DateTime } from 'luxon';
import type { CalendarEvent } from '../desk-api/desk-types.ts';
import type { Slot } from './layout.ts';

export type DaySlot = Slot & { event: CalendarEvent };

/** A day when narrow; otherwise Monday to Friday, and the weekend when something is on it or it is meant. */
export function daysToShow(shown: DateTime, narrow: boolean, events: CalendarEvent[]): DateTime[] {
  if (narrow) return [shown];
  const week = shown.startOf('week');
  const days = [0, 1, 2, 3, 4, 5, 6].map((step) => week.plus({ days: step }));
  const weekend = days.slice(5);
  const busy = shown.weekday > 5 || weekend.some((day) => slotsOf(day, events).length > 0 || allDayOf(day, events).length > 0);
  return busy ? days : days.slice(0, 5);
}

/** The parts of the events with a time that lie in this day, as minutes of its wall clock. */
export function slotsOf(day: DateTime, events: CalendarEvent[]): DaySlot[] {
  const next = day.plus({ days: 1 });
  return events
    .filter(({ isAllDay }) => !isAllDay)
    .map((event) => ({ event, start: inZone(event.start, day), end: inZone(event.end, day) }))
    .filter(({ start, end }) => start < next && end > day)
    .map(({ event, start, end }) => ({ event, from: start <= day ? 0 : wall(start), to: end >= next ? 24 * 60 : wall(end) }));
}

/** An all-day event is kept from midnight to midnight in UTC: it means the date, wherever one is. */
export function allDayOf(day: DateTime, events: CalendarEvent[]): CalendarEvent[] {
  const date = day.toISODate() ?? '';
  return events.filter(
    ({ isAllDay, start, end }) => isAllDay && start.slice(0, 10) <= date && (end.slice(0, 10) > date || start.slice(0, 10) === date),
  );
}

const wall = (time: DateTime): number => time.hour * 60 + time.minute;
const inZone = (instant: string, day: DateTime): DateTime => DateTime.fromISO(instant).setZone(day.zone);
