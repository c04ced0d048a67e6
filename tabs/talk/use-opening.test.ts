import { describe, expect, it } from 'vitest';
import type { Move } from '#api/talk/contract.ts';
import { listEvery } from './use-opening.ts';

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

describe('a list of talks', () => {
  it('is read again soon while one of them is being moved', () => {
    expect(listEvery([talk, { move: { ...move, outcome: 'under-way' } }])).toBeLessThan(listEvery([talk, { move }]));
    expect(listEvery()).toBe(listEvery([talk]));
  });
});
