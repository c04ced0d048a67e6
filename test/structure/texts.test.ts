/** Every text of the tab and the bot exists in both languages, with the same places for names and numbers, and none is empty. */
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { listFiles, pathOf } from './tracked.ts';

const swedish = listFiles().filter((path) => /^(tabs|bot)\/.*\/texts\/([\w-]+-)?sv\.ts$/.test(path));

/** All texts of a module, by path: `talk.next.title` -> text. A text may be a function of its values; then its source is compared by name only. */
function textsOf(value: unknown, path: string): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') return [[path, 'function']];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => textsOf(part, path === '' ? key : `${path}.${key}`));
}

/** Modules export one object each; what it is called may differ by language. */
async function readTexts(path: string): Promise<Map<string, string>> {
  const module = (await import(pathToFileURL(pathOf(path)).href)) as Record<string, unknown>;
  return new Map(Object.values(module).flatMap((exported) => textsOf(exported, '')));
}

const holes = (text: string): string[] => [...text.matchAll(/\{\{?\s*([\w.]+)/g)].map((match) => match[1] ?? '').sort();
/** i18next keeps singular and plural in keys of their own. */
const withoutPlural = (key: string): string => key.replace(/_(zero|one|two|few|many|other)$/, '');

/** A number before a word for many, but for "2 of 4 talks": of one, people would read "1 days". */
const many = /(?<!\b(?:of|av) )\{\{(\w+)\}\} (days|weeks|minutes|talks|people|dagar|veckor|minuter|personer|samtal kan|samtal får)\b/;
/** Never one: the longest period, what is too much for a mailbox, lengths in quarters of an hour, weeks that are offered, sums beside a length. */
const neverOne = [
  'wrong.long',
  'launch.slow',
  'when.minutes',
  'round.talks',
  'table.minutes',
  'answer.weeks',
  'agenda.over',
  'agenda.total',
  'which.facts',
];

describe('texts', () => {
  it('exist', () => {
    expect(swedish.length).toBeGreaterThan(0);
  });

  it.each(swedish)('%s says the same things as its English twin', async (path) => {
    const sv = await readTexts(path);
    const en = await readTexts(path.replace(/sv\.ts$/, 'en.ts'));
    expect([...new Set([...sv.keys()].map(withoutPlural))].sort()).toEqual([...new Set([...en.keys()].map(withoutPlural))].sort());
    for (const [key, text] of sv) {
      expect(text.trim(), `${key} in Swedish`).not.toBe('');
      const other = en.get(key);
      if (other !== undefined) expect(holes(text), `places in ${key}`).toEqual(holes(other));
    }
    for (const [key, text] of en) expect(text.trim(), `${key} in English`).not.toBe('');
  });

  it.each(swedish)('%s counts one by itself, in both languages', async (path) => {
    for (const one of [path, path.replace(/sv\.ts$/, 'en.ts')])
      for (const [key, text] of await readTexts(one)) {
        const [, hole] = many.exec(text) ?? [];
        if (!hole || neverOne.includes(withoutPlural(key))) continue;
        expect([key.replace(/_zero$/, '_other'), hole, text], one).toEqual([expect.stringMatching(/_other$/), 'count', text]);
      }
  });
});
