/** Answers with marks in words: a scale as the place between its two words, a choice as what was chosen. Never a number. */
import { readGiven, type ScaleMark } from '#api/preparation/rules/given.ts';
import type { Form } from '#api/template/contract.ts';
import { useLanguage, useTexts } from '#tabs/platform/texts/texts.ts';

/** `mark` names one mark of a form; `all` a whole answer, its words on lines of their own. */
export function useSaying(form: Form): { mark: (mark: string) => string; all: (text: string) => string } {
  const t = useTexts('preparation');
  const language = useLanguage();
  const mark = (id: string): string => {
    if (form.kind === 'scale') return t(`scale.${id as ScaleMark}`, { from: form.from[language], to: form.to[language] });
    const option = form.kind === 'choice' ? form.options.find((one) => one.id === id) : undefined;
    return option?.text[language] ?? id;
  };
  return {
    mark,
    all(text) {
      const { marks, words } = readGiven(form, text);
      return [marks.map(mark).join(', '), words].filter((part) => part !== '').join('\n');
    },
  };
}
