import { describe, expect, it } from 'vitest';
import { givenProblem, type SaidProblem } from '#test/given/problem.ts';
import { deskOf, isOpen } from './desk.ts';

/** The table with talks where they are said to be, and none elsewhere. */
const laid = (said: SaidProblem, starts: Record<string, number> = {}) => {
  const { instance, judged } = givenProblem(said);
  return deskOf(instance, { talks: instance.talks.map(({ id }) => ({ id, start: starts[id] ?? null })) }, judged.windowSlots);
};
const startsOf = (said: SaidProblem): number[] | undefined => laid(said).jobs[0]?.starts;

describe('the table of talks', () => {
  it('knows when all of a talk are free: at work, not busy, the manager with time around it, no day off', () => {
    const busy = { maja: ['0 10:00-11:00'], erik: ['0 13:00-17:00'] };
    const said = { pairs: ['erik>maja'], days: 2, busy, bufferMinutes: 30, rules: { daysOff: [{ day: '2027-02-02', name: '' }] } };
    // 08:00 to 09:30 before Maja's meeting with half an hour between, 11:30 to 13:00 after it.
    expect(startsOf(said)).toEqual([32, 33, 34, 46, 47, 48]);
  });

  it('asks the partner too', () => {
    const said = { pairs: ['erik>maja'], days: 1, busy: { hedda: ['0 08:00-16:00'] } };
    expect(startsOf({ ...said, rules: { partnerId: 'hedda' } })).toEqual([64]);
    expect(startsOf({ ...said, rules: { partnerId: 'hedda' }, busy: { hedda: ['0 08:00-17:00'] } })).toEqual([]);
  });

  it('keeps time between talks and the most per day', () => {
    const said = { pairs: ['erik>maja', 'elin>maja'], days: 2, bufferMinutes: 15 };
    const isFree = (maxPerDay: number, slot: number): boolean => {
      const desk = laid({ ...said, maxPerDay }, { erik: 40 });
      return isOpen(desk, desk.people.get('maja'), slot, 4);
    };
    expect(isFree(1, 60)).toBe(false);
    expect([44, 45, 35, 36].map((slot) => isFree(2, slot))).toEqual([false, true, true, false]);
    expect(isFree(1, 96 + 40)).toBe(true);
  });

  it('shows a plan as it is', () => {
    const desk = laid({ pairs: ['erik>maja'] }, { erik: 44 });
    expect(desk.jobs[0]?.slot).toBe(44);
    for (const who of ['erik', 'maja']) expect(desk.people.get(who)?.taken).toEqual([{ start: 44, end: 48 }]);
  });
});
