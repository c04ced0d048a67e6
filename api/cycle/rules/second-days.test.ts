/** A second window counts when somebody is in it, and makes the cycle longer only where it ends later than the first. */
import { expect, it } from 'vitest';
import type { CycleSettings } from '../contract.ts';
import { lastDayOf, secondOf } from './second-days.ts';
import { usualRules } from './usual-rules.ts';

const inTwo = (to: string, people: string[]) => ({
  windowTo: '2027-02-26',
  rules: { ...usualRules, secondWindow: { from: '2027-02-22', to, people } },
});

it.each<[string, Pick<CycleSettings, 'windowTo' | 'rules'>, boolean, string]>([
  ['none set', { windowTo: '2027-02-26' }, false, '2027-02-26'],
  ['nobody in it', inTwo('2027-03-12', []), false, '2027-02-26'],
  ['somebody in it', inTwo('2027-03-12', ['erik']), true, '2027-03-12'],
  ['somebody in it, and it ends with the first', inTwo('2027-02-26', ['erik']), true, '2027-02-26'],
])('%s', (_what, settings, hasSecond, last) => {
  expect([secondOf(settings) !== null, lastDayOf(settings)]).toEqual([hasSecond, last]);
});
