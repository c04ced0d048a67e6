import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readConfig } from '#api/platform/config/config.ts';
import { createCheckActivity, type BotActivity, type CheckActivity } from '#bot/people/check-activity.ts';
import { createAdapter, createDeliver } from '#bot/reminder/deliver-card.ts';
import { redirectMicrosoft } from '#infra/local/redirect.ts';
import { ada, bo, cy, givenApp, givenM365, tenantId, type GivenM365 } from '../given.ts';

const service = 'https://smba.trafficmanager.net/emea/v3/conversations';
const card = {
  type: 'AdaptiveCard',
  version: '1.5',
  body: [{ type: 'TextBlock', text: 'How was it?' }],
  actions: [{ type: 'Action.Execute', title: 'Good', verb: 'good' }],
};
const again = { type: 'Action.Execute', verb: 'again' };
const badRefreshes: [string, unknown][] = [
  ['is no object', 'again'],
  ['has no action', { userIds: ['29:1'] }],
  ['has another action', { action: { ...again, type: 'Action.Submit' } }],
  ['has a verb that is no text', { action: { ...again, verb: 7 } }],
  ['has data that is a list', { action: { ...again, data: [1] } }],
  ['is for one person instead of a list', { action: again, userIds: '29:1' }],
  ['is for what is no id', { action: again, userIds: ['29:1', null] }],
  ['is for sixty-one', { action: again, userIds: Array(61).fill('29:1') }],
  ['says what no card can', { action: again, everySeconds: 60 }],
];
const productCard = { title: 'Time to prepare', lines: [{ text: 'Soon' }], button: null };
const config = readConfig({
  MONGODB_URI: 'mongodb://127.0.0.1:9/none',
  SAMTAL_CLIENT_ID: givenApp.clientId,
  SAMTAL_CLIENT_SECRET: givenApp.clientSecret,
  SAMTAL_APP_ID_URI: givenApp.appIdUri,
  SAMTAL_TENANTS: tenantId,
  SAMTAL_PUBLIC_URL: 'http://localhost',
  SAMTAL_KEY_URL: 'file:///nowhere/key',
  SAMTAL_MAIL_FROM: 'app@bakery.example',
  SAMTAL_TEAMS_APP_ID: givenApp.teamsAppId,
});

let m365: GivenM365;
let check: CheckActivity;
let adapter: ReturnType<typeof createAdapter>;
let bot: Server;
/** What the bot was told, whether it believed it or not, and what it answers next instead of working. */
let told: { activity: BotActivity & Record<string, unknown>; believed: boolean }[] = [];
let failWith: number[] = [];
/** What it does before it answers a press. */
let meanwhile: () => Promise<void> = async () => undefined;
const ends: (() => unknown)[] = [];

beforeAll(async () => {
  m365 = await givenM365();
  ends.push(() => m365.stop());
  ends.push(redirectMicrosoft(m365.url));
  check = createCheckActivity(config, m365.clock);
  adapter = createAdapter(config);
  bot = await startBot();
  ends.push(() => new Promise((resolve) => bot.close(resolve)));
  await m365.setApp({ botUrl: `http://127.0.0.1:${(bot.address() as AddressInfo).port}/api/messages` });
});
afterAll(async () => {
  for (const end of ends.reverse()) await end();
});
beforeEach(() => {
  told = [];
  failWith = [];
  meanwhile = async () => undefined;
});

/** A small bot on the unmodified SDK: repeats what it is told, answers a press with another card. */
function startBot(): Promise<Server> {
  const app = express();
  app.post('/api/messages', express.json(), async (request, response) => {
    const checked = await check(request.get('authorization'), request.body);
    told.push({ activity: request.body, believed: checked.ok });
    const failure = failWith.shift();
    if (failure) return void response.status(failure).end();
    if (!checked.ok) return void response.status(401).end();
    const user = { aud: givenApp.clientId, serviceurl: checked.value.serviceUrl };
    await adapter.process({ body: request.body, headers: request.headers, method: 'POST', user }, response, async (turn) => {
      const { type, text } = turn.activity;
      if (type === 'message') await turn.sendActivity(`You said: ${text}`);
      if (type !== 'invoke') return;
      await meanwhile();
      const value = { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: { ...card, actions: [] } };
      await turn.sendActivity({ type: 'invokeResponse', value: { status: 200, body: value } } as never);
    });
  });
  return new Promise((resolve) => {
    const server = app.listen(0, '127.0.0.1', () => resolve(server));
  });
}

type Messages = { messages: { id: string; from: { name: string } | null; text: string; card: unknown; editedAt: string | null }[] };
const chatOf = async (personId: string): Promise<string> =>
  (await m365.desk<{ id: string }>('POST', `people/${personId}/chats/bot`)).body.id;
const say = async (personId: string, text: string): Promise<number | null> => {
  const chat = encodeURIComponent(await chatOf(personId));
  return (await m365.desk<{ status: number }>('POST', `people/${personId}/chats/${chat}/messages`, { text })).body.status;
};
const messages = async (personId: string): Promise<Messages['messages']> => {
  const chat = encodeURIComponent(await chatOf(personId));
  return (await m365.desk<Messages>('GET', `people/${personId}/chats/${chat}/messages`)).body.messages;
};

describe('a person and the bot', () => {
  it('meet: the bot is told that the app was added, and believes it', async () => {
    await chatOf(bo);
    expect(told.map(({ activity: { type } }) => type)).toEqual(['installationUpdate', 'conversationUpdate']);
    expect(told.every(({ believed }) => believed)).toBe(true);
    expect(told[0]?.activity).toMatchObject({
      action: 'add',
      channelId: 'msteams',
      serviceUrl: 'https://smba.trafficmanager.net/emea/',
      from: { aadObjectId: bo, name: 'Bo Berg' },
      recipient: { id: `28:${givenApp.clientId}` },
      conversation: { conversationType: 'personal', tenantId },
      channelData: { tenant: { id: tenantId } },
      locale: 'sv-SE',
    });
    await chatOf(bo);
    expect(told).toHaveLength(2);
  });

  it('part when the app is removed: the bot is told, and its messages are refused from then on', async () => {
    const hasApp = async (): Promise<boolean | undefined> => {
      const { body } = await m365.desk<{ tenants: { people: { id: string; hasApp: boolean }[] }[] }>('GET', 'company');
      return body.tenants.flatMap(({ people }) => people).find(({ id }) => id === cy)?.hasApp;
    };
    expect(await hasApp()).toBe(false);
    await chatOf(cy);
    expect(await hasApp()).toBe(true);
    const conversation = told.at(-1)?.activity.conversation.id ?? '';
    const path = `people/${cy}/chats/bot`;
    expect((await m365.desk('DELETE', path)).body).toEqual({ status: 200 });
    expect(told.at(-1)?.activity).toMatchObject({ type: 'installationUpdate', action: 'remove', from: { aadObjectId: cy } });
    expect((await call('POST', `/${conversation}/activities`, { type: 'message', text: 'still here?' })).status).toBe(403);
    expect((await m365.desk('DELETE', path)).status).toBe(404);
    expect(await hasApp()).toBe(false);
    told = [];
    await chatOf(cy);
    expect(told.map(({ activity: { type, action } }) => [type, action])).toEqual([
      ['installationUpdate', 'add'],
      ['conversationUpdate', undefined],
    ]);
  });

  it('talk: the answer of the unmodified SDK lands in the chat', async () => {
    expect(await say(bo, 'hello <there>')).toBe(200);
    const [mine, answer] = (await messages(bo)).slice(-2);
    expect(mine).toMatchObject({ from: { name: 'Bo Berg' }, text: 'hello <there>' });
    expect(answer).toMatchObject({ from: null, text: 'You said: hello <there>' });
  });

  it('press a button: the card of the answer takes the place of the old one', async () => {
    await say(bo, 'hi');
    const conversation = told.at(-1)?.activity.conversation.id ?? '';
    const chat = {
      tenantId,
      personId: bo,
      serviceUrl: 'https://smba.trafficmanager.net/emea/',
      chatId: conversation,
      botId: `28:${givenApp.clientId}`,
    };
    await createDeliver(adapter, config).card(chat, productCard);
    const shown = (await messages(bo)).at(-1);
    expect(shown?.card).toMatchObject({ type: 'AdaptiveCard' });
    const put = await putCard(conversation, card);
    const path = `people/${bo}/chats/${encodeURIComponent(await chatOf(bo))}/messages/${put}/action`;
    expect((await m365.desk('POST', path, { verb: 'bad' })).status).toBe(400);
    expect((await m365.desk('POST', path, { verb: 'good', data: { stars: 5 } })).body).toMatchObject({ status: 200 });
    expect(told.at(-1)).toMatchObject({
      believed: true,
      activity: { type: 'invoke', name: 'adaptiveCard/action', replyToId: put, value: { action: { verb: 'good', data: { stars: 5 } } } },
    });
    const after = (await messages(bo)).at(-1);
    expect(after?.card).toEqual({ ...card, actions: [] });
    expect(after?.editedAt).not.toBeNull();
  });

  it('try again when the bot answers 5xx, and give up after a few times', async () => {
    failWith = [503, 500];
    expect(await say(bo, 'once more')).toBe(200);
    expect(told).toHaveLength(3);
    expect(new Set(told.map(({ activity: { id } }) => id)).size).toBe(1);
    failWith = [503, 503, 503, 503];
    expect(await say(bo, 'never')).toBe(503);
    expect(told).toHaveLength(7);
  });

  it('do not try again what the bot refused', async () => {
    failWith = [403];
    expect(await say(bo, 'no')).toBe(403);
    expect(told).toHaveLength(1);
  });
});

const botToken = async (): Promise<string> => (await askBotToken('https://api.botframework.com/.default')).access_token;
const askBotToken = async (scope: string): Promise<{ access_token: string }> => {
  const { clientId, clientSecret } = givenApp;
  const body = new URLSearchParams({ client_id: clientId, client_secret: clientSecret, grant_type: 'client_credentials', scope });
  return (await fetch(`https://login.microsoftonline.com/${tenantId}/oauth2/v2.0/token`, { method: 'POST', body })).json();
};
async function call(
  method: string,
  path: string,
  body?: unknown,
  token?: string,
): Promise<{ status: number; body: Record<string, never> }> {
  const headers = { Authorization: `Bearer ${token ?? (await botToken())}`, 'Content-Type': 'application/json' };
  const answer = await fetch(`${service}${path}`, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
  const text = await answer.text();
  return { status: answer.status, body: text === '' ? {} : JSON.parse(text) };
}
const cardMessage = (content: unknown) => ({
  type: 'message',
  attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content }],
});
const putCard = async (chat: string, content: unknown): Promise<string> => {
  const { status, body } = await call('POST', `/${chat}/activities`, cardMessage(content));
  expect(status).toBe(201);
  return String(body.id);
};

describe('the Teams service', () => {
  const chat = async (): Promise<string> => {
    await say(ada, 'where am I?');
    return told.at(-1)?.activity.conversation.id ?? '';
  };

  it('keeps a card whole, replaces it, and takes it away', async () => {
    const conversation = await chat();
    const id = await putCard(conversation, { ...card, extra: { kept: [1, 2] } });
    expect((await messages(ada)).at(-1)?.card).toEqual({ ...card, extra: { kept: [1, 2] } });
    expect(await call('PUT', `/${conversation}/activities/${id}`, { type: 'message', text: 'done' })).toMatchObject({ status: 200 });
    expect((await messages(ada)).at(-1)).toMatchObject({ id, text: 'done', card: null });
    expect((await call('DELETE', `/${conversation}/activities/${id}`)).status).toBe(200);
    expect((await messages(ada)).at(-1)?.id).not.toBe(id);
    expect((await call('PUT', `/${conversation}/activities/${id}`, { type: 'message', text: 'late' })).status).toBe(404);
  });

  it('takes away only what the bot has sent itself and is there, for whoever proves to be the bot', async () => {
    const conversation = await chat();
    const written = (await messages(ada)).findLast(({ from }) => from !== null)?.id ?? '';
    expect(await call('DELETE', `/${conversation}/activities/${written}`)).toMatchObject({
      status: 403,
      body: { error: { code: 'ForbiddenOperationException' } },
    });
    const id = await putCard(conversation, card);
    expect((await call('DELETE', `/${conversation}/activities/${id}`, undefined, await m365.token(ada))).status).toBe(401);
    await say(bo, 'where am I?');
    const others = told.at(-1)?.activity.conversation.id ?? '';
    const missing = { status: 404, body: { error: { code: 'ActivityNotFoundInConversation' } } };
    expect(await call('DELETE', `/${others}/activities/${id}`)).toMatchObject(missing);
    expect((await messages(ada)).map((one) => one.id)).toContain(id);
    const to = { tenantId, personId: ada, serviceUrl: 'https://smba.trafficmanager.net/emea/', chatId: conversation, botId: '28:bot' };
    await createDeliver(adapter, config).remove(to, id);
    expect((await messages(ada)).map((one) => one.id)).not.toContain(id);
    await expect(createDeliver(adapter, config).remove(to, id)).rejects.toMatchObject({ name: 'TeamsRefused', status: 404 });
    expect(await call('DELETE', `/${conversation}/activities/${id}`)).toMatchObject(missing);
  });

  it('does not bring back a card that the bot takes away while it answers what is asked of it', async () => {
    const conversation = await chat();
    const refresh = { action: { type: 'Action.Execute', verb: 'again' }, userIds: [told.at(-1)?.activity.from.id] };
    const path = `people/${ada}/chats/${encodeURIComponent(await chatOf(ada))}/messages`;
    for (const how of ['refresh', 'action']) {
      const id = await putCard(conversation, { ...card, refresh });
      meanwhile = async () => void (await call('DELETE', `/${conversation}/activities/${id}`));
      expect((await m365.desk('POST', `${path}/${id}/${how}`, how === 'action' ? { verb: 'good' } : undefined)).status).toBe(200);
      expect((await messages(ada)).map((one) => one.id)).not.toContain(id);
    }
  });

  it('tells who is in a chat', async () => {
    const conversation = await chat();
    const { body } = await call('GET', `/${conversation}/members`);
    expect(body).toMatchObject([{ aadObjectId: ada, email: 'ada@bakery.example', tenantId }]);
    expect((await call('GET', `/${conversation}/members/${ada}`)).status).toBe(200);
    expect((await call('GET', `/${conversation}/members/${bo}`)).status).toBe(404);
  });

  it('opens a chat for the bot with somebody who has the app, through the unmodified SDK', async () => {
    const activity = { type: 'message', text: 'Out of the blue' };
    const tenant = { tenantId, channelData: { tenant: { id: tenantId } } };
    const parameters = { bot: { id: `28:${givenApp.clientId}` }, members: [{ id: bo }], isGroup: false, ...tenant, activity } as unknown;
    const url = 'https://smba.trafficmanager.net/emea/';
    const audience = 'https://api.botframework.com';
    let opened = '';
    await adapter.createConversationAsync(
      givenApp.clientId,
      'msteams',
      url,
      audience,
      parameters as Parameters<typeof adapter.createConversationAsync>[4],
      async (turn) => {
        opened = turn.activity.conversation?.id ?? '';
      },
    );
    await say(bo, 'I see');
    expect(told.at(-1)?.activity.conversation.id).toBe(opened);
    expect((await messages(bo)).at(-3)).toMatchObject({ from: null, text: 'Out of the blue' });
  });

  it.each<[string, number, string, unknown]>([
    ['nothing', 400, 'BadSyntax', { type: 'message' }],
    ['an unknown kind', 400, 'BadSyntax', { type: 'trace' }],
    ['a card without version', 400, 'BadSyntax', cardMessage({ type: 'AdaptiveCard' })],
    ...badRefreshes.map(([what, refresh]): [string, number, string, unknown] => [
      `a card whose refresh ${what}`,
      400,
      'BadArgument',
      cardMessage({ ...card, refresh }),
    ]),
    ['too much', 413, 'MessageSizeTooBig', { type: 'message', text: 'x'.repeat(110_000) }],
  ])('refuses %s: %i %s', async (_what, status, code, body) => {
    expect(await call('POST', `/${await chat()}/activities`, body)).toMatchObject({ status, body: { error: { code } } });
  });

  it.each<[string, unknown]>([
    ['without people, as Teams then does it for all', { action: again }],
    ['for nobody by itself', { action: again, userIds: [] }],
    ['for sixty', { action: again, userIds: Array(60).fill('29:1') }],
    ['without a verb', { action: { type: 'Action.Execute', data: { about: 1 } }, userIds: ['29:1'] }],
  ])('a card may be brought up to date %s', async (_what, refresh) => {
    const conversation = await chat();
    expect((await call('POST', `/${conversation}/activities`, cardMessage({ ...card, refresh }))).status).toBe(201);
  });

  it('refuses chats that are not there, and those without the app', async () => {
    const message = { type: 'message', text: 'hello' };
    expect(await call('POST', '/a:1none/activities', message)).toMatchObject({
      status: 404,
      body: { error: { code: 'ConversationNotFound' } },
    });
    const { body } = await m365.desk<{ chats: { id: string; kind: string }[] }>('GET', `people/${bo}/chats`);
    const meeting = body.chats.find(({ kind }) => kind === 'meeting')?.id ?? '';
    expect(await call('POST', `/${meeting}/activities`, message)).toMatchObject({
      status: 403,
      body: { error: { code: 'BotNotInConversationRoster' } },
    });
  });

  it.each<[string, () => Promise<string>]>([
    ['no token', async () => 'none'],
    ['a Graph token', async () => (await askBotToken('https://graph.microsoft.com/.default')).access_token],
    ['a person’s token', () => m365.token(bo)],
    ['a person’s token made out to the bot service', () => m365.token(bo, { claims: { aud: 'https://api.botframework.com' } })],
    [
      'a stranger’s token',
      () =>
        m365.token(bo, { claims: { aud: 'https://api.botframework.com', appid: givenApp.clientId, idtyp: 'app' }, signedBy: 'stranger' }),
    ],
  ])('refuses %s: 401', async (_what, token) => {
    expect((await call('GET', `/${await chat()}/members`, undefined, await token())).status).toBe(401);
  });

  it('no longer takes a token that the clock has outrun; the product then asks for a fresh one', async () => {
    const conversation = await chat();
    const before = m365.clock.now();
    const token = await botToken();
    await m365.desk('POST', 'clock', { minutes: 24 * 60 });
    expect((await call('GET', `/${conversation}/members`, undefined, token)).status).toBe(401);
    const to = {
      tenantId,
      personId: ada,
      serviceUrl: 'https://smba.trafficmanager.net/emea/',
      chatId: conversation,
      botId: `28:${givenApp.clientId}`,
    };
    await createDeliver(adapter, config).card(to, productCard);
    expect((await messages(ada)).at(-1)?.from).toBeNull();
    await m365.desk('POST', 'clock', { to: before.toISOString() });
  });
});

describe('a meeting', () => {
  it('is told to the bot only where its manifest and the installation allow it', async () => {
    const { body } = await m365.desk<{ chats: { id: string; kind: string }[] }>('GET', `people/${ada}/chats`);
    const meeting = encodeURIComponent(body.chats.find(({ kind }) => kind === 'meeting')?.id ?? '');
    expect((await m365.desk('POST', `meetings/${meeting}/start`)).body).toEqual({ told: false, status: null });
    expect((await m365.desk('POST', `meetings/${encodeURIComponent(`19:${randomUUID()}`)}/start`)).status).toBe(404);
    expect(told).toEqual([]);
  });
});
