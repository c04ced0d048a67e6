/**
 * `npm run check`: everything that must hold before a change is handed on. The quick steps run two at a time and each prints what it found and its
 * time; the tests come last and alone. `--no-tests` leaves them out, for when they have just run.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

type Step = { name: string; command: string; words: string[] };
type Ended = { code: number; output: string; seconds: number };

const root = fileURLToPath(new URL('../../', import.meta.url));
const everything = ['api', 'tabs', 'bot', 'infra', 'test'];

/** Same commands as in package.json, started without npm in between. */
const steps: Step[] = [
  { name: 'types', command: 'typescript/bin/tsc', words: ['--noEmit', '-p', '.'] },
  {
    name: 'lint',
    command: 'eslint/bin/eslint.js',
    words: ['-c', 'test/structure/eslint.config.js', '--no-error-on-unmatched-pattern', '--max-warnings', '0', ...everything],
  },
  { name: 'structure', command: 'vitest/vitest.mjs', words: ['run', '--config', 'test/run/vitest.config.ts', 'test/structure'] },
  {
    name: 'imports',
    command: 'dependency-cruiser/bin/dependency-cruise.mjs',
    words: ['--config', 'test/structure/imports.cjs', ...everything],
  },
  { name: 'dead code', command: 'knip/bin/knip.js', words: [] },
  {
    name: 'format',
    command: 'prettier/bin/prettier.cjs',
    words: ['--check', '--log-level', 'warn', '{api,tabs,bot,infra,test}/**/*.{ts,tsx,js,cjs,css,html}'],
  },
];
const tests: Step = { name: 'tests', command: 'tsx/dist/cli.mjs', words: ['test/run/main.ts'] };

function run(step: Step, show: boolean): Promise<Ended> {
  const began = Date.now();
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, 'node_modules', step.command), ...step.words], {
      cwd: root,
      stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'],
    });
    let output = '';
    child.stdout?.on('data', (part: Buffer) => (output += part.toString()));
    child.stderr?.on('data', (part: Buffer) => (output += part.toString()));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, output: output.trim(), seconds: (Date.now() - began) / 1000 }));
  });
}

async function report(step: Step, show = false): Promise<string | undefined> {
  const { code, output, seconds } = await run(step, show);
  console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${step.name} (${seconds.toFixed(1)} s)`);
  if (code !== 0 && output) console.log(`${output}\n`);
  return code === 0 ? undefined : step.name;
}

/** Runs steps two at a time, in order. @returns names of those that failed. */
async function runAll(waiting: Step[]): Promise<string[]> {
  const failed: (string | undefined)[] = [];
  const next = async (): Promise<void> => {
    for (let step = waiting.shift(); step; step = waiting.shift()) failed.push(await report(step));
  };
  await Promise.all([next(), next()]);
  return failed.filter((name) => name !== undefined);
}

const failed = await runAll([...steps]);
if (!process.argv.includes('--no-tests')) {
  const testsFailed = await report(tests, true);
  if (testsFailed) failed.push(testsFailed);
}
console.log(failed.length === 0 ? 'Everything holds.' : `Failed: ${failed.join(', ')}.`);
process.exitCode = failed.length === 0 ? 0 : 1;
