/** The README tells the truth about the house: every folder on its map, every package with its reason, every command and file it names exists. */
import { describe, expect, it } from 'vitest';
import { listFiles, readText } from './tracked.ts';

const readme = readText('README.md');
const files = listFiles();
const manifest = JSON.parse(readText('package.json')) as Record<'scripts' | 'dependencies' | 'devDependencies', Record<string, string>>;

const section = (title: string): string => {
  const from = readme.indexOf(`\n## ${title}`);
  if (from === -1) throw new Error(`The README has no section "${title}".`);
  const to = readme.indexOf('\n## ', from + 1);
  return readme.slice(from, to === -1 ? undefined : to);
};

describe('README', () => {
  it('lists every folder of the top level and every room of the server on its map', () => {
    const map = section('Map of folders');
    const top = [...new Set(files.filter((path) => path.includes('/')).map((path) => `${path.split('/')[0]}/`))];
    const rooms = [...new Set(files.filter((path) => /^api\/[^/]+\//.test(path)).map((path) => `${path.split('/')[1]}/`))];
    expect([...top, ...rooms].filter((folder) => !map.includes(folder))).toEqual([]);
  });

  it('gives every package a reason and a licence', () => {
    const table = section('Packages');
    const names = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies });
    const row = (name: string): string | undefined => table.split('\n').find((line) => line.startsWith(`| ${name} |`));
    const wrong = names.filter((name) => !/^\| [^|]+ \| [^|]{10,} \| [A-Za-z0-9.-]+ \|$/.test(row(name) ?? ''));
    expect(wrong).toEqual([]);
    const rows = table.split('\n').flatMap((line) => /^\| ([@a-z][^ |]*) \|/.exec(line)?.[1] ?? []);
    expect(rows.filter((name) => !names.includes(name))).toEqual([]);
  });

  it('names only commands that exist, and each of them', () => {
    const named = [...readme.matchAll(/npm run (?:-s )?([a-z0-9:-]+)/g)].map((match) => match[1] ?? '');
    const scripts = Object.keys(manifest.scripts);
    expect(named.filter((name) => !scripts.includes(name))).toEqual([]);
    expect(scripts.filter((name) => !['start', 'test'].includes(name) && !named.includes(name))).toEqual([]);
  });

  it('starts Node in no way that a later one does not know', () => {
    const words = Object.values(manifest.scripts).flatMap(
      (script) => script.match(/(?<=\bnode )(?:-\S+ (?:tsx )?)+/)?.[0].split(' ') ?? [],
    );
    expect(words.filter((word) => word.startsWith('-') && !['--import', '--single-threaded'].includes(word))).toEqual([]);
  });

  it('points only at files that exist', () => {
    const linked = [...readme.matchAll(/\]\((?!https?:|#)([^)]+)\)/g)].map((match) => match[1] ?? '');
    const inCode = [...readme.matchAll(/`((?:api|tabs|bot|infra|test|appPackage)\/[\w./-]+)`/g)].map((match) =>
      (match[1] ?? '').replace(/\/$/, ''),
    );
    const exists = (path: string): boolean =>
      files.some((file) => file === path || file.startsWith(`${path}/`) || file.startsWith(`${path}.`));
    expect([...linked, ...inCode].filter((path) => !exists(path))).toEqual([]);
  });
});
