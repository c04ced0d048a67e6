/** Rules of holding a talk as tables, and that no time is lost or counted twice whatever the order of the parts. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TalkFacts } from '../rules.ts';
import { firstTurn, mayCheckIn, mayMovePart, mayRecord, turnTo, usedUntil, type Turns } from './rules.ts';

const start = new Date('2027-02-17T09:00:00Z');
const at = (minutes: number): Date => new Date(start.getTime() + minutes * 60_000);
const parts = ['back', 'now', 'ahead'];
const facts = (change: Partial<TalkFacts> = {}): TalkFacts => ({
  ...{ start: null, end: null, booked: false, startedAt: null, finishedAt: null, signed: [], released: [] },
  ...change,
});
const live = facts({ startedAt: start });
const held = facts({ startedAt: start, finishedAt: at(60) });
const begun = (): Turns => {
  const turns = firstTurn(parts, start);
  if (!turns) throw new Error('The agenda has no part');
  return turns;
};

describe('the parts of a talk', () => {
  it('begins with the first part, and counts each while the two are at it', () => {
    const turns = turnTo(turnTo(begun(), 'now', at(12)), 'back', at(20));
    expect(usedUntil(turns, at(25))).toEqual([
      { partId: 'now', ms: 8 * 60_000 },
      { partId: 'back', ms: 17 * 60_000 },
    ]);
  });

  it('has no first part when the agenda has none', () => expect(firstTurn([], start)).toBeNull());

  it('counts nothing when the clock goes back an hour', () => {
    expect(usedUntil(begun(), at(-60))).toEqual([{ partId: 'back', ms: 0 }]);
  });

  it('loses no time and counts none twice, whatever the order', () => {
    const moves = fc.array(fc.tuple(fc.constantFrom(...parts), fc.integer({ min: 0, max: 30 })), { maxLength: 40 });
    fc.assert(
      fc.property(moves, (steps) => {
        let minute = 0;
        let turns = begun();
        for (const [partId, more] of steps) turns = turnTo(turns, partId, at((minute += more)));
        const all = usedUntil(turns, at(minute + 5));
        expect(all.reduce((sum, { ms }) => sum + ms, 0)).toBe((minute + 5) * 60_000);
        expect(new Set(all.map(({ partId }) => partId)).size).toBe(all.length);
      }),
    );
  });

  it.each([
    [facts(), 'now', 'talk-not-started'],
    [held, 'now', 'talk-already-held'],
    [live, 'elsewhere', 'wrong-input'],
    [live, 'now', undefined],
  ] as const)('may be gone through only while it goes on (%#)', (given, partId, reason) => {
    expect(mayMovePart(given, parts, partId)?.reason).toBe(reason);
  });
});

describe('the next check-in', () => {
  it.each([
    [live, '2027-02-16', undefined],
    [live, '2027-02-15', 'wrong-input'],
    [held, '2027-04-01', undefined],
    [held, null, undefined],
    [live, '2029-03-01', 'wrong-input'],
    [facts(), '2027-04-01', 'talk-not-started'],
  ] as const)('lies ahead, and comes with a talk that has begun (%#)', (given, day, reason) => {
    expect(mayCheckIn(given, day, start)?.reason).toBe(reason);
  });
});

describe('a talk that was held without Samtal', () => {
  it.each([
    ['manager', facts(), at(-90), 60, undefined],
    ['manager', facts(), at(-60), 60, undefined],
    ['employee', facts(), at(-90), 60, 'not-found'],
    ['manager', live, at(-90), 60, 'talk-already-started'],
    ['manager', held, at(-90), 60, 'talk-already-held'],
    ['manager', facts(), at(-30), 60, 'wrong-input'],
    ['manager', facts(), at(60), 60, 'wrong-input'],
    ['manager', facts(), at(-400 * 24 * 60), 60, 'wrong-input'],
    ['manager', facts(), at(-90), 4, 'wrong-input'],
    ['manager', facts(), at(-9 * 60), 8 * 60 + 1, 'wrong-input'],
  ] as const)('is recorded by its manager, once, when it is over (%#)', (side, given, began, minutes, reason) => {
    expect(mayRecord(given, side, { start: began, minutes }, start)?.reason).toBe(reason);
  });
});
