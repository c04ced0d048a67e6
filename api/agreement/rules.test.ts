import { describe, expect, it } from 'vitest';
import type { PolicyFacts, TalkState } from '#api/privacy/contract.ts';
import { agreementLimit } from './contract.ts';
import { isSame, isSigned, mayAgree, mayChange } from './rules.ts';

const facts = (state: TalkState, anySignature = false): PolicyFacts => ({
  state,
  releaseRule: 'both-released',
  sharedWithHr: { preparation: false, notes: false, agreements: false },
  managerPreparationVisible: true,
  employeeReleased: true,
  managerReleased: true,
  anySignature,
});

describe('changing agreements', () => {
  it.each<[string, TalkState, boolean, string | null]>([
    ['before the talk', 0, false, 'agreements-closed'],
    ['with preparation released', 1, false, 'agreements-closed'],
    ['in the talk', 2, false, null],
    ['after the talk', 3, false, null],
    ['after the first signature', 3, true, 'agreements-closed'],
    ['when both have signed', 4, true, 'agreements-closed'],
    ['when it is archived', 5, true, 'agreements-closed'],
  ])('%s', (_when, state, anySignature, reason) => {
    for (const side of ['employee', 'manager'] as const) expect(mayChange(side, facts(state, anySignature))?.reason ?? null).toBe(reason);
  });
});

describe('what can be agreed', () => {
  const parties = ['employee-id', 'manager-id'];
  it.each([
    ['by the employee', 'Texts', 'employee-id', null],
    ['by the manager', 'Texts', 'manager-id', null],
    ['by somebody else', 'Texts', 'colleague-id', { reason: 'wrong-input', field: 'ownerId' }],
    ['as long as allowed', 'x'.repeat(agreementLimit), 'employee-id', null],
    ['one too long', 'x'.repeat(agreementLimit + 1), 'employee-id', { reason: 'agreement-too-long', limit: agreementLimit }],
  ])('%s', (_what, text, ownerId, refused) => {
    const decided = mayAgree({ text, ownerId, due: null }, parties);
    if (refused) expect(decided).toMatchObject(refused);
    else expect(decided).toBeNull();
  });
});

describe('the same again', () => {
  const one = { text: 'Texts', ownerId: 'employee-id', due: '2026-06-01' };
  it.each([
    ['as it was', one, true],
    ['with white space around', { ...one, text: ' Texts\n' }, true],
    ['another text', { ...one, text: 'Text' }, false],
    ['another owner', { ...one, ownerId: 'manager-id' }, false],
    ['another day', { ...one, due: '2026-06-02' }, false],
    ['no day', { ...one, due: null }, false],
    ['no goal, said', { ...one, goalId: null }, true],
    ['a goal', { ...one, goalId: 'goal' }, false],
  ])('%s: %s', (_what, other, same) => expect(isSame(one, other)).toBe(same));
});

describe('signed', () => {
  it.each([
    [[], false],
    [['employee'], false],
    [['manager'], false],
    [['manager', 'employee'], true],
  ])('%j: %s', (signed, answer) => expect(isSigned(signed)).toBe(answer));
});
