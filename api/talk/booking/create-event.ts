/**
 * The event of one booking: found if it was asked for before, else made, if the time is still free for both. Decides nothing about what follows.
 */
import type { KnownPerson } from '#api/people/find-people.ts';
import type { BookedEvent } from '#api/platform/graph/calendar.ts';
import { GraphRefused, MicrosoftUnavailable } from '#api/platform/graph/failures.ts';
import type { Platform } from '#api/platform/platform.ts';
import { talkLinks } from '#api/reminder/rules/deep-link.ts';
import { findFreeRoom } from '../room/find-free-room.ts';
import type { Room } from '../room/rules.ts';
import type { Booking } from '../record/store.ts';
import type { TalkRecord } from '../store.ts';
import { bookingIdOf, eventStep, eventWords, isTaken } from './rules.ts';
import { entryIdOf } from './rules/calendar-file.ts';
import { isTimeAsked, recordAsking } from './store.ts';

export type Claimed = TalkRecord & { start: Date; end: Date; booking: Booking };
/** `partner`: who else is invited. */
export type Parties = { manager: KnownPerson; employee: KnownPerson; partner?: KnownPerson | null };

type Span = { start: Date; end: Date };
/**
 * The last look before an event is asked for: what two people's calendars, and the room's, hold at the time of a talk, and whether HR holds back its
 * cycle (paused or stopped), asked after the calendars have answered. What cannot be read counts as free.
 */
export type LastLook = (talk: Claimed, parties: Parties) => Promise<{ people: Span[]; room: Span[]; isHeld: boolean }>;

/** Null when the time is no longer free; `taken-over` when another worker holds the talk now; `held` when HR holds back its cycle. */
export async function findOrCreateEvent(
  platform: Platform,
  talk: Claimed,
  parties: Parties,
  lastLook: LastLook,
): Promise<BookedEvent | 'taken-over' | 'held' | null> {
  const { graph, clock } = platform;
  const { tenantId, managerId, booking, start, end } = talk;
  const bookingId = bookingIdOf(talk._id, booking.version);
  const askedAt = booking.askedAt ?? null;
  const own = booking.eventId ? await graph.readEvent(tenantId, managerId, booking.eventId) : null;
  // Left to be moved by hand, an entry may have been made anew by hand.
  if (booking.eventId && (own ?? !booking.refused)) return own;
  const earlier = askedAt && (await graph.findEvent(tenantId, managerId, bookingId));
  if (earlier) return earlier;
  // It was refused before, so the manager may have made the event by hand; it must not make its own time look taken.
  const wanted = { entryId: entryIdOf(talk._id), mark: talk._id, start, end };
  const handMade = booking.refused ? await graph.findHandMade(tenantId, managerId, wanted) : null;
  if (handMade) return handMade;
  const busy = await lastLook(talk, parties);
  // What was asked for already is seen through: somebody may have been invited.
  if (busy.isHeld && !askedAt) return 'held';
  const taken = isTaken(busy.people, start, end);
  const step = eventStep({ askedAt, taken, start }, clock.now());
  if (step !== 'create') return noEvent(step);
  // The last look at the fence before the effect: reading calendars may have outlived the lease.
  const room = await roomFor(platform, talk, busy.room);
  if (!(await recordAsking(platform.db, talk, room, clock.now()))) return 'taken-over';
  // Two talks may have been given one time at once. Each is written down as asked for before it looks for the other, so at least one gives way.
  if (await isTimeAsked(platform.db, talk)) return noEvent(eventStep({ askedAt, taken: true, start }, clock.now()));
  return createEvent(platform, { ...talk, room }, parties, bookingId);
}

/** The room it has, or another when that one was taken meanwhile; a time is not lost for want of a room. */
async function roomFor(platform: Platform, talk: Claimed, busy: Span[]): Promise<Room | null> {
  const { start, end, room = null } = talk;
  if (!room || !isTaken(busy, start, end)) return room;
  return (await findFreeRoom(platform, talk, { start, end }, { not: room.address })) ?? room;
}

function noEvent(step: ReturnType<typeof eventStep>): null {
  if (step === 'release') return null;
  throw new MicrosoftUnavailable('The event may have been made, and cannot be found yet', true);
}

async function createEvent(
  { graph, config }: Platform,
  talk: Claimed,
  { employee, partner }: Parties,
  bookingId: string,
): Promise<BookedEvent> {
  const { tenantId, managerId, start, end } = talk;
  const words = eventWords(employee.language, talkLinks(config, talk._id), config.eventSubject);
  const attendee = { address: employee.mail ?? '', name: employee.name };
  const { transactionId } = talk.booking;
  try {
    return await graph.createEvent(tenantId, managerId, {
      transactionId,
      bookingId,
      ...words,
      start,
      end,
      attendee,
      others: partner?.mail ? [{ address: partner.mail, name: partner.name }] : [],
      room: talk.room ?? null,
    });
  } catch (error) {
    // What is answered to a repeated transaction id is not documented: a conflict means that the event exists, and is adopted.
    if (!(error instanceof GraphRefused) || error.status !== 409) throw error;
    const made = await graph.findEvent(tenantId, managerId, bookingId);
    if (made) return made;
    throw new MicrosoftUnavailable('The event exists, and cannot be found yet', true);
  }
}
