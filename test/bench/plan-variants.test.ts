/** Variants change what they say and nothing else. */
import { expect, it } from 'vitest';
import { organisation } from '#test/given/organisation.ts';
import { checkPlan } from '#test/given/check-plan.ts';
import { firstFit } from './first-fit.ts';
import { shuffled, withClashes } from './plan-variants.ts';

const instance = organisation({ talks: 120, seed: 51, full: 0.5 });

it('shuffles people and talks, and loses none', () => {
  const ids = (list: { id: string }[]): string[] => list.map(({ id }) => id);
  const mixed = shuffled(instance, 1);
  expect(ids(mixed.talks)).not.toEqual(ids(instance.talks));
  expect(ids(mixed.talks).sort()).toEqual(ids(instance.talks).sort());
  expect(ids(mixed.people).sort()).toEqual(ids(instance.people).sort());
});

it('takes away the share of planned times it is asked for', () => {
  const plan = firstFit(instance);
  const { again, anew } = withClashes(instance, plan, 0.2, 3);
  const clashing = new Set(checkPlan(again, plan).broken);
  const placed = plan.filter(({ start }) => start !== null).length;
  expect(clashing.size).toBeGreaterThan(0.1 * placed);
  expect(clashing.size).toBeLessThan(0.3 * placed);
  expect(again.talks.filter(({ booked }) => booked).length).toBe(placed);
  expect(anew.talks.some(({ booked }) => booked)).toBe(false);
});
