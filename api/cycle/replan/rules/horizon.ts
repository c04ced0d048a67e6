/** How near is too near: talks within the next working day stay, and new times begin after it. Pure. */
import { DateTime } from 'luxon';

/**
 * The first instant of the day after the next working day, in HR's own zone: whoever gets a new time has at least a whole day to see it. Talks that
 * begin before it are not moved.
 */
export function firstInstant(now: Date, timeZone: string): Date {
  let day = DateTime.fromJSDate(now, { zone: timeZone }).startOf('day').plus({ days: 1 });
  while (day.weekday > 5) day = day.plus({ days: 1 });
  return day.plus({ days: 1 }).toJSDate();
}
