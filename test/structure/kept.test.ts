/** Everything the store keeps is named in the list of what is kept of people (api/privacy/rules/kept.ts), and what ends it is there. */
import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { kept } from '#api/privacy/rules/kept.ts';
import { isTest, listFiles, pathOf, readText } from './tracked.ts';

/** Names given to `defineCollection` anywhere in the product. */
const collections = listFiles()
  .filter((path) => /^(api|bot)\/.*\.ts$/.test(path) && !isTest(path))
  .flatMap((path) => [...readText(path).matchAll(/=\s*defineCollection<[^(]*\(\s*'([^']+)'/g)].map(([, name = '']) => name));

describe('what is kept of people', () => {
  it('names every collection, and none that is gone', () => {
    expect(collections.length).toBeGreaterThan(20);
    expect(Object.keys(kept).sort()).toEqual([...collections].sort());
  });

  it('names files that are there as those that end something', () => {
    const files = Object.values(kept).flatMap(({ ends }) => ends.flatMap(({ by }) => by ?? []));
    expect(new Set(files).size).toBeGreaterThan(0);
    for (const path of files) expect({ path, exists: existsSync(pathOf(path)) }).toEqual({ path, exists: true });
  });
});
