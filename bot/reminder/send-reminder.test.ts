/** What becomes of one card, by what Teams answers: whether it was sent, certainly was not, or may have been; and how its arrival is known afterwards. */
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeEach, expect, it } from 'vitest';
import { keepChat } from '#api/reminder/chat/keep-chat.ts';
import { answerAction } from '#bot/people/answer-action.ts';
import type { BotActivity } from '#bot/people/check-activity.ts';
import { findSpeaker } from '#bot/people/find-speaker.ts';
import { givenBot } from '#test/given/bot.ts';
import { until } from '#test/given/until.ts';
import { createAdapter, createDeliver, TeamsUnreached } from './deliver-card.ts';

const bot = await givenBot();
const { platform, teams, tenantId, anna, bo, now } = bot;
afterAll(() => bot.stop());

let talkId: string;
let key: string;
beforeEach(async () => {
  teams.messages.length = 0;
  teams.faults.length = 0;
  await bot.savePeople();
  talkId = await bot.addTalk();
  key = randomUUID();
  for (const { id } of [anna, bo]) await knowsChat(id);
});

const chatOf = (personId: string, serviceUrl = teams.serviceUrl) => ({
  ...{ tenantId, personId, serviceUrl, chatId: `a:${personId}`, botId: '28:bot', userId: `29:${personId}` },
});
const knowsChat = (personId: string, serviceUrl?: string) => keepChat(platform, chatOf(personId, serviceUrl));

const send = (personId = anna.id) => {
  const button = { title: 'Öppna', url: 'https://teams.example/l' };
  return platform.cards?.sendReminder({ tenantId, personId }, { key, title: 'Samtal', line: 'I morgon.', button, about: { talkId } });
};
const open = { maybeDone: true, retryAfterSeconds: 120 };

/** As Teams does when it shows the newest card to somebody, or when they press it. */
async function ask(what: 'refresh' | 'press', who = anna): Promise<void> {
  const card = teams.messages.at(-1)?.card;
  const action = what === 'refresh' ? card?.refresh?.action : card?.actions.find(({ verb }) => verb !== undefined);
  const activity = {
    ...{ type: 'invoke', name: 'adaptiveCard/action', from: { id: `29:${who.id}`, aadObjectId: who.id } },
    conversation: { id: `a:${who.id}`, tenantId, conversationType: 'personal' },
    value: { action: { type: 'Action.Execute', verb: action?.verb, data: (action as { data?: object }).data } },
  } as unknown as BotActivity;
  const speaker = await findSpeaker(platform, activity);
  if (!speaker) throw new Error('Nobody speaks');
  expect(await answerAction(platform, speaker, activity)).toMatchObject({ status: 200 });
}

it.each(['refresh', 'press'] as const)(
  'a card whose answer was lost has arrived once Teams tells of a %s, and is told no other way',
  async (what) => {
    teams.faults.push('lost');
    await expect(send()).rejects.toMatchObject(open);
    await ask(what);
    expect(await send()).toBe(true);
    expect(teams.messages).toHaveLength(1);
  },
);

it('that somebody else’s card was shown says nothing of one’s own', async () => {
  teams.faults.push('lost', 'lost');
  await expect(send(bo.id)).rejects.toMatchObject(open);
  await expect(send()).rejects.toMatchObject(open);
  // The newest card is Anna's; that Bo's Teams names it changes nothing for her, and is known of his.
  await ask('refresh', bo);
  expect(await send()).toBe(false);
  expect(await send(bo.id)).toBe(true);
});

it('a card without an answer is given up in time, and may have arrived', async () => {
  teams.faults.push('hang');
  const arrived = async () => void (await until(() => teams.messages.length > 0, { message: 'the card arrives' }));
  const late = { now: () => now, wait: arrived };
  const deliver = createDeliver(createAdapter(platform.config), platform.config, late);
  await expect(deliver.card(chatOf(anna.id), { title: 'x', lines: [], button: null })).rejects.toThrow('did not answer in time');
});

it('a card never leaves after it was given up', async () => {
  const late = { now: () => now, wait: () => Promise.resolve() };
  const deliver = createDeliver(createAdapter(platform.config), platform.config, late);
  await expect(deliver.card(chatOf(anna.id), { title: 'x', lines: [], button: null })).rejects.toThrow(TeamsUnreached);
  expect(await send()).toBe(true);
  expect(teams.messages).toHaveLength(1);
});

it('what could not be sent at all goes another way at once, and may be a card again later', async () => {
  const closed = createServer();
  await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve));
  const { port } = closed.address() as AddressInfo;
  await new Promise((resolve) => closed.close(resolve));
  await knowsChat(anna.id, `http://127.0.0.1:${port}/connector`);
  expect(await send()).toBe(false);
  await knowsChat(anna.id);
  expect(await send()).toBe(true);
});
