/** calendarView/delta: the events of a window, then what has changed since, events that left the window or vanished included. */
import type { World } from '../core/world.ts';
import { findEvent, historyOf } from './event-store.ts';
import { eventFields, occurrenceFields, type Reading } from './event-answer.ts';
import { eventsIn, instancesOf, partsOfId } from './series.ts';
import type { Fields } from './shape.ts';

export type CalendarDelta = {
  userId: string;
  from: string;
  to: string;
  /** History up to here has been told; null: nothing yet. */
  since: number | null;
  until: number;
  after: string;
};

export const lastInCalendar = (world: World, userId: string): number => world.calendarChanges.count('user', userId);

/** One page of a round, and the state that the next page starts from. A series is never split: the page grows to hold it. */
export function calendarPage(
  world: World,
  state: CalendarDelta,
  size: number,
  reading: Reading,
): { value: Fields[]; next: CalendarDelta | null } {
  const ids = idsOf(world, state)
    .filter((id) => id > state.after)
    .sort((a, b) => (a < b ? -1 : 1));
  const value: Fields[] = [];
  for (const [index, id] of ids.entries()) {
    if (value.length >= size) return { value, next: { ...state, after: ids[index - 1] ?? '' } };
    value.push(...itemsOf(world, state, id, reading));
  }
  return { value, next: null };
}

/** Single events and masters that the round is about. */
function idsOf(world: World, { userId, from, to, since, until }: CalendarDelta): string[] {
  if (since === null) return [...new Set(eventsIn(world, userId, from, to).map(({ id, occurrence }) => occurrence?.masterId ?? id))];
  const changed = historyOf(world, userId).filter(({ seq }) => seq > since && seq <= until);
  return [...new Set(changed.map(({ eventId }) => seriesOrSelf(world, userId, eventId)))];
}

/** A day of a series that lives on is told with the series, and by that only: of a day that was thrown away there is no word. */
function seriesOrSelf(world: World, userId: string, eventId: string): string {
  const masterId = findEvent(world, userId, eventId)?.occurrence?.masterId ?? partsOfId(eventId)?.masterId;
  return masterId !== undefined && findEvent(world, userId, masterId) ? masterId : eventId;
}

const type = '#microsoft.graph.event';

/** What was changed outside the window is told as removed, as Graph tells it: the reader keeps to the ids it knows. */
function itemsOf(world: World, { userId, from, to }: CalendarDelta, id: string, reading: Reading): Fields[] {
  const event = findEvent(world, userId, id);
  const days = event?.series ? instancesOf(world, event, from, to) : [];
  const isSeen = event && (event.series ? days.length > 0 : event.start < to && event.end > from);
  if (!isSeen) return [{ '@odata.type': type, id, '@removed': { reason: 'deleted' } }];
  return [
    { '@odata.type': type, ...eventFields(world, event, reading) },
    ...days.map((day) => ({
      '@odata.type': type,
      ...(day.occurrence?.isException ? eventFields(world, day, reading) : occurrenceFields(day, reading)),
    })),
  ];
}
