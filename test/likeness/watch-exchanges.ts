/**
 * Runs beside every test file: compares each exchange with the local Graph, as it happens, with Microsoft's description, and fails the file when one
 * deviates. Without the description nothing is compared; test/run says so.
 */
import { appendFileSync, existsSync } from 'node:fs';
import { subscribe } from 'node:diagnostics_channel';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect } from 'vitest';
import { exchangeChannel, type Exchange } from '#infra/local/m365/graph/exchange.ts';
import { deviationsOf, exchangesIn, isDescriptionThere, isMeant, operationOf } from './exchange.ts';

const output = fileURLToPath(new URL('../.output/', import.meta.url));
const operations = new Set<string>();
const found = new Set<string>();
let count = 0;

if (isDescriptionThere) {
  subscribe(exchangeChannel, (message) => {
    for (const exchange of exchangesIn(message as Exchange)) {
      count += 1;
      operations.add(operationOf(exchange));
      for (const deviation of deviationsOf(exchange)) if (!isMeant(deviation)) found.add(deviation);
    }
  });

  afterAll(() => {
    if (count === 0) return;
    const line = { exchanges: count, operations: [...operations], deviations: [...found] };
    if (existsSync(output)) appendFileSync(join(output, 'likeness.jsonl'), `${JSON.stringify(line)}\n`);
    expect([...found], 'what was asked of the local Graph, or answered by it, and is not in Microsoft’s description').toEqual([]);
  });
}
