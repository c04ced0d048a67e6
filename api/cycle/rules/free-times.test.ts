/** Times for one talk: free for both, within the cycle's rules, spread over days. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PersonCalendar } from './calendar-grid.ts';
import { freeStarts, timesToOffer, type TwoCalendars } from './free-times.ts';

const zone = 'Europe/Stockholm';
const monday = new Date('2027-02-01T00:00:00Z');
const at = (day: number, clock: string): Date => new Date(`2027-02-0${day}T${clock}:00+01:00`);
const free: PersonCalendar = { timeZone: zone, work: { days: [1, 2, 3, 4, 5], from: 8 * 60, to: 17 * 60 }, busy: [] };
const given = (over: Partial<TwoCalendars> = {}): TwoCalendars => ({
  grid: { start: monday, slots: 4 * 24 * 3 },
  manager: free,
  employee: free,
  talks: { manager: [], employee: [] },
  lengthMinutes: 60,
  bufferMinutes: 15,
  maxPerDay: 2,
  ...over,
});
const has = (starts: Date[], start: Date): boolean => starts.some((one) => one.getTime() === start.getTime());

describe('when a talk can begin', () => {
  it('is within the working hours of both, to the last quarter', () => {
    const starts = freeStarts(given({ employee: { ...free, work: { days: [1, 2], from: 10 * 60, to: 12 * 60 } } }));
    expect([has(starts, at(1, '10:00')), has(starts, at(1, '11:00'))]).toEqual([true, true]);
    expect([has(starts, at(1, '09:45')), has(starts, at(1, '11:15')), has(starts, at(3, '10:00'))]).toEqual([false, false, false]);
  });

  it('keeps the buffer around what the manager has, and none around what the employee has', () => {
    const busy = [{ start: at(1, '10:00'), end: at(1, '11:00') }];
    const manager = freeStarts(given({ manager: { ...free, busy } }));
    expect([has(manager, at(1, '11:00')), has(manager, at(1, '11:15')), has(manager, at(1, '08:45'))]).toEqual([false, true, true]);
    const employee = freeStarts(given({ employee: { ...free, busy } }));
    expect([has(employee, at(1, '11:00')), has(employee, at(1, '09:00'))]).toEqual([true, true]);
  });

  it('counts talks that are not in a calendar yet, and leaves full days alone', () => {
    const talk = (day: number, clock: string, end: string) => ({ start: at(day, clock), end: at(day, end) });
    const one = freeStarts(given({ talks: { manager: [talk(1, '09:00', '10:00')], employee: [] } }));
    expect([has(one, at(1, '09:30')), has(one, at(1, '13:00'))]).toEqual([false, true]);
    const two = freeStarts(given({ talks: { manager: [], employee: [talk(1, '09:00', '10:00'), talk(1, '15:00', '16:00')] } }));
    expect([has(two, at(1, '13:00')), has(two, at(2, '13:00'))]).toEqual([false, true]);
  });

  it('never lies on anything that is busy, whatever the calendars hold', () => {
    const span = fc.record({ from: fc.nat(287), slots: fc.integer({ min: 1, max: 40 }) });
    const quarter = 15 * 60_000;
    fc.assert(
      fc.property(fc.array(span, { maxLength: 12 }), fc.constantFrom(15, 45, 60, 90), (spans, lengthMinutes) => {
        const busy = spans.map(({ from, slots }) => ({
          start: new Date(monday.getTime() + from * quarter),
          end: new Date(monday.getTime() + (from + slots) * quarter),
        }));
        for (const start of freeStarts(given({ employee: { ...free, busy }, lengthMinutes, bufferMinutes: 0 }))) {
          const end = new Date(start.getTime() + lengthMinutes * 60_000);
          expect(busy.some((one) => one.start < end && one.end > start)).toBe(false);
        }
      }),
    );
  });
});

describe('which times are offered', () => {
  const words = (starts: Date[]): string[] => starts.map((start) => start.toISOString().slice(8, 16));

  it('are the next ones, on even times, at most two a day', () => {
    expect(words(timesToOffer(freeStarts(given()), 60, zone))).toEqual(['01T07:00', '01T08:00', '02T07:00', '02T08:00', '03T07:00']);
  });

  it('are whatever is free when that is little', () => {
    const odd: PersonCalendar = { ...free, work: { days: [1], from: 8 * 60 + 15, to: 11 * 60 + 15 } };
    const starts = freeStarts(given({ employee: odd, lengthMinutes: 90 }));
    expect(words(timesToOffer(starts, 90, zone))).toEqual(['01T07:15', '01T08:45']);
    expect(timesToOffer([], 60, zone)).toEqual([]);
  });
});
