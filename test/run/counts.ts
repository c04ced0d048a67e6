/** Counts tests from Vitest's own JSON reports: passed, failed and skipped tests by name. Runs nothing. */

export type Counts = { passed: number; failed: number; skipped: number };
export type Report = {
  testResults: { name: string; status: string; message?: string; assertionResults: { fullName: string; status: string }[] }[];
};

/**
 * Counts of one report. A file that failed without a failed test of its own (it could not be loaded, or a hook threw) counts as one failure,
 * so that nothing that did not run can pass.
 */
export function countsOf(report: Report): Counts {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for (const file of report.testResults) {
    const of = (status: string): number => file.assertionResults.filter((test) => test.status === status).length;
    const failed = of('failed');
    counts.passed += of('passed');
    counts.failed += failed === 0 && file.status === 'failed' ? 1 : failed;
    counts.skipped += file.assertionResults.length - of('passed') - failed;
  }
  return counts;
}

/** Names of tests that did not run, as "file > test". */
export function skippedIn(report: Report, root: string): string[] {
  return report.testResults.flatMap((file) =>
    file.assertionResults
      .filter((test) => test.status !== 'passed' && test.status !== 'failed')
      .map((test) => `${file.name.replace(root, '')} > ${test.fullName}`),
  );
}

export const sumOf = (all: Counts[]): Counts =>
  all.reduce((sum, one) => ({ passed: sum.passed + one.passed, failed: sum.failed + one.failed, skipped: sum.skipped + one.skipped }), {
    passed: 0,
    failed: 0,
    skipped: 0,
  });

/** The line that ends every run. */
export const lineOf = (counts: Counts): string => `${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`;
