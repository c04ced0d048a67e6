import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kinds } from '../contract.ts';
import { cyclePlace } from './cycle-words.ts';
import { severalPlace } from './several.ts';
import { placeOf } from './words.ts';
import { pathOf, placeOf as pageOf } from '#tabs/platform/routes/routes.ts';
import { deepLink, webLink } from './deep-link.ts';

const app = '5f6b1f0e-8a3c-4f55-9d3b-6f0f6f8f2a21';

describe('a deep link', () => {
  it('opens the personal tab of the app at a place', () => {
    const link = new URL(deepLink(app, 'talks/t1/prepare'));
    expect(link.origin + link.pathname).toBe(`https://teams.microsoft.com/l/entity/${app}/samtal`);
    expect([...link.searchParams.keys()]).toEqual(['context']);
    expect(JSON.parse(link.searchParams.get('context') ?? '')).toEqual({ subEntityId: 'talks/t1/prepare' });
  });

  it('names the tab that the manifest declares', () => {
    const manifest = JSON.parse(readFileSync(new URL('../../../appPackage/manifest.json', import.meta.url), 'utf8')) as {
      staticTabs: { entityId: string; scopes: string[] }[];
    };
    const personal = manifest.staticTabs.filter(({ scopes }) => scopes.includes('personal')).map(({ entityId }) => entityId);
    expect(personal).toContain(new URL(deepLink(app, '')).pathname.split('/').at(-1));
  });

  it('gives the place back unchanged, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (place) => {
        const context = new URL(deepLink(app, place)).searchParams.get('context') ?? '';
        expect(JSON.parse(context)).toEqual({ subEntityId: place });
      }),
    );
  });
});

const places = [...kinds.map((kind) => placeOf(kind, 't1')), cyclePlace('c-1'), severalPlace([true]), severalPlace([false]), 'reminders'];

it.each([...new Set(places)])('a link for a plain browser opens a page of the tab: %s', (place) => {
  const { pathname } = new URL(webLink('https://samtal.example', place));
  const page = pageOf(pathname);
  expect(page && pathOf(page)).toBe(pathname);
});
