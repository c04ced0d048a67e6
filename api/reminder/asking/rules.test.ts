/** What a manager may remind of, and that nobody gets it twice on a day of their own calendar. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { askedKey, mayAsk, type AskedFacts } from './rules.ts';

const now = new Date('2027-02-10T09:00:00Z');
const ahead: AskedFacts = { start: new Date('2027-02-17T09:00:00Z'), startedAt: null, employeeReleasedAt: null };

it.each<[string, Partial<AskedFacts>, boolean]>([
  ['a talk ahead', {}, true],
  ['one without a time', { start: null }, false],
  ['one whose time has passed', { start: new Date('2027-02-10T08:00:00Z') }, false],
  ['one that has begun', { startedAt: now }, false],
  ['one that is prepared', { employeeReleasedAt: now }, false],
])('%s: %s', (_title, change, expected) => expect(mayAsk({ ...ahead, ...change }, now)).toBe(expected));

it('Two askings have one key exactly when they fall on one day where the employee is', () => {
  const zone = fc.constantFrom('Europe/Stockholm', 'America/Los_Angeles', 'Pacific/Auckland', 'Etc/UTC');
  const at = fc.date({ min: new Date('2026-01-01'), max: new Date('2030-01-01'), noInvalidDate: true });
  const dayIn = (date: Date, timeZone: string): string => date.toLocaleDateString('sv-SE', { timeZone });
  fc.assert(
    fc.property(at, fc.integer({ min: 0, max: 48 * 60 }), zone, (one, minutes, timeZone) => {
      const other = new Date(one.getTime() + minutes * 60_000);
      const same = askedKey('t', 'e', timeZone, one) === askedKey('t', 'e', timeZone, other);
      expect(same).toBe(dayIn(one, timeZone) === dayIn(other, timeZone));
    }),
  );
});
