import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PolicyFacts, TalkState } from '#api/privacy/contract.ts';
import { mayAccess } from '#api/privacy/rules/policy.ts';
import { answerLimit } from './contract.ts';
import {
  countsAsReleased,
  isEmpty,
  isOpen,
  isReleased,
  mayRelease,
  maySave,
  mayWithdraw,
  otherItem,
  ownItem,
  whenOpen,
  withRelease,
} from './rules.ts';

const facts = (over: Partial<PolicyFacts> = {}): PolicyFacts => ({
  state: 0,
  releaseRule: 'both-released',
  sharedWithHr: { preparation: false, notes: false, agreements: false },
  managerPreparationVisible: true,
  employeeReleased: false,
  managerReleased: false,
  anySignature: false,
  ...over,
});
const sides = ['employee', 'manager'] as const;
const released = { state: 1, employeeReleased: true, managerReleased: true } as const;
const word = { sv: '', en: '' };
const text = { kind: 'text' } as const;
const questions: Parameters<typeof maySave>[2] = [
  { id: 'proud-of', form: text },
  { id: 'learned', form: text },
  { id: 'clear', form: { kind: 'scale', from: word, to: word } },
];

describe('saving an answer', () => {
  it.each([
    ['a question of one’s own', 'learned', 'Texts', facts(), null],
    ['an empty answer', 'learned', '', facts(), null],
    ['exactly as long as allowed', 'learned', 'x'.repeat(answerLimit), facts(), null],
    ['one too long', 'learned', 'x'.repeat(answerLimit + 1), facts(), 'answer-too-long'],
    ['a question that is not asked', 'nothing', 'Texts', facts(), 'question-unknown'],
    ['an operator', '$where', 'Texts', facts(), 'question-unknown'],
    ['a path', 'learned.version', 'Texts', facts(), 'question-unknown'],
    ['a name every object has', 'constructor', 'Texts', facts(), 'question-unknown'],
    ['a mark and words', 'clear', 'between\nTexts', facts(), null],
    ['a number on a scale', 'clear', '3', facts(), 'wrong-input'],
    ['two marks on a scale', 'clear', 'between at-to', facts(), 'wrong-input'],
    ['words where marks stand', 'clear', 'Texts', facts(), 'wrong-input'],
    ['when the talk is live', 'learned', 'Texts', facts({ state: 2 }), 'preparation-closed'],
    ['when the talk is signed', 'learned', 'Texts', facts({ state: 4 }), 'preparation-closed'],
    ['when released', 'learned', 'Texts', facts(released), 'already-released'],
    ['when released and live', 'learned', 'Texts', facts({ ...released, state: 2 }), 'preparation-closed'],
  ])('%s', (_what, questionId, text, given, reason) => {
    for (const side of sides) expect(maySave(side, given, questions, questionId, text)?.reason ?? null).toBe(reason);
  });

  it('names the limit', () => {
    expect(maySave('employee', facts(), questions, 'learned', 'x'.repeat(20_001))).toMatchObject({
      reason: 'answer-too-long',
      limit: 20_000,
    });
  });

  it('is not stopped by the other side’s release', () => {
    expect(maySave('employee', facts({ state: 1, managerReleased: true }), questions, 'learned', '')).toBeNull();
    expect(maySave('manager', facts({ state: 1, employeeReleased: true }), questions, 'learned', '')).toBeNull();
  });
});

describe('releasing and taking back', () => {
  it.each([
    ['with text', facts(), true, null, 'not-released'],
    ['without text', facts(), false, 'nothing-to-release', 'not-released'],
    ['again', facts(released), true, 'already-released', null],
    ['when the talk is live', facts({ ...released, state: 2 }), true, 'preparation-closed', 'preparation-closed'],
    ['when the talk is held', facts({ state: 3 }), true, 'preparation-closed', 'preparation-closed'],
  ])('%s', (_what, given, hasText, release, withdraw) => {
    for (const side of sides) {
      expect(mayRelease(side, given, hasText)?.reason ?? null).toBe(release);
      expect(mayWithdraw(side, given)?.reason ?? null).toBe(withdraw);
    }
  });
});

describe('which row of the policy is meant', () => {
  it('is the draft until release, the submitted one afterwards, and for the manager one row for both', () => {
    expect([ownItem('employee', false), ownItem('employee', true), ownItem('manager', false), ownItem('manager', true)]).toEqual([
      'preparation-draft',
      'preparation',
      'manager-preparation',
      'manager-preparation',
    ]);
    expect([otherItem('employee'), otherItem('manager')]).toEqual(['manager-preparation', 'preparation']);
  });

  it('never lets the manager read what is not released, whatever else is true', () => {
    const anyFacts = fc.record({
      state: fc.constantFrom<TalkState>(0, 1, 2, 3, 4, 5),
      releaseRule: fc.constantFrom('on-release', 'both-released', 'talk-start'),
      sharedWithHr: fc.record({ preparation: fc.boolean(), notes: fc.boolean(), agreements: fc.boolean() }),
      managerPreparationVisible: fc.boolean(),
      employeeReleased: fc.boolean(),
      managerReleased: fc.boolean(),
      anySignature: fc.boolean(),
    });
    fc.assert(
      fc.property(anyFacts, fc.constantFrom(...sides), (given, side) => {
        const other = side === 'employee' ? 'manager' : 'employee';
        // What the author is shown beforehand is what the other reads in the end, whatever the rule: neither more nor less.
        const inTheEnd = whenOpen(other, given);
        expect(mayAccess(otherItem(side), 'read', side, inTheEnd)).toBe(side === 'manager' || given.managerPreparationVisible);
        if (mayAccess(otherItem(side), 'read', side, given)) expect(mayAccess(otherItem(side), 'read', side, inTheEnd)).toBe(true);
        if (!isReleased(other, given)) expect(mayAccess(otherItem(side), 'read', side, given)).toBe(false);
        // What may be saved is open and not released, for both sides alike.
        expect(maySave(side, given, questions, 'learned', 'Texts') === null).toBe(isOpen(side, given) && !isReleased(side, given));
      }),
    );
  });
});

describe('an empty answer', () => {
  it.each([
    ['', true],
    [' \n\t ', true],
    ['.', false],
  ])('%j: %s', (text, empty) => expect(isEmpty(text)).toBe(empty));
});

describe('a release, and a talk that is handed over', () => {
  const day = (of: number): Date => new Date(Date.UTC(2027, 1, of));
  it.each<[string, 'employee' | 'manager', Date | null, string | null, Date | null, boolean]>([
    ['never released', 'employee', null, null, null, false],
    ['never handed over', 'employee', day(1), 'maja', null, true],
    ['by an earlier version', 'employee', day(1), null, null, true],
    ['shared with the one before', 'employee', day(1), 'maja', day(2), false],
    ['by an earlier version, handed over since', 'employee', day(1), null, day(2), false],
    ['shared with the one before, by a press that came late', 'employee', day(3), 'maja', day(2), false],
    ['shared with the new one', 'employee', day(3), 'vera', day(2), true],
    ['shared with this one, before somebody else had the talk', 'employee', day(1), 'vera', day(2), false],
    ['the new manager’s own', 'manager', day(3), 'erik', day(2), true],
  ])('%s', (_what, side, releasedAt, releasedTo, heldSince, expected) =>
    expect(countsAsReleased({ releasedAt, releasedTo }, side, { managerId: 'vera', heldSince })).toBe(expected),
  );
});

describe('the facts once one has shared, or taken it back', () => {
  it.each<[string, Parameters<typeof withRelease>, Partial<PolicyFacts>]>([
    ['the first shares', ['employee', true, facts()], { state: 1, employeeReleased: true, managerReleased: false }],
    ['the second shares', ['manager', true, facts({ ...released, managerReleased: false, state: 1 })], { state: 1, managerReleased: true }],
    ['the only one takes back', ['employee', false, facts({ state: 1, employeeReleased: true })], { state: 0, employeeReleased: false }],
    [
      'one of two takes back',
      ['employee', false, facts({ state: 1, employeeReleased: true, managerReleased: true })],
      { state: 1, managerReleased: true },
    ],
    ['once it has begun', ['manager', true, facts({ state: 2 })], { state: 2, managerReleased: true }],
  ])('%s', (_what, given, expected) => expect(withRelease(...given)).toMatchObject(expected));
});
