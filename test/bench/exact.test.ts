/** The exact model means what planner and checker mean: the same cost for its plan, no rule broken, and nobody finds a cheaper one. */
import { describe, expect, it } from 'vitest';
import { planInstance } from '#api/cycle/rules/planner/plan-instance.ts';
import { checkPlan } from '#test/given/check-plan.ts';
import { organisation } from '#test/given/organisation.ts';
import { solveExactly } from './exact.ts';
import { firstFit } from './first-fit.ts';

describe('the exact plan', () => {
  it.each([
    { seed: 41, full: 0.55, bufferBusy: 0 },
    { seed: 42, full: 0.7, bufferBusy: 1 },
  ])('costs what it says, and no other plan costs less: %o', async ({ seed, full, bufferBusy }) => {
    const made = organisation({ talks: 24, seed, full, days: 14, withRoom: 50, withPartner: 20 });
    const instance = { ...made, rules: { ...made.rules, bufferBusy, weekSlack: 0 } };
    const { talks, bound, isOptimal } = await solveExactly(instance, 60);
    const exact = checkPlan(instance, talks);
    expect(exact.broken).toEqual([]);
    expect(isOptimal).toBe(true);
    expect(exact.cost).toBe(Math.ceil(bound - 0.01));
    const planned = planInstance(instance, { seed: 1, effort: 'deep' });
    expect(exact.cost).toBeLessThanOrEqual(planned.cost);
    expect(exact.placed).toBeLessThanOrEqual(planned.most);
    expect(exact.cost).toBeLessThan(checkPlan(instance, firstFit(instance)).cost);
  });
});
