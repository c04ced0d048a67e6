/** Minutes gone and left in a talk. */
import { describe, expect, it } from 'vitest';
import { timeOf } from './use-talk-time.ts';

const talk = {
  status: 'live' as const,
  startedAt: '2026-12-03T09:02:00Z',
  start: '2026-12-03T09:00:00Z',
  end: '2026-12-03T10:00:00Z',
  lengthMinutes: 60,
};
const at = (time: string): Date => new Date(`2026-12-03T${time}Z`);

describe('the time of a talk', () => {
  it.each([
    ['09:02:10', { elapsed: 0, left: 58 }],
    ['09:09:00', { elapsed: 7, left: 51 }],
    ['10:00:00', { elapsed: 58, left: 0 }],
    ['10:20:00', { elapsed: 78, left: 0 }],
  ])('at %s', (time, expected) => {
    expect(timeOf(talk, at(time))).toEqual(expected);
  });

  it('counts its own length when it was held at another time, or had none', () => {
    const early = { ...talk, startedAt: '2026-12-03T07:00:00Z' };
    expect(timeOf(early, at('07:30:00'))).toEqual({ elapsed: 30, left: 30 });
    expect(timeOf({ ...early, start: null, end: null }, at('07:30:00'))).toEqual({ elapsed: 30, left: 30 });
  });

  it('says nothing before and after, and never counts below zero when a clock is behind', () => {
    expect(timeOf({ ...talk, status: 'released', startedAt: null }, at('09:10:00'))).toBeNull();
    expect(timeOf({ ...talk, status: 'held' }, at('09:10:00'))).toBeNull();
    expect(timeOf(talk, at('09:01:00'))?.elapsed).toBe(0);
  });
});
