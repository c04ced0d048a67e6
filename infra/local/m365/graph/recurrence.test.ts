import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Recurrence } from '../core/entities.ts';
import { datesOf, firstDateOf, weekdays } from './recurrence.ts';

type Change = { pattern?: Partial<Recurrence['pattern']>; range?: Partial<Recurrence['range']> };
const recurrenceOf = ({ pattern, range }: Change): Recurrence => ({
  pattern: {
    ...{ type: 'daily', interval: 1, month: 0, dayOfMonth: 0, daysOfWeek: [], firstDayOfWeek: 'sunday', index: 'first' },
    ...pattern,
  },
  range: {
    ...{ type: 'noEnd', startDate: '2027-01-04', endDate: '0001-01-01', recurrenceTimeZone: 'UTC', numberOfOccurrences: 0 },
    ...range,
  },
});

describe('the days of a series', () => {
  // 4 January 2027 is a Monday.
  const cases: [string, Change, string[]][] = [
    ['every other day', { pattern: { interval: 2 } }, ['2027-01-04', '2027-01-06', '2027-01-08', '2027-01-10']],
    ['Tuesdays and Thursdays', { pattern: { type: 'weekly', daysOfWeek: ['tuesday', 'thursday'] } }, ['2027-01-05', '2027-01-07']],
    ['the fourth of each month', { pattern: { type: 'absoluteMonthly', dayOfMonth: 4 } }, ['2027-01-04']],
    ['the first Thursday', { pattern: { type: 'relativeMonthly', daysOfWeek: ['thursday'] } }, ['2027-01-07']],
    ['the sixth of January', { pattern: { type: 'absoluteYearly', month: 1, dayOfMonth: 6 } }, ['2027-01-06']],
    ['two days', { range: { type: 'numbered', numberOfOccurrences: 2 } }, ['2027-01-04', '2027-01-05']],
    ['until a day', { range: { type: 'endDate', endDate: '2027-01-05' } }, ['2027-01-04', '2027-01-05']],
  ];
  it.each(cases)('%s', (_name, change, days) => {
    expect(datesOf(recurrenceOf(change), '2027-01-01', '2027-01-11')).toEqual(days);
  });

  it('weeks are counted from the first day of the week', () => {
    const days = (firstDayOfWeek: 'sunday' | 'monday'): string[] =>
      datesOf(
        recurrenceOf({ pattern: { type: 'weekly', interval: 2, daysOfWeek: ['monday', 'sunday'], firstDayOfWeek } }),
        '2027-01-01',
        '2027-01-25',
      );
    expect(days('monday')).toEqual(['2027-01-04', '2027-01-10', '2027-01-18', '2027-01-24']);
    expect(days('sunday')).toEqual(['2027-01-04', '2027-01-17', '2027-01-18']);
  });

  it('the 31st is the last day of shorter months, and the last weekday is the last of either', () => {
    const monthly = { type: 'absoluteMonthly', dayOfMonth: 31 } as const;
    expect(datesOf(recurrenceOf({ pattern: monthly, range: { startDate: '2027-01-31' } }), '2027-01-01', '2027-04-30')).toEqual([
      ...['2027-01-31', '2027-02-28', '2027-03-31', '2027-04-30'],
    ]);
    const last = { type: 'relativeYearly', month: 2, index: 'last', daysOfWeek: ['saturday', 'sunday'] } as const;
    const yearly = recurrenceOf({ pattern: { ...last, daysOfWeek: [...last.daysOfWeek] } });
    expect(datesOf(yearly, '2027-01-01', '2029-12-31')).toEqual(['2027-02-28', '2028-02-27', '2029-02-25']);
  });

  it('the first may be long after the start, and there may be none', () => {
    const leap = { type: 'absoluteYearly', interval: 3, month: 1, dayOfMonth: 3 } as const;
    expect(firstDateOf(recurrenceOf({ pattern: leap }))).toBe('2030-01-03');
    const never = {
      pattern: { type: 'weekly', daysOfWeek: ['sunday' as const] },
      range: { type: 'endDate', endDate: '2027-01-09' },
    } as const;
    expect(firstDateOf(recurrenceOf({ ...never, pattern: { ...never.pattern, daysOfWeek: [...never.pattern.daysOfWeek] } }))).toBeNull();
  });

  it('are the same days whatever part of them is asked for', () => {
    const pattern = fc.record({
      type: fc.constantFrom('daily', 'weekly', 'absoluteMonthly', 'relativeMonthly'),
      interval: fc.integer({ min: 1, max: 5 }),
      dayOfMonth: fc.integer({ min: 1, max: 31 }),
      daysOfWeek: fc.uniqueArray(fc.constantFrom(...weekdays), { minLength: 1 }),
      index: fc.constantFrom('first', 'second', 'third', 'fourth', 'last'),
    });
    const day = fc.integer({ min: 0, max: 500 }).map((days) => new Date(Date.UTC(2027, 0, 1 + days)).toISOString().slice(0, 10));
    const range = fc.record({ type: fc.constantFrom('noEnd', 'numbered'), numberOfOccurrences: fc.integer({ min: 1, max: 30 }) });
    fc.assert(
      fc.property(pattern, range, day, day, (somePattern, someRange, from, to) => {
        const recurrence = recurrenceOf({ pattern: somePattern, range: someRange });
        const all = datesOf(recurrence, '2027-01-01', '2028-12-31');
        expect(datesOf(recurrence, from, to)).toEqual(all.filter((one) => one >= from && one <= to));
        expect(new Set(all).size).toBe(all.length);
        if (someRange.type === 'numbered') expect(all.length).toBeLessThanOrEqual(someRange.numberOfOccurrences);
      }),
      { numRuns: 200 },
    );
  });
});
