import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkSettings, longestWindowDays, windowOf } from './settings.ts';

const window = (windowFrom: string, windowTo: string, prepareDays = 0) => ({ windowFrom, windowTo, prepareDays });
const now = new Date('2026-03-02T09:30:00Z');
const zone = 'Europe/Stockholm';

describe('the instants a window means', () => {
  it.each([
    ['from the first day to the end of the last', window('2026-03-10', '2026-03-12'), '2026-03-09T23:00', '2026-03-12T23:00'],
    ['one day', window('2026-03-10', '2026-03-10'), '2026-03-09T23:00', '2026-03-10T23:00'],
    ['over the start of summer time', window('2026-03-28', '2026-03-30'), '2026-03-27T23:00', '2026-03-30T22:00'],
    ['over its end', window('2026-10-24', '2026-10-26'), '2026-10-23T22:00', '2026-10-26T23:00'],
    ['not before the preparation is over', window('2026-03-03', '2026-03-20', 7), '2026-03-09T23:00', '2026-03-20T23:00'],
    ['not later than its first day either', window('2026-03-16', '2026-03-20', 7), '2026-03-15T23:00', '2026-03-20T23:00'],
    ['not before tomorrow when it begins today', window('2026-03-02', '2026-03-20'), '2026-03-02T23:00', '2026-03-20T23:00'],
  ])('%s', (_what, settings, start, end) => {
    const found = windowOf(settings, zone, now);
    expect([found.start.toISOString().slice(0, 16), found.end.toISOString().slice(0, 16)]).toEqual([start, end]);
  });

  it('gives the whole of the local day to preparation, and midnight itself counts', () => {
    const midnight = new Date('2026-03-01T23:00:00Z');
    expect(windowOf(window('2026-03-01', '2026-03-20', 1), zone, midnight).start.toISOString()).toBe('2026-03-02T23:00:00.000Z');
  });

  it('begins where local midnight does not exist, with the first instant of that day', () => {
    const { start } = windowOf(window('2026-09-06', '2026-09-07'), 'America/Santiago', now);
    expect(start.toISOString()).toBe('2026-09-06T04:00:00.000Z');
  });
});

describe('whether settings make sense', () => {
  it.each([
    ['a window ahead', window('2026-03-10', '2026-03-20', 5), null, undefined],
    ['backwards', window('2026-03-20', '2026-03-10'), 'wrong-input', 'windowTo'],
    ['as long as allowed', window('2026-03-10', '2026-09-06'), null, undefined],
    ['a day longer', window('2026-03-10', '2026-09-07'), 'wrong-input', 'windowTo'],
    ['over', window('2026-02-01', '2026-03-01'), 'window-in-past', 'windowTo'],
    ['used up by preparation', window('2026-03-03', '2026-03-06', 7), 'window-too-short', 'windowTo'],
    ['today only, with nothing left of it that may be used', window('2026-03-02', '2026-03-02'), 'window-too-short', 'windowTo'],
    ['begun already, still open', window('2026-02-01', '2026-03-20'), null, undefined],
  ])('%s', (_what, settings, reason, field) => {
    const refused = checkSettings(settings, zone, now);
    expect(refused?.reason ?? null).toBe(reason);
    expect(refused?.field).toBe(field);
  });

  it('lets only such settings pass whose window lies ahead, holds time, and leaves the days for preparation', () => {
    const day = fc.integer({ min: -20, max: 240 }).map((days) => new Date(now.getTime() + days * 86_400_000).toISOString().slice(0, 10));
    fc.assert(
      fc.property(
        day,
        day,
        fc.integer({ min: 0, max: 60 }),
        fc.constantFrom(zone, 'America/New_York', 'Asia/Kolkata'),
        (from, to, days, tz) => {
          const settings = window(from, to, days);
          if (checkSettings(settings, tz, now)) return;
          const { start, end } = windowOf(settings, tz, now);
          // An hour less where the clock goes forward in between: days are local days.
          expect(start.getTime()).toBeGreaterThanOrEqual(now.getTime() + days * 86_400_000 - 3_600_000);
          expect(start.getTime()).toBeGreaterThanOrEqual(now.getTime());
          expect(end.getTime()).toBeGreaterThan(start.getTime());
          expect(end.getTime() - start.getTime()).toBeLessThanOrEqual((longestWindowDays + 1) * 86_400_000 + 3_600_000);
        },
      ),
    );
  });
});
