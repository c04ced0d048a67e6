import { describe, expect, it } from 'vitest';
import { givenProblem } from '#test/given/problem.ts';
import { orderBounds } from './line.ts';
import { planInOrder } from './order.ts';
import { prove } from './planner/prove.ts';
import { planQuickly } from '#test/given/plan-quickly.ts';

const startsOf = async (said: Parameters<typeof givenProblem>[0]): Promise<Record<string, number | null>> => {
  const { instance, judged } = givenProblem({ ...said, rules: { managersFirst: true } });
  const { talks } = await planInOrder(instance, judged, planQuickly);
  return Object.fromEntries(talks.map(({ id, start }) => [id, start]));
};

describe('managers first', () => {
  it('have their own talk before any they hold', async () => {
    const starts = await startsOf({ pairs: ['maja>vera', 'erik>maja', 'elin>maja', 'nils>erik'], days: 12 });
    expect(Object.values(starts)).not.toContain(null);
    for (const id of ['erik', 'elin']) expect(starts.maja).toBeLessThan(starts[id] ?? 0);
    expect(starts.erik).toBeLessThan(starts.nils ?? 0);
  });

  it('still have one when the order leaves no room, and others keep theirs', async () => {
    const away = [0, 1].map((day) => `${day} 08:00-17:00`);
    const starts = await startsOf({ pairs: ['maja>vera', 'erik>maja'], days: 4, busy: { vera: away } });
    expect(starts.maja).toBeGreaterThanOrEqual(2 * 96);
    expect(starts.erik).not.toBeNull();
  });

  it('tell how many fit at most without the order, which is what counts in the end', async () => {
    const { instance, judged } = givenProblem({
      pairs: ['maja>vera', 'erik>maja', 'elin>maja', 'nils>erik'],
      days: 1,
      maxPerDay: 1,
      rules: { managersFirst: true },
    });
    const { talks, among } = await planInOrder(instance, judged, planQuickly);
    const { most } = prove(among, talks);
    // One talk a day for each: of Vera's, Maja's and Erik's teams at most one each has a time, proven one by one.
    expect(most).toBeGreaterThanOrEqual(talks.filter(({ start }) => start !== null).length);
    expect(most).toBeLessThanOrEqual(3);
  });

  it('are not looked for in a circle', async () => {
    expect(
      orderBounds(
        [
          { employeeId: 'a', managerId: 'b' },
          { employeeId: 'b', managerId: 'a' },
        ],
        96,
      ).size,
    ).toBe(0);
    expect(Object.values(await startsOf({ pairs: ['a>b', 'b>a', 'c>a'] }))).not.toContain(null);
  });
});
