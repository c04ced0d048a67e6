/** What a card in a chat makes Teams ask of its bot, and which answers it shows. */
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { redirectMicrosoft } from '#infra/local/redirect.ts';
import { ada, bo, givenApp, givenM365, tenantId, type GivenM365 } from '../given.ts';

const cardType = 'application/vnd.microsoft.card.adaptive';
const card = (word: string, more: object = {}) => ({
  type: 'AdaptiveCard',
  version: '1.5',
  body: [{ type: 'TextBlock', text: word }],
  ...more,
});
const action = { type: 'Action.Execute', verb: 'again' };
type Invoke = { type: string; from: { id: string; aadObjectId: string }; conversation: { id: string }; value?: { trigger: string } };

let m365: GivenM365;
let bot: Server;
let chat: string;
let me: string;
let conversation: string;
let token: string;
/** What the bot is told, what it does before it answers, and the card it answers with; null: it fails. */
let told: Invoke[] = [];
let meanwhile: () => Promise<unknown> = async () => undefined;
let answer: unknown;
const ends: (() => unknown)[] = [];

beforeAll(async () => {
  m365 = await givenM365();
  ends.push(() => m365.stop());
  ends.push(redirectMicrosoft(m365.url));
  const app = express();
  app.post('/', express.json(), async (request, response) => {
    told.push(request.body as Invoke);
    await meanwhile();
    if (answer === null) return void response.status(500).end();
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
  token = await ask('https://api.botframework.com');
});
afterAll(async () => {
  for (const end of ends.reverse()) await end();
});
beforeEach(() => {
  told = [];
  meanwhile = async () => undefined;
  answer = card('anew', { refresh: { action } });
});

async function ask(resource: string): Promise<string> {
  const { clientId, clientSecret } = givenApp;
  const wish = { client_id: clientId, client_secret: clientSecret, scope: `${resource}/.default` };
  const body = new URLSearchParams({ ...wish, grant_type: 'client_credentials' });
  const granted = await fetch(`https://login.microsoftonline.com/${tenantId}/oauth2/v2.0/token`, { method: 'POST', body });
  return ((await granted.json()) as { access_token: string }).access_token;
}
async function put(content: object, id = '', where = conversation): Promise<string> {
  const url = `https://smba.trafficmanager.net/emea/v3/conversations/${where}/activities${id && `/${id}`}`;
  const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' };
  const body = JSON.stringify({ type: 'message', attachments: [{ contentType: cardType, content }] });
  const response = await fetch(url, { method: id ? 'PUT' : 'POST', headers, body });
  expect(response.ok).toBe(true);
  return ((await response.json()) as { id: string }).id;
}
/** The app is added to a meeting's chat, as its manifest asks. */
async function joinChat(id: string): Promise<void> {
  const graph = 'https://graph.microsoft.com';
  const headers = { Authorization: `Bearer ${await ask(graph)}`, 'Content-Type': 'application/json' };
  const resourceSpecificPermissions = ['delegated', 'application'].map((permissionType) => ({
    ...{ permissionValue: 'OnlineMeeting.ReadBasic.Chat', permissionType },
  }));
  const body = JSON.stringify({
    'teamsApp@odata.bind': `${graph}/v1.0/appCatalogs/teamsApps/${givenApp.teamsAppId}`,
    consentedPermissionSet: { resourceSpecificPermissions },
  });
  expect((await fetch(`${graph}/v1.0/chats/${id}/installedApps`, { method: 'POST', headers, body })).status).toBe(201);
}

type Place = { who: string; where: string };
const mine = (): Place => ({ who: ada, where: chat });
const messagesAt = ({ who, where }: Place): string => `people/${who}/chats/${encodeURIComponent(where)}/messages`;
const look = async (id: string, place = mine()): Promise<unknown> =>
  (await m365.desk<{ status: number | null }>('POST', `${messagesAt(place)}/${id}/refresh`)).body.status;
const press = async (id: string, place = mine()): Promise<unknown> =>
  (await m365.desk<{ status: number | null }>('POST', `${messagesAt(place)}/${id}/action`, { verb: 'again' })).body.status;
const pass = (minutes: number) => m365.desk('POST', 'clock', { minutes });
async function shown(id: string, place = mine()): Promise<unknown> {
  const path = messagesAt(place);
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
  expect(await press(id)).toBe(200);
  expect([await shown(id), await look(id)]).toEqual([answer, null]);
  await put(card('edited', { refresh }), id);
  expect([await look(id), await look(id)]).toEqual([200, null]);
});

it.each([
  ['a press', press],
  ['a look', look],
])('counts from the card that %s is answered with, also when the bot has replaced the message meanwhile', async (_how, act) => {
  const refresh = { action, userIds: [me] };
  const id = await put(card('at first', { refresh, actions: [action] }));
  answer = card('answered', { refresh });
  meanwhile = () => put(card('edited', { refresh }), id);
  expect([await act(id), await shown(id)]).toEqual([200, answer]);
  expect([await look(id), told.length]).toEqual([null, 1]);
  await pass(2);
  meanwhile = () => pass(2);
  expect([await act(id), await look(id), told.length]).toEqual([200, null, 2]);
});

it('counts a call that failed as well, but not for a card that the bot put there meanwhile', async () => {
  const refresh = { action, userIds: [me] };
  const id = await put(card('at first', { refresh, actions: [action] }));
  answer = null;
  expect([await look(id), await look(id)]).toEqual([500, null]);
  await pass(2);
  expect([await press(id), await look(id)]).toEqual([500, null]);
  meanwhile = () => put(card('edited', { refresh }), id);
  expect(await press(id)).toBe(500);
  meanwhile = async () => undefined;
  expect([await look(id), await look(id)]).toEqual([500, null]);
});

it('is asked for and answered for each person of a group by themselves, until the bot replaces it for all', async () => {
  const { chats } = (await m365.desk<{ chats: { id: string; kind: string }[] }>('GET', `people/${ada}/chats`)).body;
  const where = chats.find(({ kind }) => kind === 'meeting')?.id ?? '';
  await joinChat(where);
  const [ofAda, ofBo] = [ada, bo].map((who) => ({ who, where })) as [Place, Place];
  const before = card('for all', { refresh: { action }, actions: [action] });
  const id = await put(before, '', where);
  answer = card('for Ada', { refresh: { action } });
  expect([await look(id, ofAda), await look(id, ofAda)]).toEqual([200, null]);
  expect([await shown(id, ofAda), await shown(id, ofBo)]).toEqual([answer, before]);
  const hers = answer;
  answer = card('for Bo', { refresh: { action } });
  expect([await look(id, ofBo), await look(id, ofBo)]).toEqual([200, null]);
  expect([await shown(id, ofAda), await shown(id, ofBo)]).toEqual([hers, answer]);
  expect(told.map(({ from, conversation: { id: one } }) => [from.aadObjectId, one])).toEqual([ada, bo].map((who) => [who, where]));
  const named = card('for one', { refresh: { action, userIds: [me] }, actions: [action] });
  await put(named, id, where);
  expect([await shown(id, ofAda), await shown(id, ofBo)]).toEqual([named, named]);
  expect([await look(id, ofBo), await press(id, ofBo)]).toEqual([null, 200]);
  expect([await shown(id, ofAda), await shown(id, ofBo)]).toEqual([named, answer]);
  expect(await look(id, ofAda)).toBe(200);
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
  expect(await press(id)).toBe(200);
  expect(await shown(id)).toEqual(before);
});
