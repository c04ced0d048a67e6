/**
 * Hands a talk that has not begun over to the employee's new manager: what its one guarded write changes. From it the clock cancels the event of the
 * former manager (mailbox/cancel-events.ts), then makes one in the new manager's calendar under a booking version of its own (booking/), and tells the
 * three. Nothing that was written goes with it: preparations and private notes are kept by author.
 */
import { dueAt } from '#api/platform/db/due.ts';
import { bookingFor } from '../booking/plan-booking.ts';
import type { Notice } from '../record/store.ts';
import { prepareByFor } from '../rules.ts';
import type { TalkRecord } from '../store.ts';

type Span = { start: Date; end: Date };
export type HandingOver = { from: string; to: string; by: string; /** Null: it goes without a time. */ time: Span | null };
export type Change = { set: Partial<TalkRecord>; push: Partial<Record<'notices' | 'unwanted' | 'handOvers', object>> };

/** The old event is in the employee's calendar, and would make the time look taken: the booking waits until it is cancelled, which brings it forward. */
const afterCancelMs = 24 * 3_600_000;

export function handingOver(talk: TalkRecord, { from, to, by, time }: HandingOver, now: Date): Change {
  const { tenantId, _id, booking } = talk;
  const bookings = talk.bookings + 1;
  const eventId = booking?.eventId ?? null;
  const bookDue = dueAt(eventId ? new Date(now.getTime() + afterCancelMs) : now);
  const placed = time
    ? {
        start: time.start,
        end: time.end,
        prepareBy: prepareByFor(time.start),
        booking: bookingFor(tenantId, _id, bookings),
        bookDue,
        bookings,
      }
    : { start: null, end: null, prepareBy: null, booking: null, bookDue: null, room: null };
  const forgotten = { moved: null, moveDue: null, chatDue: null, roomDue: null, attention: null, settled: null, employeeResponse: null };
  const told = {
    $each: [notice(talk, 'talk-handed-over', talk.employeeId), notice(talk, 'talk-taken-over', to), notice(talk, 'talk-handed-over', from)],
  };
  return {
    set: { managerId: to, ...placed, ...forgotten, noticeDue: dueAt(now), ...(eventId ? { unwantedDue: dueAt(now) } : {}) },
    push: { handOvers: { from, to, at: now, by }, notices: told, ...(eventId ? { unwanted: { organizerId: from, eventId } } : {}) },
  };
}

/** The version makes it exactly one for each hand-over. */
const notice = ({ _id, version }: TalkRecord, kind: Notice['kind'], recipientId: string): Notice => ({
  key: `${_id}:${kind}:${version}:${recipientId}`,
  kind,
  recipientId,
});
