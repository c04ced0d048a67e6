/** `npm run plan`: a plan of any instance for anybody who wants to check it, and a plain refusal of a broken one. */
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { PlanResult } from '#api/cycle/planner/contract.ts';
import { checkPlan } from '#test/given/check-plan.ts';
import { organisation } from '#test/given/organisation.ts';
import { repository, startNode } from '#test/given/program.ts';
import manifest from '../../package.json' with { type: 'json' };

/** As `npm run plan` starts it. */
const command = manifest.scripts.plan.split(' ').slice(1);
/** What it makes of the source to start quickly. */
const made = join(repository, 'dist/plan/plan-file.js');

let folder: string;
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'samtal-plan-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function plan(instance: unknown, ...words: string[]) {
  const name = words.join('');
  const [from, to] = [join(folder, `in${name}.json`), join(folder, `out${name}.json`)];
  writeFileSync(from, typeof instance === 'string' ? instance : JSON.stringify(instance));
  const program = startNode([...command, '--in', from, '--out', to, ...words]);
  const code = await program.ended();
  return { code, said: program.said().trim(), to };
}

it('It writes a plan that keeps the rules, the same for the same seed, and says in one line what it comes to', async () => {
  const instance = organisation({ talks: 40, seed: 3, full: 0.6, days: 14 });
  const [first, second] = await Promise.all([plan(instance, '--seed', '5'), plan(instance, '--seed', '5', '--effort', 'normal')]);
  expect([first.code, second.code]).toEqual([0, 0]);
  expect(readFileSync(first.to, 'utf8')).toBe(readFileSync(second.to, 'utf8'));
  const { talks } = JSON.parse(readFileSync(first.to, 'utf8')) as PlanResult;
  const { broken, placed, cost } = checkPlan(instance, talks);
  expect(broken).toEqual([]);
  expect(first.said.split('\n')).toHaveLength(1);
  const said = JSON.parse(first.said) as Record<string, number>;
  expect(Object.keys(said)).toEqual(['talks', 'placed', 'unplaced', 'cost', 'cpuSeconds', 'peakMb']);
  expect(said).toMatchObject({ talks: 40, placed, unplaced: 40 - placed, cost });
});

it('It refuses what is broken with the path of the first wrong field, and writes nothing', async () => {
  const instance = organisation({ talks: 5, seed: 3, days: 7 });
  const broken = { ...instance, talks: instance.talks.map((talk, at) => (at === 3 ? { ...talk, manager: 'nobody' } : talk)) };
  const [field, json, effort] = await Promise.all([
    plan(broken, '--seed', '7'),
    plan(instance, '--seed', 'x'),
    plan(instance, '--effort', 'great'),
  ]);
  for (const { code, to } of [field, json, effort]) {
    expect(code).toBe(2);
    expect(existsSync(to)).toBe(false);
  }
  expect(field.said).toContain('talks[3].manager: there is no person "nobody"');
  expect(json.said).toContain('--seed is a whole number, not "x".');
  expect(effort.said).toContain('--effort is quick, normal or deep, not "great".');
  // Older than the source: it is made anew.
  utimesSync(made, 1, 1);
  const text = await plan('{"format":', '--seed', '8');
  expect(statSync(made).mtimeMs).toBeGreaterThan(1000);
  expect([text.code, existsSync(text.to)]).toEqual([2, false]);
});
