/**
 * Brings a talk's event to the room that was chosen in Samtal, or to none: what it asks for is read before every try, so that a lost answer or a
 * crash shows. Whether the room accepts is told by the calendar afterwards (mailbox/).
 */
import { GraphRefused, MicrosoftUnavailable } from '#api/platform/graph/failures.ts';
import type { Platform } from '#api/platform/platform.ts';
import { backOffMs } from '#api/platform/worker/worker.ts';
import { refusedWaitMs } from '../booking/rules.ts';
import { claimMark, closeMark, putOffMark, renewMark } from '../moving/store.ts';
import type { TalkRecord } from '../store.ts';
import { guestsWith, isHeldIn } from './rules.ts';

/** One step of the clock. Answers false when no event is to change its room. */
export async function carryOutNextRoom(platform: Platform): Promise<boolean> {
  const talk = await claimMark(platform.db, 'roomDue', platform.clock.now());
  if (!talk) return false;
  try {
    await carryOut(platform, talk);
  } catch (error) {
    if (!(error instanceof GraphRefused || error instanceof MicrosoftUnavailable)) throw error;
    const attempts = talk.roomDue?.attempts ?? 1;
    const waitMs = error instanceof GraphRefused ? refusedWaitMs(attempts) : backOffMs(attempts, error.retryAfterSeconds);
    platform.log.warn({ talkId: talk._id, waitMs, err: error }, 'the room of a talk waits for Microsoft 365');
    await putOffMark(platform.db, 'roomDue', talk, new Date(platform.clock.now().getTime() + waitMs));
  }
  return true;
}

async function carryOut({ db, graph, clock }: Platform, talk: TalkRecord): Promise<void> {
  const { tenantId, managerId, booking, room = null } = talk;
  const event = booking?.eventId ? await graph.readEvent(tenantId, managerId, booking.eventId) : null;
  // Gone meanwhile: what is booked anew asks for the talk's room itself.
  if (!event || !booking?.eventId || isHeldIn(event.guests ?? [], room)) return closeMark(db, 'roomDue', talk, {});
  // The last look at the fence before the effect.
  if (!(await renewMark(db, 'roomDue', talk, clock.now()))) return;
  const invited = { guests: guestsWith(event.guests ?? [], room), room };
  await graph.moveEvent(tenantId, managerId, booking.eventId, { start: event.start, end: event.end, invited });
  await closeMark(db, 'roomDue', talk, {});
}
