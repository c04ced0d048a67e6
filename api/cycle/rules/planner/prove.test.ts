/** What is proven about a plan holds for every plan there is: by trying all of small organisations, and beside the planner's own plans of larger ones. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkPlan } from '#test/given/check-plan.ts';
import { organisation } from '#test/given/organisation.ts';
import { smallOrganisations } from '#test/given/small-organisations.ts';
import type { Instance, PlannedTalk } from '../../planner/contract.ts';
import { planInstance } from './plan-instance.ts';
import { prove } from './prove.ts';

const planOf = (instance: Instance, effort: 'quick' | 'normal' = 'quick'): PlannedTalk[] =>
  planInstance(instance, { seed: 1, effort }).result.talks;
const timesCost = (instance: Instance, talks: PlannedTalk[]): number => {
  const { cost, placed } = checkPlan(instance, talks);
  return cost - (instance.talks.length - placed) * instance.rules.unplaced;
};

/** The least cost of all plans that place so many, by that number. */
function cheapestByTrying(instance: Instance, done: PlannedTalk[] = [], best = new Map<number, number>()): Map<number, number> {
  const talk = instance.talks[done.length];
  if (!talk) {
    const { placed } = checkPlan(instance, done);
    best.set(placed, Math.min(best.get(placed) ?? Number.POSITIVE_INFINITY, timesCost(instance, done)));
    return best;
  }
  const rooms = talk.pool === null ? [null] : (instance.pools[0]?.rooms ?? []).map(({ id }) => id);
  const starts = workingHours.flatMap((start) => rooms.map((room) => ({ id: talk.id, start, room })));
  for (const one of [{ id: talk.id, start: null, room: null }, ...starts]) {
    const next = [...done, one];
    const { broken } = checkPlan({ ...instance, talks: instance.talks.slice(0, next.length) }, next);
    if (broken.length === 0) cheapestByTrying(instance, next, best);
  }
  return best;
}

/** Two days by the hour, of which everybody works four. */
const workingHours = [9, 10, 11, 12, 33, 34, 35, 36];
const whole = (min: number, max: number): fc.Arbitrary<number> => fc.integer({ min, max });
/** Few hours, and few people in many roles, so that all plans can be tried. */
const tiny: fc.Arbitrary<Instance> = fc
  .record({
    people: fc.array(fc.record({ maxPerDay: whole(1, 3), profile: whole(0, 1), busy: fc.subarray(workingHours, { maxLength: 3 }) }), {
      minLength: 5,
      maxLength: 5,
    }),
    talks: fc.array(
      fc.record({
        roles: fc.uniqueArray(whole(0, 4), { minLength: 2, maxLength: 3 }),
        dur: whole(1, 2),
        pool: fc.constantFrom(null, null, 'a'),
        at: fc.constantFrom(...workingHours),
      }),
      { minLength: 2, maxLength: 3 },
    ),
    isBooked: fc.boolean(),
    dayLoad: fc.constantFrom<number[]>([0], [0, 0, 9, 11], [0, 4, 1, 2], [0, 0, 7, 30]),
    unplaced: fc.constantFrom(4, 1000),
    bufferTalk: whole(0, 1),
    weekOver: whole(0, 4),
  })
  .map(({ people, talks, isBooked, dayLoad, unplaced, bufferTalk, weekOver }) => ({
    ...{ format: 'samtal-plan/1' as const, slotMinutes: 60, start: '2027-03-08T00:00:00Z', slots: 48, holidays: {} },
    people: people.map(({ busy, ...person }, index) => ({
      ...{ ...person, id: `p${index}`, tz: 'Etc/UTC', holidays: null, work: { days: [1, 2], from: 540, to: 780 } },
      busy: busy.flatMap((hour) => [hour, hour + 1]),
    })),
    profiles: [
      { dayCost: [0, 3, 0, 0, 0, 0, 0], bands: [[540, 600, 4] as [number, number, number]] },
      { dayCost: [0, 0, 2, 0, 0, 0, 0], bands: [[660, 780, 3] as [number, number, number]] },
    ],
    pools: [{ id: 'a', rooms: [{ id: 'r', busy: [10, 11] }] }],
    talks: talks.map(({ roles: [manager = 0, employee = 0, ...extra], dur, pool, at }, index) => ({
      ...{ id: `t${index}`, manager: `p${manager % 3}`, employee: `p${employee}`, extra: extra.map((one) => `p${one}`) },
      ...{ dur, notBefore: 0, notAfter: 48, pool, booked: isBooked ? { start: at, room: null, locked: false } : null },
    })),
    rules: { bufferTalk, bufferBusy: 0, dayLoad, weekSlack: 0, weekOver, unplaced, move: 3 },
  }));

/** The first talk that has a time keeps it. */
function withOneFixed(instance: Instance): Instance {
  const { id, start, room } = planOf(instance).find((one) => one.start !== null) ?? { id: '', start: null, room: null };
  return { ...instance, talks: instance.talks.map((talk) => (talk.id === id ? { ...talk, booked: { start, room, locked: true } } : talk)) };
}

describe('what is proven about a plan', () => {
  it('holds for every plan of small organisations, whatever load, rooms, bookings and fixed talks cost', () => {
    let proven = 0;
    fc.assert(
      fc.property(fc.noShrink(tiny), fc.boolean(), (made, isFixed) => {
        const instance = isFixed ? withOneFixed(made) : made;
        const plan = planOf(instance);
        const { placed } = checkPlan(instance, plan);
        const { most, points, least } = prove(instance, plan);
        expect(points).toBe(timesCost(instance, plan));
        if (least === null) throw new Error('Nothing was found out of so little.');
        const best = cheapestByTrying(instance);
        expect(most).toBeGreaterThanOrEqual(Math.max(...best.keys()));
        expect(least).toBeLessThanOrEqual(best.get(placed) ?? Number.NEGATIVE_INFINITY);
        if (placed > 0 && least === best.get(placed)) proven += 1;
        if (most > placed) return;
        const whole = [...best].map(([count, cost]) => cost + (instance.talks.length - count) * instance.rules.unplaced);
        expect(least + (instance.talks.length - placed) * instance.rules.unplaced).toBeLessThanOrEqual(Math.min(...whole));
      }),
      { numRuns: 150 },
    );
    expect(proven).toBeGreaterThan(40);
  });

  it('never says that a plan costs less than is possible, also when it is planned again', () => {
    fc.assert(
      fc.property(smallOrganisations, fc.nat({ max: 2 }), (instance, every) => {
        const plan = planOf(instance);
        const again = { ...instance, talks: instance.talks.map((talk, index) => bookedAgain(talk, plan[index], every)) };
        for (const one of [instance, again]) {
          const found = planOf(one, 'normal');
          const { least, points, most } = prove(one, found);
          expect(least).toBeLessThanOrEqual(points);
          expect(most).toBeGreaterThanOrEqual(checkPlan(one, found).placed);
        }
      }),
      { numRuns: 150 },
    );
  });

  it.each([
    ['all have a time', { talks: 60, seed: 72, full: 0.2 }, 5],
    ['some have none', { talks: 150, seed: 3, full: 0.6 }, 25],
  ])('is near where %s, and the same each time', (_what, shape, percent) => {
    const instance = organisation(shape);
    const plan = planOf(instance, 'normal');
    const { least, points, most } = prove(instance, plan);
    expect(points).toBe(timesCost(instance, plan));
    expect(least).toBeLessThanOrEqual(points);
    expect(least).toBeGreaterThanOrEqual(points * (1 - percent / 100));
    expect(prove(instance, plan)).toEqual({ least, points, most });
  });

  it('says what it knows when it is ended, and nothing of times when it knows nothing', () => {
    const instance = organisation({ talks: 60, seed: 33 });
    const plan = planOf(instance);
    let asked = 0;
    const early = prove(instance, plan, () => (asked += 1) <= 20).least ?? Number.NaN;
    expect(early).toBeLessThanOrEqual(prove(instance, plan).least ?? Number.NaN);
    expect(prove(instance, plan, () => false)).toMatchObject({ least: null, points: timesCost(instance, plan) });
  });
});

function bookedAgain(talk: Instance['talks'][number], planned: PlannedTalk | undefined, every: number): Instance['talks'][number] {
  const { start = null, room = null } = planned ?? {};
  return start === null ? talk : { ...talk, booked: { start, room, locked: every > 0 && start % (every + 1) === 0 } };
}
