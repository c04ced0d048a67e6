/**
 * When a reminder may reach a person: in the hours and on the weekdays that the person chose, in their own time zone, not on public holidays.
 * Wall clock times that are skipped or come twice when clocks change are met as they are on the wall. Pure.
 */
import { DateTime } from 'luxon';
import { countryOf, holidaysOf } from '#api/cycle/rules/holidays.ts';
import type { Choices } from '../choices/contract.ts';

/** `timeZone`: IANA. */
export type Hours = Pick<Choices, 'from' | 'to' | 'weekdays'> & { timeZone: string };

/** The longest run of days without any hours that is looked through: one weekday a week, and holidays on it. */
const farthestDays = 60;
const minuteOf = (at: DateTime): number => at.hour * 60 + at.minute;

/** The instant at which the wall clock shows this minute of a day, or where it has jumped to when that minute is skipped. */
export function wallClock(day: DateTime, minute: number): DateTime {
  return minute >= 1440
    ? day.plus({ days: 1 }).startOf('day')
    : day.set({ hour: Math.floor(minute / 60), minute: minute % 60, second: 0, millisecond: 0 });
}

/** The local day as a person in this zone has it, some days earlier or later. */
export const dayOf = (at: Date, timeZone: string, days = 0): DateTime =>
  DateTime.fromJSDate(at, { zone: timeZone }).startOf('day').plus({ days }).startOf('day');

/** Whether reminders may come at all on this local day. */
export function isOpenDay(day: DateTime, { weekdays, timeZone }: Pick<Hours, 'weekdays' | 'timeZone'>): boolean {
  if (!weekdays.includes(day.weekday)) return false;
  const country = countryOf(timeZone, null);
  return country === null || !holidaysOf(country, day.year).includes(day.toISODate() ?? '');
}

/** Whether a reminder may reach the person at this instant. */
export function isOpen(at: Date, hours: Hours): boolean {
  const local = DateTime.fromJSDate(at, { zone: hours.timeZone });
  const minute = minuteOf(local);
  return minute >= hours.from && minute < hours.to && isOpenDay(local, hours);
}

/**
 * The first instant at or after `at` that is within the hours.
 * @returns null when there is none within two months: the person has left no hours at all
 */
export function nextOpen(at: Date, hours: Hours): Date | null {
  if (isOpen(at, hours)) return at;
  const first = dayOf(at, hours.timeZone);
  for (let days = 0; days <= farthestDays; days += 1) {
    const day = first.plus({ days }).startOf('day');
    if (!isOpenDay(day, hours)) continue;
    const opens = wallClock(day, hours.from).toJSDate();
    const candidate = opens > at ? opens : at;
    if (isOpen(candidate, hours)) return candidate;
    // The clock has been set back past the beginning: the wall shows it once more.
    const again = new Date(opens.getTime() + 3_600_000);
    if (again > at && isOpen(again, hours) && dayOf(again, hours.timeZone).hasSame(day, 'day')) return again;
  }
  return null;
}
