/** Rules of a manager's overview: which talk of a person matters now, in which order people come, and who can be shown with whom. */
import type { PersonRef } from '#api/people/contract.ts';
import type { NextStep, Talk } from '../contract.ts';
import type { TeamRow } from './contract.ts';

/** What needs the manager comes first; the order of the words is the order on the screen. */
export const urgency: readonly NextStep[] = [
  ...(['hold', 'join', 'sign', 'passed', 'decide', 'move', 'find-time', 'release', 'prepare', 'wait', 'follow-up'] as const),
];
/** A person without a talk comes after those whose turn it is, and before those who are done. */
const withoutTalk = urgency.indexOf('follow-up') - 0.5;

const rankOf = (talk: Pick<Talk, 'next'> | null): number => (talk ? urgency.indexOf(talk.next) : withoutTalk);
const timeOf = (talk: Pick<Talk, 'start'> | null): string => talk?.start ?? '9';

/** The talk that asks most; of equals the one that comes first in the list. @returns null of none */
export function mostUrgent<T extends Pick<Talk, 'next'>>(talks: readonly T[]): T | null {
  return talks.reduce<T | null>((found, talk) => (found === null || rankOf(talk) < rankOf(found) ? talk : found), null);
}

/** Who needs the manager first, then by time, then by name. */
export function inOrder(rows: readonly TeamRow[]): TeamRow[] {
  return [...rows].sort(
    (a, b) =>
      rankOf(a.talk) - rankOf(b.talk) ||
      timeOf(a.talk).localeCompare(timeOf(b.talk)) ||
      a.person.name.localeCompare(b.person.name, 'sv') ||
      a.person.id.localeCompare(b.person.id),
  );
}

type Held = { employeeId: string; signedByBoth: boolean };

/** Whom the overview shows: those who report to the manager now, and those with whom a talk is under way. Each once. */
export function teamOf(reports: readonly PersonRef[], held: readonly Held[]): string[] {
  const underWay = held.filter(({ signedByBoth }) => !signedByBoth).map(({ employeeId }) => employeeId);
  return [...new Set([...reports.map(({ id }) => id), ...underWay])];
}
