/** What a change does to a series: a new time or recurrence begins it anew; anything else reaches every day that was not made different. */
import { DateTime } from 'luxon';
import type { CalendarEvent, Recurrence } from '../core/entities.ts';
import type { World } from '../core/world.ts';
import { followOrganizer } from './event-copies.ts';
import { dropExceptions, putEvent } from './event-store.ts';
import { fitSeries } from './recurrence-input.ts';
import { badRequest } from './refusal.ts';
import { exceptionsOf } from './series.ts';
import { zoneOf } from './zones.ts';

type Times = Pick<CalendarEvent, 'start' | 'end' | 'originalTimeZone'>;

/** The parts of an event that make it a series. */
export function asSeries(given: Recurrence, times: Times): Pick<CalendarEvent, 'start' | 'end'> & Required<Pick<CalendarEvent, 'series'>> {
  const { recurrence, start, end } = fitSeries(given, times);
  return { start, end, series: { recurrence, cancelled: [] } };
}

/** @param recurrence undefined when nothing was said of it; null for a series that shall be a single event */
export function seriesAfter(before: CalendarEvent, changed: CalendarEvent, recurrence: Recurrence | null | undefined): CalendarEvent {
  const { series, ...single } = changed;
  if (recurrence === null) return single;
  if (recurrence) {
    if (before.occurrence)
      throw badRequest("Your request can't be completed. One occurrence of a series cannot be a series.", 'ErrorInvalidRequest');
    return { ...changed, ...asSeries(recurrence, changed) };
  }
  const isAsBefore = changed.start === before.start && changed.end === before.end && changed.originalTimeZone === before.originalTimeZone;
  if (!series || isAsBefore) return changed;
  const { range } = series.recurrence;
  const recurrenceTimeZone = changed.originalTimeZone === before.originalTimeZone ? range.recurrenceTimeZone : changed.originalTimeZone;
  const startDate = DateTime.fromISO(changed.start, { zone: zoneOf(recurrenceTimeZone) }).toISODate() ?? range.startDate;
  return { ...changed, ...asSeries({ ...series.recurrence, range: { ...range, recurrenceTimeZone, startDate } }, changed) };
}

const timesOf = ({ start, end, series }: CalendarEvent): string => JSON.stringify([start, end, series?.recurrence]);

/** Whether everybody must be asked anew. */
export const hasMoved = (before: CalendarEvent, after: CalendarEvent): boolean => timesOf(before) !== timesOf(after);

const inherited = ['subject', 'body', 'showAs', 'sensitivity', 'importance', 'location', 'attendees', 'onlineMeetingId'] as const;

/** Brings the organiser's exceptions in step with the master, after the master was written, and the attendees' with them. */
export function followSeries(world: World, before: CalendarEvent, after: CalendarEvent): void {
  if (!before.series) return;
  if (hasMoved(before, after)) return dropExceptions(world, after);
  for (const exception of exceptionsOf(world, after)) {
    const changes = inherited.filter((name) => isSame(exception[name], before[name]) && !isSame(before[name], after[name]));
    if (changes.length === 0) continue;
    followOrganizer(world, putEvent(world, { ...exception, ...Object.fromEntries(changes.map((name) => [name, after[name]])) }));
  }
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
