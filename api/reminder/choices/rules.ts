/** What holds for somebody who has said nothing, what may be said, and what somebody has turned off. Pure. */
import type { ClockKind } from '../contract.ts';
import { shortestHours, type Choices, type Subject } from './contract.ts';

/** Working days, half past seven to half past five, on the ways that Samtal finds best. */
export const usualChoices: Choices = {
  first: 'usual',
  off: [],
  from: 7 * 60 + 30,
  to: 17 * 60 + 30,
  weekdays: [1, 2, 3, 4, 5],
  newsWaits: false,
};

/** `hours-order` stands for less than an hour as well. */
export type WrongChoice = { field: 'from' | 'weekdays'; reason: 'hours-order' | 'wrong-input' };

/** Why choices cannot be kept: no day at all, or less than an hour a day. @returns null when they can */
export function wrongChoice({ from, to, weekdays }: Choices): WrongChoice | null {
  if (to - from < shortestHours) return { field: 'from', reason: 'hours-order' };
  return weekdays.length === 0 ? { field: 'weekdays', reason: 'wrong-input' } : null;
}

const subjectOf: Record<ClockKind, Subject | null> = {
  'preparation-soon': 'preparing',
  'preparation-due': 'preparing',
  'other-released': 'released',
  'talk-tomorrow': 'talk',
  'talk-now': 'talk',
  'signature-due': null,
  'agreement-due': 'agreements',
  'check-in-due': 'agreements',
  // A talk whose time is gone from the calendar is in nobody's interest.
  'needs-attention': null,
};

/** Whether the person has turned this kind off. Signatures are a question of their own: see `signing` in contract.ts. */
export function isOff(kind: ClockKind, { off }: Pick<Choices, 'off'>): boolean {
  const subject = subjectOf[kind];
  return subject !== null && off.includes(subject);
}
