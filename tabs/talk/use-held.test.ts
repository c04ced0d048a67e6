/** The day a talk was held, where that is another than the booked one. */
import { expect, it } from 'vitest';
import { heldElsewhen } from './use-held.ts';

it.each<[string, string | null, string | null, boolean]>([
  ['has not begun', '2026-12-03T09:00:00Z', null, false],
  ['began a little late', '2026-12-03T09:00:00Z', '2026-12-03T09:12:00Z', false],
  ['began ten days early', '2026-12-03T09:00:00Z', '2026-11-23T14:00:00Z', true],
  ['had no time', null, '2026-11-23T14:00:00Z', true],
])('A talk that %s says the day it was held: %s, %s, %s', (_title, start, startedAt, says) => {
  const daysUntil = (instant: string): number => Math.floor(Date.parse(instant) / 86_400_000);
  expect(heldElsewhen({ start, startedAt }, daysUntil)).toBe(says ? startedAt : null);
});
