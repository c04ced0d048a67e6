/** Dates as they are said, each language, zone and form by itself, also when another was said just before. */
import { expect, it } from 'vitest';
import { sayDate } from './dates.ts';

const at = new Date('2026-12-31T23:30:00Z');
const cases: [Parameters<typeof sayDate>[1], string, 'sv' | 'en', string][] = [
  ['day', 'Europe/Stockholm', 'sv', 'fredag 1 januari'],
  ['day', 'Europe/Stockholm', 'en', 'Friday 1 January'],
  ['day', 'America/New_York', 'sv', 'torsdag 31 december'],
  ['day-and-year', 'Europe/Stockholm', 'sv', 'fredag 1 januari 2027'],
  ['time', 'Europe/Stockholm', 'en', '00:30'],
  ['time', 'America/New_York', 'en', '18:30'],
];

it('each is said by itself, the first time and the next', () => {
  for (const round of [1, 2])
    for (const [form, timeZone, language, said] of cases)
      expect(sayDate(at, form, { timeZone, language }).replace(',', ''), `${round} ${form} ${timeZone}`).toBe(said);
});
