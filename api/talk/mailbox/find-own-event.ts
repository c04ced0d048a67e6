/** Which of a calendar's events is the talk's: its own by any of its ids, or one that somebody has made in its place. */
import type { SeenEvent } from '#api/platform/graph/calendar-changes.ts';
import type { CalendarChanges } from '#api/platform/graph/calendar-delta.ts';
import type { Platform } from '#api/platform/platform.ts';
import { bookingIdOf } from '../booking/rules.ts';
import type { Booking } from '../record/store.ts';
import type { TalkRecord } from '../store.ts';

export type Ahead = TalkRecord & { start: Date; end: Date; booking: Booking };

/** What the changes tell of the talk's event. Null: it was removed. Undefined: nothing. */
export function findAmong(talk: Ahead, changes: CalendarChanges, mail: string, now: Date): SeenEvent | null | undefined {
  const own = ownAmong(talk, changes);
  return own ?? replacementAmong(talk, changes, mail, now) ?? own;
}

function ownAmong({ booking }: Ahead, { changed, removed }: CalendarChanges): SeenEvent | null | undefined {
  const { eventId, iCalUId, transactionId, seriesId = null } = booking;
  const isGone = (id: string | null): boolean => id !== null && removed.includes(id);
  const found = (is: (event: SeenEvent) => boolean): SeenEvent | undefined => changed.find((event) => !event.isCancelled && is(event));
  return (
    found(({ id }) => id === eventId) ??
    found((event) => (iCalUId !== null && event.iCalUId === iCalUId && event.series === null) || event.transactionId === transactionId) ??
    (isGone(eventId) || isGone(seriesId) || changed.some(({ id }) => id === eventId) ? null : undefined)
  );
}

/** The next entry that somebody has made in place of the talk's: it carries the talk's link, and the employee is part of it. */
function replacementAmong({ _id, booking }: Ahead, { changed }: CalendarChanges, mail: string, now: Date): SeenEvent | undefined {
  const isPart = ({ responses, organizer }: SeenEvent): boolean => mail !== '' && (responses.has(mail) || organizer === mail);
  return changed
    .filter((event) => event.id !== booking.eventId && !event.isCancelled && event.start > now && event.html.includes(_id) && isPart(event))
    .sort((a, b) => a.start.getTime() - b.start.getTime())[0];
}

/**
 * The event read from Graph: by its id, by that of what the changes told, and when both are gone by whatever else can tell it.
 * @param whole everything in the calendar, asked for only then
 */
export async function readOwnEvent(
  { graph, clock }: Platform,
  talk: Ahead,
  told: SeenEvent | null,
  { mail, whole }: { mail: string; whole: () => Promise<CalendarChanges> },
): Promise<SeenEvent | null> {
  const { tenantId, managerId, booking } = talk;
  const { eventId, iCalUId } = booking;
  for (const id of new Set([eventId, told?.id ?? null])) {
    const seen = id === null ? null : await graph.readSeenEvent(tenantId, managerId, id);
    if (seen && !seen.isCancelled) return seen;
  }
  const found = await graph.findSeenEvent(tenantId, managerId, {
    iCalUId,
    bookingId: bookingIdOf(talk._id, booking.eventVersion ?? booking.version),
  });
  return found ?? replacementAmong(talk, await whole(), mail, clock.now()) ?? null;
}
