/** Writes events into calendars: version, time of change, the calendar's history, word to the host page. Decides nothing. */
import type { CalendarChange, CalendarEvent } from '../core/entities.ts';
import type { World } from '../core/world.ts';
import { exceptionsOf, occurrenceOn, partsOfId } from './series.ts';

type Kind = CalendarChange['kind'];
type Listener = (change: CalendarChange) => void;
const listeners = new WeakMap<World, Set<Listener>>();

/** Adds or replaces the event; answers it as it lies there now. An occurrence that is written becomes an exception of its series. */
export function putEvent(world: World, event: CalendarEvent): CalendarEvent {
  const before = world.events.get(keyOf(event));
  const at = world.clock.now().toISOString();
  const { occurrence } = event;
  const version = (before?.version ?? (occurrence ? event.version : 0)) + 1;
  const written = {
    ...event,
    ...(occurrence ? { occurrence: { ...occurrence, isException: true } } : {}),
    lastModifiedDateTime: at,
    version,
  };
  world.events.put(keyOf(event), written);
  note(world, written, before || occurrence ? 'updated' : 'created');
  return written;
}

/** Throws the event away; with a series, its exceptions; of a series, this day only. It can be taken back unless that is said to be over. */
export function removeEvent(world: World, event: CalendarEvent, forGood = false): void {
  world.events.remove(keyOf(event));
  if (forGood) world.deletedEvents.remove(keyOf(event));
  else world.deletedEvents.put(keyOf(event), event);
  dropExceptions(world, event);
  const master = masterOf(world, event);
  const { occurrence } = event;
  if (master?.series && occurrence) {
    const { series } = master;
    putEvent(world, { ...master, series: { ...series, cancelled: [...new Set([...series.cancelled, occurrence.date])] } });
  }
  note(world, event, 'deleted');
}

/** The days on which the series was different are like all others again. */
export function dropExceptions(world: World, master: CalendarEvent): void {
  for (const exception of exceptionsOf(world, master)) {
    world.events.remove(keyOf(exception));
    note(world, exception, 'deleted');
  }
}

/** The event in the person's calendar; an occurrence is found by its id like any other. */
export function findEvent(world: World, userId: string, eventId: string): CalendarEvent | undefined {
  const event = world.events.get(`${userId}/${eventId}`);
  if (event) return event;
  const parts = partsOfId(eventId);
  const master = parts ? world.events.get(`${userId}/${parts.masterId}`) : undefined;
  return parts && master ? occurrenceOn(master, parts.date) : undefined;
}

/** The series that an occurrence belongs to. */
export const masterOf = (world: World, { userId, occurrence }: CalendarEvent): CalendarEvent | undefined =>
  occurrence && world.events.get(`${userId}/${occurrence.masterId}`);

/** The same meeting in somebody else's calendar. */
export const copyOf = (world: World, userId: string, event: CalendarEvent): CalendarEvent | undefined =>
  copiesOf(world, event).find((copy) => copy.userId === userId);

/** The same meeting in all calendars it lies in, this one included. */
export function copiesOf(world: World, event: CalendarEvent): CalendarEvent[] {
  const written = world.events.by('iCalUId', event.iCalUId).filter(({ tenantId }) => tenantId === event.tenantId);
  const { occurrence } = event;
  const master = masterOf(world, event);
  if (!occurrence || !master) return written;
  const others = copiesOf(world, master).filter(({ userId }) => !written.some((one) => one.userId === userId));
  return [...written, ...others.flatMap((copy) => occurrenceOn(copy, occurrence.date) ?? [])];
}

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
