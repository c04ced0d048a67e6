import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasNoLetters, runsFromRight, seenOrder, stretchesOf } from './scripts.ts';

describe('stretches of a text', () => {
  it.each([
    ['Åsa 12%', [['Åsa 12%', 'text']]],
    [
      'a שלום b',
      [
        ['a ', 'text'],
        ['שלום', 'hebrew'],
        [' b', 'text'],
      ],
    ],
    ['مَرحبا', [['مَرحبا', 'arabic']]],
    [
      '👩🏽‍🔬 ok',
      [
        ['👩🏽‍🔬', 'emoji'],
        [' ok', 'text'],
      ],
    ],
    ['1 # *', [['1 # *', 'text']]],
    ['', []],
  ])('%s', (text, expected) => expect(stretchesOf(text).map((one) => [one.text, one.face])).toEqual(expected));

  it('put together are the text, and each has its place in the line', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', ' ', 'ש', 'ع', '👍', '1', '漢', '\uD800'), maxLength: 30 });
    fc.assert(
      fc.property(letters, fc.boolean(), (text, fromRight) => {
        const stretches = stretchesOf(text);
        expect(stretches.map((one) => one.text).join('')).toBe(text);
        expect([...seenOrder(stretches, fromRight)].sort((a, b) => a - b)).toEqual(stretches.map((_one, at) => at));
      }),
    );
  });
});

it.each([
  ['Hej', false],
  ['12. שלום', true],
  ['Hej שלום', false],
  ['مرحبا', true],
  ['123', false],
  ['', false],
])('%s runs from the right: %s', (text, fromRight) => expect(runsFromRight(text)).toBe(fromRight));

it.each([
  ['Żółć Ω Ж क שלום مرحبا 👍 – 1', false],
  ['李', true],
  ['さくら', true],
  ['สวัสดี', true],
])('%s has signs without letters: %s', (text, none) => expect(hasNoLetters(text)).toBe(none));
