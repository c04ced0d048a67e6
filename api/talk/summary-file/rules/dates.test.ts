import { expect, it } from 'vitest';
import { datesOf } from './dates.ts';

const at = (text: string): Date => new Date(`${text}:00Z`);

it.each<[string, string, Date, Date | null, string]>([
  ['sv-SE', 'Europe/Stockholm', at('2027-02-04T09:00'), at('2027-02-04T10:05'), '4 februari 2027 kl. 10:00–11:05 (Europe/Stockholm)'],
  ['en-GB', 'Europe/Helsinki', at('2027-02-04T09:00'), at('2027-02-04T10:05'), '4 February 2027 at 11:00–12:05 (Europe/Helsinki)'],
  // The night on which summer time ends.
  ['sv-SE', 'Europe/Stockholm', at('2027-10-31T00:30'), at('2027-10-31T01:30'), '31 oktober 2027 kl. 02:30–02:30 (Europe/Stockholm)'],
  ['en-GB', 'UTC', at('2027-02-04T23:30'), at('2027-02-05T00:30'), '4 February 2027 at 23:30 (UTC)'],
  ['en-GB', 'UTC', at('2027-02-04T23:30'), null, '4 February 2027 at 23:30 (UTC)'],
])('%s in %s', (locale, timeZone, start, end, expected) => expect(datesOf(locale, timeZone).span(start, end)).toBe(expected));

it('says a calendar day as that day, wherever it is read', () => {
  expect(datesOf('sv-SE', 'Pacific/Kiritimati').day('2027-06-30')).toBe('30 juni 2027');
  expect(datesOf('en-GB', 'America/Los_Angeles').day('2027-06-30')).toBe('30 June 2027');
});
