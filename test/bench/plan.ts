/**
 * How good the planner is, on organisations made up here: from 100 to 100 000 talks in roomy and in full calendars, beside plain first-fit and, for 1 000 talks,
 * beside the best plan there is. The goals P1 to P10 are those it was built to; every plan is checked by the second reading of the rules.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prove } from '#api/cycle/rules/planner/prove.ts';
import { organisation } from '#test/given/organisation.ts';
import { deskOf, runExact, runFirstFit, runPlanner, type Desk, type Planned } from './plan-runs.ts';
import { shuffled, withClashes } from './plan-variants.ts';
import type { Row } from './report.ts';

/** Calendars so full that first-fit leaves one of ten talks without a time, and three of ten. What is asked of the planner there by P2 to P4. */
const kinds = [
  { kind: 'roomy', full: 0.66, lessThanBest: 0.1, dearer: 1, timesFirstFit: 1.05 },
  { kind: 'full', full: 0.8, lessThanBest: 0.5, dearer: 2, timesFirstFit: 1.09 },
];
type Kind = (typeof kinds)[number];
const sizes = [100, 1_000, 10_000, 100_000];
const seedOf = (talks: number): number => 20 + talks;
/** Against the best plan, further organisations of 1 000 talks. */
const seeds = [11, 12, 13];

export async function measurePlan(): Promise<Row[]> {
  const dir = mkdtempSync(join(tmpdir(), 'samtal-bench-'));
  try {
    return kinds.flatMap((kind) => [...bySize(dir, kind), ...changes(dir, kind), ...againstBest(dir, kind)]);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

const percent = (part: number, whole: number): number => (100 * part) / whole;
const row = (what: string, value: number, unit: string, target = ''): Row => ({ what, value, unit, target });
const brokenRow = (what: string, { broken }: Planned): Row => {
  for (const one of broken.slice(0, 5)) console.error(`${what}: ${one}`);
  return row(`${what}: broken hard rules (P1)`, broken.length, '', '0');
};

function bySize(dir: string, { kind, full, timesFirstFit }: Kind): Row[] {
  const rows: Row[] = [];
  const cpu = new Map<number, number>();
  for (const talks of sizes) {
    const what = `${talks} talks, ${kind} calendars`;
    console.log(`  ${what}`);
    const desk = deskOf(dir, organisation({ talks, seed: seedOf(talks), full }));
    const [first, ours] = [runFirstFit(desk), runPlanner(desk)];
    cpu.set(talks, ours.cpuSeconds);
    rows.push(
      row(`${what}: placed`, ours.placed, '', `first-fit ${first.placed}`),
      row(`${what}: cost`, ours.cost, '', `first-fit ${first.cost}`),
      row(`${what}: CPU, reading the file included`, ours.cpuSeconds, 's', `first-fit ${first.cpuSeconds.toFixed(2)} on what was read`),
      row(`${what}: peak memory`, ours.peakMb, 'MB', talks === 100_000 ? 'at most 700 (P6)' : ''),
      brokenRow(what, ours),
      brokenRow(`${what}, first-fit`, first),
    );
    if (talks !== 10_000) continue;
    rows.push(row(`${what}: placed × first-fit (P4)`, ours.placed / first.placed, '×', `at least ${timesFirstFit}`));
    rows.push(row(`${what}: CPU × first-fit (P5)`, ours.cpuSeconds / first.cpuSeconds, '×', 'at most 15'));
  }
  const growth = (cpu.get(100_000) ?? 0) / (cpu.get(10_000) ?? 1);
  return [...rows, row(`CPU of 100000 talks × that of 10000, ${kind} calendars (P6)`, growth, '×', 'at most 11')];
}

function againstBest(dir: string, { kind, full, lessThanBest, dearer }: Kind): Row[] {
  return seeds.flatMap((seed) => {
    const head = `1000 talks, ${kind} calendars, organisation ${seed}`;
    console.log(`  ${head}, beside HiGHS`);
    const desk = deskOf(dir, organisation({ talks: 1_000, seed, full }));
    const best = runExact(desk);
    const gap = best.isOptimal
      ? 'the optimum'
      : `cost proven within ${percent(best.cost - best.bound, best.bound).toFixed(2)} % of the optimum`;
    const efforts = (['normal', 'deep'] as const).flatMap((effort) => {
      const ours = runPlanner(desk, effort);
      const what = `${head}, effort ${effort}`;
      return [
        row(`${what}: fewer placed than the best (P2)`, percent(best.placed - ours.placed, best.placed), '%', `at most ${lessThanBest}`),
        row(`${what}: cost above the best (P3)`, percent(ours.cost - best.cost, best.cost), '%', `at most ${dearer}`),
        row(`${what}: CPU of HiGHS / ours (P7)`, best.cpuSeconds / ours.cpuSeconds, '×', 'at least 20'),
        brokenRow(what, ours),
      ];
    });
    return [
      row(`${head}: placed by HiGHS, ${gap}`, best.placed, '', `cost ${best.cost}`),
      ...proofRows(head, desk, best),
      brokenRow(`${head}, HiGHS`, best),
      ...efforts,
    ];
  });
}

/** What is proven in the product about the times of a plan: of the best one, how far the proof is from it. */
function proofRows(head: string, { instance }: Desk, { talks, placed }: Planned): Row[] {
  const began = process.cpuUsage();
  const { most, points, least } = prove(instance, talks);
  const { user, system } = process.cpuUsage(began);
  return [
    row(`${head}: proven to be possible, more talks than HiGHS places`, most - placed, '', 'at most 2'),
    row(`${head}: least cost of times that is proven, below HiGHS'`, percent(points - (least ?? 0), points), '%', 'at most 5'),
    row(`${head}: CPU of the proof`, (user + system) / 1e6, 's'),
  ];
}

/** The same again, the same in another order, and the same after one of twenty times is gone. */
function changes(dir: string, { kind, full }: Kind): Row[] {
  const talks = 1_000;
  const instance = organisation({ talks, seed: seedOf(talks), full });
  const plan = (of: Desk['instance']): Planned => runPlanner(deskOf(dir, of));
  const before = plan(instance);
  const same = plan(instance).bytes === before.bytes;
  const mixed = plan(shuffled(instance, 1));
  const { again, anew } = withClashes(instance, before.talks, 0.05, 2);
  const [changed, fresh] = [plan(again), plan(anew)];
  const what = `${talks} talks, ${kind} calendars`;
  return [
    row(`${what}: plans that differ for the same input (P10)`, same ? 0 : 1, '', '0'),
    row(
      `${what}: difference in placed when shuffled (P10)`,
      percent(Math.abs(mixed.placed - before.placed), before.placed),
      '%',
      'at most 0.1',
    ),
    row(`${what}: moved after 5 % new clashes (P8)`, percent(changed.moved, talks), '%', 'under 10'),
    row(`${what}: fewer placed than planned anew then (P8)`, percent(fresh.placed - changed.placed, fresh.placed), '%', 'at most 0.3'),
    ...[mixed, changed, fresh].map((one, at) => brokenRow(`${what}, ${['shuffled', 'planned again', 'planned anew'][at] ?? ''}`, one)),
  ];
}
