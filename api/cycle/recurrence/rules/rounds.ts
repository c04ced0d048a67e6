/**
 * When the rounds of a recurring cycle are: the next window, the day it starts by itself, the day HR is told. Days are local calendar days
 * (`2027-01-12`); only instants need a time zone. Pure; whether a round may start is in rules/starting.ts.
 */
import { DateTime } from 'luxon';
import { daysOffBetween } from '../../rules/days-off.ts';
import { countryOf } from '../../rules/holidays.ts';
import type { PlanRules } from '../../settings/contract.ts';
import type { Every } from '../contract.ts';

/** `steps` intervals after `anchor` lies the present round: counted from one day, so that ends of months and moved Mondays never add up. */
export type Pattern = { every: Every; anchor: string; steps: number };
/** `lastDay`: of the second window, where there is one. */
export type Days = { windowFrom: string; windowTo: string; prepareDays: number; lastDay?: string };
export type NextRound = { windowFrom: string; windowTo: string; startsOn: string; steps: number };
/** Local days without talks between two days, both included. */
export type Off = (from: string, to: string) => string[];

const monthsOf: Record<Every, number> = { year: 12, 'half-year': 6, quarter: 3 };
/** HR is told so many days before the start, and when Samtal was not running then, at least this many. */
export const noticeDays = 14;
export const leastNoticeDays = 7;
/** Local hour of the start and of the notice: nobody is invited at night. */
const startHour = 8;
/** So many of a week's five weekdays off, and the week is no week to begin in. */
const weekIsOff = 3;
const [monday, friday] = [1, 5];

const dayAt = (iso: string): DateTime => DateTime.fromISO(iso, { zone: 'utc' });
const isoOf = (day: DateTime): string => day.toFormat('yyyy-MM-dd');
const isWeekday = (day: DateTime): boolean => day.weekday <= friday;
const onOrAfter = (day: DateTime, weekday: number): DateTime => day.plus({ days: (weekday - day.weekday + 7) % 7 });

/** Days off for HR's own country by a cycle's rules; HR's zone says which country that is. */
export const offIn =
  (rules: Pick<PlanRules, 'holidays' | 'daysOff'>, timeZone: string): Off =>
  (from, to) =>
    daysOffBetween(rules, countryOf(timeZone, null), from, to);

/**
 * The round after `last`: its window is as long, and begins an interval later on the nearest Monday (on the same day of the week where the first one
 * began on a weekend), never within the windows of `last`, and not in a week that is mostly holidays.
 * @param earliestStart a round that would start before this day is put off by whole weeks
 */
export function nextRound(pattern: Pattern, last: Days, off: Off, earliestStart = ''): NextRound {
  const anchor = dayAt(pattern.anchor);
  const steps = pattern.steps + 1;
  const weekday = isWeekday(anchor) ? monday : anchor.weekday;
  const length = dayAt(last.windowTo).diff(dayAt(last.windowFrom), 'days').days;
  const wanted = anchor.plus({ months: monthsOf[pattern.every] * steps });
  const after = dayAt(last.lastDay ?? last.windowTo).plus({ days: 1 });
  const near = onOrAfter(wanted.minus({ days: 3 }), weekday);
  let from = near < after ? onOrAfter(after, weekday) : near;
  const startOf = (day: DateTime): string => startDay({ windowFrom: isoOf(day), prepareDays: last.prepareDays }, off);
  while (isMostlyOff(from, off) || startOf(from) < earliestStart) from = from.plus({ weeks: 1 });
  return { windowFrom: isoOf(from), windowTo: isoOf(from.plus({ days: length })), startsOn: startOf(from), steps };
}

/** Of the first five weekdays, most are off. */
function isMostlyOff(from: DateTime, off: Off): boolean {
  const week = Array.from({ length: 7 }, (_, at) => from.plus({ days: at })).filter(isWeekday);
  const days = new Set(off(isoOf(from), isoOf(from.plus({ days: 6 }))));
  return week.filter((day) => days.has(isoOf(day))).length >= weekIsOff;
}

/** The working day on which a round must start, so that the days for preparation have passed when its window begins. */
export function startDay({ windowFrom, prepareDays }: Pick<Days, 'windowFrom' | 'prepareDays'>, off: Off): string {
  // Whole days count from the morning after the start.
  let day = dayAt(windowFrom).minus({ days: prepareDays + 1 });
  while (!isWeekday(day) || off(isoOf(day), isoOf(day)).length > 0) day = day.minus({ days: 1 });
  return isoOf(day);
}

/** The first of the pattern's rounds that starts after `today`: for a cycle that is made recurring long after its window. */
export function withoutPast(pattern: Pattern, last: Days, off: Off, today: string): Pattern {
  let present = pattern;
  while (nextRound(present, last, off).startsOn <= today) present = { ...present, steps: present.steps + 1 };
  return present;
}

/** A later start for a draft whose days HR has changed: never today, never on a day off, so that nobody is invited by surprise. */
export function startAfter(today: string, wanted: string, off: Off): string {
  if (wanted > today) return wanted;
  let day = dayAt(today).plus({ days: 1 });
  while (!isWeekday(day) || off(isoOf(day), isoOf(day)).length > 0) day = day.plus({ days: 1 });
  return isoOf(day);
}

/** The instant at which a round starts by itself: the morning of its day where HR is. */
export const startInstant = (startsOn: string, timeZone: string): Date =>
  DateTime.fromISO(startsOn, { zone: timeZone }).set({ hour: startHour }).toJSDate();

/** The instant at which HR is told of it, on the same hour. */
export const noticeInstant = (startsOn: string, timeZone: string): Date =>
  startInstant(isoOf(dayAt(startsOn).minus({ days: noticeDays })), timeZone);

/** The local day of an instant, some days later. */
export const localDay = (at: Date, timeZone: string, daysLater = 0): string =>
  DateTime.fromJSDate(at, { zone: timeZone }).plus({ days: daysLater }).toFormat('yyyy-MM-dd');

const seasons = [
  ['spring', 'autumn'],
  ['våren', 'hösten'],
] as const;
const longestName = 120;

/**
 * The name of the next round: years, half-years by their season and quarters (Q1, kvartal 1) in it follow its window. A name without them stays as it is:
 * the days tell the rounds apart.
 */
export function nextName(name: string, last: string, next: string): string {
  const [lastDay, nextDay] = [dayAt(last), dayAt(next)];
  const years = nextDay.year - lastDay.year;
  const half = (day: DateTime): 0 | 1 => (day.month <= 6 ? 0 : 1);
  let renamed = name.replace(/\b20\d\d\b/g, (year) => String(Number(year) + years));
  for (const pair of seasons) {
    const [was, is] = [pair[half(lastDay)], pair[half(nextDay)]];
    renamed = renamed.replace(new RegExp(`(?<!\\p{L})${was}(?!\\p{L})`, 'giu'), (found) => (isCapital(found) ? capital(is) : is));
  }
  renamed = renamed.replace(/\b(Q|kvartal |quarter )[1-4]\b/gi, (_all, word: string) => `${word}${nextDay.quarter}`);
  return renamed.slice(0, longestName);
}

const isCapital = (word: string): boolean => word.charAt(0) !== word.charAt(0).toLowerCase();
const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
