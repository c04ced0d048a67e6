/** Cards about no single thing that can be done in place: several talks, a cycle. Shown again they say what is true by then, to whom they were sent alone. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeEach, expect, it } from 'vitest';
import { keepChat } from '#api/reminder/chat/keep-chat.ts';
import { addReminders, findNamed, nameGroup, type NewReminder } from '#api/reminder/store.ts';
import { givenBot } from '#test/given/bot.ts';
import { tellAsTeams } from '#test/given/tell-as-teams.ts';
import type { SentCard } from '#test/given/teams.ts';
import { until } from '#test/given/until.ts';

const bot = await givenBot();
const { platform, teams, tenantId, anna, bo, now } = bot;
afterAll(() => bot.stop());
const { connection } = platform.db;

beforeEach(async () => {
  teams.messages.length = 0;
  await bot.savePeople();
  for (const { id } of [anna, bo]) {
    const ids = { chatId: `a:${id}`, botId: '28:bot', userId: `29:${id}` };
    await keepChat(platform, { tenantId, personId: id, serviceUrl: teams.serviceUrl, ...ids });
  }
});

const over = 'Inget väntar på dig här';
const overHere = 'Nothing is waiting for you here';

/** Rows of Anna's that are told as one; answers the name they go out under. */
async function tellAnna(rows: Pick<NewReminder, 'kind' | 'talkId' | 'cycleId'>[]): Promise<string> {
  const made = rows.map((row) => ({ ...row, tenantId, recipientId: anna.id, key: randomUUID(), channel: 'best' as const }));
  await addReminders(platform.db, made, now);
  const kept = await Promise.all(
    made.map(({ key }) => findNamed(platform.db, { tenantId, recipientId: anna.id }, `${tenantId}/${key}/best`)),
  );
  const [only, second] = kept.flat();
  if (!only) throw new Error('The row was not kept');
  return second ? ((await nameGroup(platform.db, kept.flat(), 'several'))[0]?.group ?? '') : only._id;
}
const preparing = (talkId: string) => ({ kind: 'preparation-due' as const, talkId, cycleId: '' });

async function addRound(): Promise<string> {
  const cycleId = randomUUID();
  const recurrence = { startsOn: '2027-01-12', zone: 'Europe/Stockholm', decided: null, waiting: null, startDue: null };
  await connection.collection('cycles').insertOne({ _id: cycleId as never, tenantId, recurrence, launchedAt: null });
  return cycleId;
}
const ofRound = (cycleId: string) => ({ kind: 'cycle-soon' as const, talkId: null, cycleId });

const send = (key: string) => {
  const button = { title: 'Öppna', url: 'https://teams.example/l' };
  return platform.cards?.sendReminder({ tenantId, personId: anna.id }, { key, title: 'Som det var', line: 'Då.', button });
};
/** Looked at when Teams asks for it. */
async function shown(who: { id: string } = anna): Promise<{ card: SentCard; text: string }> {
  bot.pass(61);
  const { value } = (await tellAsTeams(bot, who, { how: 'show' })) as { value: SentCard };
  return { card: value, text: JSON.stringify(value) };
}
const begin = (talkId: string) => connection.collection('talks').updateOne({ _id: talkId as never }, { $set: { startedAt: now } });

it('of several talks says how many still wait, then which one does, then that none does', async () => {
  const [first, second, third] = [await bot.addTalk(), await bot.addTalk(), await bot.addTalk()];
  await send(await tellAnna([first, second, third].map(preparing)));
  expect((await shown()).text).toContain('3 saker väntar på dig');
  await begin(first);
  expect((await shown()).text).toContain('2 saker väntar på dig');
  await begin(second);
  const { card, text } = await shown();
  expect(text).toContain('Ditt samtal med Bo');
  expect(card.actions[0]?.url).toContain(third);
  await begin(third);
  expect((await shown()).text).toContain(over);
});

it('of a cycle says when it starts, and that nothing waits once it has been skipped or is gone', async () => {
  const cycleId = await addRound();
  await send(await tellAnna([ofRound(cycleId)]));
  expect((await shown()).text).toContain('startar av sig själv tisdag 12 januari 2027');
  await connection.collection('cycles').updateOne({ _id: cycleId as never }, { $set: { 'recurrence.decided': { what: 'skip' } } });
  expect((await shown()).text).toContain(over);
  await connection.collection('cycles').deleteOne({ _id: cycleId as never });
  expect((await shown()).text).toContain(over);
});

it('of a cycle says nothing of it to whoever has lost the role since', async () => {
  await send(await tellAnna([ofRound(await addRound())]));
  const people = connection.collection('people');
  await people.updateOne({ tenantId, personId: anna.id }, { $set: { isHr: false } });
  const { text } = await shown();
  await people.updateOne({ tenantId, personId: anna.id }, { $unset: { isHr: '' } });
  expect(text).toContain(over);
  expect(text).not.toContain('januari');
});

it('keeps saying which card it is, and asks for itself', async () => {
  await send(await tellAnna([ofRound(await addRound())]));
  const sent = teams.messages[0]?.card.refresh;
  expect(sent).toMatchObject({ userIds: [`29:${anna.id}`], action: { verb: 'show-reminder', data: { cardId: expect.any(String) } } });
  expect((await shown()).card.refresh).toMatchObject({ userIds: sent?.userIds, action: { data: sent?.action.data } });
});

it('tells nobody else anything, whatever key their card is made to name', async () => {
  const key = await tellAnna([preparing(await bot.addTalk()), ofRound(await addRound())]);
  await send(key);
  const { text } = await shown(bo);
  expect(text).toContain(overHere);
  expect(text).not.toMatch(/väntar på dig inför|2 things|januari|January/);
  const action = teams.messages[0]?.card.refresh?.action;
  for (const odd of ['', randomUUID(), { $ne: null }, 7, 'x'.repeat(501)]) {
    if (action) action.data = { ...action.data, key: odd };
    expect((await shown()).text).not.toMatch(/saker väntar|januari/);
  }
});

it.each([
  ['several talks', async () => tellAnna([preparing(await bot.addTalk()), preparing(await bot.addTalk())])],
  ['a cycle', async () => tellAnna([ofRound(await addRound())])],
])('of %s that came twice is left once, when both have been looked at', async (_what, told) => {
  const key = await told();
  teams.faults.push('lost');
  await expect(send(key)).rejects.toMatchObject({ maybeDone: true });
  expect(await send(key)).toBe(true);
  const [first, second] = [...teams.messages];
  expect(second?.card).toEqual(first?.card);
  for (const message of [second, first]) await tellAsTeams(bot, anna, { how: 'show', message });
  await until(() => teams.messages.length === 1, { message: 'the copy has left' });
  expect(teams.messages[0]?.id).toBe(second?.id);
});
