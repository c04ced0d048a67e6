/**
 * Random histories of what people do with talks in Outlook, notifications lost and repeated: after one look, talk and calendar must agree in all. The
 * same histories as in test/stories/calendar-history.test.ts, many more of them; the seed is printed and repeats them (SAMTAL_SEED).
 */
import { randomUUID } from 'node:crypto';
import { chanceOf } from '#infra/local/m365/generate/seeded.ts';
import { disagreements, liveHistory, lookOnce, putRight, type World } from '#test/given/calendar-history.ts';
import { givenLaunchedCycle } from '#test/given/launched-cycle.ts';
import { givenSamtal } from '#test/given/samtal.ts';
import { talksHeldBy } from '#test/given/talk-in-calendar.ts';
import { until } from '#test/given/until.ts';
import { quantile, type Row } from './report.ts';

/** A thousand take half an hour; among the other measurements fewer are enough. */
const usual = process.argv.includes('sync') ? 1000 : 50;
const histories = Number(process.env.SAMTAL_HISTORIES ?? usual);
/** A fresh company after so many: each history takes half an hour of the clock, and talks must stay ahead. */
const perCompany = 50;

export async function measureSync(): Promise<Row[]> {
  const seed = process.env.SAMTAL_SEED ?? randomUUID().slice(0, 8);
  console.log(`  seed ${seed}`);
  // One person asks for everything here, faster than people do.
  process.env.SAMTAL_RATE_LIMIT ??= '1000000';
  const wrong: string[] = [];
  const looks: number[] = [];
  for (let from = 0; from < histories; from += perCompany) {
    const samtal = await givenSamtal();
    try {
      const { cycle } = await givenLaunchedCycle(samtal, { withinMs: 120_000 });
      const world: World = { samtal, manager: 'maja', cycle, talks: await talksHeldBy(samtal, 'maja') };
      const kept = new Set<string>();
      for (let number = from; number < Math.min(from + perCompany, histories); number += 1) {
        wrong.push(...(await oneHistory(world, `${seed}/${number}`, kept, looks)));
      }
    } finally {
      await samtal.stop();
    }
    console.log(`  ${Math.min(from + perCompany, histories)} histories, ${wrong.length} disagreements`);
  }
  return [
    { what: `Disagreements after ${histories} random histories, seed ${seed}`, value: wrong.length, unit: '', target: '0' },
    { what: 'One look at a calendar with four talks, median', value: quantile(looks, 0.5), unit: 'ms', target: '' },
  ];
}

async function oneHistory(world: World, seed: string, kept: Set<string>, looks: number[]): Promise<string[]> {
  const chance = chanceOf(seed);
  const told = await liveHistory(world, chance, 5);
  const began = performance.now();
  await lookOnce(world);
  looks.push(performance.now() - began);
  const wrong = (await disagreements(world, kept)).map((one) => `${seed}: ${one} (${told.join(', ')})`);
  for (const one of wrong) console.log(`  ${one}`);
  await world.samtal.desk.faults.clear();
  await putRight(world, chance, kept);
  await until(async () => (await disagreements(world, kept)).length === 0, {
    message: `the answers after ${seed} have put everything right`,
    withinMs: 120_000,
  });
  return wrong;
}
