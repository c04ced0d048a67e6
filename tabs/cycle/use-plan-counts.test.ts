/** A plan counted by day and by manager. */
import { describe, expect, it } from 'vitest';
import { levelOf, loadByManager, talksPerDay, weekNumber, weeksOf } from './use-plan-counts.ts';

const person = (id: string) => ({ id, name: `Name ${id}`, jobTitle: '', department: '' });
const talk = (employee: string, manager: string, start: string) => ({
  employee: person(employee),
  manager: person(manager),
  start,
  end: start,
  chosenBy: null,
});
const placed = [
  talk('a', 'm', '2026-12-07T09:00:00Z'),
  talk('b', 'm', '2026-12-07T13:00:00Z'),
  talk('c', 'n', '2026-12-08T23:30:00Z'),
  talk('d', 'm', '2026-12-01T09:00:00Z'),
];

describe('plan counts', () => {
  it('counts by the reader’s own day', () => {
    expect([...talksPerDay(placed, 'Europe/Stockholm')]).toEqual([
      ['2026-12-07', 2],
      ['2026-12-09', 1],
      ['2026-12-01', 1],
    ]);
  });

  it('shows whole weeks from Monday, and weekends only when they hold talks', () => {
    const weeks = weeksOf('2026-12-03', '2026-12-14', new Map());
    expect(weeks.map(([monday]) => monday)).toEqual(['2026-11-30', '2026-12-07', '2026-12-14']);
    expect(weeks[0]).toHaveLength(5);
    expect(weeksOf('2026-12-03', '2026-12-14', new Map([['2026-12-05', 1]]))[0]).toHaveLength(7);
  });

  it.each([
    ['2026-11-30', 49],
    ['2026-12-28', 53],
    ['2027-01-04', 1],
    ['2024-12-30', 1],
  ])('the week of %s is number %i', (monday, week) => {
    expect(weekNumber(monday)).toBe(week);
  });

  it('puts the busiest manager first, talks in order of time', () => {
    const [first, second] = loadByManager(placed, 'Europe/Stockholm');
    expect([first?.manager.id, first?.mostInADay, first?.talks.map(({ employee }) => employee.id)]).toEqual(['m', 2, ['d', 'a', 'b']]);
    expect(second?.manager.id).toBe('n');
  });

  it('has three steps of fullness', () => {
    expect([0, 1, 3, 4, 6, 7, 9].map((count) => levelOf(count, 9))).toEqual([0, 1, 1, 2, 2, 3, 3]);
  });
});
