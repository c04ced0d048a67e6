/** How long somebody who has built the pages waits from `npm start` to "Samtal is ready": store, Microsoft 365 with its people, and Samtal, begun anew. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildIfStale } from '#infra/local/build.ts';
import { findFreePorts } from '#infra/local/ports.ts';
import { startScript } from '#test/given/program.ts';
import type { Row } from './report.ts';

const rounds = 5;
const longestMs = 120_000;

async function startOnce(folder: string): Promise<number> {
  const [port = 0] = await findFreePorts(1);
  const began = performance.now();
  const program = startScript('infra/local/start.ts', ['--port', String(port), '--data', folder]);
  try {
    await program.untilSays('Samtal is ready', longestMs);
    return performance.now() - began;
  } finally {
    await program.kill();
  }
}

export async function measureStart(): Promise<Row[]> {
  await buildIfStale(() => undefined);
  const folder = mkdtempSync(join(tmpdir(), 'samtal-bench-start-'));
  try {
    const took: number[] = [];
    for (let round = 0; round < rounds; round += 1) took.push(await startOnce(join(folder, String(round))));
    const median = took.sort((one, other) => one - other)[Math.floor(rounds / 2)] ?? 0;
    return [{ what: '`npm start` on built pages, until "ready" (median of 5)', value: median / 1000, unit: 's', target: 'under 20' }];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
