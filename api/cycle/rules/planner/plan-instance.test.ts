/** The planner against a second reading of planner.md (test/given/check-plan.ts), on made-up organisations and on small ones full of corners. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkPlan } from '#test/given/check-plan.ts';
import { organisation } from '#test/given/organisation.ts';
import { smallOrganisations as instances } from '#test/given/small-organisations.ts';
import type { Instance, PlannedTalk, Relaxation } from '../../planner/contract.ts';
import { planInstance, type PlanOptions } from './plan-instance.ts';

const quick: PlanOptions = { seed: 1, effort: 'quick' };
const normal: PlanOptions = { seed: 1, effort: 'normal' };

/** The same with every placed talk held in place, and one talk changed as it is proposed. */
function relaxed(instance: Instance, plan: PlannedTalk[], id: string, relax: Relaxation): Instance {
  const held = instance.talks.map((talk) => {
    const { start = null, room = null } = plan.find((one) => one.id === talk.id) ?? {};
    if (talk.id !== id) return { ...talk, booked: start === null ? null : { start, room, locked: true } };
    if (relax.kind === 'shorter-talk') return { ...talk, dur: relax.dur };
    if (relax.kind === 'longer-window') return { ...talk, notBefore: relax.notBefore, notAfter: relax.notAfter };
    if (relax.kind === 'without-room') return { ...talk, pool: null };
    if (relax.kind === 'without-extra') return { ...talk, extra: [] };
    return relax.kind === 'other-person' ? { ...talk, manager: relax.manager } : talk;
  });
  const people = instance.people.map((person) =>
    relax.kind === 'more-per-day' && relax.person === person.id ? { ...person, maxPerDay: relax.maxPerDay } : person,
  );
  return { ...instance, people, talks: held.filter((talk) => talk.id === id || talk.booked !== null) };
}

/** The most talks that can be placed, by trying everything. */
function mostByTrying(instance: Instance, done: PlannedTalk[] = []): number {
  const talk = instance.talks[done.length];
  if (!talk) return done.filter(({ start }) => start !== null).length;
  let most = mostByTrying(instance, [...done, { id: talk.id, start: null, room: null }]);
  const rooms = talk.pool === null ? [null] : (instance.pools[0]?.rooms ?? []).map(({ id }) => id);
  for (let start = 0; start < instance.slots; start += 1)
    for (const room of rooms) {
      const next = [...done, { id: talk.id, start, room }];
      const { broken } = checkPlan({ ...instance, talks: instance.talks.slice(0, next.length) }, next);
      if (broken.length === 0) most = Math.max(most, mostByTrying(instance, next));
    }
  return most;
}

describe('the planner', () => {
  it.each([
    ['roomy calendars', { talks: 150, seed: 3, full: 0.4 }],
    ['full calendars', { talks: 150, seed: 4, full: 0.7, days: 21 }],
  ])('keeps every hard rule and counts its cost: %s', (_what, shape) => {
    const instance = organisation(shape);
    const { result, placed, cost, most } = planInstance(instance, normal);
    const checked = checkPlan(instance, result.talks);
    expect(checked.broken).toEqual([]);
    expect([checked.placed, checked.cost]).toEqual([placed, cost]);
    expect(most).toBeGreaterThanOrEqual(placed);
    expect(placed).toBeGreaterThan(75);
  });

  it('keeps every hard rule in small organisations full of corners, and counts its cost', () => {
    fc.assert(
      fc.property(instances, fc.constantFrom(quick, normal), (instance, options) => {
        const { result, placed, cost, most } = planInstance(instance, options);
        const checked = checkPlan(instance, result.talks);
        expect(checked.broken).toEqual([]);
        expect([checked.placed, checked.cost]).toEqual([placed, cost]);
        expect(most).toBeGreaterThanOrEqual(placed);
      }),
      { numRuns: 300 },
    );
  });

  it('says nothing untrue: what it proposes gives the talk a time while all others stay', () => {
    let tried = 0;
    const tryAll = (instance: Instance): void => {
      const { result } = planInstance(instance, quick);
      for (const { id, start, why, relax } of result.talks) {
        expect(start === null).toBe(why !== undefined);
        if (!relax) continue;
        tried += 1;
        const again = planInstance(relaxed(instance, result.talks, id, relax), quick).result.talks;
        expect(again.find((one) => one.id === id)?.start, `${id} ${JSON.stringify(relax)}`).not.toBeNull();
      }
    };
    fc.assert(fc.property(instances, tryAll), { numRuns: 150 });
    tryAll(organisation({ talks: 60, seed: 5, full: 0.75, days: 14 }));
    expect(tried).toBeGreaterThan(30);
  });

  it('finds the best there is where everything can be tried, and proves no less', () => {
    const small = instances.filter(({ slots, talks }) => slots <= 40 && talks.length <= 4 && talks.length > 1);
    fc.assert(
      fc.property(fc.noShrink(small), (instance) => {
        const open = { ...instance, talks: instance.talks.map((talk) => ({ ...talk, booked: null })) };
        const best = mostByTrying(open);
        const { placed, most } = planInstance(open, normal);
        expect(placed).toBe(best);
        expect(most).toBeGreaterThanOrEqual(best);
      }),
      { numRuns: 25 },
    );
  });

  it('gives the same plan for the same seed, and places as many when the input is shuffled', () => {
    const instance = organisation({ talks: 120, seed: 6, full: 0.6, days: 14 });
    const plan = JSON.stringify(planInstance(instance, normal).result);
    expect(JSON.stringify(planInstance(structuredClone(instance), normal).result)).toBe(plan);
    const shuffled = {
      ...instance,
      people: [...instance.people].reverse(),
      talks: [...instance.talks].reverse(),
      pools: [...instance.pools].reverse(),
    };
    const byId = (talks: PlannedTalk[]): PlannedTalk[] => [...talks].sort((a, b) => (a.id < b.id ? -1 : 1));
    const again = planInstance(shuffled, normal).result.talks;
    expect(byId(again).map(({ id, start, room }) => [id, start, room])).toEqual(
      byId((JSON.parse(plan) as { talks: PlannedTalk[] }).talks).map(({ id, start, room }) => [id, start, room]),
    );
  });

  it.each([0, 1, 40])('has a valid plan whenever it is stopped: after being asked %i times', (times) => {
    const instance = organisation({ talks: 120, seed: 7, full: 0.6, days: 14 });
    let asked = 0;
    const { result, placed } = planInstance(instance, { ...normal, mayGoOn: () => (asked += 1) <= times });
    expect(checkPlan(instance, result.talks).broken).toEqual([]);
    expect(placed).toBeGreaterThan(30);
    expect(asked).toBeGreaterThan(times);
  });

  it('moves few when it plans again after some times have gone, and never what is locked', () => {
    const before = organisation({ talks: 200, seed: 8, full: 0.5 });
    const { result } = planInstance(before, normal);
    const starts = new Map(result.talks.map((talk) => [talk.id, talk]));
    const clash = (index: number): boolean => index % 20 === 0;
    const after: Instance = {
      ...before,
      people: before.people.map((person) => {
        const index = before.talks.findIndex(({ employee }) => employee === person.id);
        const start = starts.get(`t${index}`)?.start ?? null;
        if (!clash(index) || start === null) return person;
        return { ...person, busy: [...person.busy, start, start + 2].sort((a, b) => a - b) };
      }),
      talks: before.talks.map((talk, index) => {
        const { start = null, room = null } = starts.get(talk.id) ?? {};
        return { ...talk, booked: start === null ? null : { start, room, locked: !clash(index) && index % 3 === 0 } };
      }),
    };
    const again = planInstance(after, normal);
    const checked = checkPlan(after, again.result.talks);
    expect(checked.broken).toEqual([]);
    expect(checked.moved).toBeLessThan(20);
  });
});
