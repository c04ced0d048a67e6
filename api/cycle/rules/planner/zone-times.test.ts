import { DateTime } from 'luxon';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isZone, zoneTimes } from './zone-times.ts';

const zones = [
  'Europe/Stockholm',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'America/St_Johns',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
  'UTC',
];
const minutes = 15;

test('local days, weekdays and minutes are those of the zone, through months and changes of the clocks', () => {
  const start = fc.date({ min: new Date('2000-01-01T00:00:00Z'), max: new Date('2050-01-01T00:00:00Z'), noInvalidDate: true });
  fc.assert(
    fc.property(fc.constantFrom(...zones), start, fc.integer({ min: 0, max: 96 * 40 - 1 }), (tz, begin, slot) => {
      const startMs = Math.floor(begin.getTime() / 60_000) * 60_000;
      const local = DateTime.fromMillis(startMs + slot * minutes * 60_000, { zone: tz });
      const { day, weekday, minute } = zoneTimes(tz, { startMs, slots: 96 * 40, slotMinutes: minutes });
      const first = DateTime.fromMillis(startMs, { zone: 'utc' }).startOf('day');
      const days = local.setZone('utc', { keepLocalTime: true }).startOf('day').diff(first, 'days').days;
      expect([day[slot], weekday[slot], minute[slot]]).toEqual([days + 1, local.weekday % 7, local.hour * 60 + local.minute]);
    }),
    { numRuns: 300 },
  );
});

test.each(['', 'Europe/Nowhere', 'CET ', 'here'])('%j is no zone', (tz) => expect(isZone(tz)).toBe(false));
test.each(zones)('%s is a zone', (tz) => expect(isZone(tz)).toBe(true));
