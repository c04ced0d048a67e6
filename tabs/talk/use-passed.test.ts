/** A talk has gone by from its booked end on, unless it was started. */
import { expect, it } from 'vitest';
import { hasPassed } from './use-passed.ts';

const end = '2027-02-09T10:00:00.000Z';

it.each([
  ['before its end', { end, startedAt: null }, '2027-02-09T09:59:59.999Z', false],
  ['at its end', { end, startedAt: null }, end, true],
  ['a week later', { end, startedAt: null }, '2027-02-16T10:00:00.000Z', true],
  ['started, and long over', { end, startedAt: '2027-02-09T09:00:00.000Z' }, '2027-02-16T10:00:00.000Z', false],
  ['without a time', { end: null, startedAt: null }, '2027-02-16T10:00:00.000Z', false],
])('%s', (_name, talk, now, expected) => {
  expect(hasPassed(talk, new Date(now))).toBe(expected);
});
