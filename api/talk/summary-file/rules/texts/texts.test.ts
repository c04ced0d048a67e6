/** Both languages say what they are given, whatever it is, and leave nothing empty. */
import { describe, expect, it } from 'vitest';
import { en } from './en.ts';
import { sv } from './sv.ts';

const given = ['one', 'two'];

/** Every text, functions called with words that can be found again. */
function said(texts: object): { key: string; text: string; takes: number }[] {
  return Object.entries(texts).flatMap(([key, value]: [string, unknown]) => {
    if (typeof value === 'object' && value !== null) return said(value);
    if (typeof value !== 'function') return [{ key, text: String(value), takes: 0 }];
    return [{ key, text: (value as (...words: string[]) => string)(...given.slice(0, value.length)), takes: value.length }];
  });
}

describe.each([
  ['en', en],
  ['sv', sv],
])('the words of a summary file, %s', (_language, texts) => {
  it.each(said(texts))('$key', ({ text, takes }) => {
    expect(text.trim()).not.toBe('');
    for (const word of given.slice(0, takes)) expect(text).toContain(word);
  });

  it('has a place for both page numbers', () => expect(texts.page).toMatch(/\{page\}.*\{pages\}/));
});

it('is another text in each language, but for a name', () => {
  const [english, swedish] = [said(en), said(sv)];
  expect(english.filter(({ text }, at) => swedish[at]?.text === text)).toEqual([]);
});
