/** Which questions a side gets, where it begins, and how far it has come. */
import { describe, expect, it } from 'vitest';
import type { Part, Question } from '#api/template/contract.ts';
import { answeredIn, progressOf, questionsOf, whereToBegin } from './use-questions.ts';

const words = { sv: '', en: '' };
const question = (id: string, asks: Question['asks'] = 'both'): Question => ({
  id,
  asks,
  form: { kind: 'text' },
  text: words,
  managerHint: null,
  hint: words,
});
const part = (id: string, ...questions: Question[]): Part => ({ id, title: words, guidance: words, minutes: 10, questions });
const template = {
  parts: [part('back', question('a'), question('b')), part('ahead', question('c', 'employee')), part('step', question('d'))],
};
const ids = (side: 'employee' | 'manager'): string[] => questionsOf(template, side).map((one) => one.question.id);
const answers = (...given: string[]) => answeredIn(given.map((questionId) => ({ questionId, text: 'x' })));

describe('questions', () => {
  it('are those of the side, in order', () => {
    expect(ids('employee')).toEqual(['a', 'b', 'c', 'd']);
    expect(ids('manager')).toEqual(['a', 'b', 'd']);
  });

  it('are not answered by spaces', () => {
    expect([
      ...answeredIn([
        { questionId: 'a', text: ' \n' },
        { questionId: 'b', text: ' yes' },
      ]),
    ]).toEqual(['b']);
  });

  it.each([
    [[], 0],
    [['a'], 1],
    [['b', 'a', 'd'], 2],
    [['a', 'b', 'c', 'd'], 5],
  ])('answered %j: begins at %d', (given, at) => {
    expect(whereToBegin(questionsOf(template, 'employee'), answers(...given), 5)).toBe(at);
  });

  it('make parts, each leading to its first open question; parts without questions for the side are left out', () => {
    const seen = progressOf(questionsOf(template, 'manager'), answers('a'));
    expect(seen.map(({ part: { id }, done, of, first }) => [id, done, of, first])).toEqual([
      ['back', 1, 2, 1],
      ['step', 0, 1, 2],
    ]);
    expect(progressOf(questionsOf(template, 'manager'), answers('a', 'b'))[0]?.first).toBe(0);
  });
});
