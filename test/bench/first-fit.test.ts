/** The yardstick is honest: it keeps the rules, and no talk could have begun earlier beside those placed before it. */
import { describe, expect, it } from 'vitest';
import type { Instance, PlannedTalk } from '#api/cycle/planner/contract.ts';
import { checkPlan } from '#test/given/check-plan.ts';
import { organisation } from '#test/given/organisation.ts';
import { firstFit } from './first-fit.ts';

const isAllowed = (instance: Instance, plan: PlannedTalk[]): boolean =>
  checkPlan({ ...instance, talks: instance.talks.slice(0, plan.length) }, plan).broken.length === 0;

describe('first-fit', () => {
  it.each([0, 2])('gives each talk the earliest start that is left, %i slots kept free around what is in the calendar', (bufferBusy) => {
    const made = organisation({ talks: 30, seed: 31, full: 0.6, days: 14, withRoom: 60 });
    const instance = { ...made, rules: { ...made.rules, bufferBusy } };
    const plan = firstFit(instance);
    expect(checkPlan(instance, plan).broken).toEqual([]);
    expect(plan.filter(({ start }) => start !== null).length).toBeGreaterThan(8);
    for (const [at, { id, start }] of plan.slice(0, 3).entries()) {
      const talk = instance.talks[at];
      const rooms = talk?.pool ? (instance.pools.find((pool) => pool.id === talk.pool)?.rooms ?? []).map((room) => room.id) : [null];
      for (let earlier = talk?.notBefore ?? 0; earlier < (start ?? instance.slots); earlier += 1)
        for (const room of rooms)
          expect(isAllowed(instance, [...plan.slice(0, at), { id, start: earlier, room }]), `${id} at ${earlier}`).toBe(false);
    }
  });
});
