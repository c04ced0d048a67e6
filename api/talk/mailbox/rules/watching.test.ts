import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { covers, isOver, nextNight, renewalDue, spanFor, subscriptionMs } from './watching.ts';

const hour = 3_600_000;
const at = (iso: string): Date => new Date(iso);
const now = at('2027-02-01T08:00:00Z');
const after = (hours: number): Date => new Date(now.getTime() + hours * hour);
const anyDate = fc.date({ min: at('2026-01-01T00:00:00Z'), max: at('2029-01-01T00:00:00Z'), noInvalidDate: true });

describe('a subscription', () => {
  it('is asked for within the seven days that Graph allows', () => expect(subscriptionMs).toBeLessThan(10_080 * 60_000));

  it.each([
    [-1, true, true],
    [0, true, true],
    [1, true, false],
    [47, true, false],
    [48, false, false],
    [100, false, false],
  ])('with %d hours left: renewed %s, over %s', (hours, renewed, over) => {
    expect([renewalDue(after(hours), now), isOver(after(hours), now)]).toEqual([renewed, over]);
  });
});

describe('the next night', () => {
  it('is within a day, between midnight and three, and the same for the same person', () => {
    fc.assert(
      fc.property(anyDate, fc.uuid(), (from, personId) => {
        const night = nextNight(from, personId);
        const ahead = night.getTime() - from.getTime();
        expect(ahead > 0 && ahead <= 24 * hour).toBe(true);
        expect(night.getUTCHours()).toBeLessThan(3);
        expect(nextNight(night, personId).getTime() - night.getTime()).toBe(24 * hour);
      }),
    );
  });

  it('is spread over people', () => {
    const nights = new Set(Array.from({ length: 50 }, (_, number) => nextNight(now, `person-${number}`).getTime()));
    expect(nights.size).toBeGreaterThan(20);
  });
});

describe('the weeks that are read', () => {
  const time = fc
    .tuple(anyDate, fc.integer({ min: 1, max: 8 }))
    .map(([start, hours]) => ({ start, end: new Date(start.getTime() + hours * hour) }));

  it('hold every talk, and now', () => {
    fc.assert(
      fc.property(fc.array(time, { maxLength: 5 }), anyDate, (talks, today) => {
        const span = spanFor(talks, today);
        expect(covers(span, talks)).toBe(true);
        expect(span.from < today && today < span.to).toBe(true);
      }),
    );
  });

  it.each([
    ['inside', '2027-02-10T09:00:00Z', true],
    ['before', '2027-01-01T09:00:00Z', false],
    ['after', '2027-09-01T09:00:00Z', false],
  ])('a talk %s', (_where, start, expected) => {
    expect(covers(spanFor([], now), [{ start: at(start), end: at(start) }])).toBe(expected);
  });
});
