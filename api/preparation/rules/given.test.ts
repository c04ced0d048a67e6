/** Answers by the form of their question: what is marked, what is said, and that nothing written is ever lost between text and screen. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Form } from '#api/template/contract.ts';
import { isEmpty } from '../rules.ts';
import { fitsForm, marksOf, readGiven, writeGiven } from './given.ts';

const word = { sv: 'ett', en: 'one' };
const options = ['course', 'mentor', 'own-time'].map((id) => ({ id, text: word }));
const forms = {
  text: { kind: 'text' },
  scale: { kind: 'scale', from: word, to: word },
  one: { kind: 'choice', several: false, options },
  several: { kind: 'choice', several: true, options },
} satisfies Record<string, Form>;

describe('an answer', () => {
  it.each<[keyof typeof forms, string, boolean]>([
    ['text', 'anything\nat all', true],
    ['scale', '', true],
    ['scale', 'near-to', true],
    ['scale', 'near-to\nBecause.\nAnd more.', true],
    ['scale', '\nOnly words.', true],
    ['scale', 'near-to between', false],
    ['scale', '4', false],
    ['scale', 'Near-to', false],
    ['one', 'mentor', true],
    ['one', 'course mentor', false],
    ['several', 'course mentor\nBoth.', true],
    ['several', 'mentor course', false],
    ['several', 'course course', false],
    ['several', 'course  mentor', false],
    ['several', ' course', false],
    ['several', 'course;mentor', false],
    ['several', 'constructor', false],
  ])('of the form %s, %j: %s', (form, text, fits) => expect(fitsForm(forms[form], text)).toBe(fits));

  it('says the same after it was written and read again, whatever was marked and written', () => {
    const words = fc.string({ unit: fc.constantFrom('\ud800', 'a', 'mentor', '\r', '\n', ' ', '🙂', 'ש'), maxLength: 12 });
    fc.assert(
      fc.property(fc.constantFrom(...Object.values(forms)), fc.subarray([...marksOf(forms.several)]), words, (form, chosen, said) => {
        const several = form.kind === 'choice' && form.several;
        const marks =
          form.kind === 'text' ? [] : marksOf(form).filter((mark, at) => (several ? chosen.includes(mark) : at === chosen.length));
        const text = writeGiven(form, { marks, words: said });
        expect(readGiven(form, text)).toEqual({ marks, words: said });
        expect(fitsForm(form, text)).toBe(true);
        if (marks.length > 0) expect(isEmpty(text)).toBe(false);
      }),
    );
  });

  it('keeps its words whatever the first line is', () => {
    expect(readGiven(forms.several, 'gone mentor\nWords')).toEqual({ marks: ['mentor'], words: 'Words' });
    expect(writeGiven(forms.several, { marks: ['mentor', 'course'], words: '' })).toBe('course mentor');
    expect(writeGiven(forms.scale, { marks: [], words: '' })).toBe('');
  });
});
