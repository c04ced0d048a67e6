/**
 * `npm test`: makes ready what the tests need (a browser, the built pages), runs Vitest, and ends with a line of its counts. Words after `--` go to
 * Vitest as they are (`npm test -- test/stories`); `--report NAME` chooses how the JSON report and the counts in test/.output are called.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildIfStale } from '#infra/local/build.ts';
import { findBrowser } from '../browser.ts';
import { countsOf, lineOf, skippedIn, type Counts, type Report } from './counts.ts';
import { forgetLikeness, likenessLine } from './likeness.ts';
import { installBrowser } from './install-browser.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const say = (line: string): void => console.log(line);

/** Whether tests of these kinds may be among those that are asked for. Two stories start what a person starts, and need the built pages. */
const mayHold = (words: string[], kinds: string): boolean => {
  const places = words.filter((word) => !word.startsWith('-'));
  const others = new RegExp(`^(\\./)?(api|bot|infra|tabs|test/(?!${kinds}))`);
  return places.length === 0 || !places.every((place) => others.test(place));
};

function takeReportName(words: string[]): { name: string; rest: string[] } {
  const at = words.indexOf('--report');
  if (at === -1) return { name: 'report', rest: words };
  return { name: words[at + 1] ?? 'report', rest: words.filter((_, index) => index !== at && index !== at + 1) };
}

/** Finds or installs a browser and lets the tests find the same one. @returns why browser tests will be skipped, if they will. */
function prepareBrowser(): string | undefined {
  const missing = findBrowser() ? undefined : installBrowser(say);
  const browser = findBrowser();
  if (browser) {
    process.env['SAMTAL_BROWSER'] = browser;
    say(`Browser: ${browser}`);
    return undefined;
  }
  const why = missing ?? 'Chromium was installed but cannot be found';
  say(`No browser: ${why}. Browser tests are skipped. Set SAMTAL_BROWSER to the path of Chromium, Chrome or Edge to run them.`);
  return why;
}

function runVitest(words: string[], reportPath: string): Promise<number> {
  const vitest = join(root, 'node_modules/vitest/vitest.mjs');
  const options = ['--config', 'test/run/vitest.config.ts', '--reporter=default', '--reporter=json', `--outputFile.json=${reportPath}`];
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [vitest, 'run', ...options, ...words], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
    // Ctrl-C reaches Vitest as well, being in the same group; this process waits for it, so that nothing is left behind.
    const forward = (signal: NodeJS.Signals): void => void child.kill(signal);
    process.on('SIGTERM', forward);
    process.on('SIGINT', () => undefined);
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}

function readReport(path: string): Report {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Report;
  } catch (error) {
    say(`Vitest left no report: ${error instanceof Error ? error.message : String(error)}`);
    return { testResults: [{ name: 'test run', status: 'failed', assertionResults: [] }] };
  }
}

/** What the run comes to: a run that ended with an error, or in which no test ran, has at least one failure. */
function judge(counts: Counts, code: number): Counts {
  const ran = counts.passed + counts.failed > 0;
  if (!ran) say('No test ran, which counts as a failure.');
  else if (code !== 0 && counts.failed === 0)
    say('Every test passed, yet Vitest ended with an error (see above), which counts as a failure.');
  return ran && code === 0 ? counts : { ...counts, failed: Math.max(1, counts.failed) };
}

async function main(): Promise<Counts> {
  const { name, rest } = takeReportName(process.argv.slice(2));
  const output = join(root, 'test/.output');
  const [reportPath, countsPath] = [join(output, `${name}.json`), join(output, `${name}.counts.json`)];
  mkdirSync(output, { recursive: true });
  for (const old of [reportPath, countsPath]) rmSync(old, { force: true });
  forgetLikeness(output);
  const noBrowser = mayHold(rest, 'screens') ? prepareBrowser() : undefined;
  if (mayHold(rest, 'screens|stories')) await buildIfStale(say);
  const code = await runVitest(rest, reportPath);
  const report = readReport(reportPath);
  const skipped = skippedIn(report, root);
  if (skipped.length > 0) say(`Skipped${noBrowser ? ` (no browser: ${noBrowser})` : ''}:\n  ${skipped.join('\n  ')}`);
  say(likenessLine(output) ?? 'Likeness: nothing was compared with the description of Graph (test/README.md says where it is looked for)');
  const counts = judge(countsOf(report), code);
  writeFileSync(countsPath, JSON.stringify(counts));
  return counts;
}

const counts = await main().catch((error: unknown): Counts => {
  say(error instanceof Error ? error.message : String(error));
  return { passed: 0, failed: 1, skipped: 0 };
});
say(lineOf(counts));
process.exitCode = counts.failed > 0 ? 1 : 0;
