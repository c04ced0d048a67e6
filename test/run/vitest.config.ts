/**
 * How Vitest finds and runs the tests. Files share their processes: a process per file would load everything anew, which took a third of all the
 * time; so no test may leave anything behind that another would see. Stories and parts run side by side, three files at a time on two cores, since
 * each waits for something half of its time; the browser's screens come after them, three at a time as well. What is installed, built and counted
 * around a run is in main.ts.
 */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const shared = {
  setupFiles: 'test/likeness/watch-exchanges.ts',
  environment: 'node',
  isolate: false,
  testTimeout: 30_000,
  hookTimeout: 60_000,
  maxWorkers: 3,
} as const;

/** Those that run longest, the longest first. */
const long = ['narrow', 'first-talk-english', 'first-talk-swedish', 'after-talk', 'look-back', 'check-in'].map(
  (name) => `/test/screens/${name}.test.ts`,
);

/** Vitest begins with the largest files. Those that are short to read and long to run would come last, one of them alone, while the others have ended. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const first = long.flatMap((path) => sorted.filter(({ moduleId }) => moduleId.endsWith(path)));
    return [...first, ...sorted.filter((file) => !first.includes(file))];
  }
}

export default defineConfig({
  root: fileURLToPath(new URL('../../', import.meta.url)),
  test: {
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          ...shared,
          // One project: Vitest keeps a process only while the next file is of the same one.
          name: 'parts and stories',
          include: ['{api,bot,infra,tabs}/**/*.test.{ts,tsx}', 'test/{structure,run,given,likeness,bench,stories}/**/*.test.ts'],
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          ...shared,
          name: 'screens',
          include: ['test/screens/**/*.test.ts'],
          setupFiles: [shared.setupFiles, 'test/given/seen-pages.ts'],
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
