/** The last line of a run tells the truth: also when a file could not be loaded, a hook threw, or nothing ran. */
import { describe, expect, it } from 'vitest';
import { countsOf, lineOf, skippedIn, sumOf, type Report } from './counts.ts';

const file = (name: string, status: string, ...tests: string[]): Report['testResults'][number] => ({
  name: `/samtal/${name}`,
  status,
  assertionResults: tests.map((one, at) => ({ fullName: `test ${at}`, status: one })),
});

describe('counting', () => {
  it('counts tests, not files', () => {
    const report = { testResults: [file('a', 'failed', 'passed', 'failed', 'failed'), file('b', 'passed', 'passed', 'skipped', 'todo')] };
    expect(countsOf(report)).toEqual({ passed: 2, failed: 2, skipped: 2 });
  });

  it('counts a file that could not be loaded as one failure', () => {
    expect(countsOf({ testResults: [file('a', 'failed')] })).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });

  it('counts a file whose hook threw as one failure, its tests as not run', () => {
    expect(countsOf({ testResults: [file('a', 'failed', 'skipped', 'pending')] })).toEqual({ passed: 0, failed: 1, skipped: 2 });
  });

  it('names what was skipped', () => {
    expect(skippedIn({ testResults: [file('a', 'passed', 'passed', 'skipped')] }, '/samtal/')).toEqual(['a > test 1']);
  });

  it('adds runs up to one line', () => {
    const runs = [
      { passed: 3, failed: 0, skipped: 1 },
      { passed: 4, failed: 2, skipped: 0 },
    ];
    expect(lineOf(sumOf(runs))).toBe('7 passed, 2 failed, 1 skipped');
    expect(lineOf(sumOf([]))).toBe('0 passed, 0 failed, 0 skipped');
  });
});
