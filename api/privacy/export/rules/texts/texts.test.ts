/** Both languages say everything, leave nothing empty, and are another text in each. */
import { expect, it } from 'vitest';
import { en } from './en.ts';
import { sv } from './sv.ts';

function said(texts: object): [key: string, text: string][] {
  return Object.entries(texts).flatMap(([key, value]: [string, unknown]) => {
    if (typeof value === 'object' && value !== null) return said(value);
    return [[key, typeof value === 'function' ? (value as (...words: string[]) => string)('one', 'two') : String(value)]];
  });
}

it('Every text is there in both languages', () => {
  expect(said(sv).map(([key]) => key)).toEqual(said(en).map(([key]) => key));
  for (const texts of [en, sv]) expect(said(texts).filter(([, text]) => text.trim() === '')).toEqual([]);
});

it('Labels are in the language of the page', () => {
  const same = Object.keys(en.labels).filter((key) => en.labels[key as 'name'] === sv.labels[key as 'name']);
  expect(same).toEqual(['text']);
});
