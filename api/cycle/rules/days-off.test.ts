import { describe, expect, it } from 'vitest';
import { daysOffBetween, spansOff } from './days-off.ts';

const rules = {
  holidays: ['se' as const],
  daysOff: [
    { day: '2027-03-25', name: 'Inventory' },
    { day: '2027-12-01', name: '' },
  ],
};

describe('days off', () => {
  it.each([
    ['se', ['2027-03-25', '2027-03-26', '2027-03-28', '2027-03-29']],
    ['fi', ['2027-03-25']],
    [null, ['2027-03-25']],
  ] as const)('%s', (country, days) => {
    expect(daysOffBetween(rules, country, '2027-03-01', '2027-03-31')).toEqual(days);
  });

  it('are whole local days, also the one that loses an hour', () => {
    const window = { start: new Date('2027-03-26T10:00:00Z'), end: new Date('2027-03-28T10:00:00Z') };
    expect(spansOff(rules, 'se', 'Europe/Stockholm', window)).toEqual([
      { start: new Date('2027-03-25T23:00:00Z'), end: new Date('2027-03-26T23:00:00Z') },
      { start: new Date('2027-03-27T23:00:00Z'), end: new Date('2027-03-28T22:00:00Z') },
    ]);
  });
});
