/** What people meet in their chat with the bot, over HTTP as Teams speaks to it, with every fault Teams can answer with. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { UnsecuredJWT } from 'jose';
import { pino } from 'pino';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { listCheckInRecords } from '#api/checkin/answer/store.ts';
import { savePeople } from '#api/people/store.ts';
import { findChat } from '#api/reminder/chat/keep-chat.ts';
import { givenBot } from '#test/given/bot.ts';

// Begun before the tests are told, since their tables name its people.
const bot = await givenBot();
const { platform, teams, anna, bo, tenantId, clientId, url, now } = bot;
afterAll(() => bot.stop());

beforeEach(async () => {
  teams.messages.length = 0;
  teams.faults.length = 0;
  await bot.savePeople();
});

type From = { personId?: string; tenant?: string; chatId?: string };
const activityOf = (change: object, { personId = anna.id, tenant = tenantId, chatId = `a:${personId}` }: From = {}) => ({
  type: 'message',
  id: randomUUID(),
  timestamp: now.toISOString(),
  channelId: 'msteams',
  serviceUrl: teams.serviceUrl,
  from: { id: `29:${personId || 'guest'}`, ...(personId ? { aadObjectId: personId } : {}) },
  recipient: { id: `28:${clientId}` },
  conversation: { id: chatId, tenantId: tenant, conversationType: 'personal' },
  channelData: { tenant: { id: tenant } },
  ...change,
});

async function post(body: unknown, authorization?: string): Promise<Response> {
  const headers = { 'Content-Type': 'application/json', ...(authorization ? { Authorization: authorization } : {}) };
  return fetch(url, { method: 'POST', headers, body: typeof body === 'string' ? body : JSON.stringify(body) });
}

/** Tells the bot something as Teams would, and answers what it put into the chat. */
async function tell(
  change: object,
  from?: From,
): Promise<{ status: number; texts: string[]; button: { title: string; place: string } | undefined }> {
  const before = teams.messages.length;
  const { status } = await post(activityOf(change, from), await teams.sign(clientId, now));
  const [message] = teams.messages.slice(before);
  const action = message?.card.actions[0];
  const context = action?.url ? new URL(action.url).searchParams.get('context') : null;
  const place = context ? String(JSON.parse(context).subEntityId) : '';
  return { status, texts: message?.card.body.map(({ text }) => text) ?? [], button: action && { title: action.title, place } };
}

/** What the bot writes to the log meanwhile. */
async function logged(act: () => Promise<unknown>): Promise<string> {
  const lines: string[] = [];
  const { log } = platform;
  platform.log = pino({ level: 'debug' }, { write: (line: string) => void lines.push(line) });
  await act();
  platform.log = log;
  return lines.join();
}

describe('who may speak to the bot', () => {
  it('is nobody without a token of Teams: 401 as problem details', async () => {
    const answer = await post(activityOf({ text: 'my talk' }));
    expect(answer.status).toBe(401);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(await answer.json()).toMatchObject({ status: 401, reason: 'not-signed-in' });
  });

  it('is nobody whose token names another address: our own token is not sent there', async () => {
    const elsewhere = await teams.sign(clientId, now, { serviceurl: 'https://elsewhere.example.com' });
    expect((await post(activityOf({ text: 'my talk' }), elsewhere)).status).toBe(403);
    expect(teams.messages).toEqual([]);
  });

  it('is nobody with a forged token: 403, written to the log without a word of the message', async () => {
    const forged = `Bearer ${new UnsecuredJWT({ iss: 'https://api.botframework.com', aud: clientId, serviceurl: teams.serviceUrl }).encode()}`;
    const lines = await logged(async () => expect((await post(activityOf({ text: 'hemligt' }), forged)).status).toBe(403));
    expect(lines).toContain('a message to the bot was refused');
    expect(lines).not.toContain('hemligt');
    expect(teams.messages).toEqual([]);
  });

  it.each([
    ['{}'],
    ['[]'],
    ['"text"'],
    ['{"type":'],
    [''],
    ['{"type":"message","channelId":"msteams"}'],
    [JSON.stringify({ attachments: 1 })],
  ])('gets 400 for what is no activity, and the bot goes on: %s', async (body) => {
    expect((await post(body, await teams.sign(clientId, now))).status).toBe(400);
    expect((await tell({ text: 'hjälp' })).status).toBe(200);
  });

  it('gets 400 for an activity that the SDK cannot read', async () => {
    const answer = await post(activityOf({ text: 'hej', attachments: 'none' }), await teams.sign(clientId, now));
    expect(answer.status).toBe(400);
    expect(teams.messages).toEqual([]);
  });

  it('gets 413 for too much', async () => {
    expect((await post(activityOf({ text: 'x'.repeat(300_000) }), await teams.sign(clientId, now))).status).toBe(413);
  });

  it.each<[string, () => Promise<From> | From]>([
    ['people of another tenant', () => ({ tenant: randomUUID() })],
    ['a person without an account of the organisation', () => ({ personId: '' })],
    [
      'a person whose account was disabled',
      async () => {
        await savePeople(platform.db, tenantId, [{ personId: anna.id, set: { enabled: false } }]);
        return {};
      },
    ],
  ])('does not include %s: no answer', async (_who, from) => {
    expect(await tell({ text: 'mitt samtal' }, await from())).toMatchObject({ status: 200, texts: [] });
  });
});

describe('the bot welcomes', () => {
  it('a new person once, in their language, although Teams tells it twice', async () => {
    const personId = randomUUID();
    const installed = await tell({ type: 'installationUpdate', action: 'add', locale: 'sv-SE' }, { personId });
    expect(installed.texts[0]).toBe('Hej, jag är Samtal');
    expect(installed.button).toEqual({ title: 'Öppna Samtal', place: 'my-talk' });
    const joined = await tell({ type: 'conversationUpdate', membersAdded: [{ id: `28:${clientId}` }] }, { personId });
    expect(joined).toMatchObject({ status: 200, texts: [] });
  });

  it('in the language of the directory before that of the client', async () => {
    const { texts } = await tell({ type: 'installationUpdate', action: 'add', locale: 'sv-SE' }, { personId: bo.id });
    expect(texts[0]).toBe('Hello, I am Samtal');
  });

  it('again after the app was removed, and also when the first greeting failed', async () => {
    const personId = randomUUID();
    teams.faults.push(500);
    expect((await tell({ type: 'installationUpdate', action: 'add' }, { personId })).status).toBe(503);
    expect((await tell({ type: 'installationUpdate', action: 'add' }, { personId })).texts[0]).toBe('Hello, I am Samtal');
    expect((await tell({ type: 'installationUpdate', action: 'remove' }, { personId })).texts).toEqual([]);
    expect((await tell({ type: 'installationUpdate', action: 'add' }, { personId })).texts[0]).toBe('Hello, I am Samtal');
  });
});

describe('the bot answers', () => {
  it('with what it can do, to anything that is no command, and promises no more', async () => {
    const { texts, button } = await tell({ text: 'Vad tycker du om min chef?' });
    expect(texts[0]).toBe('Det här kan du skriva till mig');
    expect(texts.slice(1, 5).map((text) => text.split('”')[1])).toEqual(['mitt samtal', 'förbered', 'mitt team', 'hjälp']);
    expect(texts.at(-1)).toContain('Mer än så förstår jag inte');
    expect(button?.place).toBe('my-talk');
  });

  it('each command that Teams offers, in both languages, with a card of its own', async () => {
    const file = (name: string) => JSON.parse(readFileSync(new URL(`../../appPackage/${name}`, import.meta.url), 'utf8')) as unknown;
    const english = (file('manifest.json') as { bots: { commandLists: { commands: { title: string }[] }[] }[] }).bots[0];
    const offered = english?.commandLists[0]?.commands.map(({ title }) => title) ?? [];
    const swedish = file('sv.json') as Record<string, string>;
    const own: string[][] = [];
    for (const [at, title] of offered.entries()) {
      const said = [title, swedish[`bots[0].commandLists[0].commands[${at}].title`] ?? ''];
      const [one = '', other = ''] = [(await tell({ text: said[0] })).texts[0], (await tell({ text: said[1] })).texts[0]];
      own.push([one, other]);
    }
    const answers = ['Inget samtal på gång', 'Inget att förbereda', 'Mitt team', 'Det här kan du skriva till mig'];
    expect(own).toEqual(answers.map((heading) => [heading, heading]));
  });

  it('who has nothing to prepare, and who has no team', async () => {
    expect((await tell({ text: 'Förbered!' })).texts[0]).toBe('Inget att förbereda');
    expect((await tell({ text: 'mitt team' })).texts[1]).toContain('Du har inga medarbetare i Samtal');
    const team = await tell({ text: 'my team' }, { personId: bo.id });
    expect(team.texts).toEqual(['My team', 'All is calm. Nothing is waiting for you.', 'Anna Ek: no talk yet']);
    expect(team.button?.place).toBe('team');
  });

  it('within a second, or shows that it is writing', async () => {
    teams.typing.length = 0;
    await tell({ text: 'hjälp' });
    expect(teams.typing).toEqual([]);
    // A second that is over at once.
    platform.clock.wait = () => Promise.resolve();
    await tell({ text: 'mitt samtal' });
    delete platform.clock.wait;
    expect(teams.typing).toEqual([`a:${anna.id}`]);
  });

  it('nothing about a talk where others read along, and greets nobody there', async () => {
    const inMeeting = { conversation: { id: '19:meeting_x@thread.v2', tenantId, conversationType: 'groupChat' } };
    const { texts } = await tell({ text: '<at>Samtal</at> mitt samtal', ...inMeeting });
    expect(texts[0]).toBe('Skriv till mig i vår egen chatt');
    expect((await tell({ type: 'conversationUpdate', membersAdded: [{ id: `28:${clientId}` }], ...inMeeting })).texts).toEqual([]);
    const to = { tenantId, personId: anna.id };
    expect((await findChat(platform, to.tenantId, to.personId))?.chatId).toBe(`a:${anna.id}`);
  });

  it('that there is no talk, and tells a manager where the team is', async () => {
    expect((await tell({ text: 'Mitt samtal' })).texts[0]).toBe('Inget samtal på gång');
    const manager = await tell({ text: 'my talk' }, { personId: bo.id });
    expect(manager.texts[1]).toContain('My team');
    expect(manager.button).toEqual({ title: 'Open Samtal', place: 'team' });
  });

  it('with time, status and one button, and the manager’s name is text, never a link', async () => {
    const talkId = await bot.addTalk();
    const { texts, button } = await tell({ text: '<at>Samtal</at> mitt samtal!'.replace(/<at>.*<\/at>/, '') });
    expect(texts[1]).toBe('Du och Bo \\[Lind\\](https://example.com) ses torsdag 3 december 10:00.');
    expect(texts[2]).toContain('Några frågor väntar på dig');
    expect(button).toEqual({ title: 'Förbered dig', place: `talks/${talkId}/prepare` });
    expect(teams.messages.at(-1)?.summary).toBe('Ditt samtal');
  });

  it('with a fresh token when Teams no longer takes the old one', async () => {
    await tell({ text: 'hjälp' });
    teams.faults.push(401);
    expect((await tell({ text: 'hjälp' })).texts[0]).toBe('Det här kan du skriva till mig');
    const [first, second] = teams.messages;
    expect(second?.authorization).not.toBe(first?.authorization);
  });
});

describe('a press on a card', () => {
  const press = async (value: unknown, from?: From, change: object = {}) => {
    const pressed = activityOf({ type: 'invoke', name: 'adaptiveCard/action', value, ...change }, from);
    const answer = await post(pressed, await teams.sign(clientId, now));
    const text = await answer.text();
    return { status: answer.status, body: (text === '' ? null : JSON.parse(text)) as { type?: string; value?: unknown } | null };
  };
  /** Also when there is nothing to show: a copy of the card whose removal failed is told of again by no other way. */
  const asksForItself = (body: unknown, verb: string): void =>
    expect(body, verb).toMatchObject({ value: { refresh: { action: { verb: expect.stringMatching(/^show-/) } } } });
  const action = (verb: unknown, data?: unknown) => ({ action: { type: 'Action.Execute', verb, data }, trigger: 'manual' });

  it.each([[undefined], ['release'], [{}], [{ action: {} }], [action(7)], [{ action: { type: 'Action.Submit', verb: 'release' } }]])(
    'that is malformed is answered with 400: %j',
    async (value) => expect((await press(value)).status).toBe(400),
  );

  it.each([
    ['a verb that is not known', action('explode', { talkId: 'x' })],
    ['a word that every object knows', action('constructor', {})],
    ['no talk', action('release', {})],
    ['a talk that is no id', action('release', { talkId: { $ne: null } })],
    ['a time that is none', action('move', { talkId: 'x', start: 'soon', version: 1 })],
    ['no version', action('keep', { talkId: 'x', agreementId: 'y' })],
  ])('of a card of another version is answered with a sentence: %s', async (_what, value) => {
    const { status, body } = await press(value);
    expect([status, body?.type]).toEqual([200, 'application/vnd.microsoft.activity.message']);
    expect(body?.value).toContain('för gammalt');
  });

  it('in a chat where others read along does nothing', async () => {
    const inMeeting = { conversation: { id: '19:x@thread.v2', tenantId, conversationType: 'groupChat' } };
    const { body } = await press(action('release', { talkId: await bot.addTalk() }), {}, inMeeting);
    expect(body?.value).toContain('i din egen chatt');
  });

  it('about a talk of others is answered as if there were none, whatever the verb', async () => {
    const talkId = await bot.addTalk();
    const data = { talkId, agreementId: randomUUID(), version: 1, start: now.toISOString() };
    for (const verb of ['show-talk', 'release', 'withdraw', 'times', 'move', 'show-agreement', 'keep', 'reopen']) {
      const { status, body } = await press(action(verb, data), { personId: randomUUID() });
      expect(status, verb).toBe(200);
      expect(JSON.stringify(body), verb).toContain('This is no longer here');
      expect(JSON.stringify(body), verb).not.toMatch(/Anna|Lind/);
      asksForItself(body, verb);
    }
    expect((await press(action('show-talk', data), { tenant: randomUUID() })).body).toBeNull();
  });

  it('that answers the check-in of others, or takes it back, does neither', async () => {
    const { talkId, day } = await bot.addCheckIn();
    const data = { talkId, day, version: 0, how: 'stuck', need: 'talk', weeks: 4 };
    const verbs = ['show-check-in', 'ask-check-in', 'answer-check-in', 'withdraw-check-in'];
    for (const verb of verbs) {
      const { status, body } = await press(action(verb, data), { personId: randomUUID() });
      expect([status, JSON.stringify(body)], verb).toEqual([200, expect.stringContaining('This is no longer here')]);
      expect(JSON.stringify(body), verb).not.toMatch(/Anna|Lind/);
      asksForItself(body, verb);
    }
    expect(await listCheckInRecords(platform.db, tenantId, [talkId])).toEqual([]);
    expect(JSON.stringify((await press(action('answer-check-in', data))).body)).toContain('kan se ditt svar.');
    expect(await listCheckInRecords(platform.db, tenantId, [talkId])).toMatchObject([{ version: 1, answers: [{ side: 'employee' }] }]);
  });

  it('about a talk whose time has gone by says what to do then, never to join what is over; “mitt samtal” is about a newer one', async () => {
    const from = { personId: randomUUID() };
    const [start, end] = [new Date('2026-11-30T09:00:00Z'), new Date('2026-11-30T10:00:00Z')];
    const gone = await bot.addTalk({ employeeId: from.personId, start, end });
    const swedish = { locale: 'sv-SE' };
    const { texts, button } = await tell({ text: 'mitt samtal', ...swedish }, from);
    expect(texts[1]).toContain('skulle ses måndag 30 november 09:00.');
    expect(texts[2]).toMatch(/^Tiden har passerat\. Har ni haft samtalet antecknar Bo .* det i Samtal\./);
    expect(button).toEqual({ title: 'Öppna Samtal', place: `talks/${gone}` });
    const { texts: team } = await tell({ text: 'my team' }, { personId: bo.id });
    expect(team.join()).toContain('the time has gone by');
    const ahead = await bot.addTalk({ employeeId: from.personId });
    expect((await tell({ text: 'mitt samtal', ...swedish }, from)).button?.place).toBe(`talks/${ahead}/prepare`);
    const { body } = await press(action('show-talk', { talkId: gone }), from, swedish);
    expect(JSON.stringify(body)).toContain('Tiden har passerat.');
  });

  it('brings a card up to date for whom it was made, and for nobody else', async () => {
    const talkId = await bot.addTalk();
    await tell({ text: 'mitt samtal' });
    expect(teams.messages.at(-1)?.card.refresh).toEqual({
      action: { type: 'Action.Execute', title: 'Ditt samtal', verb: 'show-talk', data: { talkId: expect.any(String) } },
      userIds: [`29:${anna.id}`],
    });
    expect(JSON.stringify((await press(action('show-talk', { talkId }))).body)).toContain('torsdag 3 december 10:00');
  });
});

describe('a reminder in the chat', () => {
  const to = { tenantId, personId: anna.id };
  const facts = (day: string) => ({
    managerName: 'Bo',
    when: `${day} 10:00`,
    link: 'https://teams.microsoft.com/l/entity/x',
    language: 'sv' as const,
    key: `${tenantId} ${day}`,
  });
  const send = (day: string) => platform.cards?.sendPreparationDue(to, facts(day));

  it('is a card with one button and nothing of the content', async () => {
    await tell({ text: 'hjälp' });
    expect(await send('måndag')).toBe(true);
    const card = teams.messages.at(-1)?.card;
    expect(card?.body.map(({ text }) => text)).toEqual([
      'Dags att förbereda dig',
      'Ditt samtal med Bo är måndag 10:00.',
      expect.stringContaining('Frågorna väntar'),
    ]);
    expect(card?.actions).toEqual([{ type: 'Action.OpenUrl', title: 'Förbered dig', url: 'https://teams.microsoft.com/l/entity/x' }]);
  });

  it('leaves nothing of the card in the log when it fails', async () => {
    await tell({ text: 'hjälp' });
    teams.faults.push(500);
    const lines = await logged(() => expect(send('lördag')).rejects.toThrow('A card may have arrived'));
    expect(lines).toContain('a card could not be put into a chat');
    expect(lines).not.toMatch(/lördag|Bo/);
  });

  it('is not possible for somebody who never met the bot', async () => {
    expect(await platform.cards?.sendPreparationDue({ tenantId, personId: randomUUID() }, facts('måndag'))).toBe(false);
  });

  it('is not repeated when it has been sent; when its answer was lost it comes again as the same card', async () => {
    await tell({ text: 'hjälp' });
    teams.messages.length = 0;
    expect(await send('tisdag')).toBe(true);
    expect(await send('tisdag')).toBe(true);
    teams.faults.push('lost');
    // Whether it has arrived may show in a moment.
    await expect(send('onsdag')).rejects.toMatchObject({ maybeDone: true, retryAfterSeconds: 60 });
    expect(await send('onsdag')).toBe(true);
    expect(await send('onsdag')).toBe(true);
    const [, once, again] = teams.messages;
    expect(teams.messages).toHaveLength(3);
    expect(again?.card).toEqual(once?.card);
  });

  it('forgets a chat that the person has closed, until they are back', async () => {
    await tell({ text: 'hjälp' });
    teams.faults.push(403);
    expect(await send('fredag')).toBe(false);
    expect(await send('fredag')).toBe(false);
    await tell({ text: 'hjälp' });
    expect(await send('fredag')).toBe(true);
  });
});
