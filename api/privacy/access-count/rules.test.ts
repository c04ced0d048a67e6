/** What HR is shown of access logs: months that are over in which five or more had part, on each side, and no sum over them. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { besideEachOther, byMonth, type Counted } from './rules.ts';

const now = new Date('2027-03-15T10:00:00Z');
/** So many people open something of so many talks. */
const opened = (month: string, people: number, talks: number): Counted[] =>
  Array.from({ length: Math.max(people, talks) }, (_, at) => ({
    ...{ at: new Date(`${month}-10T10:00:00Z`), ids: [`person-${at % people}`, `talk-${at % talks}`], count: 2 },
  }));

it.each<[string, Counted[], [string, number][]]>([
  ['five people and talks', opened('2027-02', 5, 5), [['2027-02', 10]]],
  ['four people', opened('2027-02', 4, 9), []],
  ['four talks', opened('2027-02', 9, 4), []],
  ['the month that goes on', opened('2027-03', 9, 9), []],
  [
    'the last moment of a month',
    [...opened('2027-02', 5, 5), { at: new Date('2027-02-28T23:59:59.999Z'), ids: ['one', 'talk-1'], count: 1 }],
    [['2027-02', 11]],
  ],
  ['two months, each alone', [...opened('2027-01', 4, 4), ...opened('2027-02', 6, 6)], [['2027-02', 12]]],
  ['nothing', [], []],
])('%s', (_what, all, expected) => expect([...byMonth(all, now)]).toEqual(expected));

it('never tells of fewer than five, whatever happens', () => {
  const some = fc.record({
    at: fc.date({ min: new Date('2026-10-01'), max: new Date('2027-04-01'), noInvalidDate: true }),
    ids: fc.tuple(fc.constantFrom(...'abcdefg'), fc.constantFrom(...'ABCDEFG')),
    count: fc.integer({ min: 1, max: 9 }),
  });
  fc.assert(
    fc.property(fc.array(some, { maxLength: 80 }), (all) => {
      for (const [month, count] of byMonth(all, now)) {
        const within = all.filter(({ at }) => at.toISOString().startsWith(month));
        expect(month < '2027-03').toBe(true);
        for (const side of [0, 1] as const) expect(new Set(within.map(({ ids }) => ids[side])).size).toBeGreaterThanOrEqual(5);
        expect(count).toBe(within.reduce((sum, one) => sum + one.count, 0));
      }
    }),
  );
});

it('has the newest first, twelve at most, each with what there is', () => {
  const months = Array.from({ length: 14 }, (_, at) => `2026-${String(at + 1).padStart(2, '0')}`);
  expect(besideEachOther(new Map(months.map((month) => [month, 7])), new Map([['2026-14', 3]]))).toHaveLength(12);
  expect(besideEachOther(new Map([['2027-01', 7]]), new Map([['2027-02', 3]]))).toEqual([
    { month: '2027-02', accesses: null, refused: 3 },
    { month: '2027-01', accesses: 7, refused: null },
  ]);
});
