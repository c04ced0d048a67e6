/**
 * What an answer says, by the form of its question. An answer is always one text: what was marked or chosen stands in its first line, the words
 * besides it after that; an answer in words is all words. So every kind of answer is saved, sealed, compared and kept apart in the same way.
 */
import type { Form } from '#api/template/contract.ts';

/** `marks`: ids of the chosen options, or the one mark of a scale. */
export type Given = { marks: string[]; words: string };

/** The five marks of a scale, from its first word to its second. They are names, not values: nothing is ever counted or averaged. */
export const scaleMarks = ['at-from', 'near-from', 'between', 'near-to', 'at-to'] as const;
export type ScaleMark = (typeof scaleMarks)[number];

/** The marks that a form knows; none for an answer in words. */
export function marksOf(form: Form): readonly string[] {
  if (form.kind === 'scale') return scaleMarks;
  return form.kind === 'choice' ? form.options.map(({ id }) => id) : [];
}

/** What the text of an answer says. A mark that the form does not know is left out; nothing is lost of the words. */
export function readGiven(form: Form, text: string): Given {
  if (form.kind === 'text') return { marks: [], words: text };
  const end = text.indexOf('\n');
  const [first, words] = end === -1 ? [text, ''] : [text.slice(0, end), text.slice(end + 1)];
  const given = first.split(' ');
  return { marks: marksOf(form).filter((mark) => given.includes(mark)), words };
}

/** The text that says this. Nothing marked and nothing written is the empty answer. */
export function writeGiven(form: Form, { marks, words }: Given): string {
  if (form.kind === 'text') return words;
  const first = marksOf(form)
    .filter((mark) => marks.includes(mark))
    .join(' ');
  return words === '' ? first : `${first}\n${words}`;
}

/** Whether a text is an answer that this form can have: known marks, in their order, not more than may be chosen. */
export function fitsForm(form: Form, text: string): boolean {
  if (form.kind === 'text') return true;
  const { marks } = readGiven(form, text);
  const several = form.kind === 'choice' && form.several;
  return (several || marks.length <= 1) && (text.split('\n')[0] ?? '') === marks.join(' ');
}
