import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FormattedPiece } from './contract.ts';
import { joinTexts, markedText, safeHref } from './rules.ts';

describe('links in notes', () => {
  it.each([
    ['https://samtal.example/plan', true],
    ['http://samtal.example', true],
    ['mailto:anna@samtal.example', true],
    ['javascript:alert(1)', false],
    ['JavaScript:alert(1)', false],
    [' javascript:alert(1)', false],
    ['java\nscript:alert(1)', false],
    ['https://samtal.example/ javascript:alert(1)', false],
    ['data:text/html,x', false],
    ['file:///etc/passwd', false],
    ['//samtal.example', false],
    ['', false],
    [7, false],
    [null, false],
  ])('%j: %s', (href, safe) => expect(safeHref(href)).toBe(safe ? href : undefined));
});

describe('marked texts', () => {
  it.each<[Record<string, unknown> | undefined, object]>([
    [undefined, { text: 'a' }],
    [{ bold: {} }, { text: 'a', bold: true }],
    [
      { bold: null, italic: true },
      { text: 'a', italic: true },
    ],
    [{ link: { href: 'https://x.example' } }, { text: 'a', href: 'https://x.example' }],
    [
      { link: { href: 'javascript:x' }, bold: {} },
      { text: 'a', bold: true },
    ],
    [{ colour: 'loud' }, { text: 'a' }],
  ])('%j', (marks, expected) => expect(markedText('a', marks)).toEqual(expected));

  it('are one form of one content, however the editor cut them', () => {
    const run = fc.record({ text: fc.string({ maxLength: 4 }), bold: fc.boolean(), cuts: fc.array(fc.nat(4), { maxLength: 3 }) });
    fc.assert(
      fc.property(fc.array(run, { maxLength: 8 }), (runs) => {
        const mark = (text: string, bold: boolean): FormattedPiece => markedText(text, bold ? { bold: {} } : {});
        const whole = runs.map(({ text, bold }) => mark(text, bold));
        const cut = runs.flatMap(({ text, bold, cuts }) => {
          const at = [0, ...cuts.map((one) => Math.min(one, text.length)).sort((a, b) => a - b), text.length];
          return at.slice(1).map((end, nth) => mark(text.slice(at[nth], end), bold));
        });
        expect(JSON.stringify(joinTexts(cut))).toBe(JSON.stringify(joinTexts(whole)));
      }),
    );
  });
});
