/** The built-in templates are what the contract says, complete in each language. */
import { describe, expect, it } from 'vitest';
import { localizedSchema, templateSchema, type Form, type Template } from '../contract.ts';
import { builtInTemplates, findBuiltIn, newestBuiltIn } from './built-in.ts';

/** Texts inside a form: the ends of a scale, the options of a choice. */
const wordsOf = (form: Form): number => (form.kind === 'scale' ? 2 : form.kind === 'choice' ? form.options.length : 0);

/** Every text of a template with the path to it. */
function textsIn(value: unknown, path: string): { path: string; sv: string; en: string }[] {
  const text = localizedSchema.strict().safeParse(value);
  if (text.success) return [{ path, ...text.data }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => textsIn(inner, `${path}.${key}`));
}

describe('built-in templates', () => {
  it('exist once per id and version', () => {
    const keys = builtInTemplates.map(({ templateId, version }) => `${templateId} ${version}`);
    expect(keys.length).toBeGreaterThan(0);
    expect(new Set(keys).size).toBe(keys.length);
  });

  describe.each(builtInTemplates.map((template) => ({ id: `${template.templateId} ${template.version}`, template })))(
    '$id',
    ({ template }) => {
      const texts = textsIn(template, '');
      const questions = template.parts.flatMap((part) => part.questions);

      it('is what the contract says, and nothing besides', () => {
        expect(templateSchema.parse(template)).toEqual(template);
      });

      it('is complete in Swedish and in English', () => {
        // Name and purpose; title and guidance of each part; text and hint of each question, and the manager's own hint where both answer.
        const both = questions.filter(({ asks }) => asks === 'both');
        expect(both.filter(({ managerHint }) => managerHint === null)).toEqual([]);
        const inForms = questions.reduce((sum, { form }) => sum + wordsOf(form), 0);
        expect(texts).toHaveLength(2 + 2 * template.parts.length + 2 * questions.length + both.length + inForms);
        for (const { path, sv, en } of texts) {
          expect([path, sv.trim() === sv && sv !== '', en.trim() === en && en !== '', sv === en]).toEqual([path, true, true, false]);
        }
      });

      it('begins with an open question, and asks for more words than marks (R12)', () => {
        expect(questions[0]?.form.kind).toBe('text');
        const marked = questions.filter(({ form }) => form.kind !== 'text').length;
        expect(marked * 2).toBeLessThan(questions.length);
      });

      it('asks in questions, each with an id that can be part of a stored field’s name', () => {
        const ids = questions.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids.filter((id) => !/^[a-z][a-z0-9-]{0,99}$/.test(id))).toEqual([]);
        expect(questions.filter(({ text }) => !text.sv.endsWith('?') || !text.en.endsWith('?'))).toEqual([]);
        expect(questions.some(({ asks }) => asks === 'both')).toBe(true);
      });

      it('asks what to get better at, which support is needed, and about strengths (R12, R13)', () => {
        const inEnglish = questions.map(({ text }) => text.en).join(' ');
        for (const asked of ['get better at', 'support', 'strengths']) expect(inEnglish).toContain(asked);
      });

      it('has an agenda as long as the talk', () => {
        expect(template.parts.every(({ minutes }) => minutes > 0)).toBe(true);
        expect(template.parts.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(template.lengthMinutes);
        expect(template.lengthMinutes % 15).toBe(0);
      });

      it('shares nothing with HR, and lets both see each other’s preparation when both have released', () => {
        const { sharedWithHr, managerPreparationVisible, releaseRule } = template;
        expect({ sharedWithHr, managerPreparationVisible, releaseRule }).toEqual({
          sharedWithHr: { preparation: false, notes: false, agreements: false },
          managerPreparationVisible: true,
          releaseRule: 'both-released',
        });
      });

      it('is found by id and version, and as the newest of its id', () => {
        const versions = builtInTemplates.filter(({ templateId }) => templateId === template.templateId).map(({ version }) => version);
        expect(findBuiltIn(template.templateId, template.version)).toBe(template);
        expect(findBuiltIn(template.templateId)?.version).toBe(Math.max(...versions));
        expect(findBuiltIn(template.templateId, Math.max(...versions) + 1)).toBeUndefined();
      });
    },
  );

  it('are offered to new cycles in their newest version, which has a scale and a choice', () => {
    expect(newestBuiltIn.map(({ templateId, version }) => [templateId, version])).toEqual([['development-talk', 2]]);
    const kinds = newestBuiltIn.flatMap(({ parts }) => parts.flatMap(({ questions }) => questions.map(({ form }) => form.kind)));
    expect(new Set(kinds)).toEqual(new Set(['text', 'scale', 'choice']));
  });

  const [some] = builtInTemplates;
  const withParts = (change: (parts: Template['parts']) => unknown) => ({ ...some, parts: change(some?.parts ?? []) });
  const withForm = (form: unknown) =>
    withParts(([part, ...parts]) => [{ ...part, questions: part?.questions.map((question) => ({ ...question, form })) }, ...parts]);
  const option = (id: string) => ({ id, text: { sv: 'ett', en: 'one' } });
  it.each([
    ['a question twice', withParts(([part, ...parts]) => [part, { ...part, id: 'again' }, ...parts])],
    ['a part twice', withParts(([part, ...parts]) => [part, { ...part, questions: [] }, ...parts])],
    ['an id with a dot', withParts(([part, ...parts]) => [{ ...part, id: 'a.b' }, ...parts])],
    ['a kind nobody knows', withForm({ kind: 'number' })],
    ['a question without a form', withForm(undefined)],
    ['a scale without a word at one end', withForm({ kind: 'scale', from: { sv: 'a', en: 'b' } })],
    ['a scale with numbers', withForm({ kind: 'scale', from: { sv: 'a', en: 'b' }, to: { sv: 'a', en: 'b' }, steps: 10 })],
    ['a choice of one', withForm({ kind: 'choice', several: true, options: [option('a')] })],
    ['a choice with the same option twice', withForm({ kind: 'choice', several: false, options: [option('a'), option('a')] })],
  ])('could not have %s', (_what, template) => expect(templateSchema.safeParse(template).success).toBe(false));

  it('are not found under another name', () => expect(findBuiltIn('another')).toBeUndefined());
});
