/** Which talks a meeting offers, and which few of many are shown. */
import { expect, it } from 'vitest';
import { holdable, someOf } from './use-holdable.ts';

const now = new Date('2027-02-17T09:00:00Z');

it('offers talks that are not over, nearest first, without a time last', () => {
  const talks = [
    { start: null, finishedAt: null },
    { start: '2027-03-01T09:00:00Z', finishedAt: null },
    { start: '2027-02-16T09:00:00Z', finishedAt: null },
    { start: '2027-02-17T09:00:00Z', finishedAt: '2027-02-17T10:00:00Z' },
  ];
  expect(holdable(talks, now).map(({ start }) => start)).toEqual(['2027-02-16T09:00:00Z', '2027-03-01T09:00:00Z', null]);
});

it('shows five, says how many more, and finds by name', () => {
  const names = ['Åsa', 'Bo', 'Cai', 'Dan', 'Eva', 'Fia', 'Bosse'];
  expect(someOf(names, String, '')).toEqual({ shown: names.slice(0, 5), more: 2 });
  expect(someOf(names, String, ' bo ')).toEqual({ shown: ['Bo', 'Bosse'], more: 0 });
});
