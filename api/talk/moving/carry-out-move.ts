/**
 * Moves the event of a talk that was moved in Samtal, never making a second one: where the event is, is read before every try, so that a lost
 * answer or a crash shows. When the time was taken meanwhile, the talk goes back to where its event is.
 */
import { dueAt } from '#api/platform/db/due.ts';
import type { BookedEvent } from '#api/platform/graph/calendar.ts';
import { GraphRefused, MicrosoftUnavailable } from '#api/platform/graph/http.ts';
import type { Platform } from '#api/platform/platform.ts';
import { backOffMs } from '#api/platform/worker/worker.ts';
import { bookingFor } from '../booking/plan-booking.ts';
import { refusedWaitMs } from '../booking/rules.ts';
import { prepareByFor } from '../rules.ts';
import type { Booking, Moved, Notice, TalkRecord } from '../store.ts';
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

async function wait({ db, log, clock }: Platform, talk: TalkRecord, error: GraphRefused | MicrosoftUnavailable): Promise<void> {
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
  const moved = await graph.moveEvent(tenantId, managerId, booking.eventId, { start, end });
  await (moved ? finish(platform, talk, moved) : bookAnew(platform, talk));
}

const isAt = (event: BookedEvent, { start, end }: Moving): boolean =>
  event.start.getTime() === start.getTime() && event.end.getTime() === end.getTime();

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
  const facts = { booking: bookingFor(tenantId, _id, booking.version), bookDue: dueAt(platform.clock.now()), 'moved.outcome': 'done' };
  await closeMark(platform.db, 'moveDue', talk, { ...facts, chatDue: null });
  platform.wake();
}

async function close(platform: Platform, talk: Moving, facts: Record<string, unknown>, told: Notice[]): Promise<void> {
  const due = told.length > 0 ? { noticeDue: dueAt(platform.clock.now()) } : {};
  await closeMark(platform.db, 'moveDue', talk, { ...facts, ...due }, ...told);
  platform.wake();
}

const notice = ({ _id, booking }: Moving, kind: 'talk-moved' | 'talk-replanned' | 'move-refused', recipientId: string): Notice => ({
  key: `${_id}:${kind}:${booking.version}:${recipientId}`,
  kind,
  recipientId,
});
