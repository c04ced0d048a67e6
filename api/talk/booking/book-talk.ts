/**
 * Books one talk: the event in the manager's calendar with the employee invited, its Teams meeting and chat, and Samtal installed there. Each
 * step is stored before the next, under the fence of the claim; after a crash or a lost answer the event is looked up before one is made.
 */
import { findPeople, type KnownPerson } from '#api/people/find-people.ts';
import { dueAt } from '#api/platform/db/due.ts';
import { MicrosoftUnavailable, GraphRefused } from '#api/platform/graph/http.ts';
import type { BookedEvent } from '#api/platform/graph/calendar.ts';
import type { Platform } from '#api/platform/platform.ts';
import { backOffMs } from '#api/platform/worker/worker.ts';
import { deepLink } from '#api/reminder/rules/deep-link.ts';
import type { Booking, TalkRecord } from '../store.ts';
import { bookingIdOf, eventStep, eventWords, isTaken } from './rules.ts';
import { claimBooking, putOffBooking, recordAsking, saveBooking } from './store.ts';

/** Resource-specific permissions that appPackage/manifest.json asks for in the meeting's chat. */
const chatPermissions = [
  { permissionValue: 'OnlineMeeting.ReadBasic.Chat', permissionType: 'Delegated' as const },
  { permissionValue: 'OnlineMeeting.ReadBasic.Chat', permissionType: 'Application' as const },
];

type Claimed = TalkRecord & { start: Date; end: Date; booking: Booking };
type Parties = { manager: KnownPerson; employee: KnownPerson };

/** One step of the clock. Answers false when no booking is due. */
export async function bookNextTalk(platform: Platform): Promise<boolean> {
  const talk = (await claimBooking(platform.db, platform.clock.now())) as Claimed | null;
  if (!talk) return false;
  try {
    await book(platform, talk);
  } catch (error) {
    if (!(error instanceof MicrosoftUnavailable) && !(error instanceof GraphRefused)) throw error;
    const wait = backOffMs(talk.bookDue?.attempts ?? 1, error instanceof MicrosoftUnavailable ? error.retryAfterSeconds : undefined);
    platform.log.warn(
      { talkId: talk._id, reason: error.name, status: error instanceof GraphRefused ? error.status : undefined, waitMs: wait },
      'booking waits',
    );
    await putOffBooking(platform.db, talk, new Date(platform.clock.now().getTime() + wait));
  }
  return true;
}

async function book(platform: Platform, talk: Claimed): Promise<void> {
  const people = await findPeople(platform, talk.tenantId, [talk.managerId, talk.employeeId]);
  const manager = people.get(talk.managerId);
  const employee = people.get(talk.employeeId);
  // Gone since the plan was made: the talk waits without a time, and the overview asks for one.
  if (!manager?.enabled || !manager.mail || !employee?.enabled || !employee.mail) return void (await releaseTime(platform, talk));
  const event = await findOrCreateEvent(platform, talk, { manager, employee });
  if (event === 'taken-over') return;
  if (!event) return void (await releaseTime(platform, talk));
  let booking: Booking = {
    ...talk.booking,
    askedAt: talk.booking.askedAt ?? platform.clock.now(),
    eventId: event.id,
    iCalUId: event.iCalUId,
    joinUrl: event.joinUrl,
  };
  if (!(await saveBooking(platform.db, talk, { booking }))) return;
  const { joinUrl, chatId } = await findMeeting(platform, talk, booking);
  if (!joinUrl || !chatId) throw new MicrosoftUnavailable('Teams has not made the meeting yet', false, 2);
  booking = { ...booking, joinUrl, chatId, bookedAt: platform.clock.now() };
  const notice = {
    key: `${talk._id}:talk-booked:${talk.booking.version}:${talk.employeeId}`,
    kind: 'talk-booked' as const,
    recipientId: talk.employeeId,
  };
  await saveBooking(platform.db, talk, { booking, bookDue: null, noticeDue: dueAt(platform.clock.now()) }, notice);
  platform.wake();
}

/** Null when the time is no longer free; `taken-over` when another worker holds the talk now. */
async function findOrCreateEvent(
  platform: Platform,
  talk: Claimed,
  { manager, employee }: Parties,
): Promise<BookedEvent | 'taken-over' | null> {
  const { graph, clock } = platform;
  const { tenantId, managerId, booking, start, end } = talk;
  const bookingId = bookingIdOf(talk._id, booking.version);
  const askedAt = booking.askedAt ?? null;
  if (booking.eventId) return graph.readEvent(tenantId, managerId, booking.eventId);
  const earlier = askedAt && (await graph.findEvent(tenantId, managerId, bookingId));
  if (earlier) return earlier;
  const addresses = [manager.mail ?? '', employee.mail ?? ''];
  const schedules = await graph.readSchedules(tenantId, managerId, addresses, start, end);
  const taken = [...schedules.values()].some((schedule) => schedule && isTaken(schedule.busy, start, end));
  const step = eventStep({ askedAt, taken, start }, clock.now());
  if (step === 'release') return null;
  if (step === 'look-again') throw new MicrosoftUnavailable('The event may have been made, and cannot be found yet', true);
  // The last look at the fence before the effect: reading calendars may have outlived the lease.
  if (!(await recordAsking(platform.db, talk, clock.now()))) return 'taken-over';
  return createEvent(platform, talk, employee, bookingId);
}

async function createEvent({ graph, config }: Platform, talk: Claimed, employee: KnownPerson, bookingId: string): Promise<BookedEvent> {
  const { tenantId, managerId, start, end } = talk;
  const words = eventWords(employee.language, deepLink(config.teamsAppId, `talks/${talk._id}`));
  const attendee = { address: employee.mail ?? '', name: employee.name };
  const { transactionId } = talk.booking;
  try {
    return await graph.createEvent(tenantId, managerId, { transactionId, bookingId, ...words, start, end, attendee });
  } catch (error) {
    // What is answered to a repeated transaction id is not documented: a conflict means that the event exists, and is adopted.
    if (!(error instanceof GraphRefused) || error.status !== 409) throw error;
    const made = await graph.findEvent(tenantId, managerId, bookingId);
    if (made) return made;
    throw new MicrosoftUnavailable('The event exists, and cannot be found yet', true);
  }
}

async function findMeeting(
  platform: Platform,
  talk: Claimed,
  booking: Booking,
): Promise<{ joinUrl: string | null; chatId: string | null }> {
  const { graph } = platform;
  const { tenantId, managerId } = talk;
  // The answer to a creation may lack the address: it is read again.
  const joinUrl =
    booking.joinUrl ?? (booking.eventId ? ((await graph.readEvent(tenantId, managerId, booking.eventId))?.joinUrl ?? null) : null);
  if (!joinUrl) return { joinUrl, chatId: null };
  const chatId = await graph.findMeetingChat(tenantId, managerId, joinUrl);
  if (chatId) await graph.installInChat(tenantId, chatId, chatPermissions);
  return { joinUrl, chatId };
}

/** The talk keeps waiting without a time; the manager's overview asks for one. */
async function releaseTime(platform: Platform, talk: Claimed): Promise<void> {
  platform.log.info({ talkId: talk._id }, 'the planned time is gone');
  await saveBooking(platform.db, talk, { booking: null, bookDue: null, start: null, end: null, prepareBy: null });
}
