/**
 * How Vitest finds and runs the tests. Rules and stories share their processes, since each story has a Samtal of its own; everything else has one per
 * file. Stories and parts run side by side, three files at a time on two cores, since each waits for something half of its time; the browser's
 * screens come after them, three at a time as well. What is installed, built and counted around a run is in main.ts.
 */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const shared = {
  setupFiles: 'test/likeness/watch-exchanges.ts',
  environment: 'node',
  testTimeout: 30_000,
  hookTimeout: 60_000,
  maxWorkers: 3,
} as const;

/** Pure by rule (imports.cjs: no clock, store or network), so that nothing of one file reaches another: half the work without a process per file. */
const pure = ['api/**/rules.test.ts', 'api/**/rules/**/*.test.ts', 'tabs/**/use-*.test.ts'];

export default defineConfig({
  root: fileURLToPath(new URL('../../', import.meta.url)),
  test: {
    maxWorkers: 3,
    projects: [
      { test: { ...shared, name: 'rules', include: pure, isolate: false, sequence: { groupOrder: 0 } } },
      {
        test: {
          ...shared,
          name: 'parts',
          include: ['{api,bot,infra,tabs}/**/*.test.{ts,tsx}', 'test/{structure,run,given,likeness,bench}/**/*.test.ts', 'test/*.test.ts'],
          exclude: ['**/node_modules/**', ...pure],
          sequence: { groupOrder: 0 },
        },
      },
      { test: { ...shared, name: 'stories', include: ['test/stories/**/*.test.ts'], isolate: false, sequence: { groupOrder: 0 } } },
      {
        test: {
          ...shared,
          name: 'screens',
          include: ['test/screens/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // A browser beside a browser: what is waited for may take longer than Vitest's one second.
          expect: { poll: { timeout: 20_000 } },
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
