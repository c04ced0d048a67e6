import { describe, expect, it } from 'vitest';
import type { FormattedPiece } from '#api/note/formatted/contract.ts';
import { wordsIn } from './model.ts';
import { blocksOf } from './notes.ts';

const paragraph = (...pieces: FormattedPiece[]): FormattedPiece => ({ name: 'paragraph', pieces });
const item = (text: string, inner: FormattedPiece[] = []): FormattedPiece => ({
  name: 'listItem',
  pieces: [paragraph({ text }), ...inner],
});
const line = (text: string) => ({ kind: 'paragraph', runs: [{ text }] });

describe('notes as blocks', () => {
  it.each<[string, FormattedPiece, object[]]>([
    ['a heading', { name: 'heading', level: 3, pieces: [{ text: 'a' }] }, [{ kind: 'heading', rank: 2, runs: [{ text: 'a' }] }]],
    [
      'marks and line breaks',
      paragraph({ text: 'a', bold: true }, { name: 'hardBreak', pieces: [] }, { text: 'b', italic: true }),
      [{ kind: 'paragraph', runs: [{ text: 'a', bold: true }, { text: '\n' }, { text: 'b', italic: true }] }],
    ],
    [
      'a list in a list',
      { name: 'bulletList', pieces: [item('a', [{ name: 'orderedList', pieces: [item('b')] }])] },
      [
        {
          kind: 'list',
          ordered: false,
          items: [{ blocks: [line('a'), { kind: 'list', ordered: true, items: [{ blocks: [line('b')] }] }] }],
        },
      ],
    ],
    [
      'boxes',
      { name: 'taskList', pieces: [{ name: 'taskItem', checked: true, pieces: [paragraph({ text: 'a' })] }] },
      [{ kind: 'list', ordered: false, items: [{ ticked: true, blocks: [line('a')] }] }],
    ],
    ['an unknown block', { name: 'hologram', pieces: [{ text: 'a' }, paragraph({ text: 'b' })] }, [line('a'), line('b')]],
    ['text between blocks', { text: 'a' }, [line('a')]],
    [
      'a link in letters of its own',
      paragraph({ text: 'a', href: 'https://samtal.example/å' }),
      [{ kind: 'paragraph', runs: [{ text: 'a', href: 'https://samtal.example/%C3%A5' }] }],
    ],
    ['a link that runs something', paragraph({ text: 'a', href: 'javascript:alert(1)' }), [line('a')]],
    ['a link that leads nowhere', paragraph({ text: 'a', href: 'https://' }), [line('a')]],
  ])('%s', (_what, piece, expected) => expect(blocksOf([piece])).toEqual(expected));

  it('keeps the words of a tree that is far too deep', () => {
    let piece: FormattedPiece = { text: 'found' };
    for (let depth = 0; depth < 20_000; depth += 1) piece = { name: depth % 2 ? 'bulletList' : 'listItem', pieces: [piece] };
    expect(wordsIn(blocksOf([piece]))).toEqual(['found']);
  });
});
