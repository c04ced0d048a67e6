/** Samtal is killed while it launches a cycle, again and again, at every kind of moment, and started again: one event per talk, nothing lost. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createCycle, launchCycle, planCycle, readCycle } from '#api/cycle/contract.ts';
import { listDepartments } from '#api/people/contract.ts';
import { readPreparations, saveAnswer } from '#api/preparation/contract.ts';
import { listMyTalks, readTalk, startTalk } from '#api/talk/contract.ts';
import { weather } from '#test/bench/notes-storm.ts';
import { givenKillable, type Death, type Killable } from '#test/given/killable.ts';
import { usualSettings } from '#test/given/launched-cycle.ts';
import { until } from '#test/given/until.ts';

const monday = new Date('2027-02-01T07:30:00Z');
/** Where each process dies, counted in its own calls to Graph. Every single step of a booking is cut off, without processes, in crash.test.ts. */
const deaths: Death[] = [
  { call: 1, when: 'before' },
  { call: 2, when: 'after' },
  { call: 4, when: 'after' },
  { call: 5, when: 'before' },
];
const untilWith = { withinMs: 30_000 };

let samtal: Killable;
beforeAll(async () => {
  samtal = await givenKillable(monday);
  await samtal.start();
});
afterAll(() => samtal?.stop());

it('Killed at any moment of a launch and started again, Samtal makes exactly one event per talk', { timeout: 180_000 }, async () => {
  const hr = samtal.as('hedda');
  await until(async () => (await hr.must(listDepartments)).syncedAt, { message: 'the directory is read', ...untilWith });
  const draft = await hr.must(createCycle, { body: { ...usualSettings(monday), cycleId: randomUUID() } });
  const { cycleId } = draft;
  const planned = await hr.must(planCycle, { params: { cycleId }, version: draft.version });
  const before = await Promise.all(samtal.everybody.map(async (who) => (await samtal.desk.calendar(who)).map(({ id }) => id)));
  // Each process dies; the first may do so before it has answered the launch.
  const launch = () => hr.call(launchCycle, { params: { cycleId }, version: planned.version });
  await samtal.kill();
  for (const [at, death] of deaths.entries()) {
    await samtal.start(death);
    if (at === 0) await launch().catch(() => undefined);
    await samtal.died();
  }
  await samtal.start();
  await until(async () => (await hr.must(readCycle, { params: { cycleId } })).state === 'launched', {
    message: 'all is booked',
    ...untilWith,
  });

  const after = await Promise.all(samtal.everybody.map((who) => samtal.desk.calendar(who)));
  const added = after.map((events, at) => events.filter(({ id }) => !before[at]?.includes(id)));
  const organised = added.flat().filter(({ isOrganizer }) => isOrganizer);
  const placed = planned.plan?.placed ?? [];
  const told = (start: string, id: string): string => `${new Date(start).toISOString()} ${id}`;
  expect(organised.map(({ start, organizer }) => told(start, organizer.id)).sort()).toEqual(
    placed.map(({ start, manager }) => told(start, manager.id)).sort(),
  );
  expect(added.flat().filter(({ isOrganizer }) => !isOrganizer)).toHaveLength(placed.length);
});

it('Killed right after "Saved", Samtal still has the answer, and tells everybody once', { timeout: 60_000 }, async () => {
  const erik = samtal.as('erik');
  const [talk] = (await erik.must(listMyTalks)).talks;
  if (!talk) throw new Error('Erik has no talk');
  const params = { talkId: talk.talkId, questionId: 'proud-of' };
  const { version } = await erik.must(saveAnswer, { params, body: { text: 'The charts of the outer islands.' }, version: 0 });
  await samtal.kill();
  await samtal.start();
  const { mine } = await erik.must(readPreparations, { params: { talkId: talk.talkId } });
  expect(mine.answers).toMatchObject([{ questionId: 'proud-of', text: 'The charts of the outer islands.', version }]);
  await until(async () => (await samtal.desk.mails('erik')).length > 0, { message: 'Erik got a mail', ...untilWith });
  await until(async () => (await samtal.desk.feed('erik')).length > 0, { message: 'Erik got a notification', ...untilWith });
  for (const who of ['erik', 'elin', 'emil', 'aino']) {
    await until(async () => (await samtal.desk.mails(who)).length >= 1 && (await samtal.desk.feed(who)).length >= 1, {
      message: `${who} is told`,
      ...untilWith,
    });
    expect((await samtal.desk.mails(who)).filter(({ folder }) => folder === 'inbox')).toHaveLength(1);
    expect(await samtal.desk.feed(who)).toHaveLength(1);
  }
});

it(
  'Killed while many windows write the shared notes over lines that break, Samtal loses nothing it said was saved',
  { timeout: 60_000 },
  async () => {
    const [talk] = (await samtal.as('erik').must(listMyTalks)).talks;
    if (!talk) throw new Error('Erik has no talk');
    const params = { talkId: talk.talkId };
    const maja = samtal.as('maja');
    await maja.must(startTalk, { params, version: (await maja.must(readTalk, { params })).version });
    const seed = process.env.SAMTAL_SEED ?? randomUUID();
    console.info(`Seed of the storm: ${seed} (SAMTAL_SEED repeats it)`);
    const storm = { talkId: talk.talkId, who: ['erik', 'maja'], editors: 6, edits: 24, kills: 1, seed };
    const { lost, gone, different, letters } = await weather(samtal, storm);
    expect({ lost, gone, different }).toEqual({ lost: 0, gone: 0, different: 0 });
    expect(letters).toBeGreaterThan(6 * 24);
  },
);
