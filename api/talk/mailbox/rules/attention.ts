/** What a manager may answer when the calendar says what Samtal cannot decide, and what each answer makes of the talk. */
import type { AttentionChoice, AttentionKind, Side } from '../../contract.ts';
import { roomMark, type Room } from '../../room/rules.ts';

type AskedTalk = {
  attention?: { kind: AttentionKind; mark: string } | null;
  start: Date | null;
  startedAt: Date | null;
  booking: { eventId: string | null } | null;
  moveDue?: object | null;
  roomDue?: object | null;
  room?: Room | null;
};

/** Whether the manager is still asked: not once the talk has begun, or was moved or booked anew since, which the calendar has yet to confirm. */
export function isAsked({ attention, start, startedAt, booking, moveDue, roomDue, room = null }: AskedTalk): boolean {
  if (!attention || startedAt || moveDue || roomDue) return false;
  if (attention.kind === 'no-room') return start !== null && attention.mark === roomMark(start, room);
  if (attention.kind === 'deleted') return attention.mark === (booking?.eventId ?? null);
  return attention.kind === 'moved-away' || attention.mark === start?.toISOString();
}

/** The answers that are open to this side now, most likely first. Booking again needs a time that is still to come. */
export function choicesFor(kind: AttentionKind, side: Side, talk: { start: Date | null }, now: Date): AttentionChoice[] {
  if (side !== 'manager') return [];
  if (kind === 'declined' || kind === 'not-invited') return ['find-time', 'keep'];
  if (kind === 'outside-window') return ['keep', 'find-time'];
  if (kind === 'no-room') return ['other-room', 'without-room', 'find-time'];
  const again = talk.start !== null && talk.start > now;
  return again ? ['book-again', 'find-time', 'keep'] : ['find-time', 'keep'];
}

/** What an answer does. `event`: whether the event there is becomes unwanted, is forgotten as gone already, or stays. */
export type Answered = {
  time: 'kept' | 'released';
  booking: 'anew' | 'none' | 'without-event' | 'kept';
  event: 'unwanted' | 'gone' | 'kept';
};

/** About rooms there is a room of its own (room/change-room.ts). */
export function answered(kind: AttentionKind, choice: Exclude<AttentionChoice, 'other-room' | 'without-room'>): Answered {
  const event = kind === 'deleted' ? 'gone' : 'unwanted';
  if (choice === 'book-again') return { time: 'kept', booking: 'anew', event };
  if (choice === 'find-time') return { time: 'released', booking: 'none', event };
  return kind === 'deleted' ? { time: 'kept', booking: 'without-event', event: 'gone' } : { time: 'kept', booking: 'kept', event: 'kept' };
}
