import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { kindsOfZones, yearsFrom as from, zones } from '#test/given/zones.ts';
import { usualChoices } from '../choices/rules.ts';
import { isOpen, nextOpen, type Hours } from './hours.ts';

const usual = (timeZone: string, over: Partial<Hours> = {}): Hours => ({ ...usualChoices, timeZone, ...over });
const next = (iso: string, hours: Hours): string | null => {
  const at = nextOpen(new Date(iso), hours);
  return at && DateTime.fromJSDate(at, { zone: hours.timeZone }).toFormat('ccc yyyy-MM-dd HH:mm');
};
const stockholm = usual('Europe/Stockholm');

describe('when a reminder may come', () => {
  it.each([
    ['in the hours', '2026-11-25T10:00:00Z', stockholm, 'Wed 2026-11-25 11:00'],
    ['before them', '2026-11-25T04:00:00Z', stockholm, 'Wed 2026-11-25 07:30'],
    ['at their first minute', '2026-11-25T06:30:00Z', stockholm, 'Wed 2026-11-25 07:30'],
    ['at their end', '2026-11-25T16:30:00Z', stockholm, 'Thu 2026-11-26 07:30'],
    ['on a Friday evening', '2026-11-27T20:00:00Z', stockholm, 'Mon 2026-11-30 07:30'],
    ['on Christmas Eve, before three days off and a weekend', '2026-12-24T09:00:00Z', stockholm, 'Mon 2026-12-28 07:30'],
    ['on the same day where it is none of ours', '2026-12-24T01:00:00Z', usual('Asia/Tokyo'), 'Thu 2026-12-24 10:00'],
    ['for somebody who wants Sundays only', '2026-11-25T10:00:00Z', usual('Europe/Oslo', { weekdays: [7] }), 'Sun 2026-11-29 07:30'],
    ['until midnight', '2026-11-25T22:30:00Z', usual('Europe/Stockholm', { from: 1320, to: 1440 }), 'Wed 2026-11-25 23:30'],
    [
      'in an hour that is skipped',
      '2028-03-26T00:00:00Z',
      usual('Europe/Stockholm', { from: 120, to: 240, weekdays: [7] }),
      'Sun 2028-03-26 03:00',
    ],
  ])('%s', (_what, iso, hours, expected) => expect(next(iso, hours)).toBe(expected));

  it('is never when no hours are left', () => {
    expect(nextOpen(new Date('2026-11-25T10:00:00Z'), { ...stockholm, weekdays: [] })).toBeNull();
  });
});

describe('in every time zone, at every change of the clocks from 2026 to 2036', () => {
  const all = kindsOfZones();
  const hoursOf = fc
    .record({
      from: fc.integer({ min: 0, max: 88 }),
      length: fc.integer({ min: 4, max: 40 }),
      weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
      // Within two days before or after the change, and more often close to it.
      aside: fc.oneof(fc.integer({ min: -2880, max: 2880 }), fc.integer({ min: -200, max: 200 })),
    })
    .map(({ from: quarter, length, weekdays, aside }) => ({
      aside,
      hours: { from: quarter * 15, to: Math.min(1440, (quarter + length) * 15), weekdays },
    }));

  it('knows many zones and changes', () => {
    expect(zones.length).toBeGreaterThan(400);
    expect(all.length).toBeGreaterThan(40);
    expect(all.flatMap(({ changes }) => changes).length).toBeGreaterThan(400);
  });

  it('never in quiet hours, never earlier than wanted, and always some time', () => {
    const instants = all.flatMap(({ timeZone, changes }) => [...changes, from].map((at) => ({ timeZone, at })));
    const samples = fc.sample(hoursOf, { numRuns: instants.length, seed: Number(process.env.SAMTAL_SEED ?? 20261125) });
    instants.forEach(({ timeZone, at }, index) => {
      const { aside, hours } = samples[index] ?? { aside: 0, hours: usualChoices };
      const given = { ...hours, timeZone };
      const wanted = new Date(at + aside * 60_000);
      const open = nextOpen(wanted, given);
      const told = { timeZone, hours, wanted: wanted.toISOString(), open: open?.toISOString() };
      expect({ ...told, isOpen: open !== null && isOpen(open, given) && open >= wanted }).toEqual({ ...told, isOpen: true });
      // What is written down as due then stays where it is.
      expect(nextOpen(open ?? wanted, given)).toEqual(open);
    });
  });

  it('one morning a day, none skipped and none doubled, however the clocks change', () => {
    for (const { timeZone, changes } of all) {
      const given = usual(timeZone, { from: 150, to: 1380, weekdays: [1, 2, 3, 4, 5, 6, 7] });
      for (const change of changes.slice(0, 4)) {
        const first = DateTime.fromMillis(change, { zone: timeZone }).startOf('day').minus({ days: 2 });
        const days = [0, 1, 2, 3, 4].map((count) => first.plus({ days: count }).startOf('day'));
        const opens = days.map((day) => nextOpen(day.toJSDate(), given));
        const told = opens.map((open) => open && DateTime.fromJSDate(open, { zone: timeZone }).toISODate());
        // A public holiday, and a day that a zone left out as a whole, are told on the next one.
        expect(new Set(told).size, `${timeZone} ${first.toISODate()} ${told.join()}`).toBeGreaterThanOrEqual(4);
        expect([...opens].sort((a, b) => (a?.getTime() ?? 0) - (b?.getTime() ?? 0))).toEqual(opens);
      }
    }
  });
});
