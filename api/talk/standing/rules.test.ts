import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TalkState } from '#api/privacy/contract.ts';
import { isEarlier, newestOf, standingOf } from './rules.ts';

const talk = { employeeId: 'erik', managerId: 'maja' };

describe('how somebody stands to what a talk left behind', () => {
  it.each<[string, TalkState, string, string, string | null]>([
    // who, state, who manages Erik now, what they are
    ['erik', 4, 'maja', 'employee 4', 'while nothing has changed'],
    ['maja', 4, 'maja', 'manager 4', null],
    ['vera', 4, 'maja', 'nobody', null],
    ['erik', 4, 'vera', 'employee 5', 'when Vera holds the newest talk'],
    ['maja', 4, 'vera', 'former-manager 5', null],
    ['vera', 4, 'vera', 'new-manager 5', null],
    ['hedda', 4, 'vera', 'nobody', null],
    ['maja', 3, 'vera', 'manager 3', 'when it is not signed by both: it stays between its two'],
    ['vera', 3, 'vera', 'nobody', null],
    ['vera', 0, 'vera', 'nobody', null],
    // Somebody who once managed Erik and does so again.
    ['maja', 4, 'maja', 'manager 4', null],
  ])('%s in state %i, managed by %s now: %s', (who, state, managerNow, expected) => {
    const found = standingOf(talk, who, managerNow, state);
    expect(found ? `${found.relation} ${found.state}` : 'nobody').toBe(expected);
  });

  it('is never two managers at once, whoever they are', () => {
    const id = fc.constantFrom('erik', 'maja', 'vera', 'ulla');
    const state = fc.constantFrom<TalkState>(0, 1, 2, 3, 4);
    fc.assert(
      fc.property(id, state, (managerNow, at) => {
        const managers = ['maja', 'vera', 'ulla'].filter((who) =>
          ['manager', 'new-manager'].includes(standingOf(talk, who, managerNow, at)?.relation ?? ''),
        );
        expect(managers.length).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('the newest talk', () => {
  const at = (_id: string, started: number | null, booked: number | null) => ({
    _id,
    startedAt: started === null ? null : new Date(started),
    start: booked === null ? null : new Date(booked),
  });
  it.each([
    ['none', [], null],
    ['the later start', [at('a', 1, null), at('b', 2, null)], 'b'],
    ['one that is booked later than the last was held', [at('a', 5, 1), at('b', null, 9)], 'b'],
    ['one that was started earlier than booked', [at('a', 2, 9), at('b', null, 5)], 'b'],
    ['one that has no time yet', [at('a', 5, 5), at('b', null, null)], 'b'],
    ['of two without a time the same one each time', [at('b', null, null), at('a', null, null)], 'b'],
  ])('is %s', (_what, talks, id) => expect(newestOf(talks)?._id ?? null).toBe(id));

  it('is one, whatever the order they are read in', () => {
    const one = fc.tuple(fc.option(fc.nat(3)), fc.option(fc.nat(3)));
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 6 }), fc.nat(), (times, turn) => {
        const talks = times.map(([started, booked], nth) => at(String(nth), started, booked));
        const newest = newestOf(talks);
        const turned = talks.map((_talk, nth) => talks[(nth + turn) % talks.length] ?? at('x', 0, 0));
        expect(newestOf(turned)).toEqual(newest);
        expect(talks.filter((talk) => talk !== newest).every((talk) => newest && isEarlier(talk, newest))).toBe(true);
      }),
    );
  });
});
