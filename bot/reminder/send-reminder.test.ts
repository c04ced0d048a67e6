/** What becomes of one card, by what Teams answers: whether it was sent, certainly was not, or may have been; and how its arrival is known afterwards. */
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeEach, expect, it } from 'vitest';
import { keepChat } from '#api/reminder/chat/keep-chat.ts';
import { givenBot } from '#test/given/bot.ts';
import { tellAsTeams } from '#test/given/tell-as-teams.ts';
import type { Fault } from '#test/given/teams.ts';
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

const send = (personId = anna.id, about: { about?: { talkId: string } } = { about: { talkId } }) => {
  const button = { title: 'Öppna', url: 'https://teams.example/l' };
  return platform.cards?.sendReminder({ tenantId, personId }, { key, title: 'Samtal', line: 'I morgon.', button, ...about });
};
const open = { maybeDone: true, retryAfterSeconds: 60 };
const waits = { maybeDone: false };

it.each(['show', 'press'] as const)(
  'a card whose answer was lost has arrived once Teams tells of a %s, and is not sent again',
  async (how) => {
    teams.faults.push('lost');
    await expect(send()).rejects.toMatchObject(open);
    await tellAsTeams(bot, anna, { how });
    expect(await send()).toBe(true);
    expect(teams.messages).toHaveLength(1);
  },
);

it('that somebody else’s card was shown says nothing of one’s own', async () => {
  teams.faults.push('lost', 'lost');
  await expect(send(bo.id)).rejects.toMatchObject(open);
  await expect(send()).rejects.toMatchObject(open);
  // The newest card is Anna's; that Bo's Teams names it changes nothing for her, and is known of his.
  await tellAsTeams(bot, bo, { how: 'show' });
  expect(await send(bo.id)).toBe(true);
  expect(teams.messages).toHaveLength(2);
  expect(await send()).toBe(true);
  expect(teams.messages).toHaveLength(3);
});

/** `again`: it waits, and is tried as a card again. */
const becomes = { again: open, asked: waits };
it.each<[string, Fault[], (keyof typeof becomes | boolean)[], number]>([
  ['sent is sent, whoever asks again', [], [true, true], 1],
  ['lost is sent again as the same card, and stays one when that is certain', ['lost'], ['again', true, true], 2],
  ['refused and maybe lost is sent again', [500, 503, 408], ['again', 'again', 'again', true], 1],
  ['lost and then asked to wait is still a card', ['lost', 429, 412], ['again', 'asked', 'asked', true], 2],
  ['lost and then refused for good goes another way', ['lost', 403], ['again', false], 1],
  ['refused for good goes another way at once', [400], [false, true], 1],
  ['lost eight times goes another way', Array<Fault>(8).fill('lost'), [...Array<'again'>(8).fill('again'), false, false], 8],
])('a card that is %s', async (_what, faults, answers, arrived) => {
  teams.faults.push(...faults);
  for (const answer of answers) {
    if (typeof answer === 'boolean') expect(await send()).toBe(answer);
    else await expect(send()).rejects.toMatchObject(becomes[answer]);
  }
  expect(teams.messages).toHaveLength(arrived);
  expect(new Set(teams.messages.map(({ card }) => JSON.stringify(card))).size).toBe(1);
});

it('a card that Teams asks to wait with waits for as long as it asks', async () => {
  teams.faults.push({ status: 429, retryAfter: '17' });
  await expect(send()).rejects.toMatchObject({ ...waits, retryAfterSeconds: 17 });
  expect(await send()).toBe(true);
});

it('a card for a chat whose person’s id is not known would tell nothing of itself, and is not sent again', async () => {
  const { userId: unknown, ...chat } = chatOf(anna.id);
  expect(unknown).toBeDefined();
  await platform.db.connection.collection('chats').deleteOne({ _id: `${tenantId}/${anna.id}` as never });
  await keepChat(platform, chat);
  teams.faults.push('lost');
  await expect(send()).rejects.toMatchObject(open);
  expect(await send()).toBe(false);
  expect(teams.messages).toHaveLength(1);
});

it('a card about no talk is sent again as well', async () => {
  teams.faults.push('lost');
  await expect(send(anna.id, {})).rejects.toMatchObject(open);
  expect(await send(anna.id, {})).toBe(true);
  expect(teams.messages).toHaveLength(2);
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
  await knowsChat(anna.id, await closedService());
  expect(await send()).toBe(false);
  await knowsChat(anna.id);
  expect(await send()).toBe(true);
});

it('what may have arrived and cannot be sent now waits: it would be told twice', async () => {
  teams.faults.push('lost');
  await expect(send()).rejects.toMatchObject(open);
  await knowsChat(anna.id, await closedService());
  await expect(send()).rejects.toMatchObject(open);
  await knowsChat(anna.id);
  expect(await send()).toBe(true);
});

/** Nobody listens there. */
async function closedService(): Promise<string> {
  const closed = createServer();
  await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve));
  const { port } = closed.address() as AddressInfo;
  await new Promise((resolve) => closed.close(resolve));
  return `http://127.0.0.1:${port}/connector`;
}
