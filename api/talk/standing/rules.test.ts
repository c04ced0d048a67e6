import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TalkState } from '#api/privacy/contract.ts';
import { handedOverSince, holderOf, inSigningOrder, isEarlier, newestOf, newestSigned, signedAt, standingOf } from './rules.ts';

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

const at = (_id: string, created: number | null, started: number | null, booked: number | null = null) => ({
  _id,
  createdAt: created === null ? null : new Date(created),
  startedAt: started === null ? null : new Date(started),
  start: booked === null ? null : new Date(booked),
});

describe('a signed talk of Maja’s', () => {
  const held = { ...at('a', 1, 2), managerId: 'maja' };
  const next = (managerId: string) => [held, { ...at('b', 5, null), managerId }];
  it.each([
    ['is hers while nothing came after it', [held], 'vera', null],
    ['is hers while she holds the newest', next('maja'), 'vera', null],
    ['is hers when somebody else holds a talk in her place', next('vera'), 'maja', null],
    ['is handed over when Vera manages Erik and has a talk with him', next('vera'), 'vera', 5],
    ['is handed over when the directory names nobody any more', next('vera'), null, 5],
  ])('%s', (_what, talks, managerNow, since) => expect(handedOverSince(held, talks, managerNow)?.getTime() ?? null).toBe(since));
});

describe('the talk that both signed last', () => {
  const talk = (_id: string, cycleId: string, ...days: number[]) => ({
    _id,
    cycleId,
    signatures: days.map((day) => ({ at: new Date(day) })),
  });
  it.each([
    ['none', [], null],
    ['one that only one has signed', [talk('a', 'spring', 5)], null],
    ['whoever signed first', [talk('a', 'spring', 5, 2), talk('b', 'autumn', 1, 4), talk('c', 'winter', 9)], 'a'],
    ['at the same moment', [talk('b', 'spring', 1, 5), talk('a', 'autumn', 5, 1)], 'b'],
    ['in no cycle', [talk('a', 'spring', 1, 2), talk('b', 'unplanned/maja/1', 3, 4)], 'a'],
  ])('%s', (_what, talks, newest) => expect(newestSigned(talks)?._id ?? null).toBe(newest));

  it('comes after what was signed before it', () => {
    const [early, late] = [talk('b', 'spring', 1, 4), talk('a', 'spring', 5, 2)];
    expect([late, early].sort(inSigningOrder)).toEqual([early, late]);
    expect([signedAt(talk('a', 'spring', 7)), signedAt(late)]).toEqual([null, new Date(5)]);
  });
});

/** Its employee went over to somebody else, and it ended then. */
const parted = <T extends object>(talk: T, to: string, then: number) => ({
  ...talk,
  parting: { to, at: new Date(then), by: 'hedda', choice: null, chosenAt: null },
  partedAt: new Date(then),
});

it('a signed talk is handed over in the moment the two part, unless the directory still names its manager', () => {
  const signed = parted({ ...at('a', 1, 2), managerId: 'maja' }, 'vera', 7);
  const earlier = { ...at('b', 0, 1), managerId: 'maja' };
  for (const talk of [signed, earlier]) {
    expect(handedOverSince(talk, [earlier, signed], 'vera')).toEqual(new Date(7));
    expect(handedOverSince(talk, [earlier, signed], 'maja')).toBeNull();
    expect(handedOverSince(talk, [earlier, { ...signed, partedAt: null }], 'vera')).toBeNull();
  }
});

describe('whoever holds the talk under way', () => {
  const of = (managerId: string, created: number, signed: number, booked: number | null = null) => ({
    ...{ ...at(`${managerId}${created}`, created, null, booked), managerId, signatures: Array<string>(signed).fill('signed') },
  });
  it.each([
    ['nobody, without a talk', [], null],
    ['nobody, when both have signed every one', [of('maja', 1, 2), of('maja', 2, 2)], null],
    ['who waits for one signature', [of('maja', 1, 1)], 'maja'],
    [
      'who was given the newest, though it has no time yet and an older one was left unsigned',
      [of('maja', 1, 1, 9), of('vera', 2, 0)],
      'vera',
    ],
    ['nobody, when the newest is signed and the one left unsigned was somebody else’s', [of('maja', 1, 1, 9), of('vera', 2, 2, 5)], null],
    ['nobody, when the newest ended as its employee got another manager', [of('maja', 1, 1), parted(of('maja', 2, 1), 'vera', 3)], null],
    ['who holds an older one too, and signed a newer one in between', [of('maja', 1, 0, 9), of('maja', 2, 2, 5)], 'maja'],
  ])('is %s', (_what, talks, who) => expect(holderOf(talks)).toBe(who));
});

describe('the newest talk', () => {
  it.each([
    ['none', [], null],
    ['the one set up last, whatever its time', [at('a', 1, 9, 9), at('b', 2, null, 5)], 'b'],
    ['the one set up last, without a time', [at('a', 1, 9, 9), at('b', 2, null)], 'b'],
    ['not one that was left without a time long ago', [at('a', 1, null), at('b', 2, null, 5)], 'b'],
    ['of earlier releases the one that comes last', [at('a', null, 5, 1), at('b', null, null, 9)], 'b'],
    ['one set up since, not one of an earlier release', [at('a', 1, null, 2), at('b', null, 9)], 'a'],
    ['of two alike the same one each time', [at('b', null, null), at('a', null, null)], 'b'],
  ])('is %s', (_what, talks, id) => expect(newestOf(talks)?._id ?? null).toBe(id));

  it('is one, whatever the order they are read in', () => {
    const one = fc.tuple(fc.option(fc.nat(2)), fc.option(fc.nat(3)), fc.option(fc.nat(3)));
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 6 }), fc.nat(), (times, turn) => {
        const talks = times.map(([created, started, booked], nth) => at(String(nth), created, started, booked));
        const turned = talks.map((_talk, nth) => talks[(nth + turn) % talks.length] ?? at('x', 0, 0));
        expect(newestOf(turned)).toEqual(newestOf(talks));
      }),
    );
  });
});

describe('what comes before a talk', () => {
  it.each([
    ['one that was held, while this is still to come', at('a', 1, 5), at('b', 2, null, 9), true],
    ['one that was held before this was', at('a', 1, 5), at('b', 2, 9), true],
    ['not one that was held later', at('a', 1, 9), at('b', 2, 5), false],
    ['not one that was never started', at('a', 1, null, 5), at('b', 2, null, 9), false],
    ['not the talk itself', at('a', 1, 5), at('a', 1, 5), false],
  ])('%s', (_what, one, other, earlier) => expect(isEarlier(one, other)).toBe(earlier));
});
