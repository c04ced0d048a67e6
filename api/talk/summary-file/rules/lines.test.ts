import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linesOf, type Part } from './lines.ts';
import type { Run } from './model.ts';

/** Every character is one wide. */
const measure = ({ text }: Part): number => [...text].length;
const lines = (runs: Run[], width: number): string[] =>
  linesOf(runs, width, measure).map(({ parts }) => parts.map(({ text }) => text).join(''));
/** What is seen from the left to the right. */
const seen = (text: string): string[] =>
  linesOf([{ text }], 100, measure).flatMap(({ parts }) => [...parts].sort((a, b) => a.x - b.x).map((part) => part.text));

describe('lines', () => {
  it.each<[Run[], number, string[]]>([
    [[{ text: 'one two three' }], 8, ['one two ', 'three']],
    [[{ text: 'one' }, { text: 'two', bold: true }, { text: ' three' }], 8, ['onetwo ', 'three']],
    [[{ text: 'a\n\nb' }], 8, ['a', '', 'b']],
    [[{ text: '' }], 8, ['']],
    [[], 8, ['']],
    [[{ text: 'abcdefghij kl' }], 4, ['abcd', 'efgh', 'ij ', 'kl']],
    [[{ text: '你好世界你好' }], 4, ['你好世界', '你好']],
    [[{ text: '👨‍👩‍👧👨‍👩‍👧' }], 5, ['👨‍👩‍👧', '👨‍👩‍👧']],
  ])('%j in %i', (runs, width, expected) => expect(lines(runs, width)).toEqual(expected));

  it.each([
    ['שלום עולם', ['עולם', ' ', 'שלום']],
    ['שלום 2026 עולם', ['עולם', ' ', '2026', ' ', 'שלום']],
    ['abc שלום עולם def', ['abc ', 'עולם', ' ', 'שלום', ' def']],
    ['مرحبا one two', ['one', ' ', 'two', ' ', 'مرحبا']],
  ])('%s is seen in its order', (text, expected) => expect(seen(text)).toEqual(expected));

  it('lose no character, and are no wider than they may be', () => {
    const text = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom('a', ' ', '\n', 'ö', 'ש', 'ع', '👍', '漢', '1', '.') }));
    const run: fc.Arbitrary<Run> = fc.record({ text, bold: fc.constantFrom(true as const, undefined) });
    fc.assert(
      fc.property(fc.array(run, { maxLength: 6 }), fc.integer({ min: 1, max: 20 }), (runs, width) => {
        const all = linesOf(runs, width, measure);
        expect(all.flatMap(({ parts }) => parts.map((part) => part.text)).join('')).toBe(
          runs.map((one) => one.text.replaceAll('\n', '')).join(''),
        );
        for (const { parts } of all) {
          const words = parts
            .map((part) => part.text)
            .join('')
            .trimEnd();
          expect([...words].length <= width || [...new Intl.Segmenter().segment(words)].length === 1).toBe(true);
        }
      }),
    );
  });
});
