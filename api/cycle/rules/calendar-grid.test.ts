import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { instantOf, joinReadings, lessBusy, localTimes, slotMinutes, workingSlots, type Grid, type Reading } from './calendar-grid.ts';

const grid = (from: string, hours: number): Grid => ({ start: new Date(from), slots: (hours * 60) / slotMinutes });
const at = (iso: string): Date => new Date(iso);
/** Instants of the slots that are 1, as "dd hh:mm" in UTC. */
const ones = (of: Grid, slots: Uint8Array): string[] =>
  [...slots].flatMap((one, slot) => (one === 1 ? [instantOf(of, slot).toISOString().slice(8, 16).replace('T', ' ')] : []));
const firstAndLast = (list: string[]): [string | undefined, string | undefined, number] => [list[0], list.at(-1), list.length];

describe('working hours on the UTC grid', () => {
  it.each([
    ['Stockholm in winter', '2026-01-14T00:00Z', 'Europe/Stockholm', ['14 07:00', '14 15:45', 36]],
    ['Stockholm in summer', '2026-07-15T00:00Z', 'Europe/Stockholm', ['15 06:00', '15 14:45', 36]],
    ['the Friday before summer time', '2026-03-27T00:00Z', 'Europe/Stockholm', ['27 07:00', '27 15:45', 36]],
    ['the Monday after', '2026-03-30T00:00Z', 'Europe/Stockholm', ['30 06:00', '30 14:45', 36]],
    ['the Friday before winter time', '2026-10-23T00:00Z', 'Europe/Stockholm', ['23 06:00', '23 14:45', 36]],
    ['the Monday after it', '2026-10-26T00:00Z', 'Europe/Stockholm', ['26 07:00', '26 15:45', 36]],
    ['Helsinki, an hour earlier', '2026-01-14T00:00Z', 'Europe/Helsinki', ['14 06:00', '14 14:45', 36]],
    ['a zone half an hour off', '2026-01-14T00:00Z', 'Asia/Kolkata', ['14 02:30', '14 11:15', 36]],
    ['a Saturday', '2026-01-17T00:00Z', 'Europe/Stockholm', [undefined, undefined, 0]],
  ])('%s', (_what, from, zone, expected) => {
    const day = grid(from, 24);
    const free = workingSlots(day, localTimes(day, zone), { days: [1, 2, 3, 4, 5], from: 8 * 60, to: 17 * 60 });
    expect(firstAndLast(ones(day, free))).toEqual(expected);
  });

  it('leaves out a quarter that is only partly within the hours', () => {
    const day = grid('2026-01-14T00:00Z', 24);
    const free = workingSlots(day, localTimes(day, 'Etc/UTC'), { days: [3], from: 8 * 60 + 10, to: 9 * 60 + 5 });
    expect(ones(day, free)).toEqual(['14 08:15', '14 08:30', '14 08:45']);
  });
});

describe('local days', () => {
  it.each([
    ['the day that loses an hour', '2026-03-28T23:00Z', 92],
    ['the day that gains one', '2026-10-24T22:00Z', 100],
    ['any other day', '2026-05-04T22:00Z', 96],
  ])('%s has so many quarters', (_what, from, quarters) => {
    const { day } = localTimes(grid(from, 72), 'Europe/Stockholm');
    expect([...day].filter((one) => one === 0)).toHaveLength(quarters);
    expect([...day].filter((one) => one === 1)).toHaveLength(96);
  });

  it('are those that luxon counts for each slot by itself, in zones with and without half hours, around the changes of the clocks', () => {
    const zone = fc.constantFrom('Europe/Stockholm', 'Europe/London', 'Asia/Kolkata', 'America/Santiago', 'Australia/Lord_Howe', 'Etc/UTC');
    const start = fc.integer({ min: 0, max: 365 * 96 }).map((quarters) => new Date(Date.UTC(2026, 0, 1) + quarters * 15 * 60_000));
    fc.assert(
      fc.property(zone, start, fc.integer({ min: 1, max: 300 }), (timeZone, start, slots) => {
        const local = localTimes({ start, slots }, timeZone);
        for (let slot = 0; slot < slots; slot += 7) {
          const own = DateTime.fromJSDate(instantOf({ start, slots }, slot), { zone: timeZone });
          expect([local.weekday[slot], local.minute[slot]]).toEqual([own.weekday, own.hour * 60 + own.minute]);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('passes from one year to the next', () => {
    const { day, weekday } = localTimes(grid('2026-12-31T23:00Z', 2), 'Etc/UTC');
    expect([...day]).toEqual([0, 0, 0, 0, 1, 1, 1, 1]);
    expect([weekday[0], weekday[7]]).toEqual([4, 5]);
  });
});

describe('what is busy', () => {
  const morning = grid('2026-01-14T08:00Z', 3);
  const all = new Uint8Array(morning.slots).fill(1);
  it.each([
    ['on the quarter', '08:30', '09:00', 0, ['08:00', '08:15', '09:00']],
    ['off the quarter', '08:40', '09:01', 0, ['08:00', '08:15', '09:15']],
    ['with a buffer', '08:45', '09:00', 15, ['08:00', '08:15', '09:15']],
    ['with a buffer off the quarter', '08:50', '09:00', 15, ['08:00', '08:15', '09:15']],
    ['from before the window', '06:00', '08:15', 0, ['08:15', '08:30', '08:45']],
    ['before the window, its buffer inside', '07:00', '08:00', 15, ['08:15', '08:30', '08:45']],
    ['wholly before', '06:00', '07:00', 0, ['08:00', '08:15', '08:30']],
    ['wholly after', '12:00', '13:00', 0, ['08:00', '08:15', '08:30']],
    ['of no length', '08:15', '08:15', 0, ['08:00', '08:15', '08:30']],
  ])('%s', (_what, from, to, buffer, first) => {
    const busy = [{ start: at(`2026-01-14T${from}Z`), end: at(`2026-01-14T${to}Z`) }];
    const left = ones(morning, lessBusy(morning, all, busy, buffer)).map((one) => one.slice(3));
    expect(left.slice(0, 3)).toEqual(first);
  });

  it('never keeps a slot that touches something busy or its buffer, and never takes another', () => {
    const minutes = fc.integer({ min: -120, max: 300 });
    const entry = fc.tuple(minutes, fc.integer({ min: 1, max: 200 }));
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 5 }), fc.constantFrom(0, 15, 30), (entries, buffer) => {
        const zero = morning.start.getTime();
        const busy = entries.map(([from, length]) => ({
          start: new Date(zero + from * 60_000),
          end: new Date(zero + (from + length) * 60_000),
        }));
        const left = lessBusy(morning, all, busy, buffer);
        for (let slot = 0; slot < morning.slots; slot += 1) {
          const touches = entries.some(([from, length]) => from - buffer < (slot + 1) * 15 && from + length + buffer > slot * 15);
          expect(left[slot]).toBe(touches ? 0 : 1);
        }
      }),
    );
    expect([...all].every((one) => one === 1)).toBe(true);
  });
});

describe('a calendar put together from its stretches', () => {
  const reading = (day: number, timeZone: string | null = 'W. Europe Standard Time'): Reading => ({
    busy: [{ start: at(`2026-01-0${day}T08:00Z`), end: at(`2026-01-0${day}T09:00Z`) }],
    workingHours: timeZone === null ? null : { days: [1, 2], from: 480, to: 960, timeZone },
  });

  it('holds what is busy in all of them', () => {
    expect(joinReadings([reading(1), reading(2)], 'Europe/Stockholm')?.busy.map(({ start }) => start.getUTCDate())).toEqual([1, 2]);
  });

  it.each([
    ['the first', [null, reading(2)]],
    ['the last', [reading(1), null]],
    ['one in the middle', [reading(1), null, reading(3)]],
    ['all', [null]],
    ['none, since nothing was read', []],
  ])('is unreadable when a stretch is: %s', (_which, readings) => expect(joinReadings(readings, 'Europe/Stockholm')).toBeNull());

  it.each([
    ['a zone of Outlook', 'FLE Standard Time', /^Europe\//],
    ['an IANA zone', 'Europe/Helsinki', /^Europe\/Helsinki$/],
    ['UTC', 'UTC', /^Etc\/UTC$/],
    ['a zone without a name we know', 'Customized Time Zone', /^Europe\/Oslo$/],
    ['no hours at all', null, /^Europe\/Oslo$/],
  ])('stands in %s', (_what, zone, expected) => expect(joinReadings([reading(1, zone)], 'Europe/Oslo')?.timeZone).toMatch(expected));

  it('has office hours when the calendar names none', () => {
    expect(joinReadings([reading(1, null)], 'Europe/Oslo')?.work).toEqual({ days: [1, 2, 3, 4, 5], from: 480, to: 1020 });
  });
});
