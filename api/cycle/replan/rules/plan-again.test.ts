/** The fewest moves: nothing moves when nothing has changed, what is held fast never does, and whatever moves has a true reason. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chance, givenProblem, problemOf, randomInput, type SaidProblem } from '#test/given/problem.ts';
import { planInstance } from '../../rules/planner/plan-instance.ts';
import { isOpenAt, wishOf } from '../../rules/planner/open-starts.ts';
import { tableOf } from '../../rules/planner/table.ts';
import { inWindow } from '../../rules/reasons.ts';
import type { PlanInstance } from '../../rules/instance-of.ts';
import { planAgain, type Standing } from './plan-again.ts';

const plan = (instance: PlanInstance) => planInstance(instance, { seed: 1, effort: 'quick', withoutReasons: true }).result;
const started = (instance: PlanInstance): Map<string, number | null> => new Map(plan(instance).talks.map(({ id, start }) => [id, start]));

/** Talks where a first plan has put them. */
function standingOf(instance: PlanInstance): Standing[] {
  const starts = started(instance);
  return instance.talks.map(({ id, dur }) => ({ id, dur, slot: starts.get(id) ?? null, mayMove: true }));
}

describe('Planning again', () => {
  it('holds for random organisations, whatever gives way', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 1e6 }),
        fc.integer({ min: 0, max: 30 }),
        fc.integer({ min: 0, max: 60 }),
        async (seed, lost, locked) => {
          const input = randomInput({ seed, talks: 24, busyShare: 0.7, days: 7 });
          const { instance } = problemOf(input);
          const next = chance(seed);
          const before = standingOf(instance);
          const standing = before.map((one) => {
            const slot = next() * 100 < lost ? null : one.slot;
            return { ...one, slot, mayMove: slot !== null && next() * 100 >= locked };
          });
          const { placed, madeRoom, instance: asked } = await planAgain(instance, standing, input, plan);
          const starts = new Map(placed.talks.map(({ id, start }) => [id, start]));
          const moved = standing.filter(({ id, slot }) => slot !== null && starts.get(id) !== slot);
          // Whatever moved may move, keeps a time, and another talk is where it was.
          for (const { id, slot, mayMove } of moved) {
            expect({ id, mayMove, isNamed: madeRoom.has(id) }).toEqual({ id, mayMove: true, isNamed: true });
            const talks = placed.talks.map((talk) => (talk.id === id ? { id, start: null } : talk));
            const table = tableOf(asked, talks);
            const own = asked.talks.find((talk) => talk.id === id);
            const open = (whose: 'nobody' | 'everybody'): boolean =>
              own !== undefined && isOpenAt(table, { ...wishOf(table, inWindow(own, input)), whose }, slot ?? -1);
            expect([open('nobody'), open('everybody')]).toEqual([true, false]);
          }
          expect(madeRoom.size).toBe(moved.length);
          const left = (of: Map<string, number | null>): number => [...of.values()].filter((slot) => slot === null).length;
          // Nobody loses a time for the sake of it, and those that moved are fewer than those that found one for it.
          expect(left(starts)).toBeLessThanOrEqual(standing.filter(({ slot }) => slot === null).length);
          if (standing.every(({ slot }) => slot !== null)) expect(moved).toEqual([]);
        },
      ),
      { numRuns: 12 },
    );
  });

  const week: SaidProblem = {
    pairs: ['erik>maja', 'elin>maja'],
    days: 2,
    busy: { erik: ['0 08:00-17:00', '1 09:00-17:00'], maja: ['0 08:00-15:00', '1 10:00-17:00'] },
  };
  const slotAt = (day: number, hour: number): number => day * 96 + hour * 4;

  it('lets another talk make room only when there is no other way', async () => {
    // Erik can come at eight on Tuesday only, where Elin is.
    const { instance, judged } = givenProblem(week);
    const elin = (mayMove: boolean): Standing[] => [
      { id: 'erik', slot: null, dur: 4, mayMove: false },
      { id: 'elin', slot: slotAt(1, 8), dur: 4, mayMove },
    ];
    const free = await planAgain(instance, elin(true), judged, plan);
    expect([...free.madeRoom]).toEqual(['elin']);
    expect(free.placed.talks.find(({ id }) => id === 'erik')?.start).toBe(slotAt(1, 8));
    const fast = await planAgain(instance, elin(false), judged, plan);
    expect(fast.madeRoom.size).toBe(0);
    expect(fast.placed.talks.map(({ start }) => start).sort()).toEqual([null, slotAt(1, 8)].sort());
  });

  it('leaves a talk that stands outside working hours where its people put it', async () => {
    const { instance, judged } = givenProblem(week);
    const evening = { id: 'elin', slot: slotAt(0, 18), dur: 6, mayMove: true };
    const { placed } = await planAgain(instance, [{ id: 'erik', slot: null, dur: 4, mayMove: false }, evening], judged, plan);
    expect(placed.talks.find(({ id }) => id === 'elin')?.start).toBe(evening.slot);
  });
});
