import { describe, expect, it } from 'vitest';
import type { Move } from '#api/talk/contract.ts';
import { canMove, listEvery } from './use-opening.ts';

const start = '2027-02-20T09:00:00.000Z';
const move: Move = {
  byMe: true,
  why: null,
  at: start,
  from: { start, end: start },
  outcome: 'done',
  objectedAt: null,
  objectedByMe: false,
};
const talk = { start, booking: 'booked' as const, startedAt: null, move: null };

describe('whether a talk can be moved now', () => {
  it.each([
    ['booked', talk, true],
    ['moved before', { ...talk, move }, true],
    ['being moved', { ...talk, move: { ...move, outcome: 'under-way' as const } }, false],
    ['being booked', { ...talk, booking: 'under-way' as const }, false],
    ['without a time', { ...talk, start: null, booking: 'none' as const }, false],
    ['started', { ...talk, startedAt: start }, false],
  ])('%s', (_what, given, can) => expect(canMove(given)).toBe(can));
});

describe('a list of talks', () => {
  it('is read again soon while one of them is being moved', () => {
    expect(listEvery([talk, { move: { ...move, outcome: 'under-way' } }])).toBeLessThan(listEvery([talk, { move }]));
    expect(listEvery()).toBe(listEvery([talk]));
  });
});
