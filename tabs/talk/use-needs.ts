/** What a talk asks of its reader, and when. Pure. */
import type { Talk } from '#api/talk/contract.ts';

/** Whether the reader has something to do in this talk, now or later. */
export const needsMe = ({ next }: Pick<Talk, 'next'>): boolean => next !== 'wait' && next !== 'follow-up';

/**
 * Whether it should be done today: what is going on, what waits for a signature, and preparation that is due today or late.
 * @param daysUntil calendar days from now to an instant, in the reader's time zone
 */
export function needsMeToday(talk: Asking, daysUntil: (at: string) => number): boolean {
  return needsMeWithin(0, talk, daysUntil) && talk.next !== 'find-time';
}

/** The same for the coming week: all but preparation that is due later. */
export const needsMeThisWeek = (talk: Asking, daysUntil: (at: string) => number): boolean => needsMeWithin(7, talk, daysUntil);

type Asking = Pick<Talk, 'next' | 'prepareBy'>;

function needsMeWithin(days: number, talk: Asking, daysUntil: (at: string) => number): boolean {
  if (!needsMe(talk)) return false;
  if (talk.next !== 'prepare' && talk.next !== 'release') return true;
  return talk.prepareBy !== null && daysUntil(talk.prepareBy) <= days;
}

/** What My team says of where a talk stands: what its calendar asks, that its time has gone by, whose signature it waits for, else its status. */
export function standingOf({
  attention,
  next,
  status,
  signatures,
  me,
}: StandingFacts): 'attention' | 'passed' | 'yours' | 'theirs' | 'status' {
  if (attention) return 'attention';
  if (next === 'passed') return 'passed';
  if (status !== 'held') return 'status';
  return signatures.some(({ side }) => side === me) ? 'theirs' : 'yours';
}

type StandingFacts = Pick<Talk, 'attention' | 'next' | 'status' | 'signatures' | 'me'>;
