/** Dates as people say them: both languages, time zones, the edges of a day and of summer time. */
import { describe, expect, it } from 'vitest';
import { addDays, dayInstant, daysUntil, localDay, sayDay, sayNear, sayParts, sayShortDay, sayTime } from './dates.ts';

const sv = { language: 'sv', timeZone: 'Europe/Stockholm' } as const;
const en = { language: 'en', timeZone: 'Europe/Stockholm' } as const;
const now = new Date('2026-11-24T15:00:00Z');

describe('a day in words', () => {
  it.each([
    ['2026-12-03T09:00:00Z', 'Thursday 3 December', 'torsdag 3 december'],
    ['2027-01-10T09:00:00Z', 'Sunday 10 January 2027', 'söndag 10 januari 2027'],
  ])('%s', (at, english, swedish) => {
    expect(sayDay(new Date(at), now, en)).toBe(english);
    expect(sayDay(new Date(at), now, sv)).toBe(swedish);
  });

  it('is short in tables, without stops and commas', () => {
    expect(sayShortDay(new Date('2026-12-03T09:00:00Z'), en)).toBe('Thu 3 Dec');
    expect(sayShortDay(new Date('2026-12-03T09:00:00Z'), sv)).toBe('tors 3 dec');
  });

  it('is the person’s own day, not that of UTC', () => {
    const lateInUtc = new Date('2026-12-03T23:30:00Z');
    expect(localDay(lateInUtc, 'Europe/Stockholm')).toBe('2026-12-04');
    expect(localDay(lateInUtc, 'Etc/UTC')).toBe('2026-12-03');
    expect(sayTime(lateInUtc, sv)).toBe('00:30');
  });
});

describe('how near a day is', () => {
  it.each([
    [0, 'today', 'i dag'],
    [1, 'tomorrow', 'i morgon'],
    [-1, 'yesterday', 'i går'],
    [9, 'in nine days', 'om nio dagar'],
    [13, 'in 13 days', 'om 13 dagar'],
    [-3, 'three days ago', 'för tre dagar sedan'],
    [28, 'in four weeks', 'om fyra veckor'],
  ])('%i days', (days, english, swedish) => {
    const at = new Date(now.getTime() + days * 86_400_000);
    expect(sayNear(at, now, en)).toBe(english);
    expect(sayNear(at, now, sv)).toBe(swedish);
  });

  it('counts calendar days, not hours', () => {
    expect(daysUntil(new Date('2026-11-24T22:30:00Z'), new Date('2026-11-24T00:30:00Z'), 'Europe/Stockholm')).toBe(0);
    expect(daysUntil(new Date('2026-11-24T23:30:00Z'), new Date('2026-11-24T22:30:00Z'), 'Europe/Stockholm')).toBe(1);
  });

  it('is not off by one across the change to summer time', () => {
    expect(daysUntil(new Date('2027-03-29T06:00:00Z'), new Date('2027-03-27T07:00:00Z'), 'Europe/Stockholm')).toBe(2);
  });
});

describe('a talk’s time', () => {
  it('has day, clock and nearness', () => {
    const parts = sayParts(new Date('2026-12-03T09:00:00Z'), new Date('2026-12-03T10:00:00Z'), now, en);
    expect(parts).toEqual({ day: 'Thursday 3 December', from: '10:00', to: '11:00', near: 'in nine days' });
  });
});

describe('calendar days', () => {
  it('are counted over months and years', () => {
    expect(addDays('2026-12-30', 3)).toBe('2027-01-02');
    expect(addDays('2027-03-01', -1)).toBe('2027-02-28');
    expect(dayInstant('2026-12-03').toISOString()).toBe('2026-12-03T12:00:00.000Z');
  });
});
