/** Files stay small enough to be read at once. Functions are measured by the linter. */
import { describe, expect, it } from 'vitest';
import { isTest, listFiles, readText } from './tracked.ts';

const softLimit = 150;
const linesOf = (path: string): number => readText(path).split('\n').length - 1;
const sizes = listFiles()
  .filter((path) => /^(api|tabs|bot|infra|test)\/.*\.(ts|tsx|js|cjs)$/.test(path))
  .map((path) => ({ path, lines: linesOf(path) }));
const say = ({ path, lines }: { path: string; lines: number }): string => `${path} (${lines})`;

describe('size', () => {
  it('has no file over 300 lines, no test over 400', () => {
    expect(sizes.filter(({ path, lines }) => lines > (isTest(path) ? 400 : 300)).map(say)).toEqual([]);
  });

  it('has a median file under 70 lines', () => {
    const lines = sizes.map((size) => size.lines).sort((a, b) => a - b);
    const long = sizes.filter((size) => size.lines > softLimit).sort((a, b) => b.lines - a.lines);
    console.info(`${sizes.length} files, ${long.length} over the soft limit of ${softLimit} lines: ${long.map(say).join(', ') || 'none'}`);
    expect(lines[Math.floor(lines.length / 2)]).toBeLessThan(70);
  });
});
