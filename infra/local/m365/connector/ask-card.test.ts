/** What a card in a chat makes Teams ask of its bot, and which answers it shows. */
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { redirectMicrosoft } from '#infra/local/redirect.ts';
import { ada, givenApp, givenM365, tenantId, type GivenM365 } from '../given.ts';

const cardType = 'application/vnd.microsoft.card.adaptive';
const card = (word: string, more: object = {}) => ({
  type: 'AdaptiveCard',
  version: '1.5',
  body: [{ type: 'TextBlock', text: word }],
  ...more,
});
const action = { type: 'Action.Execute', verb: 'again' };
type Invoke = { type: string; from: { id: string }; conversation: { id: string }; value?: { trigger: string } };

let m365: GivenM365;
let bot: Server;
let chat: string;
let me: string;
let conversation: string;
let token: string;
/** What the bot is told, and the card it answers with. */
let told: Invoke[] = [];
let answer: unknown;
const ends: (() => unknown)[] = [];

beforeAll(async () => {
  m365 = await givenM365();
  ends.push(() => m365.stop());
  ends.push(redirectMicrosoft(m365.url));
  const app = express();
  app.post('/', express.json(), (request, response) => {
    told.push(request.body as Invoke);
    response.json({ statusCode: 200, type: cardType, value: answer });
  });
  bot = await new Promise<Server>((resolve) => {
    const server = app.listen(0, '127.0.0.1', () => resolve(server));
  });
  ends.push(() => new Promise((resolve) => bot.close(resolve)));
  await m365.setApp({ botUrl: `http://127.0.0.1:${(bot.address() as AddressInfo).port}/` });
  chat = (await m365.desk<{ id: string }>('POST', `people/${ada}/chats/bot`)).body.id;
  me = told[0]?.from.id ?? '';
  conversation = told[0]?.conversation.id ?? '';
  const { clientId, clientSecret } = givenApp;
  const wish = { client_id: clientId, client_secret: clientSecret, scope: 'https://api.botframework.com/.default' };
  const body = new URLSearchParams({ ...wish, grant_type: 'client_credentials' });
  const granted = await fetch(`https://login.microsoftonline.com/${tenantId}/oauth2/v2.0/token`, { method: 'POST', body });
  token = ((await granted.json()) as { access_token: string }).access_token;
});
afterAll(async () => {
  for (const end of ends.reverse()) await end();
});
beforeEach(() => {
  told = [];
  answer = card('anew', { refresh: { action } });
});

async function put(content: object, id = ''): Promise<string> {
  const url = `https://smba.trafficmanager.net/emea/v3/conversations/${conversation}/activities${id && `/${id}`}`;
  const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' };
  const body = JSON.stringify({ type: 'message', attachments: [{ contentType: cardType, content }] });
  const response = await fetch(url, { method: id ? 'PUT' : 'POST', headers, body });
  expect(response.ok).toBe(true);
  return ((await response.json()) as { id: string }).id;
}
const at = (id: string): string => `people/${ada}/chats/${encodeURIComponent(chat)}/messages/${id}`;
const look = async (id: string): Promise<unknown> => (await m365.desk<{ status: number | null }>('POST', `${at(id)}/refresh`)).body.status;
const pass = (minutes: number) => m365.desk('POST', 'clock', { minutes });
async function shown(id: string): Promise<unknown> {
  const path = `people/${ada}/chats/${encodeURIComponent(chat)}/messages`;
  const { messages } = (await m365.desk<{ messages: { id: string; card: unknown }[] }>('GET', path)).body;
  return messages.find((one) => one.id === id)?.card;
}

it('is asked for when it is looked at, and by itself again only after more than a minute', async () => {
  const id = await put(card('at first', { refresh: { action, userIds: [me] } }));
  expect([await look(id), await look(id)]).toEqual([200, null]);
  expect(told.map(({ value }) => value?.trigger)).toEqual(['automatic']);
  expect(await shown(id)).toEqual(answer);
  await pass(2);
  expect([await look(id), await look(id)]).toEqual([200, null]);
});

it('counts a press as well; a card that the bot has put in its place is asked for at once', async () => {
  const refresh = { action, userIds: [me] };
  const id = await put(card('at first', { refresh, actions: [action] }));
  answer = card('pressed', { refresh });
  expect((await m365.desk('POST', `${at(id)}/action`, { verb: 'again' })).body).toMatchObject({ status: 200 });
  expect([await shown(id), await look(id)]).toEqual([answer, null]);
  await put(card('edited', { refresh }), id);
  expect([await look(id), await look(id)]).toEqual([200, null]);
});

it.each<[string, () => object, number | null]>([
  ['names no list, in a chat of one', () => ({ action }), 200],
  ['has an empty list', () => ({ action, userIds: [] }), null],
  ['names somebody else', () => ({ action, userIds: ['29:else'] }), null],
  ['has nothing to ask', () => ({}), null],
])('a card that %s', async (_what, refresh, status) => {
  const made = refresh();
  const id = await put(card('at first', 'action' in made ? { refresh: made } : {}));
  expect(await look(id)).toBe(status);
  expect(told).toHaveLength(status === null ? 0 : 1);
});

it.each<[string, unknown]>([
  ['no card', { body: [] }],
  ['a card that would be asked for by what is no action', card('odd', { refresh: { action: 'again' } })],
  ['a card for sixty-one', card('odd', { refresh: { action, userIds: Array(61).fill('29:1') } })],
])('an answer that is %s leaves what is there', async (_what, odd) => {
  const before = card('at first', { refresh: { action }, actions: [action] });
  const id = await put(before);
  answer = odd;
  expect(await look(id)).toBe(200);
  expect(await shown(id)).toEqual(before);
  expect((await m365.desk('POST', `${at(id)}/action`, { verb: 'again' })).body).toMatchObject({ status: 200 });
  expect(await shown(id)).toEqual(before);
});
