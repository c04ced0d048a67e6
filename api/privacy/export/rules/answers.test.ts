import { describe, expect, it } from 'vitest';
import type { Form, Question } from '#api/template/contract.ts';
import { answersOf } from './answers.ts';

const question = (id: string, form: Form): Question => ({
  ...{ id, asks: 'both', form, hint: { sv: '', en: '' }, managerHint: null },
  text: { sv: `Fråga ${id}`, en: `Question ${id}` },
});
const word = (sv: string, en: string) => ({ sv, en });
const questions = [
  question('first', { kind: 'text' }),
  question('second', { kind: 'scale', from: word('lugnt', 'calm'), to: word('bråttom', 'busy') }),
  question('third', {
    kind: 'choice',
    several: true,
    options: [
      { id: 'sea', text: word('Hav', 'Sea') },
      { id: 'land', text: word('Land', 'Land') },
    ],
  }),
];

describe('answers in an export', () => {
  it('say question, marks and words in the person’s language, in the order of the template', () => {
    const given = [
      { questionId: 'third', text: 'sea land\nGärna båda.' },
      { questionId: 'second', text: 'near-to' },
      { questionId: 'first', text: 'Kantarell\nTranbär' },
    ];
    expect(answersOf(questions, given, 'sv')).toEqual([
      { question: 'Fråga first', chosen: [], text: 'Kantarell\nTranbär' },
      { question: 'Fråga second', chosen: ['närmare ”bråttom”'], text: '' },
      { question: 'Fråga third', chosen: ['Hav', 'Land'], text: 'Gärna båda.' },
    ]);
    expect(answersOf(questions, given, 'en')[1]).toEqual({ question: 'Question second', chosen: ['closer to “busy”'], text: '' });
  });

  it('keep what a template no longer asks, last, and leave out what is empty', () => {
    const given = [
      { questionId: 'gone', text: 'Hjortron' },
      { questionId: 'second', text: '' },
      { questionId: 'first', text: 'Lingon' },
    ];
    expect(answersOf(questions, given, 'sv').map(({ question: asked, text }) => [asked, text])).toEqual([
      ['Fråga first', 'Lingon'],
      [null, 'Hjortron'],
    ]);
  });
});
