/** Changes of an event that Samtal has made: its time. What the event says stays as it was written. */
import { bookedFrom, utc, type BookedEvent } from './calendar.ts';
import { GraphRefused, type SendGraph } from './http.ts';

/**
 * Gives the organiser's event another time; Outlook tells the attendees. The same call once more changes nothing and tells nobody.
 * @returns the event as it is now, or null when it does not exist any more
 */
export async function moveEvent(
  send: SendGraph,
  tenantId: string,
  organizerId: string,
  eventId: string,
  { start, end }: { start: Date; end: Date },
): Promise<BookedEvent | null> {
  try {
    const body = { start: utc(start), end: utc(end) };
    return bookedFrom(await send(tenantId, { method: 'PATCH', path: `/users/${organizerId}/events/${eventId}`, body }));
  } catch (error) {
    if (error instanceof GraphRefused && error.status === 404) return null;
    throw error;
  }
}
