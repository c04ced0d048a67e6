/** Runs the planner and its yardsticks, each in a process of its own so that CPU time and memory are its own, and has every plan checked by the second reading. */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Instance, PlanResult, PlannedTalk } from '#api/cycle/planner/contract.ts';
import { checkPlan, type Checked } from '#test/given/check-plan.ts';
import { repository } from '#test/given/program.ts';
import manifest from '../../package.json' with { type: 'json' };

/** What `npm run plan` runs, less npm. */
const planner = manifest.scripts.plan.split(' ').slice(1);
const yardstick = ['--import', 'tsx', fileURLToPath(new URL('./plan-yardstick.ts', import.meta.url))];

/** Where an instance and the plans of it are kept. */
export type Desk = { dir: string; instance: Instance };
export type Planned = Checked & { talks: PlannedTalk[]; bytes: string; cpuSeconds: number; peakMb: number };
/** `bound`: no plan costs less. */
export type Best = Planned & { bound: number; isOptimal: boolean };

export function deskOf(dir: string, instance: Instance): Desk {
  writeFileSync(join(dir, 'instance.json'), JSON.stringify(instance));
  return { dir, instance };
}

/** The planner itself. */
export const runPlanner = (desk: Desk, effort: 'normal' | 'deep' = 'normal'): Planned =>
  run(desk, [...planner, '--in', join(desk.dir, 'instance.json'), '--out', join(desk.dir, 'plan.json'), '--effort', effort]);

export const runFirstFit = (desk: Desk): Planned => run(desk, [...yardstick, 'first-fit', ...filesOf(desk)]);
export const runExact = (desk: Desk): Best => run<Best>(desk, [...yardstick, 'exact', ...filesOf(desk)]);

const filesOf = ({ dir }: Desk): string[] => [join(dir, 'instance.json'), join(dir, 'plan.json')];

function run<T extends Planned = Planned>({ dir, instance }: Desk, words: string[]): T {
  const out = execFileSync(process.execPath, words, { cwd: repository, encoding: 'utf8' });
  const figures = JSON.parse(out.trim().split('\n').at(-1) ?? '') as Omit<T, keyof Checked | 'talks' | 'bytes'> & { cost?: number };
  const bytes = readFileSync(join(dir, 'plan.json'), 'utf8');
  const { talks } = JSON.parse(bytes) as PlanResult;
  const checked = checkPlan(instance, talks);
  if (figures.cost !== undefined && figures.cost !== checked.cost)
    checked.broken.push(`counts its cost as ${figures.cost}, not ${checked.cost}`);
  return { ...figures, ...checked, talks, bytes } as unknown as T;
}
