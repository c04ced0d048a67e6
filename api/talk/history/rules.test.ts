/** What is found in old texts, and that what is shown of them is a true piece of the text, never half a letter. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excerptOf, wordsOf } from './rules.ts';

describe('finding words', () => {
  const text = 'Två veckor på mätfartyget i juni,\noch Åsa tar nattpassen.';
  it.each<[string, string, boolean]>([
    ['a word', 'juni', true],
    ['capitals', 'ÅSA', true],
    ['part of a word', 'fartyg', true],
    ['several in any order', 'nattpassen veckor', true],
    ['one of them missing', 'juni juli', false],
    ['across a line', 'juni, och', true],
    ['letters that only look alike', 'asa tar', false],
    ['nothing', '   ', false],
    ['signs that mean something elsewhere', '.*', false],
  ])('%s', (_title, wanted, found) => expect(excerptOf(text, wordsOf(wanted)) !== null).toBe(found));

  it('shows a piece around the word, marked where it is cut', () => {
    const long = `${'a '.repeat(200)}Utö${' b'.repeat(200)}`;
    const shown = excerptOf(long, ['utö']) ?? '';
    expect(shown).toMatch(/^….*Utö.*…$/);
    expect(shown.length).toBeLessThan(200);
    expect(excerptOf('Utö', ['utö'])).toBe('Utö');
  });

  it('finds every word of every text in it, and shows only what stands there, without half letters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), fc.nat(400), fc.integer({ min: 1, max: 12 }), (given, from, length) => {
        const normal = given.normalize('NFKC').replace(/\s+/gu, ' ').trim();
        const piece = [...normal].slice(from % ([...normal].length + 1)).slice(0, length);
        const words = wordsOf(piece.join(''));
        fc.pre(words.length > 0 && words.join('') === piece.join('').replace(/\s/gu, ''));
        const shown = excerptOf(given, words);
        expect(shown).not.toBeNull();
        expect(normal).toContain((shown ?? '').replace(/^…|…$/g, ''));
        expect(shown).not.toMatch(/\p{Surrogate}/u);
      }),
    );
  });
});
