/** The sum of what test/likeness/watch-exchanges.ts saw in a run: how much was compared with Microsoft's description of Graph. */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** `elsewhere`: how many of the exchanges were with a local Graph in a process of its own. */
type Line = { exchanges: number; elsewhere: number; operations: string[]; deviations: string[] };
const fileIn = (output: string): string => join(output, 'likeness.jsonl');

export const forgetLikeness = (output: string): void => rmSync(fileIn(output), { force: true });

/** One line for the end of a run; null when no test asked Graph anything, or there is no description to compare with. */
export function likenessLine(output: string): string | null {
  if (!existsSync(fileIn(output))) return null;
  const lines = readFileSync(fileIn(output), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Line);
  const exchanges = lines.reduce((sum, line) => sum + line.exchanges, 0);
  const elsewhere = lines.reduce((sum, line) => sum + line.elsewhere, 0);
  const operations = new Set(lines.flatMap((line) => line.operations)).size;
  const deviations = new Set(lines.flatMap((line) => line.deviations)).size;
  const where = elsewhere === 0 ? '' : ` (${elsewhere} of them in processes of their own)`;
  return `Likeness: ${exchanges} exchanges with the local Graph${where} in ${operations} operations, ${deviations} deviations from Microsoft's description`;
}
