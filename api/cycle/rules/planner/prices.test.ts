/** The best choice of a day is the best there is; prices prove what is possible in all, and show which starts a best plan uses. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { organisation } from '#test/given/organisation.ts';
import type { Instance } from '../../planner/contract.ts';
import { bestDay } from './best-day.ts';
import { likelyStarts, mayPrice } from './likely-starts.ts';
import { planInstance } from './plan-instance.ts';
import { problemOf } from './problem.ts';

type Start = { begin: number; length: number; worth: number };
const start = fc.record({
  ...{ begin: fc.integer({ min: 0, max: 12 }), length: fc.integer({ min: 1, max: 5 }), worth: fc.integer({ min: -3, max: 9 }) },
});

/** By trying every choice. */
function bestByTrying(open: Start[], most: number): number {
  const [first, ...rest] = open;
  if (first === undefined || most === 0) return 0;
  const apart = rest.filter(({ begin, length }) => begin >= first.begin + first.length || begin + length <= first.begin);
  return Math.max(bestByTrying(rest, most), first.worth + bestByTrying(apart, most - 1));
}

it('chooses what is worth most of a day, no two at once and no more than allowed', () => {
  fc.assert(
    fc.property(fc.array(start, { maxLength: 9 }), fc.integer({ min: 0, max: 4 }), (list, most) => {
      const starts = [...list].sort((a, b) => a.begin + a.length - b.begin - b.length);
      const before = Int32Array.from(starts, ({ begin }) => starts.filter((other) => other.begin + other.length <= begin).length);
      const chosen: Start[] = [];
      const day = { from: 0, count: starts.length, before, worth: Float64Array.from(starts, ({ worth }) => worth) };
      const best = bestDay(day, most, (place) => chosen.push(starts[place]!));
      expect(best).toBe(bestByTrying(starts, most));
      expect(chosen.length).toBeLessThanOrEqual(most);
      expect(chosen.reduce((sum, { worth }) => sum + worth, 0)).toBe(best);
      expect(bestByTrying(chosen, most)).toBe(best);
    }),
  );
});

it('sees that one long talk is worth more than two short ones, and three short ones more than that', () => {
  const starts = [...[0, 1, 2].map((begin) => ({ begin, length: 1, worth: 4 })), { begin: 0, length: 3, worth: 9 }];
  const day = { from: 0, count: 4, before: Int32Array.of(0, 1, 2, 0), worth: Float64Array.from(starts, ({ worth }) => worth) };
  expect([1, 2, 3, 4].map((most) => bestDay(day, most, () => undefined))).toEqual([9, 9, 12, 12]);
});

/** Ten talks of ten managers who are free from nine to five, each an hour long, with one room and one HR partner among them. */
function shared(pool: string | null, extra: string[]): Instance {
  const base = organisation({ talks: 1, seed: 1 });
  const person = (id: string): Instance['people'][number] => ({
    ...{ id, tz: 'Etc/UTC', holidays: null, work: { days: [1], from: 540, to: 1020 }, maxPerDay: 5, profile: 0, busy: [] },
  });
  const ids = Array.from({ length: 10 }, (_, index) => index);
  return {
    ...{ ...base, slots: 96, pools: [{ id: 'pool', rooms: [{ id: 'room', busy: [] }] }] },
    people: [...ids.flatMap((id) => [person(`m${id}`), person(`e${id}`)]), person('partner')],
    talks: ids.map((id) => ({
      ...{ id: `t${id}`, manager: `m${id}`, employee: `e${id}`, extra, dur: 4, notBefore: 0, notAfter: 96, pool, booked: null },
    })),
  };
}

it.each([
  { short: 'a room, which has eight hours', instance: shared('pool', []), most: 8 },
  { short: 'the HR partner, who has five talks a day', instance: shared(null, ['partner']), most: 5 },
  { short: 'nothing', instance: shared(null, []), most: 10 },
])('proves how many fit where managers have time enough, short is $short', ({ instance, most }) => {
  expect(planInstance(instance, { seed: 1, effort: 'normal' })).toMatchObject({ placed: most, most });
});

it('shows few of the starts of each talk, and proves nearly as little as is placed', () => {
  const instance = organisation({ talks: 150, seed: 31, full: 0.7 });
  const problem = problemOf(instance);
  const { from, of, most } = likelyStarts(problem, 200, () => true);
  expect(of.length).toBeLessThan(problem.candidates.slot.length / 2);
  const isOwn = (talk: number): boolean =>
    of.subarray(from[talk], from[talk + 1]).every((at) => at >= problem.candidates.from[talk]! && at < problem.candidates.from[talk + 1]!);
  expect(Array.from({ length: problem.talks }, (_, talk) => talk).filter((talk) => !isOwn(talk))).toEqual([]);
  const { placed, most: proven } = planInstance(instance, { seed: 1, effort: 'normal', withoutReasons: true });
  expect(proven).toBeLessThanOrEqual(most);
  expect(proven - placed).toBeLessThanOrEqual(2);
});

it('ends when it is told to, with what is known until then', () => {
  const problem = problemOf(organisation({ talks: 60, seed: 33 }));
  let asked = 0;
  expect(likelyStarts(problem, 200, () => (asked += 1) < 3).most).toBeLessThanOrEqual(problem.talks);
  expect(asked).toBe(3);
});

it('finds no prices where there are so many starts, or rooms to choose from, that laying them out takes longer than it saves', () => {
  const rooms = Array.from({ length: 40_000 }, (_, room) => ({ id: `r${room}`, busy: [] }));
  const [few, many] = [shared('pool', []), { ...shared('pool', []), pools: [{ id: 'pool', rooms }] }].map(problemOf);
  const starts = few?.candidates.slot.length ?? 0;
  expect([few && mayPrice(few, starts), few && mayPrice(few, starts - 1), many && mayPrice(many, starts)]).toEqual([true, false, false]);
});

it.each<[string, (instance: Instance) => Partial<Instance>]>([
  ['nobody', () => ({ people: [], talks: [], pools: [] })],
  ['no time at all', ({ talks }) => ({ slots: 0, talks: talks.map((talk) => ({ ...talk, notAfter: 0 })) })],
  ['a single slot', ({ talks }) => ({ slots: 1, talks: talks.map((talk) => ({ ...talk, notAfter: 1, dur: 1 })) })],
  ['nobody who works', ({ people }) => ({ people: people.map((person) => ({ ...person, work: { ...person.work, days: [] } })) })],
  ['nobody who may have a talk', ({ people }) => ({ people: people.map((person) => ({ ...person, maxPerDay: 0 })) })],
  ['no rooms', () => ({ pools: [{ id: 'pool', rooms: [] }] })],
])('plans nothing, and says so, with %s', (_what, change) => {
  const instance = shared('pool', ['partner']);
  const { result, placed, most } = planInstance({ ...instance, ...change(instance) }, { seed: 1, effort: 'normal' });
  expect([placed, most, result.talks.filter(({ start, why }) => start !== null || !why)]).toEqual([0, 0, []]);
});
