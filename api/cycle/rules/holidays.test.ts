/** Public holidays as the countries' own calendars print them for 2026 to 2028. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countries, type Country } from '../settings/contract.ts';
import { countryOf, holidaysBetween, holidaysOf } from './holidays.ts';

const printed: [Country, number, string][] = [
  ['se', 2026, '01-01 01-06 04-03 04-05 04-06 05-01 05-14 05-24 06-06 06-19 06-20 10-31 12-24 12-25 12-26 12-31'],
  ['se', 2027, '01-01 01-06 03-26 03-28 03-29 05-01 05-06 05-16 06-06 06-25 06-26 11-06 12-24 12-25 12-26 12-31'],
  ['se', 2028, '01-01 01-06 04-14 04-16 04-17 05-01 05-25 06-04 06-06 06-23 06-24 11-04 12-24 12-25 12-26 12-31'],
  ['no', 2026, '01-01 04-02 04-03 04-05 04-06 05-01 05-14 05-17 05-24 05-25 12-25 12-26'],
  ['no', 2027, '01-01 03-25 03-26 03-28 03-29 05-01 05-06 05-16 05-17 12-25 12-26'],
  ['no', 2028, '01-01 04-13 04-14 04-16 04-17 05-01 05-17 05-25 06-04 06-05 12-25 12-26'],
  ['dk', 2026, '01-01 04-02 04-03 04-05 04-06 05-14 05-24 05-25 12-25 12-26'],
  ['dk', 2027, '01-01 03-25 03-26 03-28 03-29 05-06 05-16 05-17 12-25 12-26'],
  ['dk', 2028, '01-01 04-13 04-14 04-16 04-17 05-25 06-04 06-05 12-25 12-26'],
  ['fi', 2026, '01-01 01-06 04-03 04-05 04-06 05-01 05-14 05-24 06-19 06-20 10-31 12-06 12-24 12-25 12-26'],
  ['fi', 2027, '01-01 01-06 03-26 03-28 03-29 05-01 05-06 05-16 06-25 06-26 11-06 12-06 12-24 12-25 12-26'],
  ['fi', 2028, '01-01 01-06 04-14 04-16 04-17 05-01 05-25 06-04 06-23 06-24 11-04 12-06 12-24 12-25 12-26'],
  ['gb', 2026, '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28'],
  ['gb', 2027, '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28'],
  ['gb', 2028, '01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26'],
  // Christmas Day on a Sunday: Boxing Day stays on Monday, Christmas Day has Tuesday.
  ['gb', 2033, '01-03 04-15 04-18 05-02 05-30 08-29 12-26 12-27'],
];

describe('public holidays', () => {
  it.each(printed)('of %s in %i', (country, year, days) => {
    expect(holidaysOf(country, year)).toEqual(days.split(' ').map((day) => `${year}-${day}`));
  });

  it('are cut to a window, also over the turn of the year', () => {
    expect(holidaysBetween('se', '2026-12-26', '2027-01-06')).toEqual(['2026-12-26', '2026-12-31', '2027-01-01', '2027-01-06']);
    expect(holidaysBetween('dk', '2026-12-27', '2026-12-31')).toEqual([]);
  });

  it('hold Good Friday on a Friday and Easter Monday on a Monday in every country and year', () => {
    fc.assert(
      fc.property(fc.constantFrom(...countries), fc.integer({ min: 1990, max: 2199 }), (country, year) => {
        const spring = holidaysBetween(country, `${year}-03-15`, `${year}-04-30`).map((day) => new Date(`${day}T12:00:00Z`).getUTCDay());
        expect(spring).toContain(5);
        expect(spring).toContain(1);
      }),
    );
  });
});

describe('the country of a time zone', () => {
  it.each([
    ['Europe/Stockholm', null, 'se'],
    ['Europe/Oslo', 'se', 'no'],
    ['Europe/Helsinki', 'se', 'fi'],
    ['Europe/Berlin', 'se', 'se'],
    ['Europe/Berlin', null, null],
    ['Asia/Tokyo', 'se', null],
  ] as const)('%s, otherwise %s: %s', (zone, otherwise, country) => {
    expect(countryOf(zone, otherwise)).toBe(country);
  });
});
