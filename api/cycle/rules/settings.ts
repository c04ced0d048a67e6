/** Whether a cycle's settings make sense on a given day, and the window of instants they mean. */
import { DateTime } from 'luxon';
import { refuse, type Refused } from '#api/platform/refusal/contract.ts';
import type { CycleSettings } from '../contract.ts';
import type { PlanRules } from '../settings/contract.ts';
import { lastDayOf } from './second-days.ts';
import { usualRules, wrongRule } from './usual-rules.ts';

type Window = Pick<CycleSettings, 'windowFrom' | 'windowTo' | 'prepareDays'>;

/**
 * The first and last instant a talk may use, in HR's own zone: from the window's first day, but never before the days for preparation have
 * passed; to the end of its last day.
 */
export function windowOf(settings: Window, timeZone: string, now: Date): { start: Date; end: Date } {
  const first = DateTime.fromISO(settings.windowFrom, { zone: timeZone }).startOf('day');
  const prepared = DateTime.fromJSDate(now, { zone: timeZone }).plus({ days: settings.prepareDays });
  const notBefore = prepared.startOf('day') < prepared ? prepared.startOf('day').plus({ days: 1 }) : prepared;
  const end = DateTime.fromISO(settings.windowTo, { zone: timeZone }).startOf('day').plus({ days: 1 });
  return { start: (first > notBefore ? first : notBefore).toJSDate(), end: end.toJSDate() };
}

/** The rules of a cycle; the usual ones where none were set. */
export const rulesOf = (settings: Pick<CycleSettings, 'rules'>): PlanRules => settings.rules ?? usualRules;

/** Longest window that is planned at once. */
export const longestWindowDays = 180;

/** Refuses a window in the past, backwards, too long, or used up by the days for preparation; and rules that contradict themselves. */
export function checkSettings(settings: Window & Pick<CycleSettings, 'rules'>, timeZone: string, now: Date): Refused | null {
  const { start, end } = windowOf(settings, timeZone, now);
  const first = DateTime.fromISO(settings.windowFrom, { zone: timeZone });
  const last = DateTime.fromISO(settings.windowTo, { zone: timeZone });
  if (last < first) return refuse('wrong-input', { field: 'windowTo', detail: 'The last day lies before the first day.' });
  if (last.diff(first, 'days').days > longestWindowDays)
    return refuse('wrong-input', { field: 'windowTo', detail: `A window has at most ${longestWindowDays} days.` });
  const whole = DateTime.fromISO(lastDayOf(settings), { zone: timeZone });
  if (whole.diff(first, 'days').days > longestWindowDays)
    return refuse('wrong-input', { field: 'rules.secondWindow', detail: `Both windows together have at most ${longestWindowDays} days.` });
  const wrong = wrongRule(rulesOf(settings), settings);
  if (wrong) return refuse('wrong-input', { field: `rules.${wrong.field}`, detail: wrong.detail });
  if (end <= now) return refuse('window-in-past', { field: 'windowTo' });
  if (start >= end) return refuse('window-too-short', { field: 'windowTo' });
  return null;
}
