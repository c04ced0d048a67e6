/** Whether somebody is away, by the automatic replies of their mailbox, and when to look again whether they are back. Pure. */
import { DateTime } from 'luxon';
import { timeZoneOf } from '#api/people/rules.ts';
import { dayOf } from '../rules/hours.ts';

type OutlookTime = { dateTime: string; timeZone: string };
export type Replies = { status: 'disabled' | 'alwaysEnabled' | 'scheduled'; from: OutlookTime | null; until: OutlookTime | null };
/** `until`: null when nobody has said how long. */
export type Away = { until: Date | null };

/** @returns null for who is here, or is away another time */
export function awayOf({ status, from, until }: Replies, now: Date): Away | null {
  if (status === 'disabled') return null;
  if (status === 'alwaysEnabled') return { until: null };
  const [begins, ends] = [from, until].map((time) => time && instantOf(time));
  if (!begins || !ends || begins > now || ends <= now) return null;
  return { until: ends };
}

/** Null when the time or its zone cannot be read. */
function instantOf({ dateTime, timeZone }: OutlookTime): Date | null {
  // Seven digits of a second are more than a clock here knows.
  const at = DateTime.fromISO(dateTime.slice(0, 19), { zone: timeZoneOf(timeZone, null, 'unknown') });
  return at.isValid ? at.toJSDate() : null;
}

/** When a reminder of somebody who is away is looked at again: at their return, and each day before, since people come back earlier than they said. */
export function lookAgainAt({ until }: Away, now: Date, timeZone: string): Date {
  const tomorrow = dayOf(now, timeZone, 1).toJSDate();
  return until && until < tomorrow ? until : tomorrow;
}

/** What was known longer ago is asked for anew. */
const freshMs = 3 * 3_600_000;

/** Whether what is known of somebody is too old to go by. */
export const isStale = (lookedAt: Date | undefined, now: Date): boolean =>
  lookedAt === undefined || now.getTime() - lookedAt.getTime() > freshMs || lookedAt > now;
