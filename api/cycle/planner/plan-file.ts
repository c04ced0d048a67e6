/**
 * `npm run plan -- --in FILE --out FILE [--seed N] [--effort quick|normal|deep]`: reads an instance, writes a plan, prints one line of figures.
 * A broken instance is refused with the path of the first wrong field, exit code 2, and no plan.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { planInstance, type EffortLevel } from '../rules/planner/plan-instance.ts';
import { readInstance } from '../rules/planner/read-instance.ts';

const megabyte = 1024 * 1024;

function refuse(why: string): never {
  process.stderr.write(`${why}\n`);
  process.exit(2);
}

function argumentsOf(words: string[]): { from: string; to: string; seed: number; effort: EffortLevel } {
  const options = { in: { type: 'string' }, out: { type: 'string' }, seed: { type: 'string' }, effort: { type: 'string' } } as const;
  const usage = 'Usage: npm run plan -- --in FILE --out FILE [--seed N] [--effort quick|normal|deep]';
  let values: { in?: string; out?: string; seed?: string; effort?: string };
  try {
    values = parseArgs({ args: words, options }).values;
  } catch (error) {
    return refuse(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
  }
  const { in: from, out: to, seed = '1', effort = 'normal' } = values;
  if (from === undefined || to === undefined) return refuse(usage);
  if (!/^\d{1,9}$/.test(seed)) return refuse(`--seed is a whole number, not "${seed}".`);
  if (effort !== 'quick' && effort !== 'normal' && effort !== 'deep') return refuse(`--effort is quick, normal or deep, not "${effort}".`);
  return { from, to, seed: Number(seed), effort };
}

function parse(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    return refuse(`${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

const { from, to, seed, effort } = argumentsOf(process.argv.slice(2));
const began = process.cpuUsage();
const read = readInstance(parse(from));
if (!read.ok) refuse(`${from}: ${read.path}: ${read.message}`);
const { result, placed, cost } = planInstance(read.instance, { seed, effort });
const { user, system } = process.cpuUsage(began);
writeFileSync(to, JSON.stringify(result));
const talks = result.talks.length;
// maxRSS is in kilobytes.
const peakMb = Math.round((process.resourceUsage().maxRSS * 1024) / megabyte);
process.stdout.write(`${JSON.stringify({ talks, placed, unplaced: talks - placed, cost, cpuSeconds: (user + system) / 1e6, peakMb })}\n`);
