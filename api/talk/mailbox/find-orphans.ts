/** Events that Samtal made for a talk and that the talk does not have any more: written down as unwanted, and cancelled by the clock. */
import { dueAt } from '#api/platform/db/due.ts';
import type { SeenEvent } from '#api/platform/graph/calendar-changes.ts';
import type { Platform } from '#api/platform/platform.ts';
import { bookingFor } from '../booking/plan-booking.ts';
import type { TalkRecord } from '../store.ts';
import { isBeingWritten } from './rules/calendar-step.ts';
import { saveStep } from './store.ts';

/** Answers how many were found; null when the talk has changed since it was read, or Samtal is writing its event: then only the next look tells. */
export async function findOrphans({ db, clock }: Platform, changed: SeenEvent[], talk: TalkRecord): Promise<number | null> {
  const now = clock.now();
  const made = new Set(Array.from({ length: talk.bookings }, (_, at) => bookingFor(talk.tenantId, talk._id, at + 1).transactionId));
  const { eventId = null, transactionId = null } = talk.booking ?? {};
  // Without an entry, one that was restored is the talk's own.
  const isOwn = (event: SeenEvent): boolean => event.id === eventId || (eventId === null && event.transactionId === transactionId);
  const isKnown = ({ id }: SeenEvent): boolean => talk.unwanted?.some((one) => one.eventId === id) ?? false;
  const orphans = changed.filter(
    (event) =>
      event.isOrganizer && !event.isCancelled && event.end > now && made.has(event.transactionId ?? '') && !isOwn(event) && !isKnown(event),
  );
  if (orphans.length === 0) return 0;
  if (isBeingWritten(talk)) return null;
  const unwanted = { $each: orphans.map(({ id }) => ({ organizerId: talk.managerId, eventId: id })) };
  return (await saveStep(db, talk, { unwantedDue: dueAt(now) }, { unwanted })) ? orphans.length : null;
}
