/** How much JavaScript the tab loads, compressed: the first route, what one more route adds, and the editor. Reads the built files only. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { buildIfStale } from '#infra/local/build.ts';
import type { Row } from './report.ts';

const folder = fileURLToPath(new URL('../../dist/tabs/', import.meta.url));
const kB = (names: Iterable<string>): number =>
  [...names].reduce((sum, name) => sum + gzipSync(readFileSync(join(folder, 'assets', name)), { level: 9 }).length, 0) / 1000;

/** Files that a file imports at once, not those it loads later: `import … from "./x.js"`, `import "./x.js"`, `export … from "./x.js"`. */
function importsOf(name: string): string[] {
  const code = readFileSync(join(folder, 'assets', name), 'utf8');
  return [...code.matchAll(/(?:\bfrom|\bimport)\s*["']\.\/([\w.-]+\.js)["']/g)].map(([, file]) => file ?? '');
}

/** The files and everything they import at once. */
function closureOf(names: string[]): Set<string> {
  const found = new Set<string>();
  const waiting = [...names];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (found.has(name)) continue;
    found.add(name);
    waiting.push(...importsOf(name));
  }
  return found;
}

const less = (all: Set<string>, known: Set<string>): string[] => [...all].filter((name) => !known.has(name));

/** In kB. */
const limits = { first: 230, more: 60, editor: 170, web: 80 };

export async function measureWeight(): Promise<Row[]> {
  await buildIfStale(() => undefined);
  const built = readdirSync(join(folder, 'assets'));
  const chunk = (start: string): string => {
    const found = built.filter((name) => name.startsWith(`${start}-`) && name.endsWith('.js'));
    const largest = found.sort((a, b) => kB([b]) - kB([a]))[0];
    if (!largest) throw new Error(`The build has no file ${start}-*.js`);
    return largest;
  };
  const page = readFileSync(join(folder, 'index.html'), 'utf8');
  const entries = [...page.matchAll(/(?:src|href)="\/assets\/([\w.-]+\.js)"/g)].map(([, file]) => file ?? '');
  // A reader loads one language: the heavier one counts.
  const language = ['english', 'swedish'].map(chunk).sort((one, other) => kB([other]) - kB([one]))[0] ?? '';
  const first = closureOf([...entries, chunk('MyTalkPage'), language]);
  const tabs = closureOf([chunk('TopTabs')]);
  const editor = closureOf([chunk('NotesEditor')]);
  const web = closureOf([chunk('start-web'), chunk('WebBar')]);
  const routes = ['PreparationPage', 'TeamPage', 'CyclePage', 'CyclesPage', 'SignPage', 'PanelPage'].map((name) => {
    const more = less(closureOf([chunk(name)]), first);
    return { name, kB: kB(more) };
  });
  const largest = routes.sort((a, b) => b.kB - a.kB)[0];
  return [
    { what: 'JavaScript of the first route (My talk), gzip', value: kB(first), unit: 'kB', target: `at most ${limits.first}` },
    {
      what: 'The same with the tabs that managers and HR have, gzip',
      value: kB(new Set([...first, ...tabs])),
      unit: 'kB',
      target: `at most ${limits.first}`,
    },
    {
      what: `JavaScript one more route adds at most (${largest?.name ?? ''}), gzip`,
      value: largest?.kB ?? 0,
      unit: 'kB',
      target: `at most ${limits.more}`,
    },
    {
      what: 'JavaScript of the editor of shared notes, on demand, gzip',
      value: kB(less(editor, first)),
      unit: 'kB',
      target: `at most ${limits.editor}`,
    },
    {
      what: 'JavaScript of signing in in a plain browser, only there, gzip',
      value: kB(less(web, first)),
      unit: 'kB',
      target: `at most ${limits.web}`,
    },
  ];
}
