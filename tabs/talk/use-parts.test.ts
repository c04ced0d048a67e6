/** Which part it is, what each has taken, and which day is proposed for the next check-in. */
import { describe, expect, it } from 'vitest';
import type { Holding } from '#api/talk/holding/contract.ts';
import { checkInAfter, nextPart, notReached, partTimes } from './use-parts.ts';

const now = new Date('2027-02-17T09:30:00Z');
const parts = ['back', 'now', 'ahead'];
const holding = (change: Partial<Holding> = {}): Holding => ({
  ...{ version: 2, partId: 'now', since: '2027-02-17T09:21:10Z', used: [{ partId: 'back', seconds: 605 }], checkIn: null },
  ...change,
});

describe('the parts of an agenda', () => {
  it('show whole minutes, the part under way included', () => {
    expect(partTimes(parts, holding(), now)).toEqual([
      { partId: 'back', isNow: false, used: 10 },
      { partId: 'now', isNow: true, used: 8 },
      { partId: 'ahead', isNow: false, used: 0 },
    ]);
  });

  it('show no minutes of a talk that nobody followed', () => {
    const unknown = [undefined, holding({ partId: null, since: null, used: [] })];
    for (const one of unknown) expect(partTimes(parts, one, now).map(({ used }) => used)).toEqual([null, null, null]);
  });

  it('count nothing for a part that begins later than the clock here', () => {
    expect(partTimes(parts, holding({ since: '2027-02-17T10:30:00Z' }), now)[1]).toMatchObject({ used: 0 });
  });

  it.each([
    [holding({ partId: 'back' }), 'now'],
    [holding(), 'ahead'],
    [holding({ partId: 'ahead' }), null],
    [holding({ partId: null }), null],
    [undefined, null],
  ])('know the next one (%#)', (given, next) => expect(nextPart(parts, given)).toBe(next));

  it('that were not reached are named only when the two went from part to part', () => {
    expect(notReached(parts, holding())).toEqual(['ahead']);
    expect(notReached(parts, holding({ partId: 'back', used: [] }))).toEqual([]);
    expect(notReached(parts, undefined)).toEqual([]);
  });
});

it.each([
  ['2027-02-17', '2027-03-31'],
  ['2027-02-20', '2027-04-05'],
  ['2027-02-21', '2027-04-05'],
])('a check-in is proposed in six weeks, on a working day: from %s on %s', (today, day) => expect(checkInAfter(today)).toBe(day));
