/**
 * Samtal dies while it carries out a re-plan, at steps that it takes outside of itself, with all that it remembers, and begins again on the same store:
 * every event is moved once, and everybody told once. In virtual time. One talk goes where another has to leave first, a third goes to a new manager. At random steps here, so that
 * all tests together stay short; SAMTAL_EVERY_STEP=1 dies at every one but mere claims, before and after: more than a thousand times, in half an hour.
 * SAMTAL_EVERY_STEP=6 dies at every sixth of them.
 */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addReplan, takeReplan } from '#api/cycle/replan/store.ts';
import { addCycle, findCycle } from '#api/cycle/store.ts';
import type { TalkRecord } from '#api/talk/store.ts';
import { chanceOf } from '#infra/local/m365/generate/seeded.ts';
import { crowdOf, type CrowdTalk } from '#test/given/crowd.ts';
import { usualSettings } from '#test/given/launched-cycle.ts';
import { beginMortal, type Death, type Mortal } from '#test/given/mortal.ts';
import {
  countUnbooked,
  givenVirtualSamtal,
  givePeople,
  giveTalks,
  talksOf,
  type Life,
  type VirtualSamtal,
} from '#test/given/virtual-samtal.ts';

const now = new Date('2027-02-01T07:30:00Z');
/** 0: a few by chance. */
const everyStep = Number(process.env.SAMTAL_EVERY_STEP ?? 0);
const isEvery = everyStep > 0;
/** Deaths of all steps, both ways, and some more. */
const mostDeaths = 1500;
const randomDeaths = 4;
const crowd = crowdOf(
  Array<number>(isEvery ? Math.ceil(mostDeaths / everyStep) : randomDeaths + 2).fill(3),
  new Date('2027-02-15T00:00:00Z'),
);
const tenantId = crowd.company.tenant.id;
const jobs = ['replan-cycles', 'move-talks', 'cancel-events', 'book-talks', 'collect-notices', 'deliver-reminders'];
const hourMs = 3_600_000;
const leasesMs = 3 * 60_000;

let samtal: VirtualSamtal;
let watcher: Life;
let cycleId = '';
/** The event of each talk as it was booked. */
let eventIds = new Map<string, string | null>();

beforeAll(async () => {
  samtal = await givenVirtualSamtal({ crowd, now, chance: () => 0 });
  watcher = await samtal.begin();
  await givePeople(watcher, crowd);
  const booking = await samtal.begin();
  await samtal.m365.time.run(async () => {
    booking.work(['book-talks', 'collect-notices', 'deliver-reminders']);
    await giveTalks(booking, crowd);
    while ((await countUnbooked(watcher)) > 0 || (await countUntold()) > 0) await samtal.m365.time.wait(1000);
    await booking.stop();
  });
  const talks = await talksOf(watcher, crowd);
  eventIds = new Map(talks.map(({ employeeId, booking: booked }) => [employeeId, booked?.eventId ?? null]));
  cycleId = talks[0]?.cycleId ?? '';
  const by = { createdBy: 'hr', launchedBy: 'hr', createdAt: now, launchedAt: now, talksCreatedAt: now };
  await addCycle(watcher.platform.db, {
    _id: cycleId,
    tenantId,
    ...by,
    settings: usualSettings(now),
    plan: null,
    launchDue: null,
    version: 1,
  });
}, 600_000);
afterAll(() => samtal?.stop());

/** Those who have yet to hear of their booking. */
async function countUntold(): Promise<number> {
  const heard = crowd.talks.filter(({ employeeId }) => samtal.m365.world.activities.by('recipient', employeeId).length > 0);
  return crowd.talks.length - heard.length;
}

/** `handed` goes to the manager of the next ones. */
type Pair = { first: CrowdTalk; second: CrowdTalk; handed: CrowdTalk; newManagerId: string };
const pairAt = (at: number): Pair => {
  const [first, second, handed, next] = crowd.talks.slice(3 * at, 3 * at + 4);
  if (!first || !second || !handed || !next) throw new Error('The crowd is too small');
  return { first, second, handed, newManagerId: next.managerId };
};
const later = ({ start, end }: CrowdTalk, hours: number) => ({
  start: new Date(start.getTime() + hours * hourMs),
  end: new Date(end.getTime() + hours * hourMs),
});
const recordsOf = async (pair: Pair): Promise<TalkRecord[]> => {
  const ids = [pair.first.employeeId, pair.second.employeeId, pair.handed.employeeId];
  const talks = await talksOf(watcher, crowd);
  return ids.flatMap((id) => talks.find(({ employeeId }) => employeeId === id) ?? []);
};
const told = (personId: string): number =>
  samtal.m365.world.activities.by('recipient', personId).filter(({ activityType }) => activityType === 'talkReplanned').length;

const heardOfHandOver = (personId: string): number =>
  samtal.m365.world.activities.by('recipient', personId).filter(({ activityType }) => activityType === 'talkHandedOver').length;

/** HR accepts: the first talk goes where the second is, which goes four hours later; the third goes to another manager at its time. */
async function accept(pair: Pair): Promise<void> {
  const { db } = watcher.platform;
  const [one, two, three] = await recordsOf(pair);
  const cycle = await findCycle(db, tenantId, cycleId);
  if (!one || !two || !three || !cycle) throw new Error('They are not there');
  const steps = [
    {
      talkId: one._id,
      from: { start: pair.first.start, end: pair.first.end },
      to: { start: pair.second.start, end: pair.second.end },
      why: 'window',
    },
    { talkId: two._id, from: { start: pair.second.start, end: pair.second.end }, to: later(pair.second, 4), why: 'makes-room' },
    {
      ...{ talkId: three._id, from: later(pair.handed, 0), to: later(pair.handed, 0), why: null },
      handOver: { from: pair.handed.managerId, to: pair.newManagerId },
    },
  ];
  const at = samtal.m365.time.now();
  const made = { _id: randomUUID(), tenantId, cycleId, version: cycle.version, proposedAt: at, proposedBy: 'hr', begunAt: null };
  const replan = { ...made, settings: cycle.settings, steps };
  await addReplan(db, replan);
  expect(await takeReplan(db, replan, 'hr', at)).not.toBeNull();
}

async function isDone(pair: Pair): Promise<boolean> {
  const [one, two, three] = await recordsOf(pair);
  const cycle = await findCycle(watcher.platform.db, tenantId, cycleId);
  const isHanded = three?.booking?.bookedAt != null && !three.unwantedDue && !three.noticeDue && three.managerId === pair.newManagerId;
  if (!isHanded || heardOfHandOver(pair.handed.employeeId) === 0 || heardOfHandOver(pair.handed.managerId) === 0) return false;
  const isIdle = [one, two].every((talk) => !talk?.moveDue && !talk?.noticeDue && talk?.moved?.outcome === 'done');
  return isIdle && cycle?.replanDue == null && told(pair.first.employeeId) + told(pair.second.employeeId) + told(pair.first.managerId) >= 4;
}

/** Steps that change something; the others claim what is due, and find nothing most of the time. */
const claims = ['findAndModify cycles', 'findAndModify reminders'];
const effects = ['update replans', 'update cycles', 'update talks', 'PATCH events', 'POST events', 'POST sendActivityNotification'];

/** Never the last step: whether the work is done by then is a matter of chance. */
function deathsAmong(names: string[], seed: string): Death[] {
  const steps = names.slice(0, -1).flatMap((name, at) => ((isEvery ? !claims.includes(name) : effects.includes(name)) ? [at + 1] : []));
  const both = ['before', 'after'] as const;
  if (isEvery) return steps.filter((_step, at) => at % everyStep === 0).flatMap((step) => both.map((when) => ({ step, when })));
  const chance = chanceOf(seed);
  return Array.from({ length: randomDeaths }, () => ({ step: chance.one(steps), when: chance.one(both) }));
}

let unfinished: Pair | null = null;

async function live(wanted: Pair | null, death: Death | null): Promise<{ died: boolean; steps: string[] }> {
  const { time } = samtal.m365;
  const mortal: Mortal = await beginMortal(samtal);
  await time.run(async () => {
    mortal.asPart(() => mortal.life.work(jobs));
    for (const pair of [unfinished, wanted]) {
      if (!pair) continue;
      if (pair === wanted) {
        await accept(pair);
        mortal.dieAt(death ?? { step: Number.POSITIVE_INFINITY, when: 'before' });
      }
      while (!mortal.isDead() && !(await isDone(pair))) await time.wait(500);
    }
  });
  const died = mortal.isDead();
  unfinished = died ? wanted : null;
  mortal.life.die();
  mortal.close();
  time.skip(leasesMs);
  return { died, steps: mortal.steps };
}

it('moves every event once and tells everybody once, whatever step it dies at', { timeout: isEvery ? 3_600_000 : 600_000 }, async () => {
  const seed = process.env.SAMTAL_SEED ?? String(Date.now());
  const fates: { pair: Pair; fate: string }[] = [];
  const die = async (death: Death | null): Promise<void> => {
    const pair = pairAt(fates.length);
    const { steps, died } = await live(pair, death);
    // Who claims what first is a matter of chance: at the end of a life the step may not come.
    if (died) deaths += 1;
    fates.push({ pair, fate: death ? `${death.when} step ${death.step}, ${steps[death.step - 1] ?? ''}` : 'lives' });
    if (!death) names = steps;
  };
  let names: string[] = [];
  let deaths = 0;
  await die(null);
  for (const name of effects) expect(names).toContain(name);
  for (const death of deathsAmong(names, seed)) await die(death);
  expect({ seed, isDeadOnce: deaths > 0 }).toEqual({ seed, isDeadOnce: true });
  await live(null, null);
  let handedBefore: string[] = [];
  for (const { pair, fate } of fates) {
    const [one, two, three] = await recordsOf(pair);
    const to = later(pair.second, 4);
    expect({ seed, fate, starts: [one?.start, two?.start] }).toEqual({ seed, fate, starts: [pair.second.start, to.start] });
    const events = samtal.m365.world.events.by('user', pair.first.managerId);
    const ids = [...[pair.first.employeeId, pair.second.employeeId].map((id) => eventIds.get(id)), ...handedBefore];
    expect({ fate, ids: events.map(({ id }) => id).sort() }).toEqual({ fate, ids: ids.sort() });
    // The old event is gone, and the new manager has one new one, at the same time.
    expect({ fate, managerId: three?.managerId, start: three?.start }).toEqual({
      fate,
      managerId: pair.newManagerId,
      start: pair.handed.start,
    });
    expect({ fate, hands: three?.handOvers?.length, again: three?.booking?.eventId === eventIds.get(pair.handed.employeeId) }).toEqual({
      fate,
      hands: 1,
      again: false,
    });
    handedBefore = [three?.booking?.eventId ?? ''];
    expect({ fate, heard: heardOfHandOver(pair.handed.employeeId) }).toEqual({ fate, heard: 1 });
    const people = [pair.first.employeeId, pair.second.employeeId, pair.first.managerId];
    expect({ fate, told: people.map(told) }).toEqual({ fate, told: [1, 1, 2] });
  }
});
