/** Starts that a plan leaves for one more talk, against a second reading of the hard rules (test/given/check-plan.ts), and how many a manager has time for. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkPlan } from '#test/given/check-plan.ts';
import { organisation } from '#test/given/organisation.ts';
import { planQuickly } from '#test/given/plan-quickly.ts';
import { givenProblem, type SaidProblem } from '#test/given/problem.ts';
import { firstOf, lastOf, listOf, openStarts, wishOf } from './open-starts.ts';
import { everybodyIn, tableOf } from './table.ts';
import { timesOf } from './times.ts';

/** Starts of the first talk, with others where they are said to be. */
function startsOf(said: SaidProblem, starts: Record<string, number> = {}): number[] {
  const { instance } = givenProblem(said);
  const table = tableOf(
    instance,
    Object.entries(starts).map(([id, start]) => ({ id, start })),
  );
  const [talk] = instance.talks;
  return talk ? listOf(openStarts(table, wishOf(table, talk))) : [];
}

describe('starts that suit a talk', () => {
  it('are when all are free: at work, not busy, the manager with time around it, no day off', () => {
    const busy = { maja: ['0 10:00-11:00'], erik: ['0 13:00-17:00'] };
    const said = { pairs: ['erik>maja'], days: 2, busy, bufferMinutes: 30, rules: { daysOff: [{ day: '2027-02-02', name: '' }] } };
    // 08:00 to 09:30 before Maja's meeting with half an hour between, 11:30 to 13:00 after it.
    expect(startsOf(said)).toEqual([32, 33, 34, 46, 47, 48]);
  });

  it('are the partner’s too', () => {
    const said = { pairs: ['erik>maja'], days: 1, busy: { hedda: ['0 08:00-16:00'] } };
    expect(startsOf({ ...said, rules: { partnerId: 'hedda' } })).toEqual([64]);
    expect(startsOf({ ...said, rules: { partnerId: 'hedda' }, busy: { hedda: ['0 08:00-17:00'] } })).toEqual([]);
  });

  it('leave time between talks, and days that are full', () => {
    const said = { pairs: ['elin>maja', 'erik>maja'], days: 2, bufferMinutes: 15 };
    const isOpen = (maxPerDay: number, slot: number): boolean => startsOf({ ...said, maxPerDay }, { erik: 40 }).includes(slot);
    expect(isOpen(1, 60)).toBe(false);
    expect([44, 45, 35, 36].map((slot) => isOpen(2, slot))).toEqual([false, true, true, false]);
    expect(isOpen(1, 96 + 40)).toBe(true);
  });

  it('are exactly those at which no hard rule is broken, in any organisation', () => {
    let open = 0;
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), fc.nat({ max: 19 }), (seed, index) => {
        const instance = organisation({ talks: 20, seed, full: 0.4, days: 10, withRoom: 40, withPartner: 20 });
        const planned = planQuickly(instance).talks;
        const talk = instance.talks[index];
        if (!talk) return;
        const others = planned.map((one) => (one.id === talk.id ? { ...one, start: null, room: null } : one));
        const table = tableOf(instance, others);
        const found = new Set(listOf(openStarts(table, wishOf(table, talk))));
        open += found.size;
        const near = instance.talks.filter(
          (one) => (one.pool !== null && one.pool === talk.pool) || everybodyIn(one).some((id) => everybodyIn(talk).includes(id)),
        );
        const nearIds = new Set(near.map(({ id }) => id));
        const rooms = talk.pool === null ? [null] : (instance.pools.find(({ id }) => id === talk.pool)?.rooms ?? []).map(({ id }) => id);
        for (let start = seed % 5; start < instance.slots; start += 5) {
          const isRight = rooms.some((room) => {
            const plan = others.map((one) => (one.id === talk.id ? { ...one, start, room } : one));
            return (
              checkPlan(
                { ...instance, talks: near },
                plan.filter(({ id }) => nearIds.has(id)),
              ).broken.length === 0
            );
          });
          expect(found.has(start), `${talk.id} at ${start}`).toBe(isRight);
        }
      }),
      // The first has open starts for sure; in four of ten organisations there is none.
      { numRuns: 3, examples: [[18_453, 3]] },
    );
    expect(open).toBeGreaterThan(0);
  });

  it('have a first and a last', () => {
    const bits = new Int32Array(4);
    expect([firstOf(bits), lastOf(bits)]).toEqual([-1, -1]);
    for (const slot of [31, 32, 95]) bits[slot >> 5]! |= 1 << (slot & 31);
    expect([firstOf(bits), firstOf(bits, 32), firstOf(bits, 33), lastOf(bits), listOf(bits)]).toEqual([31, 32, 95, 95, [31, 32, 95]]);
  });
});

describe('possible times of a manager', () => {
  const times = (
    said: Partial<SaidProblem>,
    part: { dur?: number; gap?: number; maxPerDay?: number } = {},
    withoutBuffer = false,
  ): number => {
    const { instance, judged } = givenProblem({ pairs: ['erik>maja'], days: 2, ...said });
    const { people } = tableOf(instance, []);
    const maja = people.indexOf.get('maja') ?? -1;
    return timesOf(people, maja, { dur: 4, gap: 0, maxPerDay: 12, until: judged.windowSlots, ...part }, withoutBuffer);
  };
  it('are counted day by day, with the time between and the most per day', () => {
    expect(times({})).toBe(18);
    expect(times({}, { gap: 1 })).toBe(14);
    expect(times({}, { maxPerDay: 3 })).toBe(6);
    expect(times({}, { dur: 8 })).toBe(8);
    const busy = { maja: ['0 08:00-17:00', '1 09:30-17:00'] };
    expect(times({ busy })).toBe(1);
    expect(times({ busy, bufferMinutes: 45 })).toBe(0);
    expect(times({ busy, bufferMinutes: 45 }, {}, true)).toBe(1);
  });
});
