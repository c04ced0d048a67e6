/**
 * Samtal dies at every step of making the next round of a recurring cycle and of starting it, and another begins on the same store: one draft, HR told
 * once, one launch with each talk once. In virtual time.
 */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CycleSettings } from '#api/cycle/contract.ts';
import { createTalksOfLaunch } from '#api/cycle/launch-cycle.ts';
import { recurrenceAtLaunch } from '#api/cycle/recurrence/keep-rounds.ts';
import { planNextCycle } from '#api/cycle/recurrence/plan-next-cycle.ts';
import { startNextCycle } from '#api/cycle/recurrence/start-next-cycle.ts';
import { addCycle, findCycle, listCycleRecords, type CycleRecord } from '#api/cycle/store.ts';
import { saveDirectory } from '#api/people/store.ts';
import type { Platform } from '#api/platform/platform.ts';
import { listTalksOfCycle } from '#api/talk/store.ts';
import { crowdOf } from '#test/given/crowd.ts';
import { beginMortal, type Death } from '#test/given/mortal.ts';
import { until } from '#test/given/until.ts';
import { givenVirtualSamtal, givePeople, type Life, type VirtualSamtal } from '#test/given/virtual-samtal.ts';

const now = new Date('2027-02-01T07:30:00Z');
const crowd = crowdOf([1, 1], now);
const tenantId = crowd.company.tenant.id;
const ownerId = crowd.talks[0]?.managerId ?? '';
const leasesMs = 3 * 60_000;

let samtal: VirtualSamtal;
let watcher: Life;

beforeAll(async () => {
  samtal = await givenVirtualSamtal({ crowd, now, chance: () => 0 });
  watcher = await samtal.begin();
  await givePeople(watcher, crowd);
  await saveDirectory(watcher.platform.db, tenantId, { deltaLink: 'link', syncedAt: now, wholeAt: now });
});
afterAll(() => samtal?.stop());

/** A launched cycle whose next round is due to be drafted now. */
async function givenLaunched(): Promise<CycleRecord> {
  const at = samtal.m365.time.now();
  const day = (later: number): string => new Date(at.getTime() + later * 86_400_000).toISOString().slice(0, 10);
  const settings: CycleSettings = {
    ...{ name: 'Talks', templateId: 'development-talk', departments: [], windowFrom: day(8), windowTo: day(21), releaseRule: 'on-release' },
    ...{ prepareDays: 5, lengthMinutes: 60, bufferMinutes: 0, maxPerDay: 3 },
  };
  const zone = 'Europe/Stockholm';
  const marks = { nextDue: null, nextId: null, previousId: null, startsOn: null, startDue: null, decided: null, waiting: null };
  const from = { anchor: settings.windowFrom, steps: 0, proposedFrom: settings.windowFrom };
  const _id = randomUUID();
  const draft: CycleRecord = {
    ...{ _id, tenantId, createdAt: at, createdBy: ownerId, settings, version: 1 },
    ...{ plan: { plannedAt: at, placed: [], unplaced: [] }, launchedAt: null, launchedBy: null, launchDue: null, talksCreatedAt: at },
    recurrence: { every: 'quarter', seriesId: _id, number: 1, ownerId, zone, ...from, ...marks },
  };
  const launched = { ...draft, launchedAt: at, launchedBy: ownerId, ...recurrenceAtLaunch(draft, ownerId, at) };
  await addCycle(watcher.platform.db, launched);
  passTo(launched.recurrence?.nextDue?.at);
  return launched;
}

function passTo(at: Date | undefined): void {
  if (!at) throw new Error('Nothing is due');
  samtal.m365.time.skip(at.getTime() - samtal.m365.time.now().getTime());
}

type Step = (platform: Platform) => Promise<boolean>;

/** One life that does this work until it is done or death comes; the next begins when what it had claimed is free again. */
async function live(work: Step, death: Death): Promise<{ died: boolean; name: string }> {
  const mortal = await beginMortal(samtal);
  mortal.dieAt(death);
  const done = samtal.m365.time.run(() => mortal.asPart(() => work(mortal.life.platform))).catch(() => undefined);
  await Promise.race([done, until(() => mortal.isDead(), { message: 'it is done or dead', withinMs: 20_000 })]);
  const died = mortal.isDead();
  mortal.life.die();
  mortal.close();
  samtal.m365.time.skip(leasesMs);
  return { died, name: `${death.when} ${mortal.steps[death.step - 1] ?? 'nothing'}` };
}

/** Three servers at once, until none finds anything. */
async function work(step: Step): Promise<void> {
  await samtal.m365.time.run(async () => {
    await Promise.all(
      [1, 2, 3].map(async () => {
        while (await step(watcher.platform));
      }),
    );
  });
}

const remindersOf = (cycleId: string): Promise<number> =>
  watcher.platform.db.connection.collection('reminders').countDocuments({ cycleId, kind: 'cycle-soon' });
const roundsOf = async ({ _id }: CycleRecord): Promise<CycleRecord[]> =>
  (await listCycleRecords(watcher.platform.db, tenantId)).filter(({ recurrence }) => recurrence?.seriesId === _id);

/** Tries every step, before and after, until a life outlives them all. @returns what it died at */
async function dieAtEveryStep(
  step: Step,
  given: () => Promise<CycleRecord>,
  expectOnce: (cycle: CycleRecord) => Promise<void>,
): Promise<string[]> {
  const deaths: string[] = [];
  for (let at = 1; ; at += 1) {
    for (const when of ['before', 'after'] as const) {
      const cycle = await given();
      const life = await live(step, { step: at, when });
      await work(step);
      await expectOnce(cycle);
      if (!life.died) return deaths;
      deaths.push(life.name);
    }
  }
}

it('Whatever step it dies at, the next round is drafted once and HR is told once', { timeout: 60_000 }, async () => {
  const deaths = await dieAtEveryStep(planNextCycle, givenLaunched, async (cycle) => {
    const [draft, ...others] = (await roundsOf(cycle)).filter(({ recurrence }) => recurrence?.number !== 1);
    expect([draft?.recurrence?.number, others]).toEqual([2, []]);
    expect(await remindersOf(draft?._id ?? '')).toBe(1);
    expect((await findCycle(watcher.platform.db, tenantId, cycle._id))?.recurrence).toMatchObject({ nextDue: null, nextId: draft?._id });
  });
  for (const name of ['after findAndModify cycles', 'after insert cycles', 'after update reminders', 'before update cycles'])
    expect(deaths).toContain(name);
});

it('Whatever step it dies at, the round starts once, with each talk once', { timeout: 60_000 }, async () => {
  const given = async (): Promise<CycleRecord> => {
    const cycle = await givenLaunched();
    await work(planNextCycle);
    const draft = (await roundsOf(cycle)).find(({ recurrence }) => recurrence?.number === 2);
    passTo(draft?.recurrence?.startDue?.at);
    if (!draft) throw new Error('There is no next round');
    return draft;
  };
  const deaths = await dieAtEveryStep(startNextCycle, given, async ({ _id }) => {
    const round = await findCycle(watcher.platform.db, tenantId, _id);
    expect(round).toMatchObject({ launchedBy: ownerId, recurrence: { startDue: null, waiting: null } });
    expect(round?.plan?.placed).toHaveLength(crowd.talks.length);
    await work(createTalksOfLaunch);
    const talks = await listTalksOfCycle(watcher.platform.db, tenantId, _id);
    expect(talks.map(({ employeeId }) => employeeId).sort()).toEqual(crowd.talks.map(({ employeeId }) => employeeId).sort());
  });
  for (const name of ['after findAndModify cycles', 'before POST getSchedule', 'after POST getSchedule']) expect(deaths).toContain(name);
});
