/** New times begin after the next working day, by HR's own calendar. */
import { expect, it } from 'vitest';
import { firstInstant } from './horizon.ts';

it.each([
  ['a Monday morning: from Wednesday', '2027-02-01T08:00:00Z', '2027-02-02T23:00:00Z'],
  ['a Thursday: from Saturday, for Friday is the next working day', '2027-02-04T08:00:00Z', '2027-02-05T23:00:00Z'],
  ['a Friday: from Tuesday', '2027-02-05T08:00:00Z', '2027-02-08T23:00:00Z'],
  ['a Sunday night in Stockholm that is Monday already', '2027-02-07T23:30:00Z', '2027-02-09T23:00:00Z'],
  ['the Friday before the clocks go forward', '2027-03-26T08:00:00Z', '2027-03-29T22:00:00Z'],
])('%s', (_what, now, first) => expect(firstInstant(new Date(now), 'Europe/Stockholm').toISOString()).toBe(new Date(first).toISOString()));
