/** What the manager's overview shows of its rows: filters, the name looked for, and whom several things can be done for at once. Pure. */
import type { TeamRow } from '#api/talk/team/contract.ts';
import type { Talk } from '#api/talk/contract.ts';
import { canMove } from '#api/talk/moving/rules.ts';
import { needsMe, needsMeThisWeek, needsMeToday } from './use-needs.ts';

export const filters = ['all', 'need-me', 'unprepared', 'no-time', 'signing'] as const;
export type Filter = (typeof filters)[number];

const isAhead = ({ startedAt }: Talk): boolean => startedAt === null;

const matches: Record<Filter, (row: TeamRow) => boolean> = {
  all: () => true,
  'need-me': ({ talk }) => talk !== null && needsMe(talk),
  unprepared: ({ talk }) => talk !== null && isAhead(talk) && talk.employeeReleasedAt === null,
  'no-time': ({ talk }) => talk !== null && isAhead(talk) && talk.start === null,
  signing: ({ talk }) => talk?.status === 'held',
};

export const isIn = (filter: Filter, row: TeamRow): boolean => matches[filter](row);

/** Rows under a filter whose person's name holds what is looked for. */
export function shownRows(rows: readonly TeamRow[], filter: Filter, name: string): TeamRow[] {
  const wanted = name.trim().toLocaleLowerCase();
  return rows.filter((row) => isIn(filter, row) && row.person.name.toLocaleLowerCase().includes(wanted));
}

/** What the heading says: how many need their manager today, else in the coming week; of what is due later only that there is nothing yet. */
export function saidOf(
  rows: readonly TeamRow[],
  daysUntil: (at: string) => number,
): { says: 'needToday' | 'later' | 'notYet' | 'calm'; count: number } {
  const count = (asks: (talk: Talk) => boolean): number => talksOf(rows).filter(asks).length;
  const today = count((talk) => needsMeToday(talk, daysUntil));
  if (today > 0) return { says: 'needToday', count: today };
  const week = count((talk) => needsMeThisWeek(talk, daysUntil));
  if (week > 0) return { says: 'later', count: week };
  return { says: count(needsMe) > 0 ? 'notYet' : 'calm', count: 0 };
}

const talksOf = (rows: readonly TeamRow[]): Talk[] => rows.flatMap(({ talk }) => talk ?? []);

/** Talks whose employee can be reminded to prepare: ahead, with a time, not shared. The server decides again. */
export function toRemind(rows: readonly TeamRow[], now: Date): Talk[] {
  return talksOf(rows.filter((row) => isIn('unprepared', row))).filter(({ start }) => start !== null && new Date(start) > now);
}

/** Whose talk needs a time first: it has none, the one it had has gone by, or its new one does not suit the other. */
export const needsTime = ({ next }: Pick<Talk, 'next'>): boolean => next === 'find-time' || next === 'passed' || next === 'move';

/** Talks for which a time can be proposed: without one, or with one that can be moved. What the calendar asks a decision for is decided first. */
export function toPropose(rows: readonly TeamRow[]): Talk[] {
  return talksOf(rows).filter((talk) => talk.next === 'find-time' || (canMove(talk) && talk.attention === null));
}
