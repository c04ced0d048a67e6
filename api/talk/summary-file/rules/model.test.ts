import { expect, it } from 'vitest';
import { wordsIn, type Block } from './model.ts';

it('finds all words, wherever they stand', () => {
  const line = (text: string): Block => ({ kind: 'paragraph', runs: [{ text }, { text: 'bold', bold: true }] });
  const list: Block = {
    kind: 'list',
    ordered: true,
    items: [{ blocks: [line('a')] }, { ticked: true, blocks: [{ kind: 'quote', blocks: [line('b')] }] }],
  };
  expect(wordsIn([{ kind: 'heading', rank: 1, runs: [{ text: 'title' }] }, list])).toEqual(['title', 'a', 'bold', 'b', 'bold']);
});
