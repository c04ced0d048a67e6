/** Who may change a talk's agenda and when, what it may hold, and that a published template never changes by it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PolicyFacts, TalkState } from '#api/privacy/contract.ts';
import { newestBuiltIn } from '#api/template/rules/built-in.ts';
import { pointLimit, type AgendaInput } from './contract.ts';
import { maySaveAgenda, withOwnMinutes } from './rules.ts';

const facts = (state: TalkState = 0): PolicyFacts => ({
  state,
  releaseRule: 'both-released',
  sharedWithHr: { preparation: false, notes: false, agreements: false },
  managerPreparationVisible: true,
  employeeReleased: state > 0,
  managerReleased: false,
  anySignature: state === 4,
});
const [template] = newestBuiltIn;
if (!template) throw new Error('There is no template');
const point = (text: string, pointId = text) => ({ pointId, text, minutes: 5 });

describe('saving an agenda', () => {
  it.each<[string, Partial<AgendaInput>, string | null]>([
    ['nothing of one’s own', {}, null],
    ['other minutes', { minutes: { ahead: 30, now: 0 } }, null],
    ['minutes of a part that is not there', { minutes: { lunch: 30 } }, 'wrong-input'],
    ['minutes of what every object has', { minutes: { constructor: 30 } }, 'wrong-input'],
    ['a point', { points: [point('The move in March')] }, null],
    ['the longest point', { points: [point('x'.repeat(pointLimit), 'a')] }, null],
    ['a longer one', { points: [point('x'.repeat(pointLimit + 1), 'a')] }, 'point-too-long'],
    ['two points under one id', { points: [point('one', 'a'), point('two', 'a')] }, 'wrong-input'],
  ])('%s', (_what, input, reason) => {
    const whole = { minutes: {}, points: [], ...input };
    expect(maySaveAgenda('manager', facts(), template, whole)?.reason ?? null).toBe(reason);
    expect(maySaveAgenda('employee', facts(), template, whole)?.reason).toBe('not-found');
  });

  it.each<[TalkState, string | null]>([
    [0, null],
    [1, null],
    [2, 'agenda-closed'],
    [3, 'agenda-closed'],
    [4, 'agenda-closed'],
    [5, 'agenda-closed'],
  ])('in state %d: %s', (state, reason) => {
    expect(maySaveAgenda('manager', facts(state), template, { minutes: {}, points: [] })?.reason ?? null).toBe(reason);
  });
});

it('An agenda changes the minutes of its talk’s parts and nothing else, and no published template', () => {
  const before = JSON.stringify(template);
  const minutes = fc.dictionary(fc.constantFrom(...template.parts.map(({ id }) => id), 'lunch'), fc.nat(180));
  fc.assert(
    fc.property(minutes, (own) => {
      const made = withOwnMinutes(template, own);
      expect(made.parts.map((part) => part.minutes)).toEqual(template.parts.map((part) => own[part.id] ?? part.minutes));
      expect(withOwnMinutes(made, Object.fromEntries(template.parts.map((part) => [part.id, part.minutes])))).toEqual(template);
    }),
  );
  expect(JSON.stringify(template)).toBe(before);
});
