/** Bold and lists as changes of plain text: what the buttons, their keys and Enter do. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { goOnList, makeBold, makeList, type Edit } from './use-marking.ts';

const carried = (text: string, { from, to, insert }: Edit): string => text.slice(0, from) + insert + text.slice(to);
/** `[` and `]` stand for the ends of the selection. */
const selected = (shown: string) => ({ text: shown.replace(/[[\]]/g, ''), from: shown.indexOf('['), to: shown.indexOf(']') - 1 });

describe('marking', () => {
  it.each([
    ['a [word] here', 'a **word** here'],
    ['a **[word]** here', 'a word here'],
    ['a [**word**] here', 'a word here'],
    ['[- one\n\n- two]', '- **one**\n\n- **two**'],
    ['so [ word ]!', 'so  **word** !'],
    ['so []!', 'so ****!'],
  ])('bold: %j becomes %j', (shown, then) => {
    const { text, from, to } = selected(shown);
    expect(carried(text, makeBold(text, from, to))).toBe(then);
  });

  it.each([
    ['o[n]e\ntwo', '- one\ntwo'],
    ['o[ne\nt]wo\nthree', '- one\n- two\nthree'],
    ['[- one\ntwo]', '- one\n- two'],
    ['[- one\n\n- two]', 'one\n\ntwo'],
    ['[]', '- '],
  ])('list: %j becomes %j', (shown, then) => {
    const { text, from, to } = selected(shown);
    expect(carried(text, makeList(text, from, to))).toBe(then);
  });

  it.each([
    ['- one', '- one\n- '],
    ['- one\n- ', '- one\n'],
    ['one', null],
    ['', null],
  ])('Enter after %j: %j', (text, then) => {
    const edit = goOnList(text, text.length);
    expect(edit && carried(text, edit)).toBe(then);
  });

  it('loses no letter, wherever it is done, and leaves a selection that exists', () => {
    const texts = fc.string({ unit: fc.constantFrom('**', '- ', '\n', ' ', 'a', 'b'), maxLength: 12 });
    const letters = (text: string): string => text.replace(/[\s*-]/g, '');
    fc.assert(
      fc.property(texts, fc.nat(30), fc.nat(30), (text, one, other) => {
        const [from = 0, to = 0] = [one, other].map((at) => Math.min(at, text.length)).sort((a, b) => a - b);
        for (const edit of [makeBold(text, from, to), makeList(text, from, to), goOnList(text, to)]) {
          if (!edit) continue;
          const then = carried(text, edit);
          expect(letters(then)).toBe(letters(text));
          expect(edit.select[0]).toBeGreaterThanOrEqual(0);
          expect(edit.select[1]).toBeLessThanOrEqual(then.length);
        }
      }),
    );
  });
});
