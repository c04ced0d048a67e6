/** Light formatting: what becomes bold and a list, that no letter is lost, and that nothing takes long. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerLimit } from '../contract.ts';
import { blocksOf, plainOf, type Block, type Marked } from './formatting.ts';

const flat = (pieces: readonly (Block | Marked)[]): string => pieces.map((one) => ('text' in one ? one.text : flat(one.pieces))).join('');
const paragraph = (...pieces: Marked[]): Block => ({ name: 'paragraph', pieces });
const list = (...items: Marked[][]): Block => ({
  name: 'bulletList',
  pieces: items.map((pieces) => ({ name: 'listItem', pieces: [paragraph(...pieces)] })),
});

describe('light formatting', () => {
  it.each<[string, Block[]]>([
    ['', []],
    ['One\nTwo', [paragraph({ text: 'One' }, { text: '\n' }, { text: 'Two' })]],
    ['One\n\n\nTwo', [paragraph({ text: 'One' }), paragraph({ text: 'Two' })]],
    ['So **very** good', [paragraph({ text: 'So ' }, { text: 'very', bold: true }, { text: ' good' })]],
    ['** not ** bold, 2**3', [paragraph({ text: '** not ** bold, 2**3' })]],
    [
      'First:\n- a\n- **b**\nthen',
      [paragraph({ text: 'First:' }), list([{ text: 'a' }], [{ text: 'b', bold: true }]), paragraph({ text: 'then' })],
    ],
    ['-no list\n- ', [paragraph({ text: '-no list' }, { text: '\n' }, { text: '-' })]],
    ['<b>x</b> & [y](javascript:z)', [paragraph({ text: '<b>x</b> & [y](javascript:z)' })]],
  ])('%j', (text, blocks) => expect(blocksOf(text)).toEqual(blocks));

  it('changes no letter of what was written: only stars, bullets and space may go', () => {
    const kept = (text: string): string => text.replace(/[\s*•-]/g, '');
    const texts = fc.string({
      unit: fc.oneof(fc.constantFrom('*', '**', '- ', '• ', '\n', ' ', 'a', 'ö', '🙂', '\u202e'), fc.string({ maxLength: 3 })),
    });
    fc.assert(
      fc.property(texts, (text) => {
        expect(kept(flat(blocksOf(text)))).toBe(kept(text));
        expect(kept(plainOf(text))).toBe(kept(text));
      }),
    );
  });

  it('takes a moment for the longest answer, however it is written', () => {
    for (const unit of ['**', '** ', '**a', '**a ', '- ', 'a**b\n', ' ']) {
      const began = performance.now();
      blocksOf(unit.repeat(answerLimit / unit.length));
      expect(performance.now() - began).toBeLessThan(500);
    }
  });
});
