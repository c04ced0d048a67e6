/** Which talk may be handed over, and who has handed one over for how long. */
import { describe, expect, it } from 'vitest';
import { daysSinceHandOver, hasLeft, heldSince, mayHandOver, type HandOver } from './rules.ts';

const at = new Date('2027-02-01T08:00:00Z');
const after = (days: number): Date => new Date(at.getTime() + days * 86_400_000);
const talk = { employeeId: 'erik', managerId: 'maja', startedAt: null, bookDue: null };
const due = {};

describe('Whether a talk may be handed over', () => {
  it.each<[string, Partial<Parameters<typeof mayHandOver>[0]>, { from: string; to: string }, boolean]>([
    ['planned or prepared', {}, { from: 'maja', to: 'vera' }, true],
    ['begun', { startedAt: at }, { from: 'maja', to: 'vera' }, false],
    ['withdrawn', { withdrawnAt: at }, { from: 'maja', to: 'vera' }, false],
    ['with somebody else by now', { managerId: 'henrik' }, { from: 'maja', to: 'vera' }, false],
    ['to the one who has it', {}, { from: 'maja', to: 'maja' }, false],
    ['to the employee', {}, { from: 'maja', to: 'erik' }, false],
    ['on its way into calendars', { bookDue: due }, { from: 'maja', to: 'vera' }, false],
    ['being moved', { moveDue: due }, { from: 'maja', to: 'vera' }, false],
    ['getting another room', { roomDue: due }, { from: 'maja', to: 'vera' }, false],
    ['an earlier event still to be cancelled', { unwantedDue: due }, { from: 'maja', to: 'vera' }, false],
  ])('%s', (_what, part, way, expected) => expect(mayHandOver({ ...talk, ...part }, way)).toBe(expected));
});

describe('A former manager', () => {
  const one: HandOver = { from: 'maja', to: 'vera', at, by: 'hedda' };
  const handed = { employeeId: 'erik', managerId: 'vera', handOvers: [one] };
  it.each<[string, typeof handed, string, Date, number | null, boolean]>([
    ['at once', handed, 'maja', at, 0, true],
    ['a moment before, by a clock that lags', handed, 'maja', after(-0.1), 0, true],
    ['on the last day', handed, 'maja', after(29.9), 29, true],
    ['a month later', handed, 'maja', after(30), null, true],
    ['is not the new one', handed, 'vera', at, null, false],
    ['is not the employee', handed, 'erik', at, null, false],
    ['is nobody else', handed, 'elin', at, null, false],
  ])('%s', (_what, of, who, now, days, left) => expect([daysSinceHandOver(of, who, now), hasLeft(of, who)]).toEqual([days, left]));

  it('who gets the talk back is its manager again, and whoever gave it back is counted from then', () => {
    const back = { ...handed, managerId: 'maja', handOvers: [one, { from: 'vera', to: 'maja', at: after(10), by: 'hedda' }] };
    expect([daysSinceHandOver(back, 'maja', after(11)), hasLeft(back, 'maja')]).toEqual([null, false]);
    expect(daysSinceHandOver(back, 'vera', after(11))).toBe(1);
    expect([heldSince(back), heldSince({})]).toEqual([after(10), null]);
  });
});
