/**
 * Books one talk: the event in the manager's calendar with the employee invited, and its Teams meeting. Samtal goes into the meeting's chat later
 * (install-in-chat.ts). Each step is stored before the next, under the fence of the claim; after a crash or a lost answer the event is looked up before one is made.
 */
import { findPeople } from '#api/people/find-people.ts';
import { dueAt } from '#api/platform/db/due.ts';
import type { BookedEvent } from '#api/platform/graph/calendar.ts';
import { MicrosoftUnavailable, GraphRefused } from '#api/platform/graph/failures.ts';
import type { Platform } from '#api/platform/platform.ts';
import { backOffMs } from '#api/platform/worker/worker.ts';
import { watchMailbox } from '../mailbox/watch-mailbox.ts';
import type { Booking } from '../record/store.ts';
import { chatDueAt } from '../moving/rules.ts';
import { findOrCreateEvent, type Claimed, type LastLook } from './create-event.ts';
import { refusedWaitMs } from './rules.ts';
import { putBackBooking, putOffBooking, putOffRefused, saveBooking } from './store.ts';

/** Books one talk that is claimed; what stands in its way is written down with when to try again. */
export async function bookTalk(platform: Platform, talk: Claimed, lastLook: LastLook): Promise<void> {
  try {
    await book(platform, talk, lastLook);
  } catch (error) {
    if (error instanceof GraphRefused) await waitAfterRefusal(platform, talk, error);
    else if (error instanceof MicrosoftUnavailable) await waitForAnswer(platform, talk, error);
    else throw error;
  }
}

async function waitForAnswer({ db, log, clock }: Platform, talk: Claimed, error: MicrosoftUnavailable): Promise<void> {
  const waitMs = backOffMs(talk.bookDue?.attempts ?? 1, error.retryAfterSeconds);
  log.warn({ talkId: talk._id, waitMs }, 'a booking waits for Microsoft 365');
  await putOffBooking(db, talk, new Date(clock.now().getTime() + waitMs));
}

/** No permission, no mailbox: asking again soon changes nothing, and asking at all only once somebody has changed a setting. */
async function waitAfterRefusal({ db, log, clock }: Platform, talk: Claimed, { status, code }: GraphRefused): Promise<void> {
  const times = (talk.booking.refused?.times ?? 0) + 1;
  const waitMs = refusedWaitMs(times);
  log.error({ talkId: talk._id, status, code, waitMs }, 'Microsoft 365 refuses a booking');
  await putOffRefused(db, talk, new Date(clock.now().getTime() + waitMs), { times, why: `${status} ${code}` });
}

async function book(platform: Platform, talk: Claimed, lastLook: LastLook): Promise<void> {
  const { managerId, employeeId, partnerId } = talk;
  const people = await findPeople(platform, talk.tenantId, [managerId, employeeId, ...(partnerId ? [partnerId] : [])]);
  const manager = people.get(talk.managerId);
  const employee = people.get(talk.employeeId);
  // Gone since the plan was made: the talk waits without a time, and the overview asks for one.
  if (!manager?.enabled || !manager.mail || !employee?.enabled || !employee.mail) return void (await releaseTime(platform, talk));
  const partner = people.get(partnerId ?? '');
  const parties = { manager, employee, partner: partner?.enabled ? partner : null };
  const event = await findOrCreateEvent(platform, talk, parties, lastLook);
  if (event === 'taken-over') return;
  if (event === 'held') return putBackBooking(platform.db, talk);
  if (!event) return void (await releaseTime(platform, talk));
  if (isElsewhere(talk, event)) return moveAfterAll(platform, talk);
  let booking: Booking = {
    ...talk.booking,
    askedAt: talk.booking.askedAt ?? platform.clock.now(),
    eventId: event.id,
    iCalUId: event.iCalUId,
    joinUrl: event.joinUrl,
  };
  if (!(await saveBooking(platform.db, talk, { booking }))) return;
  const joinUrl = await findJoinUrl(platform, talk, booking);
  // An event that somebody made by hand may be no Teams meeting.
  if (!joinUrl && !talk.booking.refused) throw new MicrosoftUnavailable('Teams has not made the meeting yet', false, 2);
  await watchMailbox(platform, talk.tenantId, talk.managerId);
  const now = platform.clock.now();
  booking = { ...booking, joinUrl, bookedAt: now, refused: null };
  const notice = {
    key: `${talk._id}:talk-booked:${talk.booking.version}:${talk.employeeId}`,
    kind: 'talk-booked' as const,
    recipientId: talk.employeeId,
  };
  const due = { bookDue: null, noticeDue: dueAt(now), chatDue: dueAt(chatDueAt(talk.start, now)) };
  await saveBooking(platform.db, talk, { booking, ...due }, notice);
  platform.wake('collect-notices', 'install-in-chats');
}

/** Its own event is where the talk was before it was moved: Samtal may write into the calendar again. */
const isElsewhere = ({ booking, moved, start }: Claimed, event: BookedEvent): boolean =>
  booking.refused != null && booking.eventId === event.id && moved != null && event.start.getTime() !== start.getTime();

async function moveAfterAll({ db, clock, wake }: Platform, talk: Claimed): Promise<void> {
  const now = clock.now();
  const moved = talk.moved ? { ...talk.moved, outcome: 'under-way' as const } : null;
  await saveBooking(db, talk, { booking: { ...talk.booking, bookedAt: now, refused: null }, bookDue: null, moved, moveDue: dueAt(now) });
  wake('move-talks');
}

/** The answer to a creation may lack the address: it is read again. */
async function findJoinUrl({ graph }: Platform, { tenantId, managerId }: Claimed, { joinUrl, eventId }: Booking): Promise<string | null> {
  if (joinUrl || !eventId) return joinUrl;
  return (await graph.readEvent(tenantId, managerId, eventId))?.joinUrl ?? null;
}

/** The talk keeps waiting without a time; the manager's overview asks for one. */
async function releaseTime(platform: Platform, talk: Claimed): Promise<void> {
  platform.log.info({ talkId: talk._id }, 'the planned time is gone');
  await saveBooking(platform.db, talk, { booking: null, bookDue: null, start: null, end: null, prepareBy: null, moved: null, room: null });
}
