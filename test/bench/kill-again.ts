/**
 * Samtal dies while it carries out re-plans, with all that it remembers, and begins again on the same store: at every step that it takes outside of
 * itself but mere claims, before and after. Of every second re-plan HR leaves something out. Small in npm test (test/stories/replan-crash.test.ts); as a
 * measurement some 450 deaths, in some twenty minutes. `SAMTAL_PIECE=2/8` dies at every eighth step from the second on.
 */
import { chanceOf } from '#infra/local/m365/generate/seeded.ts';
import { beginMortal, type Death } from '#test/given/mortal.ts';
import { givenAgainWorld, type AgainWorld, type Five, type Role } from './again-world.ts';
import type { Row } from './report.ts';

const jobs = ['share-limits', 'replan-cycles', 'move-talks', 'cancel-events', 'book-talks', 'collect-notices', 'deliver-reminders'];
const leasesMs = 3 * 60_000;
/** Steps of one life, and some more. */
const mostSteps = 260;
/** Steps that claim what is due, and find nothing most of the time, and those by which an instance says that it lives. */
const claims = ['findAndModify cycles', 'findAndModify reminders', 'update instances', 'delete instances'];
/** Steps that change something. */
const effects = ['update replans', 'update cycles', 'update talks', 'PATCH events', 'POST events', 'POST sendActivityNotification'];
const both = ['before', 'after'] as const;

/** All steps in so many pieces, and which of them; or some of the effects by chance. */
export type Which = { piece: number; of: number } | { byChance: number };
/** What HR leaves out, by the number of the piece; by chance otherwise. The first of the two moves waits for the second. */
const choices: (readonly Role[])[] = [
  ['second'],
  ['handed'],
  ['leaving'],
  ['begun'],
  ['first'],
  ['second', 'leaving'],
  ['handed', 'begun'],
  ['first', 'handed', 'leaving'],
];
export type AgainDeaths = { deaths: number; steps: number; /** Effects that were no step to die at. */ missing: string[]; wrong: string[] };

export async function measureAgain(): Promise<Row[]> {
  const seed = process.env.SAMTAL_SEED ?? String(Date.now());
  const [only, of] = (process.env.SAMTAL_PIECE ?? '').split('/').map(Number);
  const pieces = only && of ? [{ piece: only, of }] : Array.from({ length: 8 }, (_none, at) => ({ piece: at + 1, of: 8 }));
  let deaths = 0;
  const wrong: string[] = [];
  for (const piece of pieces) {
    const found = await dieAgain(piece, seed);
    deaths += found.deaths;
    wrong.push(...found.wrong, ...found.missing.map((name) => `Never a step: ${name}`));
    console.log(
      `Piece ${piece.piece} of ${piece.of}: died ${found.deaths} times, ${found.steps} steps in a life, wrong: ${found.wrong.length}`,
    );
  }
  for (const one of wrong) console.log(one);
  const what = `Killed ${deaths} times while carrying out a re-plan, before and after each step, half of them with changes that HR has left out:`;
  return [{ what: `${what} talks, events or messages that are not as they should be`, value: wrong.length, unit: '', target: '0' }];
}

/** One life that is not disturbed says which steps there are; then one death for each that is wanted. First as proposed, then with something left out. */
export async function dieAgain(which: Which, seed: string): Promise<AgainDeaths> {
  const lefts = [[], 'of' in which ? (choices[(which.piece - 1) % choices.length] ?? []) : chanceOf(`${seed} left out`).one(choices)];
  const perChoice = 'of' in which ? Math.ceil((2 * mostSteps) / which.of) + 2 : which.byChance + 2;
  const world = await givenAgainWorld(lefts.length * perChoice);
  const fates: { five: Five; fate: string }[] = [];
  const missing: string[] = [];
  let unfinished: Five | null = null;
  let [deaths, most] = [0, 0];
  const die = async (left: readonly Role[], death: Death | null): Promise<string[]> => {
    const five = world.nextFive(left);
    const { died, steps } = await live(world, [unfinished, five], death);
    unfinished = died ? five : null;
    // Who claims what first is a matter of chance: at the end of a life the step may not come.
    if (died) deaths += 1;
    const end = death ? `${death.when} step ${death.step}, ${steps[death.step - 1] ?? 'none'}` : 'lives';
    fates.push({ five, fate: left.length > 0 ? `without ${left.join(', ')}: ${end}` : end });
    return steps;
  };
  try {
    for (const left of lefts) {
      const steps = await die(left, null);
      most = Math.max(most, steps.length);
      if (left.length === 0) missing.push(...effects.filter((name) => !steps.includes(name)));
      for (const death of deathsAmong(steps, which, `${seed} ${left.join()}`)) await die(left, death);
    }
    await live(world, [unfinished, null], null);
    return { deaths, steps: most, missing, wrong: await wrongsOf(world, fates) };
  } finally {
    await world.stop();
  }
}

/** Never the last step: whether the work is done by then is a matter of chance. */
function deathsAmong(names: string[], which: Which, seed: string): Death[] {
  const isWanted = (name: string): boolean => ('of' in which ? !claims.includes(name) : effects.includes(name));
  const steps = names.slice(0, -1).flatMap((name, at) => (isWanted(name) ? [at + 1] : []));
  if ('of' in which)
    return steps.filter((_step, at) => at % which.of === which.piece - 1).flatMap((step) => both.map((when) => ({ step, when })));
  const chance = chanceOf(seed);
  return Array.from({ length: which.byChance }, () => ({ step: chance.one(steps), when: chance.one(both) }));
}

/** One life: sees through what the one before has left behind, then the re-plan that is accepted now, until that is done or death comes. */
async function live(
  world: AgainWorld,
  [left, wanted]: [Five | null, Five | null],
  death: Death | null,
): Promise<{ died: boolean; steps: string[] }> {
  const { time } = world.samtal.m365;
  const mortal = await beginMortal(world.samtal);
  await time.run(async () => {
    mortal.asPart(() => mortal.life.work(jobs));
    for (const five of [left, wanted]) {
      if (!five) continue;
      if (five === wanted) {
        await world.accept(five);
        mortal.dieAt(death ?? { step: Number.POSITIVE_INFINITY, when: 'before' });
      }
      while (!mortal.isDead() && !(await world.isDone(five))) await time.wait(500);
    }
  });
  const died = mortal.isDead();
  mortal.life.die();
  mortal.close();
  time.skip(leasesMs);
  return { died, steps: mortal.steps };
}

async function wrongsOf(world: AgainWorld, fates: { five: Five; fate: string }[]): Promise<string[]> {
  const all: string[] = [];
  let from: string | null = null;
  for (const { five, fate } of fates) {
    const { wrong, handedEventId } = await world.wrongIn(five, from);
    all.push(...wrong.map((one) => `${fate}: ${one}`));
    from = handedEventId;
  }
  return all;
}
