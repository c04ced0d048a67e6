/**
 * Samtal dies while it books, at every step that it takes outside of itself and at random ones, with all that it remembers, and begins again on the
 * same store: one event per talk, everybody told once. In virtual time; kill.test.ts kills real processes.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cancelEvent, respondToEvent } from '#infra/local/m365/graph/calendar.ts';
import type { CalendarEvent } from '#infra/local/m365/core/entities.ts';
import { dieOften } from '#test/bench/kill.ts';
import { crowdOf, type CrowdTalk } from '#test/given/crowd.ts';
import { beginMortal, type Death, type Mortal } from '#test/given/mortal.ts';
import { givenVirtualSamtal, givePeople, giveTalks, talksOf, type Life, type VirtualSamtal } from '#test/given/virtual-samtal.ts';
import type { TalkRecord } from '#api/talk/store.ts';

const now = new Date('2027-02-01T07:30:00Z');
const crowd = crowdOf(Array<number>(140).fill(1), new Date('2027-02-15T00:00:00Z'));
const jobs = ['book-talks', 'collect-notices', 'deliver-reminders'];
const leasesMs = 3 * 60_000;

let samtal: VirtualSamtal;
let watcher: Life;
const left = crowd.talks.values();
/** What the life before has left behind. */
let unfinished: CrowdTalk | null = null;

function nextTalk(): CrowdTalk {
  const { value } = left.next();
  if (!value) throw new Error('The crowd is too small');
  return value;
}

/**
 * One life: sees through what the one before has left behind, then creates a talk and books it, until that is done or death comes. Answers whether
 * it came, and the steps that were taken for the talk.
 */
async function live(wanted: CrowdTalk | null, death: Death | null): Promise<{ died: boolean; steps: string[] }> {
  const { time } = samtal.m365;
  const mortal = await beginMortal(samtal);
  await time.run(async () => {
    mortal.asPart(() => mortal.life.work(jobs));
    for (const talk of [unfinished, wanted]) {
      if (!talk) continue;
      if (talk === wanted) mortal.dieAt(death ?? { step: Number.POSITIVE_INFINITY, when: 'before' });
      const given = mortal.asPart(() => giveTalks(mortal.life, crowd, [talk])).catch(() => undefined);
      await Promise.race([given, untilDead(mortal)]);
      while (!mortal.isDead() && !(await isDone(talk))) await time.wait(1000);
    }
  });
  const died = mortal.isDead();
  unfinished = died ? wanted : null;
  mortal.life.die();
  mortal.close();
  time.skip(leasesMs);
  return { died, steps: mortal.steps };
}

async function untilDead(mortal: Mortal): Promise<void> {
  while (!mortal.isDead()) await samtal.m365.time.wait(1000);
}

const talkOf = async ({ employeeId }: CrowdTalk): Promise<TalkRecord | undefined> =>
  (await talksOf(watcher, crowd)).find((one) => one.employeeId === employeeId);
const told = ({ employeeId }: CrowdTalk): number => samtal.m365.world.activities.by('recipient', employeeId).length;
const organised = ({ managerId }: CrowdTalk): CalendarEvent[] => samtal.m365.world.events.by('user', managerId);

async function isDone(wanted: CrowdTalk): Promise<boolean> {
  const talk = await talkOf(wanted);
  return talk !== undefined && talk.bookDue === null && talk.noticeDue === null && told(wanted) > 0;
}

async function expectBookedOnce(wanted: CrowdTalk): Promise<void> {
  const talk = await talkOf(wanted);
  expect(talk?.booking?.bookedAt).toBeInstanceOf(Date);
  expect(organised(wanted).map(({ id }) => id)).toEqual([talk?.booking?.eventId]);
}

describe('Samtal that dies while it books one talk', () => {
  beforeAll(async () => {
    samtal = await givenVirtualSamtal({ crowd, now, chance: () => 0 });
    watcher = await samtal.begin();
    await givePeople(watcher, crowd);
  });
  afterAll(() => samtal?.stop());

  it('makes one event and tells the employee once, whatever step it dies at, before or after', { timeout: 120_000 }, async () => {
    const fates: { talk: CrowdTalk; fate: string }[] = [];
    const names: string[] = [];
    for (let step = 1, died = true; died; step += 1) {
      for (const when of ['before', 'after'] as const) {
        const talk = nextTalk();
        const life = await live(talk, { step, when });
        died = life.died;
        if (died) names.push(life.steps[step - 1] ?? '');
        fates.push({ talk, fate: `${when} step ${step}, ${life.steps[step - 1] ?? 'none'}` });
      }
    }
    await live(null, null);
    for (const { talk, fate } of fates) {
      await expectBookedOnce(talk);
      expect({ fate, told: told(talk) }).toEqual({ fate, told: 1 });
    }
    // What is written down, what is asked of Microsoft 365 and what is told: each was a step to die at.
    for (const name of ['update talks', 'POST getSchedule', 'POST events', 'update reminders', 'POST sendActivityNotification'])
      expect(names).toContain(name);
  });

  it('does not invite an employee again who declines before it knows that its event was made', async () => {
    const talk = await dieAtEvent();
    const copy = samtal.m365.world.events.by('user', talk.employeeId)[0];
    respondToEvent(samtal.m365.world, talk.employeeId, copy?.id ?? '', 'decline');
    await live(null, null);
    await expectBookedOnce(talk);
  });

  it('ends with one event, made anew, when the manager cancels it before Samtal knows of it', async () => {
    const talk = await dieAtEvent();
    cancelEvent(samtal.m365.world, talk.managerId, organised(talk)[0]?.id ?? '');
    await live(null, null);
    await expectBookedOnce(talk);
  });
});

/** Dies when the answer to the creation of the event is there. */
async function dieAtEvent(): Promise<CrowdTalk> {
  const talk = nextTalk();
  const { steps } = await live(nextTalk(), null);
  const { died } = await live(talk, { step: steps.indexOf('POST events') + 1, when: 'after' });
  expect([died, organised(talk).length, (await talkOf(talk))?.booking?.eventId]).toEqual([true, 1, null]);
  return talk;
}

it('Killed at ten random steps while it books many talks, Samtal makes none twice and loses none', { timeout: 60_000 }, async () => {
  const seed = process.env.SAMTAL_SEED ?? String(Date.now());
  expect({ seed, ...(await dieOften(10, seed)) }).toEqual({ seed, deaths: 10, talks: 40, duplicates: 0, orphans: 0, lost: 0 });
});
