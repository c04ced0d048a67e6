/** Writes events into calendars: version, time of change, the calendar's history, word to the host page. Decides nothing. */
import type { CalendarChange, CalendarEvent } from '../core/entities.ts';
import type { World } from '../core/world.ts';

type Kind = CalendarChange['kind'];
type Listener = (change: CalendarChange) => void;
const listeners = new WeakMap<World, Set<Listener>>();

/** Adds or replaces the event; answers it as it lies there now. */
export function putEvent(world: World, event: CalendarEvent): CalendarEvent {
  const before = world.events.get(keyOf(event));
  const at = world.clock.now().toISOString();
  const written = { ...event, lastModifiedDateTime: at, version: (before?.version ?? 0) + 1 };
  world.events.put(keyOf(event), written);
  note(world, written, before ? 'updated' : 'created');
  return written;
}

export function removeEvent(world: World, event: CalendarEvent): void {
  world.events.remove(keyOf(event));
  note(world, event, 'deleted');
}

/** The event in the person's calendar. */
export const findEvent = (world: World, userId: string, eventId: string): CalendarEvent | undefined =>
  world.events.get(`${userId}/${eventId}`);

/** The same meeting in somebody else's calendar. */
export const copyOf = (world: World, userId: string, { iCalUId, tenantId }: CalendarEvent): CalendarEvent | undefined =>
  world.events.by('iCalUId', iCalUId).find((event) => event.userId === userId && event.tenantId === tenantId);

/** History of one calendar, oldest first. */
export const historyOf = (world: World, userId: string): CalendarChange[] =>
  world.calendarChanges.by('user', userId).sort((a, b) => a.seq - b.seq);

/** Tells of every change from now on. */
export function onCalendarChange(world: World, listener: Listener): void {
  const known = listeners.get(world) ?? new Set<Listener>();
  listeners.set(world, known.add(listener));
}

const keyOf = ({ userId, id }: CalendarEvent): string => `${userId}/${id}`;

function note(world: World, { userId, id }: CalendarEvent, kind: Kind): void {
  // History is never shortened: its length is its last number.
  const seq = 1 + world.calendarChanges.count('user', userId);
  const change: CalendarChange = { seq, userId, eventId: id, kind, at: world.clock.now().toISOString() };
  world.calendarChanges.put(`${userId}/${String(seq).padStart(12, '0')}`, change);
  world.announce({ personId: userId, area: 'calendar' });
  for (const listener of listeners.get(world) ?? []) listener(change);
}
