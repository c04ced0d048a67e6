/**
 * Books one talk: the event in the manager's calendar with the employee invited, its Teams meeting and chat, and Samtal installed there. Each
 * step is stored before the next, under the fence of the claim; after a crash or a lost answer the event is looked up before one is made.
 */
import { findPeople } from '#api/people/find-people.ts';
import { dueAt } from '#api/platform/db/due.ts';
import { MicrosoftUnavailable, GraphRefused } from '#api/platform/graph/http.ts';
import type { Platform } from '#api/platform/platform.ts';
import { backOffMs } from '#api/platform/worker/worker.ts';
import type { Booking } from '../store.ts';
import { findOrCreateEvent, type Claimed } from './create-event.ts';
import { refusedWaitMs } from './rules.ts';
import { claimBooking, putOffBooking, putOffRefused, saveBooking } from './store.ts';

/** Resource-specific permissions that appPackage/manifest.json asks for in the meeting's chat. */
const chatPermissions = [
  { permissionValue: 'OnlineMeeting.ReadBasic.Chat', permissionType: 'Delegated' as const },
  { permissionValue: 'OnlineMeeting.ReadBasic.Chat', permissionType: 'Application' as const },
];

/** One step of the clock. Answers false when no booking is due. */
export async function bookNextTalk(platform: Platform): Promise<boolean> {
  const talk = (await claimBooking(platform.db, platform.clock.now())) as Claimed | null;
  if (!talk) return false;
  try {
    await book(platform, talk);
  } catch (error) {
    if (error instanceof GraphRefused) await waitAfterRefusal(platform, talk, error);
    else if (error instanceof MicrosoftUnavailable) await waitForAnswer(platform, talk, error);
    else throw error;
  }
  return true;
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
  booking = { ...booking, joinUrl, chatId, bookedAt: platform.clock.now(), refused: null };
  const notice = {
    key: `${talk._id}:talk-booked:${talk.booking.version}:${talk.employeeId}`,
    kind: 'talk-booked' as const,
    recipientId: talk.employeeId,
  };
  await saveBooking(platform.db, talk, { booking, bookDue: null, noticeDue: dueAt(platform.clock.now()) }, notice);
  platform.wake();
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
