/** Who may start an unplanned talk with whom, that two have one such talk at a time, and which talk a meeting shows. */
import { describe, expect, it } from 'vitest';
import { nameOfUnplanned, shownOf, sidesOf } from './rules.ts';

const anna = { personId: 'anna', managerId: 'boss' };
const boss = { personId: 'boss', managerId: 'chief' };
const bea = { personId: 'bea', managerId: 'boss' };
const over = new Date('2027-02-17T09:00:00Z');

describe('an unplanned talk', () => {
  it.each([
    [anna, boss, { employeeId: 'anna', managerId: 'boss' }],
    [boss, anna, { employeeId: 'anna', managerId: 'boss' }],
    [anna, bea, null],
    [anna, { personId: 'chief', managerId: null }, null],
    [boss, boss, null],
    [anna, anna, null],
  ])('is between an employee and their manager, whoever starts it (%#)', (one, other, sides) => {
    expect(sidesOf(one, other)).toEqual(sides);
  });

  it('is the same one until it is over, then the next', () => {
    const first = nameOfUnplanned([], 'boss');
    const open = { cycleId: first, managerId: 'boss', finishedAt: null };
    expect(nameOfUnplanned([open], 'boss')).toBe(first);
    const second = nameOfUnplanned([{ ...open, finishedAt: over }], 'boss');
    expect(second).not.toBe(first);
    expect(nameOfUnplanned([{ ...open, finishedAt: over, managerId: 'former' }], 'boss')).toBe(first);
    expect(nameOfUnplanned([{ cycleId: 'spring', managerId: 'boss', finishedAt: over }], 'boss')).toBe(first);
  });

  it('is shown in its meeting while it is not over; of those that are, the newest', () => {
    const [old, open, newest] = [{ finishedAt: over }, { finishedAt: null }, { finishedAt: over }];
    expect(shownOf([newest, open, old])).toBe(open);
    expect(shownOf([newest, old])).toBe(newest);
    expect(shownOf([])).toBeNull();
  });
});
