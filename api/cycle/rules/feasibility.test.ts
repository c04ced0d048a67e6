import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { givenProblem, problemOf, randomInput } from '#test/given/problem.ts';
import { feasibilityOf } from './feasibility.ts';
import { planQuickly } from '#test/given/plan-quickly.ts';

const feasible = ({ instance, judged }: ReturnType<typeof givenProblem>) => feasibilityOf(instance, planQuickly(instance), judged);
const team = (manager: string, size: number): string[] => Array.from({ length: size }, (_, at) => `${manager}${at}>${manager}`);

describe('how many talks fit', () => {
  it('is all of them, with nobody named, where there is room', () => {
    expect(feasible(givenProblem({ pairs: team('maja', 6) }))).toEqual({ talks: 6, fit: 6, atMost: 6, managers: [], roomless: [] });
  });

  it('names managers who have too much, those who lack most first', () => {
    const { talks, fit, atMost, managers } = feasible(
      givenProblem({ pairs: [...team('maja', 5), ...team('vera', 8)], days: 1, beyond: 14 }),
    );
    expect({ talks, fit, atMost }).toEqual({ talks: 13, fit: 6, atMost: 6 });
    expect(managers.map((one) => [one.managerId, one.talks, one.fit, one.times, one.waiting.length])).toEqual([
      ['vera', 8, 3, 3, 5],
      ['maja', 5, 3, 3, 2],
    ]);
  });

  it('says what helps, with the times there would be, and nothing that does not', () => {
    const [maja] = feasible(givenProblem({ pairs: [...team('maja', 5), 'maja>vera'], days: 1, beyond: 14, maxPerDay: 3 })).managers;
    expect(maja?.helps).toEqual([
      { change: { kind: 'longer-window', windowTo: '2027-02-08' }, times: 18 },
      { change: { kind: 'longer-window', windowTo: '2027-02-15' }, times: 33 },
      { change: { kind: 'more-per-day', maxPerDay: 4 }, times: 4 },
      { change: { kind: 'other-person', managerId: 'vera' }, times: 6 },
    ]);
    const outside = givenProblem({ pairs: team('maja', 5), above: ['maja>vera'], days: 1, maxPerDay: 3 });
    expect(feasible(outside).managers[0]?.helps.at(-1)).toEqual({ change: { kind: 'other-person', managerId: 'vera' }, times: 6 });
    const busy = { maja: ['0 08:00-14:00', '0 15:30-17:00'] };
    const [short] = feasible(givenProblem({ pairs: team('maja', 3), days: 1, busy })).managers;
    expect(short?.helps).toEqual([
      { change: { kind: 'shorter-talk', lengthMinutes: 45 }, times: 2 },
      { change: { kind: 'shorter-talk', lengthMinutes: 30 }, times: 3 },
    ]);
  });

  it('is never more than the bound, and the bound never more than the talks', () => {
    fc.assert(
      fc.property(fc.integer(), fc.double({ min: 0.3, max: 0.98, noNaN: true }), (seed, busyShare) => {
        const { talks, fit, atMost, managers } = feasible(problemOf(randomInput({ seed, talks: 60, busyShare, days: 5 })));
        expect(fit).toBeLessThanOrEqual(atMost);
        expect(atMost).toBeLessThanOrEqual(talks);
        expect(managers.reduce((sum, { waiting }) => sum + waiting.length, fit)).toBe(talks);
        for (const { times, helps } of managers) for (const help of helps) expect(help.times).toBeGreaterThan(times);
      }),
      { numRuns: 15 },
    );
  });
});
