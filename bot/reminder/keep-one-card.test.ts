/** A chat that holds a reminder's card several times, once its person looks at it: one card is left, whatever was lost and whoever was told. */
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { connectDb } from '#api/platform/db/db.ts';
import { MicrosoftUnavailable } from '#api/platform/graph/failures.ts';
import type { Platform } from '#api/platform/platform.ts';
import { keepChat } from '#api/reminder/chat/keep-chat.ts';
import { givenBot } from '#test/given/bot.ts';
import { isTold, tellAsTeams, toldByTeams, type Telling } from '#test/given/tell-as-teams.ts';
import type { Fault } from '#test/given/teams.ts';
import { until } from '#test/given/until.ts';
import { createAdapter, createDeliver } from './deliver-card.ts';
import { noteCard, removeCopy } from './keep-one-card.ts';
import { createCardChannel } from './send-reminder.ts';

const bot = await givenBot();
const { platform, teams, tenantId, anna } = bot;
const secondDb = await connectDb(platform.config.mongoUri, platform.config.dbName);
afterAll(async () => {
  await secondDb.close();
  await bot.stop();
});

const chat = {
  ...{ tenantId, personId: anna.id, serviceUrl: teams.serviceUrl },
  ...{ chatId: `a:${anna.id}`, botId: '28:bot', userId: `29:${anna.id}` },
};
const deliver = createDeliver(createAdapter(platform.config), platform.config);
/** Two instances on one store. */
const instances: Platform[] = [platform, { ...platform, db: secondDb }].map((one) => ({ ...one, cards: createCardChannel(one, deliver) }));

let talkId: string;
let key: string;
async function begin(): Promise<void> {
  for (const list of [teams.messages, teams.faults, teams.removalFaults]) list.length = 0;
  key = randomUUID();
}
beforeEach(async () => {
  await begin();
  await bot.savePeople();
  talkId = await bot.addTalk();
  await keepChat(platform, chat);
});

/** Sends it once. Answers whether it counts as sent; null when it waits. */
async function send(fault?: Fault, from = instances[0]): Promise<boolean | null | undefined> {
  if (fault !== undefined) teams.faults.push(fault);
  const button = { title: 'Öppna', url: 'https://teams.example/l' };
  const card = { key, title: 'Samtal', line: 'I morgon.', button, about: { talkId } };
  try {
    return await from?.cards?.sendReminder({ tenantId, personId: anna.id }, card);
  } catch (error) {
    if (error instanceof MicrosoftUnavailable) return null;
    throw error;
  }
}
async function sendTimes(times: number): Promise<string[]> {
  for (let at = 1; at < times; at += 1) expect(await send('lost')).toBe(null);
  expect(await send()).toBe(true);
  return ids();
}
const ids = (): string[] => teams.messages.map(({ id }) => id);
const tell = (how: Telling['how'], id: string | undefined, replyToId = id) => {
  const message = teams.messages.find((one) => one.id === id);
  return tellAsTeams(bot, anna, { how, message, ...(replyToId === undefined ? {} : { replyToId }) });
};
/** So long that Teams asks again when somebody looks. */
const later = (): void => bot.pass(61);
const left = (expected: (string | undefined)[]) =>
  until(() => ids().join() === expected.join(), { message: `left are ${expected.join()}` });

describe('of a card that came twice', () => {
  it('the first that is shown stays, and the other goes when it is shown', async () => {
    const [first, second] = await sendTimes(2);
    await tell('show', second);
    await tell('show', first);
    await left([second]);
    later();
    await tell('show', second);
    expect(ids()).toEqual([second]);
  });

  it('the one that is pressed stays: the act is done, its answer is read there, and the other goes', async () => {
    const [first, second] = await sendTimes(2);
    await tell('show', first);
    const answer = await tell('press', second);
    expect(JSON.stringify(answer)).toContain('AdaptiveCard');
    await left([second]);
  });

  it('what the card has become still says which one it is', async () => {
    await sendTimes(1);
    const sent = teams.messages[0]?.card.refresh?.action.data;
    const answer = (await tell('show', ids()[0])) as { value: { refresh: { action: { data: object } } } };
    expect(sent).toMatchObject({ cardId: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(answer.value.refresh.action.data).toEqual(sent);
  });

  it.each<[string, Fault]>([
    ['was refused', 500],
    ['was asked to wait', 429],
  ])('a copy whose removal %s goes when it is shown again', async (_what, fault) => {
    const [first, second] = await sendTimes(2);
    teams.removalFaults.push(fault);
    await tell('show', first);
    await tell('show', second);
    await until(() => teams.removalFaults.length === 0, { message: 'the removal is tried' });
    expect(ids()).toEqual([first, second]);
    later();
    await tell('show', second);
    await left([first]);
  });

  it('a copy that is gone already, or whose removal is not answered, is no trouble', async () => {
    const [first, second] = await sendTimes(2);
    const copy = teams.messages.find(({ id }) => id === second);
    teams.removalFaults.push('lost');
    await tell('show', first);
    await tell('show', second);
    await left([first]);
    later();
    await tellAsTeams(bot, anna, { how: 'show', message: copy });
    expect(ids()).toEqual([first]);
  });

  it.each(['../members', '..', 'x/../../y', 'a'.repeat(300)])('a message called %s is none, and nothing is removed', async (odd) => {
    const [first, second] = await sendTimes(2);
    await tell('show', first);
    await tell('show', second, odd);
    later();
    await tell('show', second);
    await left([first]);
  });
});

it('a card that was sent once is never removed, whatever is told of it', async () => {
  const [only] = await sendTimes(1);
  await tell('show', only, 'another');
  later();
  await tell('show', only);
  await tell('press', only, 'a-third');
  later();
  await tell('show', only);
  await send();
  expect(ids()).toEqual([only]);
});

type Heard = { at: number; how: Telling['how']; device: number; instance: number };
/** As in answer-activity.ts, but waited for; nothing when Teams would not tell. */
async function told({ at, how, device, instance }: Heard): Promise<void> {
  const message = teams.messages[at % teams.messages.length];
  const on = instances[instance];
  if (!message || !on || !isTold(bot, anna, { how, message, device })) return;
  const copy = await noteCard(on, chat, toldByTeams(bot, anna, { how, message, device }));
  if (copy !== null) await removeCopy(on, deliver, chat, copy);
}

type Step = Heard | { fault: Fault | undefined; instance: number } | { seconds: number };
async function happen(step: Step): Promise<unknown> {
  if ('seconds' in step) return bot.pass(step.seconds);
  return 'at' in step ? told(step) : send(step.fault, instances[step.instance]);
}

it('in any order of sendings, looks and presses on two instances: one card is left when everybody has looked, and never none', async () => {
  const telling = fc.record({ at: fc.nat(7), how: fc.constantFrom('show', 'press'), device: fc.nat(1), instance: fc.nat(1) });
  const sending = fc.record({ fault: fc.constantFrom<Fault | undefined>('lost', 500, 429, undefined), instance: fc.nat(1) });
  const passing = fc.record({ seconds: fc.constantFrom(20, 61) });
  // What stands together happens at the same time.
  const step = fc.oneof(
    fc.array(telling, { minLength: 1, maxLength: 3 }),
    fc.array(sending, { minLength: 1, maxLength: 2 }),
    fc.tuple(passing),
  );
  const removals = fc.array(fc.constantFrom<Fault>(500, 'lost', 429), { maxLength: 3 });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 8 }), removals, async (steps, faults) => {
      await begin();
      teams.removalFaults.push(...faults);
      let hasArrived = false;
      for (const together of steps) {
        await Promise.all(together.map(happen));
        hasArrived ||= teams.messages.length > 0;
        if (hasArrived) expect(teams.messages.length).toBeGreaterThan(0);
      }
      teams.removalFaults.length = 0;
      later();
      for (const { id } of [...teams.messages])
        await told({ at: teams.messages.findIndex((one) => one.id === id), how: 'show', device: 0, instance: 0 });
      expect(teams.messages).toHaveLength(hasArrived ? 1 : 0);
    }),
    { numRuns: 40 },
  );
});
