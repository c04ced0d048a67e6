/** Channels of what somebody's act calls for, and whether a notification still says something true when it goes out. Pure. */
import { isClockKind, type Channel, type Kind } from '../contract.ts';
import { agreementDays, checkInDays, lateDays } from './slots.ts';

/** Channels of a notification that a talk's state change called for: a booked talk is told in the feed and by mail, a signature in one. */
export function channelsOf(kind: Kind): Channel[] {
  return kind === 'talk-booked' ? ['feed', 'mail'] : ['best'];
}

export type TalkNow = {
  start: Date | null;
  startedAt: Date | null;
  /** Released by the recipient, and by the other. */
  released: { mine: boolean; theirs: boolean };
  /** Who has signed, or objected instead. */
  answeredBy: string[];
  /** Whether the other has written something that waits for the recipient's answer: an objection, a proposed change. */
  othersWord: boolean;
  /** It has begun and is its manager's no more (parting/). */
  isParted?: boolean;
  /** The same, without both signatures: nothing of it is left to do. */
  isUnsigned?: boolean;
  /** It waits for what the recipient chooses. */
  mayChoose?: boolean;
  /** The recipient has handed the talk over: nothing of it is theirs any more, but that it was. */
  hasLeft?: boolean;
  moved: { by: string; outcome: string; objection: { by: string } | null; why?: string | null } | null;
  /** The calendar asks for a decision. */
  asks: boolean;
  /** Local day of the next check-in; null: none. */
  checkIn?: string | null;
  /** Local day of the check-in that the other has answered; null: not any more. */
  answered?: string | null;
  /** Local day by which the recipient has still to do the agreement in question; null: nothing left to do. */
  agreement?: string | null;
};

const tomorrowMs = 48 * 3_600_000;
/** A talk that began longer ago than this has begun without a reminder. */
const lateMs = 5 * 60_000;

/** Whether a notification still says something true when it is about to go out. */
export function stillDue(kind: Kind, recipientId: string, talk: TalkNow, now: Date): boolean {
  if (kind === 'talk-handed-over') return !talk.startedAt || talk.isParted === true;
  if (kind === 'talk-closed') return talk.isParted === true && talk.hasLeft === true;
  if (talk.hasLeft) return false;
  if (kind === 'choice-waiting') return talk.mayChoose === true;
  if (talk.isUnsigned) return false;
  if (kind === 'talk-taken-over') return !talk.startedAt;
  if (kind === 'signature-waiting' || kind === 'signature-due') return !talk.answeredBy.includes(recipientId);
  if (kind === 'answer-waiting') return talk.othersWord;
  if (kind === 'agreement-due') return talk.agreement != null && isNear(talk.agreement, agreementDays, now);
  if (kind === 'check-in-due') return talk.checkIn != null && isNear(talk.checkIn, checkInDays, now);
  if (kind === 'check-in-answered') return talk.answered != null;
  if (kind === 'needs-attention') return talk.asks && !talk.startedAt;
  const ahead = talk.start !== null && !talk.startedAt;
  if (isClockKind(kind)) return ahead && clockStillDue(kind, talk, now);
  const { moved } = talk;
  if (kind === 'talk-booked' || !ahead) return ahead;
  if (kind === 'talk-moved') return moved !== null && moved.by !== recipientId && moved.objection === null;
  if (kind === 'talk-replanned') return moved !== null && moved.why != null && moved.outcome === 'done';
  if (kind === 'time-objected') return moved !== null && moved.objection !== null && moved.objection.by !== recipientId;
  return moved?.by === recipientId && moved.outcome === 'taken';
}

const dayMs = 24 * 3_600_000;
/** Within the days in which one speaks of it, a day more for zones: it may have been put off, or be long past. */
function isNear(day: string, daysBefore: number, now: Date): boolean {
  const ahead = (Date.parse(`${day}T12:00:00Z`) - now.getTime()) / dayMs;
  return ahead > -(lateDays + 1) && ahead < daysBefore + 1;
}

function clockStillDue(kind: Kind, { start, released }: TalkNow, now: Date): boolean {
  const untilStart = (start?.getTime() ?? 0) - now.getTime();
  if (kind === 'talk-tomorrow') return untilStart > 0 && untilStart < tomorrowMs;
  if (kind === 'talk-now') return untilStart > -lateMs && untilStart <= 30 * 60_000;
  return !released.mine && untilStart > 0 && (kind !== 'other-released' || released.theirs);
}
