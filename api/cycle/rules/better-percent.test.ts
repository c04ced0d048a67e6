import { expect, it } from 'vitest';
import { betterPercentOf } from './better-percent.ts';

it.each([
  { points: 100, least: 100, percent: 0, why: 'no plan is better' },
  { points: 0, least: 0, percent: 0, why: 'nothing counts against it' },
  { points: 0, least: -3, percent: null, why: 'there is nothing to be a part of' },
  { points: 1000, least: 999, percent: 1, why: 'never less than it may be' },
  { points: 200, least: 171, percent: 15, why: 'rounded up' },
  { points: 100, least: 80, percent: 20, why: 'the most that is said' },
  { points: 100, least: 79, percent: null, why: 'so much says nothing' },
])('says $percent % of $points points where $least are the least: $why', ({ points, least, percent }) => {
  expect(betterPercentOf({ points, least })).toBe(percent);
});
