/**
 * A series in one calendar: its master lies in the table, and so do its exceptions; every other occurrence is worked out when somebody looks.
 * An occurrence keeps its id when it becomes an exception, and the same day has the same iCalUId in every calendar.
 */
import { DateTime } from 'luxon';
import type { CalendarEvent } from '../core/entities.ts';
import type { World } from '../core/world.ts';
import { datesOf } from './recurrence.ts';
import { zoneOf } from './zones.ts';

const dayMs = 86_400_000;

const occurrenceId = (masterId: string, date: string): string => `${masterId.replace(/=+$/, '')}EO${date.replaceAll('-', '')}=`;

/** Master and date that an occurrence's id is made of; null for every other id. */
export function partsOfId(id: string): { masterId: string; date: string } | null {
  const [, stem, year, month, day] = /^(.+)EO(\d{4})(\d\d)(\d\d)=$/.exec(id) ?? [];
  return stem === undefined ? null : { masterId: `${stem}=`, date: `${year}-${month}-${day}` };
}

/** Outlook writes the day into the middle of the series' own. */
function dayUId({ iCalUId }: CalendarEvent, date: string): string {
  const hex = (text: string, length: number): string => Number(text).toString(16).toUpperCase().padStart(length, '0');
  const [year = '', month = '', day = ''] = date.split('-');
  return `${iCalUId.slice(0, 32)}${hex(year, 4)}${hex(month, 2)}${hex(day, 2)}${iCalUId.slice(40)}`;
}

function workedOut(master: CalendarEvent, date: string): CalendarEvent {
  const { series, ...event } = master;
  const zone = zoneOf(series?.recurrence.range.recurrenceTimeZone ?? 'UTC');
  const first = DateTime.fromISO(master.start, { zone }).toISODate() ?? '';
  const days = Math.round((Date.parse(date) - Date.parse(first)) / dayMs);
  // The same time of day, also on the other side of a change of clocks.
  const shifted = (at: string): string => DateTime.fromISO(at, { zone }).plus({ days }).toJSDate().toISOString();
  const start = shifted(master.start);
  return {
    ...event,
    id: occurrenceId(master.id, date),
    iCalUId: dayUId(master, date),
    transactionId: null,
    extendedProperties: [],
    start,
    end: shifted(master.end),
    occurrence: { masterId: master.id, date, originalStart: start, isException: false },
  };
}

/** The occurrence on this date, if the series takes place then. */
export function occurrenceOn(master: CalendarEvent, date: string): CalendarEvent | undefined {
  if (!master.series || master.series.cancelled.includes(date)) return undefined;
  return datesOf(master.series.recurrence, date, date).length > 0 ? workedOut(master, date) : undefined;
}

export const exceptionsOf = (world: World, { userId, id }: CalendarEvent): CalendarEvent[] => world.events.by('master', `${userId}/${id}`);

const touches = ({ start, end }: CalendarEvent, from: string, to: string): boolean =>
  start < to && (end > from || (start === end && start >= from));

/** Occurrences and exceptions that touch the time between two instants, earliest first. */
export function instancesOf(world: World, master: CalendarEvent, from: string, to: string): CalendarEvent[] {
  if (!master.series) return [];
  const { recurrence, cancelled } = master.series;
  const exceptions = exceptionsOf(world, master);
  const taken = new Set([...cancelled, ...exceptions.map(({ occurrence }) => occurrence?.date)]);
  // A day more on both sides: dates are the zone's, instants are not, and an occurrence may last.
  const lengthMs = Date.parse(master.end) - Date.parse(master.start);
  const dateAt = (at: string, shiftMs: number): string => new Date(Date.parse(at) + shiftMs).toISOString().slice(0, 10);
  return datesOf(recurrence, dateAt(from, -lengthMs - dayMs), dateAt(to, dayMs))
    .filter((date) => !taken.has(date))
    .map((date) => workedOut(master, date))
    .concat(exceptions)
    .filter((event) => touches(event, from, to))
    .sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0));
}

/** What a calendar shows between two instants: single events, occurrences and exceptions, never a master; earliest first. */
export function eventsIn(world: World, userId: string, from: string, to: string): CalendarEvent[] {
  return world.events
    .by('user', userId)
    .flatMap((event) => {
      if (event.series) return instancesOf(world, event, from, to);
      return hasMaster(world, event) || !touches(event, from, to) ? [] : [event];
    })
    .sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0));
}

/** An exception is shown with its series. */
const hasMaster = (world: World, { userId, occurrence }: CalendarEvent): boolean =>
  occurrence !== undefined && world.events.get(`${userId}/${occurrence.masterId}`) !== undefined;
