/** The planner's thread: the same plan as without it, while this thread goes on with other things. */
import { describe, expect, it } from 'vitest';
import { checkPlan } from '#test/given/check-plan.ts';
import { organisation } from '#test/given/organisation.ts';
import { planInstance } from '../rules/planner/plan-instance.ts';
import { prove } from '../rules/planner/prove.ts';
import { planApart, proveApart } from './plan-apart.ts';

const small = organisation({ talks: 60, seed: 11, full: 0.5, days: 14 });
const large = organisation({ talks: 1500, seed: 12, full: 0.6 });

describe('planning apart', () => {
  it('gives the very plan that planning here gives, also to several who ask at once', async () => {
    const here = planInstance(small, { seed: 1, effort: 'normal', withoutReasons: true });
    const apart = await Promise.all([planApart(small, { effort: 'normal' }), planApart(small, { effort: 'normal' })]);
    expect(apart).toEqual([here, here]);
  });

  it('lets this thread go on meanwhile, says how far it is, and ends when its time is over', async () => {
    const heard: number[] = [];
    let turns = 0;
    let isDone = false;
    const turn = (): void => {
      turns += 1;
      if (!isDone) setImmediate(turn);
    };
    turn();
    const planned = await planApart(large, { effort: 'deep', timeLimitMs: 1_000, onProgress: (placed) => heard.push(placed) });
    isDone = true;
    expect(turns).toBeGreaterThan(100);
    expect(heard.length).toBeGreaterThan(0);
    expect(Math.max(...heard)).toBeLessThanOrEqual(planned.placed);
    expect(checkPlan(large, planned.result.talks).broken).toEqual([]);
  });

  it('proves what proving here proves, and no more than there is time for', async () => {
    const { result } = planInstance(small, { seed: 1, effort: 'normal' });
    expect(await proveApart(small, result.talks, { timeLimitMs: 60_000 })).toEqual(prove(small, result.talks));
    const plan = planInstance(large, { seed: 1, effort: 'quick' }).result.talks;
    const [soon, whole] = [await proveApart(large, plan, { timeLimitMs: 1 }), prove(large, plan)];
    expect(soon.points).toBe(whole.points);
    expect(soon.least ?? Number.NEGATIVE_INFINITY).toBeLessThan(whole.least ?? Number.NEGATIVE_INFINITY);
  });

  it('tells who asked when planning fails, and plans for the next', async () => {
    const broken = { ...small, talks: small.talks.map((talk) => ({ ...talk, manager: 'nobody' })) };
    await expect(planApart(broken, { effort: 'quick' })).rejects.toThrow();
    expect((await planApart(small, { effort: 'quick' })).placed).toBeGreaterThan(0);
  });
});
