/** `npm test` in a small project of its own: what failed is counted and makes the exit code, and without a browser nothing is passed over silently. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { repository, startScript } from '#test/given/program.ts';

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'samtal-run-')));
const put = (path: string, text: string): void => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
};
const vitest = "import { describe, expect, it } from 'vitest';";

beforeAll(() => {
  const besideEveryTest = [
    'test/given/seen-pages.ts',
    'test/given/watch-page.ts',
    'test/likeness/watch-exchanges.ts',
    'test/likeness/exchange.ts',
    'test/likeness/graph-schema.ts',
    'test/likeness/typed-schema.ts',
    'infra/local/m365/graph/exchange.ts',
  ];
  for (const path of ['package.json', 'infra/local/build.ts', ...besideEveryTest]) cpSync(join(repository, path), join(folder, path));
  for (const name of ['main', 'counts', 'install-browser', 'likeness', 'vitest.config'])
    cpSync(join(repository, `test/run/${name}.ts`), join(folder, `test/run/${name}.ts`));
  symlinkSync(join(repository, 'node_modules'), join(folder, 'node_modules'), 'junction');
  put('test/stories/right.test.ts', `${vitest} it('is right', () => expect(1).toBe(1));`);
  put('test/stories/wrong.test.ts', `${vitest} it('is wrong', () => expect(1).toBe(2)); it('is right', () => expect(1).toBe(1));`);
  put('test/stories/broken.test.ts', "import './nowhere.ts';");
  put(
    'test/screens/seen.test.ts',
    `${vitest} import { findBrowser } from '../browser.ts'; describe.runIf(findBrowser())('In a browser', () => it('is seen', () => expect(1).toBe(1)));`,
  );
  // A machine without a browser, wherever its system would have one, and with everything built already.
  put('test/browser.ts', 'export const findBrowser = (): undefined => undefined;');
  for (const name of ['tabs', 'host']) put(`dist/${name}/index.html`, '');
  for (const name of ['tabs', 'host']) put(`dist/${name}.built`, '');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Nothing is found by name, so that no browser is installed. */
async function npmTest(...words: string[]): Promise<{ code: unknown; said: string; lastLine: string; counts: unknown }> {
  const program = startScript('test/run/main.ts', words, { cwd: folder, env: { PATH: '', SAMTAL_BROWSER: undefined } });
  const code = await program.ended();
  const counts: unknown = JSON.parse(readFileSync(join(folder, 'test/.output/report.counts.json'), 'utf8'));
  return { code, said: program.said(), lastLine: program.said().trim().split('\n').at(-1) ?? '', counts };
}

describe('npm test', { timeout: 60_000 }, () => {
  it('names what is skipped without a browser, and counts what failed or could not be loaded', async () => {
    const { code, said, lastLine, counts } = await npmTest();
    expect(said).toMatch(/^No browser: .+ Browser tests are skipped\. Set SAMTAL_BROWSER/m);
    expect(said).toMatch(/^Skipped \(no browser: .+\):\n {2}test\/screens\/seen\.test\.ts > In a browser is seen$/m);
    expect(lastLine).toBe('2 passed, 2 failed, 1 skipped');
    expect(counts).toEqual({ passed: 2, failed: 2, skipped: 1 });
    expect(code).toBe(1);
  });

  it('ends well when what was asked for passed', async () => {
    expect(await npmTest('test/stories/right')).toMatchObject({ code: 0, lastLine: '1 passed, 0 failed, 0 skipped' });
  });

  it('ends badly when no test ran', async () => {
    const { code, said, lastLine } = await npmTest('test/stories/nothing-of-the-kind');
    expect(said).toContain('No test ran, which counts as a failure.');
    expect({ code, lastLine }).toEqual({ code: 1, lastLine: '0 passed, 1 failed, 0 skipped' });
  });
});
