/**
 * `plan-yardstick.ts first-fit|exact INSTANCE PLAN`: plans by one of the yardsticks, in a process of its own like the planner, and prints one line of figures.
 * The CPU seconds are those of the method alone: the file is read before.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import type { PlannedTalk } from '#api/cycle/planner/contract.ts';
import { readInstance } from '#api/cycle/rules/planner/read-instance.ts';
import { solveExactly } from './exact.ts';
import { firstFit } from './first-fit.ts';

const limitSeconds = 600;
const [method, from = '', to = ''] = process.argv.slice(2);
const read = readInstance(JSON.parse(readFileSync(from, 'utf8')));
if (!read.ok) throw new Error(`${from}: ${read.path}: ${read.message}`);

async function plan(): Promise<{ talks: PlannedTalk[]; figures: Record<string, unknown> }> {
  if (!read.ok) throw new Error(read.message);
  if (method === 'exact') {
    const { talks, ...figures } = await solveExactly(read.instance, limitSeconds);
    return { talks, figures };
  }
  const began = process.cpuUsage();
  const talks = firstFit(read.instance);
  const { user, system } = process.cpuUsage(began);
  return { talks, figures: { cpuSeconds: (user + system) / 1e6 } };
}

const { talks, figures } = await plan();
writeFileSync(to, JSON.stringify({ format: 'samtal-result/1', talks }));
process.stdout.write(`${JSON.stringify({ ...figures, peakMb: Math.round(process.resourceUsage().maxRSS / 1024) })}\n`);
