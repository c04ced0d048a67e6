import { describe, expect, it } from 'vitest';
import type { Wishes } from '../contract.ts';
import { wrongWish } from './check-wishes.ts';

const monday = { kind: 'blocked', weekday: 1, from: 480, to: 600 } as const;

describe('wishes', () => {
  const table: [string, Wishes, ReturnType<typeof wrongWish>][] = [
    ['nothing', { weekly: [], days: [] }, null],
    ['hours and one day', { weekly: [monday], days: [{ from: '2026-12-04', to: '2026-12-04' }] }, null],
    ['hours backwards', { weekly: [monday, { ...monday, to: 480 }], days: [] }, { reason: 'hours-order', field: 'weekly.1' }],
    ['days backwards', { weekly: [], days: [{ from: '2026-12-04', to: '2026-12-03' }] }, { reason: 'days-order', field: 'days.0' }],
  ];
  it.each(table)('%s', (_what, wishes, wrong) => expect(wrongWish(wishes)).toEqual(wrong));
});
