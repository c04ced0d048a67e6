/**
 * Runs beside every test file: compares each exchange with the local Graph, as it happens, with Microsoft's description, and fails the file when one
 * deviates. A local Microsoft 365 in a process that the test starts writes its exchanges down (M365_EXCHANGES); they are compared at the end. Without
 * the description nothing is compared; test/run says so.
 */
import { appendFileSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect } from 'vitest';
import { exchangeChannel, type Exchange } from '#infra/local/m365/graph/exchange.ts';
import { deviationsOf, exchangesIn, isDescriptionThere, isMeant, operationOf } from './exchange.ts';

const output = fileURLToPath(new URL('../.output/', import.meta.url));
const kept = join(tmpdir(), `samtal-exchanges-${randomUUID()}.jsonl`);
const operations = new Set<string>();
const found = new Set<string>();
let count = 0;

function compare(whole: Exchange): number {
  const exchanges = exchangesIn(whole);
  for (const exchange of exchanges) {
    operations.add(operationOf(exchange));
    for (const deviation of deviationsOf(exchange)) if (!isMeant(deviation)) found.add(deviation);
  }
  return exchanges.length;
}

/** How many there were in processes that this file has started. */
function compareKept(): number {
  if (!existsSync(kept)) return 0;
  const lines = readFileSync(kept, 'utf8').split('\n').filter(Boolean);
  rmSync(kept);
  return lines.reduce((sum, line) => sum + compare(JSON.parse(line) as Exchange), 0);
}

if (isDescriptionThere) {
  // Processes inherit it. This one's own exchanges are heard directly.
  process.env.M365_EXCHANGES = kept;
  const hear = (message: unknown): void => void (count += compare(message as Exchange));
  subscribe(exchangeChannel, hear);

  afterAll(() => {
    // The next file may run in this process, and hears for itself.
    unsubscribe(exchangeChannel, hear);
    const elsewhere = compareKept();
    if (count + elsewhere === 0) return;
    const line = { exchanges: count + elsewhere, elsewhere, operations: [...operations], deviations: [...found] };
    if (existsSync(output)) appendFileSync(join(output, 'likeness.jsonl'), `${JSON.stringify(line)}\n`);
    expect([...found], 'what was asked of the local Graph, or answered by it, and is not in Microsoft’s description').toEqual([]);
  });
}
