/** calendarView/delta: the events of a window, then what has changed since, events that left the window or vanished included. */
import type { World } from '../core/world.ts';
import { findEvent, historyOf } from './event-store.ts';
import { eventFields, type Reading } from './event-answer.ts';
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

/** One page of a round, and the state that the next page starts from. */
export function calendarPage(
  world: World,
  state: CalendarDelta,
  size: number,
  reading: Reading,
): { value: Fields[]; next: CalendarDelta | null } {
  const ids = idsOf(world, state)
    .filter((id) => id > state.after)
    .sort((a, b) => (a < b ? -1 : 1));
  const page = ids.slice(0, size);
  const last = page.at(-1);
  const value = page.map((id) => itemOf(world, state, id, reading));
  return { value, next: ids.length > page.length && last !== undefined ? { ...state, after: last } : null };
}

function idsOf(world: World, { userId, from, to, since, until }: CalendarDelta): string[] {
  if (since === null)
    return world.events
      .by('user', userId)
      .filter(({ start, end }) => start < to && end > from)
      .map(({ id }) => id);
  const changed = historyOf(world, userId).filter(({ seq }) => seq > since && seq <= until);
  return [...new Set(changed.map(({ eventId }) => eventId))];
}

/** What was changed outside the window is told as removed, as Graph tells it: the reader keeps to the ids it knows. */
function itemOf(world: World, { userId, from, to }: CalendarDelta, id: string, reading: Reading): Fields {
  const event = findEvent(world, userId, id);
  if (!event || event.start >= to || event.end <= from)
    return { '@odata.type': '#microsoft.graph.event', id, '@removed': { reason: 'deleted' } };
  return { '@odata.type': '#microsoft.graph.event', ...eventFields(world, event, reading) };
}
