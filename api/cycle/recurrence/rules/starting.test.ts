import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { UnplacedReason } from '../../outcome/contract.ts';
import { changedPeople, countPlanned, isStillHr, stateOfRound, whyWait } from './starting.ts';

const planOf = (placed: number, unplaced: [count: number, reason: UnplacedReason][] = []) => ({
  placed: Array<object>(placed).fill({}),
  unplaced: unplaced.flatMap(([count, reason]) =>
    Array.from({ length: count }, () => ({ managerId: reason === 'no-manager' ? null : 'm', reason })),
  ),
});

describe('whether a round starts by itself', () => {
  const byItself = { hasTemplate: true, asked: false };
  it.each([
    ['all fit', planOf(118), byItself, null],
    ['nine of ten fit', planOf(9, [[1, 'manager-full']]), byItself, null],
    ['a little less than nine of ten fit', planOf(89, [[11, 'manager-full']]), byItself, 'too-few'],
    ['the same, and HR says so', planOf(89, [[11, 'manager-full']]), { hasTemplate: true, asked: true }, null],
    [
      'those without a manager do not count',
      planOf(9, [
        [1, 'no-common-time'],
        [50, 'no-manager'],
      ]),
      byItself,
      null,
    ],
    ['nobody’s calendar can be read: times are agreed on by hand', planOf(0, [[40, 'manager-has-no-calendar']]), byItself, null],
    [
      'some cannot be read, and the others do not fit',
      planOf(1, [
        [40, 'employee-has-no-calendar'],
        [3, 'no-common-hours'],
      ]),
      byItself,
      'too-few',
    ],
    ['nobody is in it', planOf(0), byItself, 'nobody'],
    ['nobody in it has a manager', planOf(0, [[3, 'no-manager']]), { hasTemplate: true, asked: true }, 'nobody'],
    ['the template is gone', planOf(9), { hasTemplate: false, asked: true }, 'template-gone'],
  ] as const)('%s', (_what, plan, given, why) => expect(whyWait(plan, given)).toBe(why));

  it('counts talks, not people', () => {
    expect(
      countPlanned(
        planOf(4, [
          [2, 'manager-full'],
          [3, 'no-manager'],
        ]),
      ),
    ).toEqual({ fit: 4, talks: 6 });
  });
});

describe('how a round stands', () => {
  const now = new Date('2027-01-12T07:00:00Z');
  const [before, after] = [new Date(now.getTime() - 1), new Date(now.getTime() + 1)];
  const draft = { startsOn: '2027-01-12', startDue: { at: after }, decided: null, waiting: null };
  it.each([
    ['planned by HR', { ...draft, startsOn: null, startDue: null }, null, 'goes-on'],
    ['before its day', draft, null, 'starts'],
    ['on its day', { ...draft, startDue: { at: now } }, null, 'starting'],
    ['started by HR', { ...draft, startDue: { at: before }, decided: { what: 'start' as const } }, null, 'starting'],
    ['not to be started', { ...draft, waiting: {} }, null, 'waiting'],
    ['skipped', { ...draft, startDue: null, decided: { what: 'skip' as const } }, null, 'skipped'],
    ['stopped', { ...draft, startDue: null, decided: { what: 'stop' as const } }, null, 'ended'],
    ['launched', { ...draft, startDue: null }, before, 'goes-on'],
    ['launched, and stopped since', { ...draft, startDue: null, decided: { what: 'stop' as const } }, before, 'ended'],
  ] as const)('%s', (_what, facts, launchedAt, state) => expect(stateOfRound(facts, launchedAt, now)).toBe(state));
});

it.each([
  ['is here and HR', { enabled: true, isHr: true }, true],
  ['has not opened Samtal since', { enabled: true, isHr: null }, true],
  ['has left', { enabled: false, isHr: true }, false],
  ['has lost the role', { enabled: true, isHr: false }, false],
  ['is unknown', null, false],
])('Who launched the cycle and %s is told alone: %j, %j', (_what, owner, alone) => expect(isStillHr(owner)).toBe(alone));

it('Who is new and who is gone add up, whoever they are', () => {
  const people = fc.uniqueArray(fc.constantFrom(...'abcdefgh'));
  fc.assert(
    fc.property(people, people, (before, now) => {
      const { newcomers, gone } = changedPeople(before, now);
      const stayed = now.filter((id) => !newcomers.includes(id));
      expect(stayed.every((id) => before.includes(id))).toBe(true);
      expect(new Set([...stayed, ...gone])).toEqual(new Set(before));
    }),
  );
});
