/**
 * A talk before its start and what its manager's calendar says of its event: what has to follow so that the two agree. The talk follows what a
 * person may decide in Outlook; what Samtal cannot decide is put before the manager. Saying the same again changes nothing.
 */
import type { AttentionKind } from '../../contract.ts';
import { lacksRoom, roomIn, roomMark, type Asked, type Room } from '../../room/rules.ts';
import type { Finding } from '../contract.ts';

type Response = 'none' | 'accepted' | 'tentative' | 'declined';
type Marked = { kind: AttentionKind; mark: string };

/** The talk's side. */
export type BookedFacts = {
  start: Date;
  end: Date;
  /** Null when the manager keeps the talk without a calendar entry. */
  eventId: string | null;
  response: Response;
  attention: (Marked & { since: Date }) | null;
  settled: Marked | null;
  employeeMail: string;
  /** The room it is held in, and whether it is to have one. */
  room?: Room | null;
  roomWanted?: boolean;
  /** The weeks of the talk's cycle, if they are known. */
  window: { start: Date; end: Date } | null;
};

/** The calendar's side; null when the event is not in the calendar any more. */
export type EventFacts = {
  id: string;
  iCalUId: string;
  start: Date;
  end: Date;
  isAllDay: boolean;
  isCancelled: boolean;
  isOrganizer: boolean;
  joinUrl: string | null;
  responses: ReadonlyMap<string, Response>;
  rooms?: Asked;
} | null;

/** What changes in the talk; what is left out stays as it is. `found`: the words for it. */
export type Step = {
  time?: { start: Date; end: Date };
  /** The event under its new id. */
  adopt?: { eventId: string; iCalUId: string; joinUrl: string | null };
  response?: Response;
  /** Somebody has put another room in its place, or taken it out. */
  room?: Room | null;
  attention?: (Marked & { since: Date }) | null;
  /** A decision to leave something as it is has lost its object. */
  forgetSettled?: true;
  found: Finding[];
};

type Marks = { bookDue?: object | null; moveDue?: object | null; roomDue?: object | null };
/** Samtal is about to write the talk's event: what comes from it is our own echo. */
export const isBeingWritten = ({ bookDue, moveDue, roomDue }: Marks): boolean => bookDue != null || moveDue != null || roomDue != null;

/** Longer than any talk: whoever makes the entry that long does not say when the talk is. */
const longestMs = 8 * 3_600_000;

/** Null when talk and calendar agree already. Times are instants, so that a change of the event's time zone alone is none. */
export function calendarStep(talk: BookedFacts, event: EventFacts, now: Date): Step | null {
  const seen = event && !event.isCancelled ? event : null;
  // Kept without a calendar entry: that there is none is what the manager wants.
  if (!seen && talk.eventId === null) return null;
  const step: Step = { found: [] };
  if (seen) followEvent(step, talk, seen, now);
  const response = step.response ?? talk.response;
  const condition = seen ? conditionOf(talk, seen, response, now) : { kind: 'deleted' as const, mark: talk.eventId ?? '' };
  settle(step, talk, { condition, without: seen ? roomlessIn(step, talk, seen) : null }, now);
  return Object.keys(step).length > 1 ? step : null;
}

type Seen = NonNullable<EventFacts>;

const isSameTime = (talk: BookedFacts, { start, end }: Seen): boolean =>
  start.getTime() === talk.start.getTime() && end.getTime() === talk.end.getTime();

/** Whether a talk can take place then: to come, and neither a moment nor a day long. */
export function canFollow({ start, end, isAllDay }: Pick<Seen, 'start' | 'end' | 'isAllDay'>, now: Date): boolean {
  const lengthMs = end.getTime() - start.getTime();
  return !isAllDay && start > now && lengthMs > 0 && lengthMs <= longestMs;
}

function followEvent(step: Step, talk: BookedFacts, seen: Seen, now: Date): void {
  if (seen.id !== talk.eventId) {
    step.adopt = { eventId: seen.id, iCalUId: seen.iCalUId, joinUrl: seen.joinUrl };
    step.found.push('restored');
  }
  if (!isSameTime(talk, seen) && canFollow(seen, now)) {
    step.time = { start: seen.start, end: seen.end };
    step.found.push('moved');
  }
  const response = responseIn(talk, seen);
  if (response !== talk.response) {
    step.response = response;
    step.found.push('answered');
  }
  const own = talk.room ?? null;
  const room = seen.isOrganizer && seen.rooms ? roomIn(seen.rooms, own) : own;
  if (room?.address === own?.address) return;
  step.room = room;
  step.found.push('answered');
}

/** Without a room it can be held in, though it is to have one. */
function roomlessIn(step: Step, talk: BookedFacts, { isOrganizer, rooms, start }: Seen): Marked | null {
  const room = step.room === undefined ? (talk.room ?? null) : step.room;
  const lacks = isOrganizer && rooms !== undefined && lacksRoom(rooms, room, talk.roomWanted ?? false);
  return lacks ? { kind: 'no-room', mark: roomMark(start, room) } : null;
}

/** Somebody else's event shows no answers. An only guest under another address is the employee, whose address has changed. */
function responseIn(talk: BookedFacts, { isOrganizer, responses }: Seen): Response {
  const only = responses.size === 1 ? [...responses.values()][0] : undefined;
  const found = responses.get(talk.employeeMail.toLowerCase()) ?? only;
  return isOrganizer ? (found ?? (responses.size === 0 ? 'none' : talk.response)) : talk.response;
}

function conditionOf(talk: BookedFacts, seen: Seen, response: Response, now: Date): Marked | null {
  const mark = seen.start.toISOString();
  if (!isSameTime(talk, seen) && !canFollow(seen, now)) return { kind: 'moved-away', mark };
  if (seen.isOrganizer && seen.responses.size === 0) return { kind: 'not-invited', mark };
  if (response === 'declined') return { kind: 'declined', mark };
  const { window } = talk;
  return window && (seen.start < window.start || seen.end > window.end) ? { kind: 'outside-window', mark } : null;
}

const isSame = (a: Marked | null, b: Marked | null): boolean => a?.kind === b?.kind && a?.mark === b?.mark;

/** The room comes last: it is asked about when the time itself needs nobody. */
function settle(
  step: Step,
  talk: BookedFacts,
  { condition, without }: { condition: Marked | null; without: Marked | null },
  now: Date,
): void {
  const isSettled = talk.settled !== null && isSame(talk.settled, condition);
  if (talk.settled && !isSettled) step.forgetSettled = true;
  const wanted = (isSettled ? null : condition) ?? without;
  if (isSame(talk.attention, wanted)) return;
  step.attention = wanted && { ...wanted, since: now };
  step.found.push(wanted?.kind ?? 'settled');
}
