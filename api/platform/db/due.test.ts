import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dueAt, leaseFrom } from './due.ts';

describe('due marks', () => {
  it('begin above every fence of an earlier mark, so that its holder cannot close a later one', () => {
    const instant = fc.integer({ min: 0, max: 4_102_444_800_000 });
    fc.assert(
      fc.property(instant, fc.integer({ min: 1, max: 1_000_000 }), fc.integer({ min: 0, max: 999 }), (ms, later, claims) => {
        const held = dueAt(new Date(ms)).fence + claims;
        const fresh = dueAt(new Date(ms + later)).fence;
        expect(fresh).toBeGreaterThan(held);
        expect(Number.isSafeInteger(fresh + claims)).toBe(true);
      }),
    );
  });

  it('are free and untried at first', () => {
    expect(dueAt(new Date(5))).toMatchObject({ at: new Date(5), leaseUntil: null, attempts: 0 });
  });

  it('are held for a minute', () => expect(leaseFrom(new Date(0))).toEqual(new Date(60_000)));
});
