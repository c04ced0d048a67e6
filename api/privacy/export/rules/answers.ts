/** Answers of a preparation as an export says them: what was asked, what was marked, in the words of one language, and what was written. */
import type { Language } from '#api/people/contract.ts';
import { readGiven, type ScaleMark } from '#api/preparation/rules/given.ts';
import type { Form, Question } from '#api/template/contract.ts';
import type { TalkExport } from '../contract.ts';
import { en } from './texts/en.ts';
import type { Texts } from './texts/shape.ts';
import { sv } from './texts/sv.ts';

export type Prepared = NonNullable<TalkExport['employeePreparation']>;

const texts: Record<Language, Texts> = { sv, en };

/** In the order of the questions; what the template no longer asks comes last, and nothing that was written is left out. */
export function answersOf(
  questions: readonly Question[],
  given: readonly { questionId: string; text: string }[],
  language: Language,
): Prepared['answers'] {
  const placeOf = (id: string): number => {
    const at = questions.findIndex((question) => question.id === id);
    return at < 0 ? questions.length : at;
  };
  return given
    .filter(({ text }) => text.trim() !== '')
    .toSorted((one, other) => placeOf(one.questionId) - placeOf(other.questionId))
    .map(({ questionId, text }) => {
      const question = questions.find(({ id }) => id === questionId);
      if (!question) return { question: null, chosen: [], text };
      const { marks, words } = readGiven(question.form, text);
      return { question: question.text[language], chosen: marks.map((mark) => chosenOf(question.form, mark, language)), text: words };
    });
}

function chosenOf(form: Form, mark: string, language: Language): string {
  if (form.kind === 'scale') return texts[language].scale[mark as ScaleMark](form.from[language], form.to[language]);
  const option = form.kind === 'choice' ? form.options.find(({ id }) => id === mark) : undefined;
  return option?.text[language] ?? mark;
}
