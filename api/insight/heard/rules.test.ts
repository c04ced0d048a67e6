/** What is shown of answers: tables of departments, and for any numbers that nobody can be found by adding and subtracting. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Side } from '#api/talk/contract.ts';
import { fewest } from '#api/privacy/rules/groups.ts';
import { groupsOf, isOver, ownGroups, quarterOf, type Counted } from './rules.ts';

const counted = (department: string, people: number, side: Side = 'employee'): Counted => ({
  side,
  department,
  people,
  heard: { yes: people, partly: 0, no: 0 },
  next: { yes: 0, partly: people, no: 0 },
});
const said = (parts: Counted[]): string[] =>
  groupsOf(parts).map(({ side, department, people }) => `${side} ${department ?? 'together'} ${people}`);

describe('the groups of a quarter', () => {
  it.each<[string, Counted[], string[]]>([
    ['nobody has answered', [], []],
    ['four in all are not shown', [counted('Charts', 4)], []],
    ['five are', [counted('Charts', 5)], ['employee Charts 5']],
    ['small departments are put together', [counted('Charts', 3), counted('Ships', 2)], ['employee together 5']],
    ['and not shown when they are too few', [counted('Charts', 2), counted('Ships', 2)], []],
    [
      'a remainder that is too small takes the smallest department with it',
      [counted('Charts', 9), counted('Ships', 5), counted('Harbour', 2)],
      ['employee Charts 9', 'employee together 7'],
    ],
    ['also the only one', [counted('Charts', 9), counted('Ships', 1)], ['employee together 10']],
    ['a department without people takes nobody’s figures along', [counted('Charts', 9), counted('Ships', 0)], ['employee together 9']],
    [
      'managers are one group, of their own',
      [counted('Charts', 6), counted('Charts', 3, 'manager'), counted('Ships', 2, 'manager')],
      ['employee Charts 6', 'manager together 5'],
    ],
    ['and not filled up with employees', [counted('Charts', 6), counted('Charts', 4, 'manager')], ['employee Charts 6']],
  ])('%s', (_what, parts, groups) => expect(said(parts)).toEqual(groups));

  it('are five or more, everybody once or nobody of a side, whatever was answered', () => {
    const part = fc.record({ department: fc.nat(12), people: fc.nat(11), manager: fc.boolean() });
    fc.assert(
      fc.property(fc.uniqueArray(part, { selector: ({ department, manager }) => `${department} ${manager}`, maxLength: 24 }), (parts) => {
        const all = parts.map(({ department, people, manager }) => counted(String(department), people, manager ? 'manager' : 'employee'));
        const groups = groupsOf(all);
        for (const side of ['employee', 'manager'] as const) {
          const sum = (of: { side: Side; people: number }[]): number =>
            of.filter((one) => one.side === side).reduce((count, { people }) => count + people, 0);
          // All or nothing: no remainder that is known by its total and not shown.
          expect(sum(groups)).toBe(sum(all) >= fewest ? sum(all) : 0);
          // One group of a name at most, so that no two groups overlap.
          const names = groups.filter((group) => group.side === side).map(({ department }) => department);
          expect(new Set(names).size).toBe(names.length);
        }
        for (const { people, heard, next } of groups) {
          expect(people).toBeGreaterThanOrEqual(fewest);
          expect([heard.yes, next.partly]).toEqual([people, people]);
        }
      }),
    );
  });

  it('do not depend on the order in which departments are read', () => {
    const sizes = fc.array(fc.nat(9), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(sizes, (people) => {
        const all = people.map((count, at) => counted(`d${at}`, count));
        expect(groupsOf([...all].reverse())).toEqual(groupsOf(all));
      }),
    );
  });
});

it('A manager sees the own group from six people, so that five are left without the manager', () => {
  const groups = groupsOf([counted('Charts', 6), counted('Ships', 5), counted('Office', 8)]);
  expect(ownGroups(groups, new Set(['Charts', 'Ships'])).map(({ department }) => department)).toEqual(['Charts']);
});

describe('a quarter', () => {
  it.each([
    ['2026-01-01T00:00:00Z', '2026-1'],
    ['2026-03-31T23:59:59Z', '2026-1'],
    ['2026-04-01T00:00:00Z', '2026-2'],
    ['2026-11-25T12:00:00Z', '2026-4'],
  ])('of %s is %s', (at, quarter) => expect(quarterOf(new Date(at))).toBe(quarter));

  it.each([
    ['2026-4', '2026-12-31T23:59:59Z', false],
    ['2026-4', '2027-01-01T00:00:00Z', true],
    ['2026-4', '2026-01-01T00:00:00Z', false],
  ])('%s is over at %s: %s', (quarter, now, over) => expect(isOver(quarter, new Date(now))).toBe(over));
});
