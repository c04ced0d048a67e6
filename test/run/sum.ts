/** Adds up the counts of runs named on the command line and prints the one line that ends `.ci/run`. Missing counts are one failure. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { lineOf, sumOf, type Counts } from './counts.ts';

function read(name: string): Counts {
  const path = fileURLToPath(new URL(`../.output/${name}.counts.json`, import.meta.url));
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Counts;
  } catch (error) {
    console.error(`The run "${name}" left no counts: ${error instanceof Error ? error.message : String(error)}`);
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

console.log(lineOf(sumOf(process.argv.slice(2).map(read))));
