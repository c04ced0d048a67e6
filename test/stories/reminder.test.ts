/** A reminder goes out for a preparation that is due in two days and not released, exactly once; and none to whoever has released. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readPreparations, releasePreparation, saveAnswer } from '#api/preparation/contract.ts';
import { remindOfPreparations } from '#api/reminder/collect-reminders.ts';
import { deliverNextReminder } from '#api/reminder/deliver-reminder.ts';
import type { Talk } from '#api/talk/contract.ts';
import { givenLaunchedCycle } from '#test/given/launched-cycle.ts';
import { givenSamtal, type GivenSamtal } from '#test/given/samtal.ts';
import { until } from '#test/given/until.ts';

const dayMs = 86_400_000;
const team = ['erik', 'elin', 'emil', 'aino'];

let samtal: GivenSamtal;
/** Whose preparation is due first, and whose last. */
let first: { who: string; talk: Talk };
let last: { who: string; talk: Talk };

beforeAll(async () => {
  samtal = await givenSamtal();
  const { talkOf } = await givenLaunchedCycle(samtal);
  const talks = await Promise.all(team.map(async (who) => ({ who, talk: await talkOf(who) })));
  const sorted = talks.sort((one, other) => dueAt(one.talk) - dueAt(other.talk));
  [first, last] = [sorted[0], sorted.at(-1)] as [typeof first, typeof last];
  await until(async () => (await Promise.all(team.map((who) => samtal.desk.mails(who)))).every((mails) => mails.length > 0), {
    message: 'everybody is told of the talk',
  });
});
afterAll(() => samtal?.stop());

const dueAt = (talk: Talk): number => new Date(talk.prepareBy ?? '').getTime();
const remindersOf = async (who: string): Promise<string[]> =>
  (await samtal.desk.feed(who)).filter(({ type }) => type === 'preparationDue').map(({ text }) => text);

/** Moves the clock and does what the clock does by itself within seconds, so that "nothing was sent" can be told from "not yet sent". */
async function lookAt(instant: number): Promise<void> {
  await samtal.desk.clock.moveTo(new Date(instant));
  await remindOfPreparations(samtal.platform);
  while (await deliverNextReminder(samtal.platform));
}

it('Three days before, nobody is reminded', async () => {
  await lookAt(dueAt(first.talk) - 3 * dayMs);
  for (const who of team) expect(await remindersOf(who)).toEqual([]);
});

it('Two days before, whoever has not released is reminded, with the manager’s name and the way to the preparation', async () => {
  await lookAt(dueAt(first.talk) - 2 * dayMs + 1000);
  const reminded = (await samtal.desk.feed(first.who)).filter(({ type }) => type === 'preparationDue');
  expect(reminded).toHaveLength(1);
  expect(reminded[0]?.text).toContain('Maja');
  expect(decodeURIComponent(reminded[0]?.link ?? '')).toContain(`talks/${first.talk.talkId}/prepare`);
});

it('It goes out exactly once, however often Samtal looks', async () => {
  for (const hours of [1, 2, 8, 24, 40]) await lookAt(dueAt(first.talk) - 2 * dayMs + hours * 3_600_000);
  expect(await remindersOf(first.who)).toHaveLength(1);
});

it('Whoever has released is not reminded', async () => {
  expect(dueAt(last.talk)).toBeGreaterThan(dueAt(first.talk) + 2 * dayMs);
  const { who, talk } = last;
  const params = { talkId: talk.talkId };
  await samtal.as(who).must(saveAnswer, { params: { ...params, questionId: 'proud-of' }, body: { text: 'The new chart.' }, version: 0 });
  const { version } = (await samtal.as(who).must(readPreparations, { params })).mine;
  await samtal.as(who).must(releasePreparation, { params, version });
  await lookAt(dueAt(talk) - 2 * dayMs + 1000);
  expect(await remindersOf(who)).toEqual([]);
});

it('A reminder says nothing of what somebody has written', async () => {
  for (const who of team) {
    const texts = (await samtal.desk.feed(who)).map(({ text, preview, topic }) => `${text} ${preview} ${topic}`);
    const mails = (await samtal.desk.mails(who)).map(({ subject, html }) => `${subject} ${html}`);
    for (const text of [...texts, ...mails]) expect(text).not.toContain('new chart');
  }
});
