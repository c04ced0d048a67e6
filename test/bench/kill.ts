/**
 * Samtal dies at random steps while it books a crowd, again and again, and begins anew on the same store: how many talks then have no event, or two.
 * Small in npm test (test/stories/crash.test.ts), with 200 deaths as a measurement.
 */
import { chanceOf } from '#infra/local/m365/generate/seeded.ts';
import { crowdOf } from '#test/given/crowd.ts';
import { beginMortal, type Death } from '#test/given/mortal.ts';
import {
  givenVirtualSamtal,
  givePeople,
  giveTalks,
  countUnbooked,
  talksOf,
  type Life,
  type VirtualSamtal,
} from '#test/given/virtual-samtal.ts';
import { compare } from './book.ts';
import type { Row } from './report.ts';

const now = new Date('2027-02-01T07:30:00Z');
const firstMonday = new Date('2027-02-15T00:00:00Z');
const longestStep = 60;
const leasesMs = 3 * 60_000;

export type Deaths = { deaths: number; talks: number; duplicates: number; orphans: number; lost: number };

export async function measureKills(): Promise<Row[]> {
  const seed = process.env.SAMTAL_SEED ?? String(Date.now());
  console.log(`Seed of the deaths: ${seed} (SAMTAL_SEED repeats it)`);
  const { deaths, talks, duplicates, orphans, lost } = await dieOften(200, seed);
  const what = `Killed at ${deaths} random steps while booking ${talks} talks:`;
  return [
    { what: `${what} duplicates`, value: duplicates, unit: '', target: '0' },
    { what: `${what} orphans`, value: orphans, unit: '', target: '0' },
    { what: `${what} lost`, value: lost, unit: '', target: '0' },
  ];
}

/** Dies so many times, each time at a random step, and then books what is left. */
export async function dieOften(wanted: number, seed: string): Promise<Deaths> {
  const chance = chanceOf(seed);
  const crowd = crowdOf(Array<number>(Math.ceil(wanted / 2)).fill(8), firstMonday);
  const samtal = await givenVirtualSamtal({ crowd, now, chance: () => chance.whole(1_000_000) / 1_000_000 });
  try {
    const watcher = await samtal.begin();
    await givePeople(watcher, crowd);
    await giveTalks(watcher, crowd);
    let deaths = 0;
    while (deaths < wanted) {
      const death: Death = { step: 1 + chance.whole(longestStep), when: chance.oneIn(2) ? 'before' : 'after' };
      if (!(await liveUntil(samtal, watcher, death))) break;
      deaths += 1;
    }
    if (deaths < wanted) throw new Error(`All was booked after ${deaths} deaths: the crowd is too small`);
    await liveUntil(samtal, watcher, null);
    return { deaths, talks: crowd.talks.length, ...compare(samtal, await talksOf(watcher, crowd)) };
  } finally {
    await samtal.stop();
  }
}

/** One life. False: it came to its end with nothing left to book. */
async function liveUntil(samtal: VirtualSamtal, watcher: Life, death: Death | null): Promise<boolean> {
  const { time } = samtal.m365;
  const mortal = await beginMortal(samtal);
  if (death) mortal.dieAt(death);
  await time.run(async () => {
    mortal.asPart(() => mortal.life.work(['share-limits', 'book-talks']));
    const isDone = async (): Promise<boolean> => (await countUnbooked(watcher)) === 0;
    while (!mortal.isDead() && !(await isDone())) await time.wait(death ? 500 : 30_000);
  });
  const died = mortal.isDead();
  mortal.life.die();
  mortal.close();
  time.skip(leasesMs);
  return died;
}
