/** Takes what somebody threw away out of the bin again. What may be thrown away, and what that does to others, is in calendar.ts. */
import type { CalendarEvent } from '../core/entities.ts';
import { newOutlookId } from '../core/ids.ts';
import type { World } from '../core/world.ts';
import { eventOf } from './calendar.ts';
import { masterOf, putEvent } from './event-store.ts';
import { itemNotFound } from './refusal.ts';

/**
 * It is the same meeting under a new id, as whatever is moved between folders gets one; others are not told until it is changed. One day of a
 * series comes back into the series.
 */
export function restoreEvent(world: World, userId: string, eventId: string): CalendarEvent {
  const event = world.deletedEvents.get(`${userId}/${eventId}`);
  if (!event) throw itemNotFound();
  world.deletedEvents.remove(`${userId}/${eventId}`);
  const master = masterOf(world, event);
  const { occurrence, ...single } = event;
  if (!occurrence || !master?.series) return putEvent(world, { ...single, id: newOutlookId(), version: 0 });
  const { date, isException } = occurrence;
  const { series } = master;
  putEvent(world, { ...master, series: { ...series, cancelled: series.cancelled.filter((one) => one !== date) } });
  return isException ? putEvent(world, event) : eventOf(world, userId, eventId);
}
