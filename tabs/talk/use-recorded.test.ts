/** Clocks on the wall made instants, summer and winter, and what can have been held. */
import { expect, it } from 'vitest';
import { instantOf, isHeld } from './use-recorded.ts';

it.each([
  ['2027-02-17', '10:30', 'Europe/Stockholm', '2027-02-17T09:30:00.000Z'],
  ['2027-07-01', '10:30', 'Europe/Stockholm', '2027-07-01T08:30:00.000Z'],
  ['2027-07-01', '00:15', 'America/New_York', '2027-07-01T04:15:00.000Z'],
  ['2027-03-28', '01:30', 'Europe/Stockholm', '2027-03-28T00:30:00.000Z'],
  ['2027-03-28', '03:30', 'Europe/Stockholm', '2027-03-28T01:30:00.000Z'],
  ['', '10:30', 'Europe/Stockholm', undefined],
  ['2027-02-17', '', 'Europe/Stockholm', undefined],
])('%s %s in %s', (day, time, zone, instant) => expect(instantOf(day, time, zone)?.toISOString()).toBe(instant));

it.each([
  ['2027-02-17T07:00:00Z', 60, true],
  ['2027-02-17T08:30:00Z', 60, false],
  ['2027-02-18T08:30:00Z', 60, false],
  ['2025-02-17T08:30:00Z', 60, false],
  ['2027-02-17T07:00:00Z', 3, false],
  ['2027-02-17T07:00:00Z', NaN, false],
])('a talk from %s of %i minutes can have been held: %s', (start, minutes, held) => {
  expect(isHeld(new Date(start), minutes, new Date('2027-02-17T09:00:00Z'))).toBe(held);
});
