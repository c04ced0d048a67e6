/** Days on which somebody has no talks by the rules of a cycle: public holidays of their country, and the days of the calendar file. Pure. */
import { DateTime } from 'luxon';
import type { Country, PlanRules } from '../settings/contract.ts';
import { holidaysBetween } from './holidays.ts';

type OffRules = Pick<PlanRules, 'holidays' | 'daysOff'>;

/**
 * Local days between two, both included, in order.
 * @param country null for somebody whose country has no holidays here
 */
export function daysOffBetween({ holidays, daysOff }: OffRules, country: Country | null, from: string, to: string): string[] {
  const own = daysOff.map(({ day }) => day).filter((day) => day >= from && day <= to);
  return [...new Set([...own, ...(country && holidays.includes(country) ? holidaysBetween(country, from, to) : [])])].sort();
}

/** The same as instants of the person's own zone, for calendars in which such a day counts as busy. */
export function spansOff(
  rules: OffRules,
  country: Country | null,
  timeZone: string,
  window: { start: Date; end: Date },
): { start: Date; end: Date }[] {
  const dayOf = (at: Date): string => DateTime.fromJSDate(at, { zone: timeZone }).toFormat('yyyy-MM-dd');
  return daysOffBetween(rules, country, dayOf(window.start), dayOf(window.end)).map((day) => {
    const start = DateTime.fromISO(day, { zone: timeZone }).startOf('day');
    return { start: start.toJSDate(), end: start.plus({ days: 1 }).toJSDate() };
  });
}
