/** Rules of one talk: its status from its facts, what each side should do next, and what may be started, finished and signed. */
import { refuse, type Refused } from '#api/platform/refusal/contract.ts';
import type { Relation, TalkState } from '#api/privacy/contract.ts';
import type { NextStep, Side, TalkStatus } from './contract.ts';

export type TalkFacts = {
  start: Date | null;
  end: Date | null;
  booked: boolean;
  startedAt: Date | null;
  finishedAt: Date | null;
  signed: Side[];
  released: Side[];
  /** Whose new time the other has objected to: it is for them to find another. */
  objectedTo?: Side | null;
  /** The calendar says something that the manager must decide. */
  attention?: boolean;
  /** It ended without both signatures, since its employee has another manager (parting/). */
  leftUnsigned?: boolean;
  /** It takes the place of one that its employee had begun with another manager. */
  startsOver?: boolean;
};

/**
 * How somebody stands to a talk; null for whoever it is nobody's business of. Nobody holds HR rights over their own talk or over that of their own
 * manager (security.md section 2, extra rules); neither does who has just handed it over.
 */
export function relationOf(
  talk: { employeeId: string; managerId: string },
  person: {
    personId: string;
    isHr: boolean;
    /** As the directory says now. */ managerId: string | null;
    /** Has handed it over lately. */ isFormer?: boolean;
  },
): Relation | null {
  if (talk.employeeId === person.personId) return 'employee';
  if (talk.managerId === person.personId) return 'manager';
  if (person.isFormer) return 'former-manager';
  return person.isHr && person.managerId !== talk.employeeId ? 'hr' : null;
}

/** Position in the life of a talk as security.md numbers it (5, archived, comes with hand-over: at once for what was left unsigned). */
export function stateOf(facts: TalkFacts): TalkState {
  if (facts.signed.includes('employee') && facts.signed.includes('manager')) return 4;
  if (facts.leftUnsigned) return 5;
  if (facts.finishedAt) return 3;
  if (facts.startedAt) return 2;
  return facts.released.length > 0 ? 1 : 0;
}

const words: Record<TalkState, TalkStatus> = { 0: 'planned', 1: 'released', 2: 'live', 3: 'held', 4: 'signed', 5: 'closed' };

/** The state in words for screens. */
export function statusOf(facts: TalkFacts): TalkStatus {
  return words[stateOf(facts)];
}

/** Side panel and talk page open this long before the booked start. */
export const joinMinutes = 15;

/** The preparation should be released a day before the talk, so that the other has time to read it. */
export const timeToPrepareMs = 24 * 60 * 60_000;
export function prepareByFor(start: Date): Date {
  return new Date(start.getTime() - timeToPrepareMs);
}

/**
 * Whether the time of a talk has gone by without it having been begun: joining its meeting helps nobody then. From the booked end on; what has been
 * begun is not over by the clock. The tab asks it between two readings of the talk.
 */
export function hasPassed({ end, startedAt }: { end: Date | string | null; startedAt: Date | string | null }, now: Date): boolean {
  return startedAt === null && end !== null && new Date(end) <= now;
}

/** What one side should do now. `answered`: whether their preparation has any answer. */
export function nextStep(facts: TalkFacts, side: Side, answered: boolean, now: Date): NextStep {
  const state = stateOf(facts);
  if (state === 4) return 'follow-up';
  if (state === 5) return 'wait';
  if (state === 3) return facts.signed.includes(side) ? 'wait' : 'sign';
  if (state === 2) return 'hold';
  if (!facts.start || !facts.end) return side === 'manager' || facts.startsOver ? 'find-time' : 'wait';
  if (facts.attention && side === 'manager') return 'decide';
  const soon = now.getTime() >= facts.start.getTime() - joinMinutes * 60_000;
  if (soon) return hasPassed(facts, now) ? 'passed' : 'join';
  if (facts.objectedTo === side) return 'move';
  if (facts.released.includes(side)) return 'wait';
  return answered ? 'release' : 'prepare';
}

/**
 * The talk that "my talk" is about, in the tab and in the chat: the newest that is not signed by both, so that one that was never held does not stand
 * before it for ever; and the others. One that was closed unsigned comes only if there is no other and nothing has taken its place yet. All in the
 * order they came, newest first.
 */
export function currentOf<T extends { status: TalkStatus; parting?: { anewId: string | null } | undefined }>(
  talks: readonly T[],
): { current: T | null; earlier: T[] } {
  const open = talks.find(({ status }) => status !== 'signed' && status !== 'closed');
  const current = open ?? talks.find(({ status, parting }) => status === 'closed' && parting?.anewId === null) ?? null;
  return { current, earlier: talks.filter((talk) => talk !== current) };
}

/**
 * Only the manager gives a talk a time, and only one that has none and has not been started without. The employee does so too in a talk that they
 * have started over: its manager did not ask for it.
 */
export function mayBook(facts: TalkFacts, side: Side): Refused | null {
  if (side !== 'manager' && !facts.startsOver) return refuse('not-found');
  if (facts.startedAt) return refuse('talk-already-started');
  return facts.start ? refuse('talk-has-a-time') : null;
}

/** A talk can be started once; also without a booked time, since two people may just meet. */
export function mayStart(facts: TalkFacts): Refused | null {
  return facts.startedAt ? refuse('talk-already-started') : null;
}

/** Only the manager finishes, and only what has been started. */
export function mayFinish(facts: TalkFacts, side: Side): Refused | null {
  if (side !== 'manager') return refuse('not-found');
  if (!facts.startedAt) return refuse('talk-not-started');
  return facts.finishedAt ? refuse('talk-already-held') : null;
}

/** How long a first signature may take; after it, whoever wants to write takes it back. */
export const signingSeconds = 60;

/** Whether a first signature that began then may still come to its end. */
export function isAlive(signing: { at: Date }, now: Date): boolean {
  return now.getTime() - signing.at.getTime() < signingSeconds * 1000;
}

/** Each side signs once, and only a talk that was held. */
export function maySign(facts: TalkFacts, side: Side): Refused | null {
  if (!facts.finishedAt) return refuse('talk-not-held');
  return facts.signed.includes(side) ? refuse('already-signed') : null;
}
