/** The map of the house is kept: every file stands in a room that design.md names, under a name from the closed lists. */
import { describe, expect, it } from 'vitest';
import * as names from './names.ts';
import { isCode, listFiles } from './tracked.ts';

const files = listFiles();
const under = (folder: string): string[] =>
  files.filter((path) => path.startsWith(`${folder}/`)).map((path) => path.slice(folder.length + 1));
const firstParts = (paths: string[]): string[] => [...new Set(paths.map((path) => path.split('/')[0] ?? path))];
const foldersIn = (folder: string): string[] => firstParts(under(folder).filter((path) => path.includes('/')));
const apiRooms = foldersIn('api').filter((room) => room !== 'platform');

/** Path inside the room, without a sub-room's folder: `booking/rules/day.ts` becomes `rules/day.ts`. */
const withoutSubRoom = (path: string): string => path.replace(/^(?!rules\/|texts\/)[a-z][a-z-]*\/(?=.)/, '');

describe('layout', () => {
  it('has nothing at the root but what design.md names', () => {
    expect(firstParts(files).filter((name) => !names.rootNames.includes(name))).toEqual([]);
  });

  it('has only known names at the top of tabs, bot, infra and test', () => {
    const unknown = (folder: string, known: string[]): string[] =>
      firstParts(under(folder))
        .filter((name) => !known.includes(name))
        .map((name) => `${folder}/${name}`);
    expect(unknown('tabs', [...names.tabsNames, ...apiRooms])).toEqual([]);
    expect(unknown('bot', [...names.botNames, ...apiRooms])).toEqual([]);
    expect(unknown('infra', names.infraNames)).toEqual([]);
    expect(unknown('test', names.testNames)).toEqual([]);
  });

  it('calls a feature by one noun: a room in tabs or bot has its twin in api', () => {
    const rooms = [...foldersIn('tabs'), ...foldersIn('bot')].filter((room) => !names.tabsNames.includes(room));
    expect(rooms.filter((room) => !apiRooms.includes(room))).toEqual([]);
  });

  it('has only loose files in api that join features', () => {
    const loose = under('api').filter((path) => !path.includes('/') && !names.apiNames.includes(path));
    expect(loose).toEqual([]);
  });

  it('knows every file name in a server room: contract, rules, store, routes, a verb and its noun, tests', () => {
    const wrong = apiRooms.flatMap((room) =>
      under(`api/${room}`)
        .filter((path) => !names.apiFile.test(withoutSubRoom(path)))
        .map((path) => `api/${room}/${path}`),
    );
    expect(wrong).toEqual([]);
  });

  it('knows every file name in a room of the tab: pages, parts, client, hooks, texts', () => {
    const rooms = foldersIn('tabs').filter((room) => apiRooms.includes(room));
    const wrong = rooms.flatMap((room) =>
      under(`tabs/${room}`)
        .filter((path) => !names.tabsFile.test(path))
        .map((path) => `tabs/${room}/${path}`),
    );
    expect(wrong).toEqual([]);
  });

  it('knows every file name in a room of the bot: cards, handlers, texts', () => {
    const wrong = foldersIn('bot').flatMap((room) =>
      under(`bot/${room}`)
        .filter((path) => !names.botFile.test(path))
        .map((path) => `bot/${room}/${path}`),
    );
    expect(wrong).toEqual([]);
  });

  it('writes files in kebab-case and components in PascalCase', () => {
    const name = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
    const code = files.filter(isCode);
    const isKebab = (path: string): boolean => /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)+$/.test(name(path));
    const isComponent = (path: string): boolean => /^[A-Z][A-Za-z0-9]*(\.[a-z]+)*\.tsx$/.test(name(path));
    expect(code.filter((path) => !isKebab(path) && !isComponent(path))).toEqual([]);
  });

  it('has no name that says nothing and no second word for a talk', () => {
    const isLibraryWord = (path: string): boolean => /^(bot|infra)\//.test(path);
    const wrong = files.filter((path) => names.emptyNames.test(path) || (names.foreignWords.test(path) && !isLibraryWord(path)));
    expect(wrong).toEqual([]);
  });

  it('has a test beside every rule', () => {
    const rules = files.filter((path) => /^api\/.*rules(\/[^/]+)?\.ts$/.test(path) && !path.endsWith('.test.ts'));
    expect(rules.length).toBeGreaterThan(0);
    expect(rules.filter((path) => !files.includes(path.replace(/\.ts$/, '.test.ts')))).toEqual([]);
    // Rules so large that they have a folder are tested as a whole.
    const folders = new Set(files.flatMap((path) => /^api\/.*\/rules\/[^/]+(?=\/)/.exec(path) ?? []));
    expect([...folders].filter((folder) => !files.some((path) => path.startsWith(`${folder}/`) && path.endsWith('.test.ts')))).toEqual([]);
  });
});
