/** Defaults that can be sent as they are, and every mistake named beside its field. */
import { describe, expect, it } from 'vitest';
import { usualRules } from '#api/cycle/rules/usual-rules.ts';
import { checkSettings } from '#api/cycle/rules/settings.ts';
import { defaultSettings, earliestDay, stepOf, weekdaysIn, wrongsFrom, wrongsOf } from './use-settings.ts';
import type { Wrongs } from './use-settings.ts';

const today = '2026-11-24';
const template = { templateId: 'development-talk', lengthMinutes: 60, releaseRule: 'both-released' } as const;
const good = defaultSettings(today, template, 'Talks');

describe('defaults', () => {
  it.each(['2026-11-24', '2026-11-25', '2026-11-26', '2026-12-28'])('made on %s begin on a weekday and are right', (day) => {
    const settings = defaultSettings(day, template, 'Talks');
    expect(new Date(`${settings.windowFrom}T12:00:00Z`).getUTCDay() % 6).not.toBe(0);
    expect(wrongsOf(settings, day, false)).toEqual({});
    expect(checkSettings(settings, 'Europe/Stockholm', new Date(`${day}T12:00:00Z`))).toBeNull();
  });
});

const later = (from: string, to: string) => ({ rules: { ...usualRules, secondWindow: { from, to, people: ['erik'] } } });

describe('wrong settings', () => {
  const table: [string, Partial<typeof good>, Wrongs][] = [
    ['no name', { name: '  ' }, { name: 'name' }],
    ['a very long name', { name: 'x'.repeat(121) }, { name: 'nameLong' }],
    ['no last day', { windowTo: '' }, { windowTo: 'day' }],
    ['a period backwards', { windowTo: '2026-12-01' }, { windowTo: 'order' }],
    ['a period in the past', { windowFrom: '2026-10-01', windowTo: '2026-11-01' }, { windowTo: 'past' }],
    ['a period used up by preparation', { windowTo: '2026-12-10', prepareDays: 28 }, { windowTo: 'short' }],
    [
      'a weekday wished and avoided',
      { rules: { ...usualRules, preferWeekdays: [1], avoidWeekdays: [1] } },
      { 'rules.avoidWeekdays': 'both-weekday' },
    ],
    ['a second window before the first', later('2026-11-30', '2027-02-01'), { 'rules.secondWindow': 'second-early' }],
    ['a second window that ends before it begins', later('2027-02-01', '2027-01-25'), { 'rules.secondWindow': 'second-order' }],
    ['a second window without a last day', later('2027-02-01', ''), { 'rules.secondWindow': 'day' }],
    ['a second window too far away', later('2027-02-01', '2027-09-01'), { 'rules.secondWindow': 'long' }],
    ['a period of more than half a year', { windowTo: '2027-08-01' }, { windowTo: 'long' }],
  ];
  it.each(table)('%s', (_what, part, wrongs) => {
    expect(wrongsOf({ ...good, ...part }, today, false)).toEqual(wrongs);
  });

  it('asks for departments only when some were to be chosen', () => {
    expect(wrongsOf(good, today, true)).toEqual({ departments: 'choose' });
  });

  it.each([0, 1, 7, 14, 21, 28, 45])('agrees with the server about %i days for preparation', (prepareDays) => {
    for (const windowTo of ['2026-12-04', '2026-12-08', '2026-12-09', '2026-12-22', '2026-12-23', '2027-01-08', '2027-01-09']) {
      const settings = { ...good, prepareDays, windowTo };
      const refused = checkSettings(settings, 'Europe/Stockholm', new Date(`${today}T12:00:00Z`));
      expect(wrongsOf(settings, today, false).windowTo === 'short', `${prepareDays} days, to ${windowTo}`).toBe(
        refused?.reason === 'window-too-short',
      );
    }
  });

  it('puts the server’s refusal beside its field', () => {
    expect(wrongsFrom({ reason: 'window-in-past', field: 'windowTo' }, good)).toEqual({ windowTo: 'past' });
    expect(wrongsFrom({ reason: 'wrong-input', field: 'departments.3' }, good)).toEqual({ departments: 'field' });
    expect(wrongsFrom({ reason: 'partner-unknown', field: 'rules.partnerId' }, good)).toEqual({ 'rules.partnerId': 'field' });
    expect(wrongsFrom({ reason: 'not-connected' }, good)).toEqual({});
  });
});

describe('days', () => {
  it('counts weekdays with both ends', () => {
    expect(weekdaysIn('2026-12-04', '2026-12-07')).toBe(2);
    expect(weekdaysIn('2026-12-05', '2026-12-06')).toBe(0);
    expect(weekdaysIn('2026-12-07', '2026-12-01')).toBe(0);
  });

  it('lets no talk begin before the preparation days have passed', () => {
    expect(earliestDay({ windowFrom: '2026-12-04', prepareDays: 7 }, today)).toBe('2026-12-04');
    expect(earliestDay({ windowFrom: '2026-11-26', prepareDays: 7 }, today)).toBe('2026-12-02');
  });

  it('knows on which screen a field stands', () => {
    expect([stepOf('name'), stepOf('departments'), stepOf('maxPerDay')]).toEqual(['which', 'who', 'when']);
  });
});
