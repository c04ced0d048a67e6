/**
 * Rules of what is erased by itself, and when: employees' drafts that were never shared, private notes, and what a former manager left behind (security.md,
 * "Retention defaults" and "Hand-over"). Pure. What everything else waits for is in privacy/rules/kept.ts.
 */
import { DateTime } from 'luxon';
import { daysSinceHandOver, formerDays, hasLeft, type HandOver } from '../hand-over/rules.ts';
import { isEarlier, signedAt } from '../standing/rules.ts';
import type { ErasedBecause } from './contract.ts';

/** A draft lives so many days after its talk has begun. */
export const draftDays = 30;
/**
 * Private notes live so many months after their talk has come to its end, or after they were last written in. A talk that never came to one ends with the
 * last that is known to have come of it, most often the time that it was planned for.
 */
export const privateMonths = 12;

export type Limits = {
  /** Talks begun by then have no drafts any more. */ drafts: Date;
  /** Private notes of talks that ended, or came to no end, by then, last written in by then, go. */ privateNotes: Date;
};

export function limitsAt(now: Date): Limits {
  const at = DateTime.fromJSDate(now, { zone: 'utc' });
  return { drafts: at.minus({ days: draftDays }).toJSDate(), privateNotes: at.minus({ months: privateMonths }).toJSDate() };
}

export type Aging = {
  employeeId: string;
  managerId: string;
  createdAt?: Date | null;
  start?: Date | null;
  startedAt: Date | null;
  finishedAt: Date | null;
  /** There will be no talk (replan/). */ withdrawnAt?: Date | null;
  handOvers?: HandOver[];
  /** Since when it is its manager's no more although it has begun; null while it is (standing/find-handed-over.ts, parting/). */
  leftAt?: Date | null;
};

/**
 * `former`: managers whose preparation and private notes go, with their key once the talk can never be theirs again: one that has begun is not handed
 * over. `managersNotes`: of one that has begun the private notes of its manager go, with the key of their own; what its manager prepared has another, and
 * stays, as the employee reads it.
 */
export type Erasing = { drafts: boolean; privateNotes: boolean; former: string[]; keys: boolean; managersNotes: boolean };

/** Whether somebody in the talk is under a legal hold: nothing of it is erased then. */
export function isHeld(
  { employeeId, managerId, handOvers = [] }: Pick<Aging, 'employeeId' | 'managerId' | 'handOvers'>,
  held: ReadonlySet<string>,
) {
  return [employeeId, managerId, ...handOvers.map(({ from }) => from)].some((id) => held.has(id));
}

export function erasingOf(talk: Aging, now: Date): Erasing {
  const limits = limitsAt(now);
  const endedAt = talk.finishedAt ?? talk.leftAt ?? talk.withdrawnAt ?? lastOf({ start: null, ...talk });
  const left = [...new Set((talk.handOvers ?? []).map(({ from }) => from))];
  return {
    drafts: talk.startedAt !== null && talk.startedAt <= limits.drafts,
    // Of a talk of earlier releases without any time the last change alone counts.
    privateNotes: endedAt === null || endedAt <= limits.privateNotes,
    former: left.filter((personId) => hasLeft(talk, personId) && daysSinceHandOver(talk, personId, now) === null),
    keys: talk.startedAt !== null,
    managersNotes: talk.leftAt != null && DateTime.fromJSDate(now).diff(DateTime.fromJSDate(talk.leftAt)).as('days') >= formerDays,
  };
}

/**
 * The last that is known to have come of a talk: that it was set up, its time, that it was begun, finished or taken away. A talk that was never held or never
 * signed has no other end to count from.
 * @returns null of a talk of earlier releases without any of them
 */
export function lastOf(talk: Pick<Aging, 'startedAt' | 'finishedAt' | 'withdrawnAt'> & Pick<OfKind, 'createdAt' | 'start'>): Date | null {
  const { createdAt, start, startedAt, finishedAt, withdrawnAt } = talk;
  const times = [createdAt, start, startedAt, finishedAt, withdrawnAt].flatMap((at) => (at ? [at.getTime()] : []));
  return times.length > 0 ? new Date(Math.max(...times)) : null;
}

/** That a talk's preparations, shared notes and agenda are gone, since when, and what ended them. */
export type NotesErased = { at: Date; why: ErasedBecause };

type OfKind = {
  _id: string;
  employeeId: string;
  templateId: string;
  createdAt?: Date | null;
  startedAt: Date | null;
  start: Date | null;
  cycleId: string;
  signatures: readonly { at: Date }[];
};

/**
 * Whether a talk of the same kind and employee was held after this one, whoever managed them. The kind of a talk is its template: a talk that two people just
 * start has one of its own, and so does not end the notes of the yearly one.
 */
export function isNextOf(talk: OfKind, later: OfKind): boolean {
  return later.employeeId === talk.employeeId && later.templateId === talk.templateId && isEarlier(talk, later);
}

/** Whether preparations and shared notes of a talk have been kept for long enough because both have signed a later one of its kind. @param ofEmployee all talks of its employee */
export function isNextSigned(talk: OfKind, ofEmployee: readonly OfKind[]): boolean {
  return ofEmployee.some((later) => isNextOf(talk, later) && signedAt(later) !== null);
}
