/**
 * Which requests one message makes, in which order and on which answers: to the person's own feed, to give them Samtal, to the meeting's chat, to the
 * chat with the bot, to the mailbox. Microsoft's addresses answer as each case says; everything on this side of them is the real thing.
 */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { findPerson } from '#api/people/find-people.ts';
import { MicrosoftUnavailable } from '#api/platform/graph/failures.ts';
import type { Try } from '#api/platform/graph/mail.ts';
import { givenBot } from '#test/given/bot.ts';
import { givenGraphAnswers, type Answer } from '#test/given/graph-answers.ts';
import type { Fault } from '#test/given/teams.ts';
import { keepChat } from './chat/keep-chat.ts';
import { isWithoutTeams } from './choices/record-reached.ts';
import type { Way } from './contract.ts';
import { waysOf } from './rules/ways.ts';
import { wordsFor } from './rules/words.ts';
import { sendMessage, type Outgoing } from './send-message.ts';

const meetingChat = '19:meeting_abc@thread.v2';
const bot = await givenBot();
const { platform, teams, anna } = bot;

const graph = givenGraphAnswers(`${teams.serviceUrl}/v3/`);
let tenantId: string;

afterAll(async () => {
  graph.stop();
  await bot.stop();
});
// Each in an organisation of its own, so that none waits for another's turn.
beforeEach(() => {
  graph.begin();
  tenantId = randomUUID();
  teams.faults.length = 0;
});

/** Whether something of the message may have arrived by that way already. */
const given = (isRepeated: boolean): Try => ({ isRepeated, keep: () => Promise.resolve(true), undo: () => Promise.resolve() });

/** She has written to the bot once. */
const knowsChat = () =>
  keepChat(platform, { tenantId, personId: anna.id, serviceUrl: teams.serviceUrl, chatId: `a:${anna.id}`, botId: '28:bot' });

async function messageTo(change: Partial<Outgoing> = {}): Promise<Outgoing> {
  await bot.savePeople();
  const to = await findPerson(platform, bot.tenantId, anna.id);
  if (!to) throw new Error('Nobody knows Anna');
  const start = new Date('2026-12-03T09:00:00Z');
  const words = wordsFor('talk-tomorrow', { other: 'Bo', start, timeZone: to.timeZone, language: to.language });
  return {
    ...{
      tenantId,
      to: { ...to, mail: 'anna@example.com' },
      type: 'talk-tomorrow',
      words,
      link: 'https://teams.example/l',
      place: 'talks/t1',
    },
    values: { manager: 'Bo', person: 'Bo', when: words.when },
    ...{ calendar: null, chatId: meetingChat, key: `${tenantId}:1` },
    tries: { feed: given(false), mail: given(false) },
    ...change,
  };
}

const usual = waysOf('talk-tomorrow', { first: 'usual' });
const send = async (change: Partial<Outgoing> = {}, ways: Way[] = usual) => sendMessage(platform, await messageTo(change), ways);
const mailed = ['draft', 'send'];
const knownWithout = (): Promise<boolean> => isWithoutTeams(platform, { tenantId, personId: anna.id });

describe('one message', () => {
  it('that the feed takes is one request, and the other ways stay silent', async () => {
    await knowsChat();
    expect(await send()).toEqual({ way: 'feed' });
    expect(graph.asked).toEqual(['feed']);
    expect(await knownWithout()).toBe(false);
  });

  it.each<[string, Answer]>([
    ['is given Samtal', 201],
    ['has it by now', 409],
    ['may not be given it', 403],
    ['cannot be given it now', [503, 60]],
    ['may have been given it', 'lost'],
  ])('that the feed refuses goes through the meeting’s chat, whoever %s', async (_who, install) => {
    await knowsChat();
    graph.begin({ feed: 403, install });
    expect(await send()).toEqual({ way: 'feed' });
    expect(graph.asked).toEqual(['feed', 'install', 'chat']);
    expect(await knownWithout()).toBe(true);
    // The same entry, for her alone, which opens that chat.
    const { topic, recipient, ...same } = graph.bodies.chat ?? {};
    expect(same).toEqual((({ topic: _topic, ...rest }) => rest)(graph.bodies.feed ?? {}));
    expect(topic).toEqual({ source: 'entityUrl', value: `https://graph.microsoft.com/v1.0/chats/${meetingChat}` });
    expect(recipient).toMatchObject({ userId: anna.id });
  });

  it('that neither feed nor meeting’s chat takes is a card in the chat with the bot', async () => {
    await knowsChat();
    graph.begin({ feed: 404, chat: 403 });
    expect(await send()).toEqual({ way: 'card' });
    expect(graph.asked).toEqual(['feed', 'install', 'chat', 'card']);
  });

  it('without a meeting’s chat is a card at once', async () => {
    await knowsChat();
    graph.begin({ feed: 403 });
    expect(await send({ chatId: null })).toEqual({ way: 'card' });
    expect(graph.asked).toEqual(['feed', 'install', 'card']);
  });

  it('to somebody who has never met the bot is a mail instead', async () => {
    graph.begin({ feed: 403, chat: 404 });
    expect(await send()).toEqual({ way: 'mail' });
    expect(graph.asked).toEqual(['feed', 'install', 'chat', ...mailed]);
    expect(JSON.stringify(graph.bodies.draft)).toContain(`href=\\"${platform.config.publicUrl}/reminders`);
  });

  it('whose card Teams refuses is a mail', async () => {
    await knowsChat();
    graph.begin({ feed: 403 });
    teams.faults.push(403);
    expect(await send({ chatId: null })).toEqual({ way: 'mail' });
    expect(graph.asked).toEqual(['feed', 'install', 'card', ...mailed]);
  });

  it.each<Fault>([500, 503, 408, 'lost'])(
    'whose card may have arrived (%s), and which tells nothing of itself, waits, and then is a mail: the card is not tried again',
    async (fault) => {
      await knowsChat();
      graph.begin({ feed: 403 });
      teams.faults.push(fault);
      await expect(send({ chatId: null })).rejects.toMatchObject({ maybeDone: true, retryAfterSeconds: 60 });
      expect(graph.asked).toEqual(['feed', 'install', 'card']);
      expect(await send({ chatId: null })).toEqual({ way: 'mail' });
      expect(graph.asked.slice(3)).toEqual(['feed', 'install', ...mailed]);
    },
  );

  it('that is best as a card begins with it', async () => {
    await knowsChat();
    const ways = waysOf('preparation-due', { first: 'usual' });
    expect(await send({ type: 'preparation-due' }, ways)).toEqual({ way: 'card' });
    expect(graph.asked).toEqual(['card']);
    // The same again: that card is not sent twice.
    expect(await send({ type: 'preparation-due' }, ways)).toEqual({ way: 'card' });
    expect(graph.asked).toEqual(['card']);
  });
});

describe('one message that waits', () => {
  const waits = async (): Promise<MicrosoftUnavailable> => {
    const error = await send().catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(MicrosoftUnavailable);
    return error as MicrosoftUnavailable;
  };

  it.each<[string, Answer, boolean, number | undefined]>([
    ['asks to wait', [429, 60], false, 60],
    ['is down', [503, 120], true, 120],
    ['does not answer', 'lost', true, undefined],
  ])('when the feed %s: no other way is tried, so that nobody is told twice', async (_what, feed, maybeDone, retryAfterSeconds) => {
    await knowsChat();
    graph.begin({ feed });
    expect(await waits()).toMatchObject({ maybeDone, retryAfterSeconds });
    expect(graph.asked).toEqual(['feed']);
    expect(await knownWithout()).toBe(false);
  });

  it.each<[string, Answer]>([
    ['asks to wait', [429, 60]],
    ['is down', [503, 60]],
    ['does not answer', 'lost'],
  ])('when the meeting’s chat %s: neither card nor mail is sent beside it', async (_what, chat) => {
    await knowsChat();
    graph.begin({ feed: 403, chat });
    await waits();
    expect(graph.asked).toEqual(['feed', 'install', 'chat']);
  });

  it.each([429, 412])('when Teams asks the bot to wait (%i): no mail beside the card, which is tried again', async (status) => {
    await knowsChat();
    graph.begin({ feed: 403, chat: 403 });
    teams.faults.push(status);
    expect(await waits()).toMatchObject({ maybeDone: false });
    expect(graph.asked).toEqual(['feed', 'install', 'chat', 'card']);
    expect(await send()).toEqual({ way: 'card' });
  });

  it('is looked for in the mailbox before anything else, when a mail of it may have been sent', async () => {
    expect(await send({ tries: { feed: given(false), mail: given(true) } })).toEqual({ way: 'mail' });
    expect(graph.asked).toEqual(['look among drafts', 'look among sent', ...mailed]);
  });

  it('is told no other way when it may have arrived and its repetition is refused', async () => {
    await knowsChat();
    graph.begin({ feed: 403, chat: 403, 'look among drafts': 403 });
    // Best as a card; but the feed may hold it already.
    const ways = waysOf('preparation-due', { first: 'usual' });
    const uncertain = { missed: 'uncertain', why: 'refused: 403 Said' };
    expect(await send({ type: 'preparation-due', tries: { feed: given(true), mail: given(false) } }, ways)).toEqual(uncertain);
    expect(graph.asked).toEqual(['feed', 'install', 'chat']);
    expect(await send({ tries: { feed: given(false), mail: given(true) } })).toEqual(uncertain);
    expect(graph.asked.at(-1)).toBe('look among drafts');
  });

  it('is found in the feed before a card is sent beside it, when it may be there', async () => {
    await knowsChat();
    const ways = waysOf('preparation-due', { first: 'usual' });
    expect(await send({ type: 'preparation-due', tries: { feed: given(true), mail: given(false) } }, ways)).toEqual({ way: 'feed' });
    expect(graph.asked).toEqual(['feed']);
  });
});

describe('one message that reaches nobody', () => {
  it('says why, once every way has been tried', async () => {
    graph.begin({ feed: 403, chat: 403, draft: 400 });
    expect(await send()).toEqual({ missed: 'other', why: 'refused: 400 Said' });
    expect(graph.asked).toEqual(['feed', 'install', 'chat', 'draft']);
  });

  it('for want of a permission, or of an address', async () => {
    graph.begin({ feed: 403, chat: 403 });
    const { to } = await messageTo();
    expect(await send({ to: { ...to, mail: null } })).toEqual({ missed: 'no-way', why: 'refused: 403 Said' });
    expect(graph.asked).toEqual(['feed', 'install', 'chat']);
    expect(await send({ chatId: null }, ['feed'])).toEqual({ missed: 'refused', why: 'refused: 403 Said' });
  });

  it('is judged anew each time: whoever the feed reaches again is no longer without Teams', async () => {
    graph.begin({ feed: 403 });
    await send();
    expect(await knownWithout()).toBe(true);
    graph.begin({});
    await send();
    expect(await knownWithout()).toBe(false);
    expect(graph.asked).toEqual(['feed']);
  });
});
