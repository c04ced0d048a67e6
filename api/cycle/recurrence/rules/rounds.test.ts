import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { usualRules } from '../../rules/usual-rules.ts';
import type { Every } from '../contract.ts';
import {
  leastNoticeDays,
  localDay,
  nextName,
  nextRound,
  noticeInstant,
  offIn,
  startAfter,
  startDay,
  startInstant,
  withoutPast,
} from './rounds.ts';

const at = (iso: string): DateTime => DateTime.fromISO(iso, { zone: 'utc' });
const daysBetween = (from: string, to: string): number => at(to).diff(at(from), 'days').days;
const none = (): string[] => [];
const swedish = offIn(usualRules, 'Europe/Stockholm');
const zones = Intl.supportedValuesOf('timeZone');

describe('the next round', () => {
  const cases: [string, Every, string, string, number, { windowFrom: string; windowTo: string; startsOn: string }][] = [
    // Tuesday 12 January 2027; a year later it is a Wednesday.
    ['a year', 'year', '2027-01-12', '2027-02-12', 7, { windowFrom: '2028-01-10', windowTo: '2028-02-10', startsOn: '2027-12-30' }],
    [
      'half a year',
      'half-year',
      '2027-02-01',
      '2027-02-26',
      7,
      { windowFrom: '2027-08-02', windowTo: '2027-08-27', startsOn: '2027-07-23' },
    ],
    ['a quarter', 'quarter', '2027-02-01', '2027-02-26', 5, { windowFrom: '2027-05-03', windowTo: '2027-05-28', startsOn: '2027-04-27' }],
    [
      'from the end of a month',
      'half-year',
      '2027-08-31',
      '2027-09-10',
      0,
      { windowFrom: '2028-02-28', windowTo: '2028-03-09', startsOn: '2028-02-25' },
    ],
    [
      'from 29 February',
      'year',
      '2028-02-29',
      '2028-03-03',
      0,
      { windowFrom: '2029-02-26', windowTo: '2029-03-01', startsOn: '2029-02-23' },
    ],
    [
      'that began on a Saturday',
      'quarter',
      '2027-01-02',
      '2027-01-15',
      0,
      { windowFrom: '2027-04-03', windowTo: '2027-04-16', startsOn: '2027-04-02' },
    ],
    [
      'that would lie within the present one',
      'quarter',
      '2027-01-04',
      '2027-05-28',
      7,
      { windowFrom: '2027-05-31', windowTo: '2027-10-22', startsOn: '2027-05-21' },
    ],
    // 24, 25, 26 and 31 December 2029 are a Monday to a Wednesday and a Monday.
    [
      'in the week of Christmas',
      'year',
      '2028-12-25',
      '2029-01-19',
      0,
      { windowFrom: '2029-12-31', windowTo: '2030-01-25', startsOn: '2029-12-28' },
    ],
  ];
  it.each(cases)('%s', (_what, every, windowFrom, windowTo, prepareDays, expected) => {
    const { steps, ...round } = nextRound({ every, anchor: windowFrom, steps: 0 }, { windowFrom, windowTo, prepareDays }, swedish);
    expect({ ...round, steps }).toEqual({ ...expected, steps: 1 });
  });

  it('is put off by whole weeks, never brought forward, when there is too little time left', () => {
    const last = { windowFrom: '2027-02-01', windowTo: '2027-02-26', prepareDays: 7 };
    const pattern = { every: 'quarter' as const, anchor: last.windowFrom, steps: 0 };
    const usual = nextRound(pattern, last, none);
    expect(nextRound(pattern, last, none, usual.startsOn)).toEqual(usual);
    expect(nextRound(pattern, last, none, '2027-04-24')).toMatchObject({ windowFrom: '2027-05-10', windowTo: '2027-06-04' });
  });

  it('is the first one ahead for a cycle that is made recurring long afterwards', () => {
    const last = { windowFrom: '2026-01-12', windowTo: '2026-02-06', prepareDays: 7 };
    const pattern = withoutPast({ every: 'quarter', anchor: last.windowFrom, steps: 0 }, last, none, '2026-11-25');
    expect(nextRound(pattern, last, none).windowFrom).toBe('2027-01-11');
  });

  const every = fc.constantFrom<Every>('year', 'half-year', 'quarter');
  const first = fc.integer({ min: 0, max: 366 * 12 }).map((days) => at('2024-01-01').plus({ days }).toFormat('yyyy-MM-dd'));

  it('holds its promises for nine rounds in a row, wherever HR is', () => {
    fc.assert(
      fc.property(
        every,
        first,
        fc.integer({ min: 0, max: 180 }),
        fc.integer({ min: 0, max: 60 }),
        fc.constantFrom(...zones),
        (every, from, length, prepareDays, zone) => {
          const off = offIn(usualRules, zone);
          const last = { windowFrom: from, windowTo: at(from).plus({ days: length }).toFormat('yyyy-MM-dd'), prepareDays };
          const isWeekend = at(from).weekday > 5;
          let pattern = { every, anchor: from, steps: 0 };
          for (let round = 1; round <= 9; round += 1) {
            const next = nextRound(pattern, last, off);
            expect(daysBetween(next.windowFrom, next.windowTo)).toBe(length);
            expect(next.windowFrom > last.windowTo).toBe(true);
            expect(at(next.windowFrom).weekday).toBe(isWeekend ? at(from).weekday : 1);
            // The days for preparation are kept, and the start is a working day.
            expect(daysBetween(next.startsOn, next.windowFrom)).toBeGreaterThan(prepareDays);
            expect([at(next.startsOn).weekday <= 5, off(next.startsOn, next.startsOn)]).toEqual([true, []]);
            // No drift: without the window of the round before in the way, within a few days of whole intervals, however many.
            const wanted = at(from).plus({ months: { year: 12, 'half-year': 6, quarter: 3 }[every] * round });
            if (length < 80) expect(Math.abs(at(next.windowFrom).diff(wanted, 'days').days)).toBeLessThanOrEqual(10);
            pattern = { ...pattern, steps: next.steps };
            Object.assign(last, { windowFrom: next.windowFrom, windowTo: next.windowTo });
          }
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('the day of the start', () => {
  it.each([
    ['a day before the days for preparation', '2027-02-10', 7, '2027-02-02'],
    ['a Friday instead of a weekend', '2027-02-01', 7, '2027-01-22'],
    ['not a holiday: Epiphany is a Wednesday', '2027-01-14', 7, '2027-01-05'],
    ['without preparation, the working day before', '2027-02-01', 0, '2027-01-29'],
  ])('%s', (_what, windowFrom, prepareDays, expected) => expect(startDay({ windowFrom, prepareDays }, swedish)).toBe(expected));

  it('is never today when HR brings the days forward, and never on a weekend', () => {
    expect(startAfter('2027-02-01', '2027-02-03', none)).toBe('2027-02-03');
    expect(startAfter('2027-02-01', '2027-02-01', none)).toBe('2027-02-02');
    expect(startAfter('2027-02-05', '2027-01-20', none)).toBe('2027-02-08');
  });

  it('is told two weeks before, both in the morning where HR is, in every zone and every season, leap years included', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 366 * 8 }), (first) => {
        for (const [nth, zone] of zones.entries()) {
          const startsOn = at('2026-01-01')
            .plus({ days: (first + nth * 7) % (366 * 8) })
            .toFormat('yyyy-MM-dd');
          const [start, notice] = [startInstant(startsOn, zone), noticeInstant(startsOn, zone)];
          const said = [start, notice].map((instant) => DateTime.fromJSDate(instant, { zone }).toFormat('yyyy-MM-dd HH:mm'));
          const before = at(startsOn).minus({ days: 14 }).toFormat('yyyy-MM-dd');
          expect([zone, ...said]).toEqual([zone, `${startsOn} 08:00`, `${before} 08:00`]);
          expect(localDay(notice, zone, 14)).toBe(startsOn);
        }
      }),
      { numRuns: 1 },
    );
    expect(leastNoticeDays).toBeLessThan(14);
  });
});

describe('the name of the next round', () => {
  it.each([
    ['Development talks spring 2027', '2027-02-01', '2028-01-31', 'Development talks spring 2028'],
    ['Development talks spring 2027', '2027-02-01', '2027-08-02', 'Development talks autumn 2027'],
    ['Utvecklingssamtal hösten 2027', '2027-09-01', '2028-02-28', 'Utvecklingssamtal våren 2028'],
    ['Våren 2027', '2027-02-01', '2027-08-02', 'Hösten 2027'],
    ['Check-in Q1 2027', '2027-01-11', '2027-04-12', 'Check-in Q2 2027'],
    ['Kvartal 4 2027', '2027-10-11', '2028-01-10', 'Kvartal 1 2028'],
    ['Team talks 2026/2027', '2026-11-02', '2027-11-01', 'Team talks 2027/2028'],
    ['Wellspring talks', '2027-02-01', '2027-08-02', 'Wellspring talks'],
    ['Talks', '2027-02-01', '2028-01-31', 'Talks'],
  ])('%s', (name, last, next, expected) => expect(nextName(name, last, next)).toBe(expected));

  it('stays within what a name may be', () => {
    expect(nextName(`${'våren '.repeat(20)}`.slice(0, 120), '2027-02-01', '2027-08-02').length).toBeLessThanOrEqual(120);
  });
});
