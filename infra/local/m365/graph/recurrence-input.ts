/** Reads a recurrence from a request, and refuses what Outlook cannot keep. On which days it falls is worked out in recurrence.ts. */
import { DateTime } from 'luxon';
import type { Weekday } from '../core/company-type.ts';
import type { Recurrence } from '../core/entities.ts';
import { firstDateOf, indexes, weekdays } from './recurrence.ts';
import { badRequest, type GraphRefusal } from './refusal.ts';
import { isObject, type Fields, type Shape } from './shape.ts';
import { zoneOf } from './zones.ts';

const day: Shape = { oneOf: weekdays };
const types = ['daily', 'weekly', 'absoluteMonthly', 'relativeMonthly', 'absoluteYearly', 'relativeYearly'] as const;
const ranges = ['endDate', 'noEnd', 'numbered'] as const;

export const recurrenceShape: Shape = {
  type: 'patternedRecurrence',
  has: {
    pattern: {
      type: 'recurrencePattern',
      has: {
        type: { oneOf: types },
        interval: 'integer',
        month: 'integer',
        dayOfMonth: 'integer',
        daysOfWeek: { listOf: day },
        firstDayOfWeek: day,
        index: { oneOf: indexes },
      },
    },
    range: {
      type: 'recurrenceRange',
      has: {
        type: { oneOf: ranges },
        startDate: 'string',
        endDate: 'string',
        recurrenceTimeZone: 'string',
        numberOfOccurrences: 'integer',
      },
    },
  },
};

const wrong = (what: string): GraphRefusal =>
  badRequest(`The recurrence of the event is invalid: ${what}.`, 'ErrorPropertyValidationFailure');
const isDate = (value: unknown): value is string =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) && DateTime.fromISO(value).isValid;

/** @param fields checked against the shape already */
export function readRecurrence(fields: unknown): Recurrence {
  const { pattern, range } = isObject(fields) ? fields : {};
  if (!isObject(pattern) || !isObject(range)) throw wrong('it needs a pattern and a range');
  return { pattern: readPattern(pattern), range: readRange(range) };
}

function readPattern(fields: Fields): Recurrence['pattern'] {
  const type = types.find((one) => one === fields.type);
  const interval = Number(fields.interval ?? 0);
  if (!type || interval < 1 || interval > 999) throw wrong('it needs a type and an interval from 1 to 999');
  const daysOfWeek = Array.isArray(fields.daysOfWeek) ? (fields.daysOfWeek as Weekday[]) : [];
  const needsDays = type === 'weekly' || type.startsWith('relative');
  if (needsDays && daysOfWeek.length === 0) throw wrong(`daysOfWeek is required for ${type}`);
  const dayOfMonth = Number(fields.dayOfMonth ?? 0);
  if (type.startsWith('absolute') && (dayOfMonth < 1 || dayOfMonth > 31)) throw wrong(`dayOfMonth is required for ${type}`);
  const month = Number(fields.month ?? 0);
  if (type.endsWith('Yearly') && (month < 1 || month > 12)) throw wrong(`month is required for ${type}`);
  return {
    ...{ type, interval, month, dayOfMonth, daysOfWeek },
    firstDayOfWeek: (fields.firstDayOfWeek as Weekday | undefined) ?? 'sunday',
    index: indexes.find((one) => one === fields.index) ?? 'first',
  };
}

/** What a range does not need is kept as Outlook answers it: no end is the year 1, no number is 0. */
function readRange(fields: Fields): Recurrence['range'] {
  const type = ranges.find((one) => one === fields.type);
  if (!type || !isDate(fields.startDate)) throw wrong('its range needs a type and a startDate');
  const endDate = isDate(fields.endDate) ? fields.endDate : '0001-01-01';
  if (type === 'endDate' && endDate < fields.startDate) throw wrong('endDate is missing or before startDate');
  const numberOfOccurrences = Number(fields.numberOfOccurrences ?? 0);
  if (type === 'numbered' && (numberOfOccurrences < 1 || numberOfOccurrences > 999)) throw wrong('numberOfOccurrences must be 1 to 999');
  const recurrenceTimeZone = typeof fields.recurrenceTimeZone === 'string' ? fields.recurrenceTimeZone : '';
  if (recurrenceTimeZone !== '') zoneOf(recurrenceTimeZone);
  return {
    ...{ type, startDate: fields.startDate, recurrenceTimeZone },
    endDate: type === 'endDate' ? endDate : '0001-01-01',
    numberOfOccurrences: type === 'numbered' ? numberOfOccurrences : 0,
  };
}

type Times = { start: string; end: string; originalTimeZone: string };

/** The recurrence with its zone, and the event's times at its first date: a series begins with its first occurrence. */
export function fitSeries(
  given: Recurrence,
  { start, end, originalTimeZone }: Times,
): { recurrence: Recurrence; start: string; end: string } {
  const recurrenceTimeZone = given.range.recurrenceTimeZone || originalTimeZone;
  const recurrence = { ...given, range: { ...given.range, recurrenceTimeZone } };
  const zone = zoneOf(recurrenceTimeZone);
  const begins = DateTime.fromISO(start, { zone });
  if (begins.toISODate() !== given.range.startDate) throw wrong('the startDate of its range is not the day the event starts');
  const first = firstDateOf(recurrence);
  if (first === null) throw badRequest('The recurrence has no occurrence.', 'ErrorRecurrenceHasNoOccurrence');
  const days = Math.round(
    DateTime.fromISO(first, { zone: 'utc' }).diff(DateTime.fromISO(given.range.startDate, { zone: 'utc' }), 'days').days,
  );
  const shifted = (at: string): string => DateTime.fromISO(at, { zone }).plus({ days }).toJSDate().toISOString();
  return { recurrence, start: shifted(start), end: shifted(end) };
}
