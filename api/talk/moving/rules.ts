/** Rules of moving a booked talk: who may, who may object, when the app goes into the meeting's chat, and what is one's own among busy times. */
import { refuse, type Refused } from '#api/platform/refusal/contract.ts';
import type { Talk } from '../contract.ts';

type Span = { start: Date; end: Date };
export type MoveFacts = {
  start: Date | null;
  startedAt: Date | null;
  /** The calendars have the talk. */
  booked: boolean;
  /** A move is being carried out. */
  moving: boolean;
  moved: { by: string; outcome: 'under-way' | 'done' | 'taken'; objection: object | null } | null;
};

/** Either party moves a talk that has its time in the calendars and was not started. One move at a time: two could reach Outlook in either order. */
export function mayMove({ start, startedAt, booked, moving }: MoveFacts): Refused | null {
  if (startedAt) return refuse('talk-already-started');
  if (!start) return refuse('talk-has-no-time');
  return booked && !moving ? null : refuse('talk-being-booked');
}

/** Whether a talk, as a party is shown it, has a time that can be moved now: what `mayMove` will most likely say. The server decides again. */
export const canMove = ({ start, booking, startedAt, move }: Pick<Talk, 'start' | 'booking' | 'startedAt' | 'move'>): boolean =>
  start !== null && booking === 'booked' && startedAt === null && move?.outcome !== 'under-way';

/** Whoever did not move it may say, once for each move, that the new time does not suit them. */
export function mayObject({ startedAt, moved }: MoveFacts, personId: string): Refused | null {
  if (startedAt) return refuse('talk-already-started');
  return moved && moved.by !== personId && moved.outcome !== 'taken' && !moved.objection ? null : refuse('nothing-to-object-to');
}

/** Less one busy time that is exactly the talk's own event; a second one at the same time is somebody else's. */
export function withoutOwn<B extends Span>(busy: B[], own: Span | null): B[] {
  const at = own ? busy.findIndex(({ start, end }) => start.getTime() === own.start.getTime() && end.getTime() === own.end.getTime()) : -1;
  return at < 0 ? busy : busy.filter((_one, index) => index !== at);
}

/** How long before the talk Samtal goes into the meeting's chat: no earlier, so that a cycle's thousands of installations do not come at once. */
export const chatDaysBefore = 7;

/** When Samtal is due in the chat of a talk that begins then; at once for one that begins sooner. */
export function chatDueAt(start: Date, now: Date): Date {
  const at = start.getTime() - chatDaysBefore * 86_400_000;
  return new Date(Math.max(at, now.getTime()));
}
