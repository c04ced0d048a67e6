/**
 * Moves the event of a talk that was moved in Samtal, never making a second one: where the event is, is read before every try, so that a lost
 * answer or a crash shows. When the time was taken meanwhile, the talk goes back to where its event is; when Samtal may not write into the calendar
 * any more, its manager moves the entry by hand.
 */
import { dueAt } from '#api/platform/db/due.ts';
import type { BookedEvent } from '#api/platform/graph/calendar.ts';
import type { EventChange } from '#api/platform/graph/calendar-changes.ts';
import { GraphRefused, MicrosoftUnavailable } from '#api/platform/graph/failures.ts';
import type { Platform } from '#api/platform/platform.ts';
import { backOffMs } from '#api/platform/worker/worker.ts';
import { bookingFor } from '../booking/plan-booking.ts';
import { refusedWaitMs } from '../booking/rules.ts';
import { guestsWith, isHeldIn } from '../room/rules.ts';
import { prepareByFor } from '../rules.ts';
import type { Booking, Moved, Notice } from '../record/store.ts';
import type { TalkRecord } from '../store.ts';
import { checkTime } from './check-time.ts';
import { chatDueAt } from './rules.ts';
import { claimMark, closeMark, putOffMark, renewMark } from './store.ts';

type Moving = TalkRecord & { start: Date; end: Date; booking: Booking; moved: Moved };

/** One step of the clock. Answers false when no talk is to be moved. */
export async function carryOutNextMove(platform: Platform): Promise<boolean> {
  const talk = await claimMark(platform.db, 'moveDue', platform.clock.now());
  if (!talk) return false;
  try {
    if (isMoving(talk)) await carryOut(platform, talk);
    // It has lost its time meanwhile: nothing is left to move.
    else await closeMark(platform.db, 'moveDue', talk, {});
  } catch (error) {
    if (!(error instanceof GraphRefused || error instanceof MicrosoftUnavailable)) throw error;
    await wait(platform, talk, error);
  }
  return true;
}

const isMoving = (talk: TalkRecord): talk is Moving =>
  talk.start !== null && talk.end !== null && talk.moved != null && talk.booking !== null;

async function wait(platform: Platform, talk: TalkRecord, error: GraphRefused | MicrosoftUnavailable): Promise<void> {
  const { db, log, clock } = platform;
  if (error instanceof GraphRefused && error.status === 403 && isMoving(talk)) return leaveToHand(platform, talk, error);
  const attempts = talk.moveDue?.attempts ?? 1;
  const waitMs = error instanceof GraphRefused ? refusedWaitMs(attempts) : backOffMs(attempts, error.retryAfterSeconds);
  log.warn({ talkId: talk._id, waitMs, err: error }, 'a move waits for Microsoft 365');
  await putOffMark(db, 'moveDue', talk, new Date(clock.now().getTime() + waitMs));
}

async function carryOut(platform: Platform, talk: Moving): Promise<void> {
  const { graph, db, clock } = platform;
  const { tenantId, managerId, start, end, booking } = talk;
  // Without an event of its own it was put into the calendars by hand: so it is again.
  const event = booking.eventId && (await graph.readEvent(tenantId, managerId, booking.eventId));
  if (!event || !booking.eventId) return bookAnew(platform, talk);
  // An earlier try whose answer was lost.
  if (isAt(event, talk)) return finish(platform, talk, event);
  const free = start > clock.now() && (await checkTime(platform, talk, { start, end }, event));
  if (!free) return giveUp(platform, talk, event);
  // The last look at the fence before the effect: reading calendars may have outlived the lease.
  if (!(await renewMark(db, 'moveDue', talk, clock.now()))) return;
  const moved = await graph.moveEvent(tenantId, managerId, booking.eventId, { start, end, ...invitedTo(event, talk) });
  await (moved ? finish(platform, talk, moved) : bookAnew(platform, talk));
}

const isAt = (event: BookedEvent, talk: Moving): boolean =>
  event.start.getTime() === talk.start.getTime() && event.end.getTime() === talk.end.getTime() && hasRoom(event, talk);

/** A room that somebody has added to a talk that needs none is theirs to move. */
const hasRoom = ({ guests = [] }: BookedEvent, { roomWanted, room = null }: Moving): boolean => !roomWanted || isHeldIn(guests, room);

/** Time and room change together, so that people are asked once. */
function invitedTo(event: BookedEvent, talk: Moving): Pick<EventChange, 'invited'> {
  const room = talk.room ?? null;
  return hasRoom(event, talk) ? {} : { invited: { guests: guestsWith(event.guests ?? [], room), room } };
}

async function finish(platform: Platform, talk: Moving, event: BookedEvent): Promise<void> {
  const now = platform.clock.now();
  const { booking, start } = talk;
  const chat = booking.chatId ? {} : { chatDue: dueAt(chatDueAt(start, now)) };
  const joinUrl = event.joinUrl ? { 'booking.joinUrl': event.joinUrl } : {};
  await close(platform, talk, { 'moved.outcome': 'done', ...joinUrl, ...chat }, toldOf(talk));
}

/** The other of the two; both when HR planned the cycle again. */
function toldOf(talk: Moving): Notice[] {
  const { moved, employeeId, managerId } = talk;
  if (moved.why) return [employeeId, managerId].map((id) => notice(talk, 'talk-replanned', id));
  return [notice(talk, 'talk-moved', moved.by === employeeId ? managerId : employeeId)];
}

/** The time was taken between the choice and now. Whoever of the two chose it is told; HR sees it on the cycle. Where the event is, the talk is. */
async function giveUp(platform: Platform, talk: Moving, { start, end }: BookedEvent): Promise<void> {
  platform.log.info({ talkId: talk._id }, 'the chosen time is gone');
  const facts = { start, end, prepareBy: prepareByFor(start), 'moved.outcome': 'taken' };
  await close(platform, talk, facts, talk.moved.why ? [] : [notice(talk, 'move-refused', talk.moved.by)]);
}

/** Somebody has deleted the event, or it was never Samtal's: the talk gets one at its new time, under a booking version that no event has had. */
async function bookAnew(platform: Platform, talk: Moving): Promise<void> {
  const { tenantId, _id, booking } = talk;
  const now = platform.clock.now();
  const facts = { booking: bookingFor(tenantId, _id, booking.version), bookDue: dueAt(now), 'moved.outcome': 'done', chatDue: null };
  await closeAndTellManager(platform, talk, facts);
}

/**
 * Samtal may not write into the calendar any more. The entry is the talk's all the same: the manager moves it, and Samtal asks now and then
 * whether it may again.
 */
async function leaveToHand(platform: Platform, talk: Moving, { status, code }: GraphRefused): Promise<void> {
  const now = platform.clock.now();
  const refused = { times: 1, why: `${status} ${code}` };
  const bookDue = dueAt(new Date(now.getTime() + refusedWaitMs(refused.times)));
  platform.log.warn({ talkId: talk._id, status, code }, 'a move is left to its manager');
  const facts = { 'booking.bookedAt': null, 'booking.refused': refused, bookDue, 'moved.outcome': 'done' };
  await closeAndTellManager(platform, talk, facts);
}

/** The employee hears of the time once it is in the calendars, as of every booking; the manager, who did not choose it, hears of it now. */
async function closeAndTellManager(platform: Platform, talk: Moving, facts: Record<string, unknown>): Promise<void> {
  const { moved, managerId } = talk;
  const kind = moved.why ? 'talk-replanned' : 'talk-moved';
  await close(platform, talk, facts, moved.by === managerId ? [] : [notice(talk, kind, managerId)]);
}

async function close(platform: Platform, talk: Moving, facts: Record<string, unknown>, told: Notice[]): Promise<void> {
  const due = told.length > 0 ? { noticeDue: dueAt(platform.clock.now()) } : {};
  await closeMark(platform.db, 'moveDue', talk, { ...facts, ...due }, ...told);
  platform.wake('collect-notices', 'book-talks', 'install-in-chats');
}

const notice = ({ _id, booking }: Moving, kind: 'talk-moved' | 'talk-replanned' | 'move-refused', recipientId: string): Notice => ({
  key: `${_id}:${kind}:${booking.version}:${recipientId}`,
  kind,
  recipientId,
});
