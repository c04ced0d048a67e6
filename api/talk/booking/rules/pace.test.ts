/** How long booking takes, told before it and while it goes on. */
import { describe, expect, it } from 'vitest';
import { minutesToBook, readyAt, type Paced } from './pace.ts';

describe('when all will be booked', () => {
  const now = new Date('2026-05-04T09:00:00Z');
  const booked = (managerId: string, secondsAgo: number): Paced => ({ managerId, bookedAt: new Date(now.getTime() - secondsAgo * 1000) });
  const left = (count: number, of = (nth: number): string => `m${nth}`): Paced[] =>
    Array.from({ length: count }, (_, nth) => ({ managerId: of(nth), bookedAt: null }));
  const minutesLeft = (bookings: Paced[]): number | null => {
    const end = readyAt(bookings, now);
    return end && (end.getTime() - now.getTime()) / 60_000;
  };
  const lately = Array.from({ length: 60 }, (_, nth) => booked('x', nth + 1));

  it.each([
    ['goes on as in the last minutes: 60 in a minute, 360 left', [...lately, ...left(360)], 6],
    ['is held up by the mailbox with most left', [...lately, ...left(60, () => 'boss')], 2],
    // Forty talks of one manager, of which as many are booked as may be: the others wait until the first are a minute old.
    [
      'waits for the share of a mailbox that is used up',
      [...Array.from({ length: 29 }, () => booked('boss', 6)), ...left(11, () => 'boss')],
      0.9,
    ],
    ['forgets what was booked long ago', [booked('x', 3600), ...left(10)], null],
    ['is not said when nothing is left', lately, null],
  ])('%s', (_what, bookings, minutes) => expect(minutesLeft(bookings)).toBe(minutes));
});

it.each([
  [[], 0, 0],
  [['a', 'b', 'a'], 0, 2],
  [Array.from({ length: 29 }, () => 'a'), 0, 29],
  [['b', ...Array.from({ length: 40 }, () => 'a')], 1, 40],
  [Array.from({ length: 59 }, () => 'a'), 2, 59],
])('before it begins, by whose talks they are: %#', (managerIds, minutes, most) => {
  expect(minutesToBook(managerIds)).toEqual({ minutes, most });
});
