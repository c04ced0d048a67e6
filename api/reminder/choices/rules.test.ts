import { describe, expect, it } from 'vitest';
import { clockKinds } from '../contract.ts';
import { choicesSchema, subjects } from './contract.ts';
import { isOff, usualChoices, wrongChoice } from './rules.ts';

describe('what a person may say', () => {
  it('is what holds for somebody who has said nothing', () => {
    expect(choicesSchema.parse(usualChoices)).toEqual(usualChoices);
    expect(wrongChoice(usualChoices)).toBeNull();
  });

  it.each([
    ['an hour', { from: 480, to: 540 }, null],
    ['less than an hour', { from: 480, to: 525 }, { field: 'from', reason: 'hours-order' }],
    ['backwards', { from: 900, to: 480 }, { field: 'from', reason: 'hours-order' }],
    ['no day', { weekdays: [] }, { field: 'weekdays', reason: 'wrong-input' }],
  ])('%s', (_what, part, expected) => expect(wrongChoice({ ...usualChoices, ...part })).toEqual(expected));
});

describe('what a person has turned off', () => {
  it('never silences a signature or a time that needs a decision', () => {
    expect(clockKinds.filter((kind) => !isOff(kind, { off: [...subjects] }))).toEqual(['signature-due', 'needs-attention']);
  });

  it('is nothing at first', () => expect(clockKinds.filter((kind) => isOff(kind, usualChoices))).toEqual([]));
});
