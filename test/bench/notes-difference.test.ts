/** What is told of documents that were made to differ. */
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { storedDocument } from '#api/platform/live/stored-document.ts';
import { givenTogether, wordsIn } from '#test/given/crossed-marks.ts';
import { differenceOf, writeDifference } from './notes-difference.ts';

it('tells what is in one alone, what is deleted in one alone and what waits', () => {
  const { anna, typed } = givenTogether();
  wordsIn(anna).insert(0, 'one two');
  wordsIn(anna).format(0, 3, { bold: {} });
  const both = Y.encodeStateAsUpdate(anna);
  expect(differenceOf(anna, storedDocument([both]))).toEqual([]);

  wordsIn(anna).insert(7, ' three');
  const changed = storedDocument([both]);
  wordsIn(changed).format(0, 3, { bold: null });
  expect(differenceOf(anna, changed)).toEqual([
    'only in the window: client 2, 9 to 14: letters " three"',
    'deleted in the store alone: client 2, 7 to 8: mark bold {}, mark bold null',
    'texts part at 0: "<bold>one</bold> two three" in the window, "one two" in the store',
  ]);

  const without = storedDocument([both, ...typed.slice(-1)]);
  wordsIn(anna).delete(0, 1);
  wordsIn(anna).insert(0, 'x');
  wordsIn(anna).insert(1, 'y');
  const early = storedDocument([both, ...typed.slice(-1)]);
  expect(differenceOf(without, early)).toContain('waits in the store: something for client 2 at 15');
});

it('writes both documents and what was stored into a folder', () => {
  const { anna, typed } = givenTogether();
  wordsIn(anna).insert(0, 'one');
  const stored = typed.map((update) => ({ by: ['anna'], from: new Date(0), update }));
  const folder = writeDifference(anna, storedDocument([]), stored);
  try {
    expect(readdirSync(folder).sort()).toEqual(['difference.txt', 'store.txt', 'store.yjs', 'stored-0000.yjs', 'window.txt', 'window.yjs']);
    const told = readFileSync(join(folder, 'difference.txt'), 'utf8');
    expect(told).toContain('only in the window: client 2, 0 to 2: letters "one"');
    expect(told).toContain('stored-0000.yjs  anna  1970-01-01T00:00:00.000Z  2: 0 to 2  0 deletions');
    expect(Y.equalSnapshots(Y.snapshot(storedDocument([readFileSync(join(folder, 'window.yjs'))])), Y.snapshot(anna))).toBe(true);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
