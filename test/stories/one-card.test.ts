/**
 * Maja reminds Erik to prepare, and Teams' answer about the card is lost: it comes again. Erik looks at his chat and is left with one card, which still
 * works, and there is nothing of it in his feed.
 */
import { DateTime } from 'luxon';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { remindToPrepare } from '#api/reminder/asking/contract.ts';
import { cardsOf, type ShownCard } from '#test/given/cards.ts';
import { givenLaunchedCycle } from '#test/given/launched-cycle.ts';
import { lookAt } from '#test/given/look-at.ts';
import { givenSamtal, type GivenSamtal } from '#test/given/samtal.ts';
import { until } from '#test/given/until.ts';

let samtal: GivenSamtal;
let talkId: string;
let erik: Awaited<ReturnType<typeof cardsOf>>;
let asked: DateTime;

beforeAll(async () => {
  samtal = await givenSamtal();
  const launched = await givenLaunchedCycle(samtal, { settings: { departments: ['Charts'] } });
  const talk = await launched.talkOf('erik');
  ({ talkId } = talk);
  erik = await cardsOf(samtal, 'erik');
  // A Wednesday in working hours, before anything of the clock is due.
  const start = DateTime.fromJSDate(samtal.startedAt, { zone: 'Europe/Stockholm' });
  asked = start.plus({ days: 1 }).startOf('day').set({ hour: 10 });
  while (asked.weekday > 5) asked = asked.plus({ days: 1 });
  expect(asked < DateTime.fromISO(talk.start ?? '')).toBe(true);
  await lookAt(samtal, asked.toJSDate());
});
afterAll(() => samtal?.stop());

const reminders = async (): Promise<ShownCard[]> => (await erik.all()).filter(({ heading }) => heading === 'Dags att förbereda dig');
const inFeed = async () => (await samtal.desk.feed('erik')).filter(({ type }) => type === 'preparationDue');
it('The card comes, its answer is lost, and after a minute it comes again: as a card, not in the feed', async () => {
  // The bot has signed in on this day: the answer that is lost is the card's.
  await erik.write('hjälp');
  await samtal.desk.faults.add({ service: 'connector', kind: 'lose-answer', method: 'POST', pathContains: '/activities' });
  const before = await inFeed();
  expect(await samtal.as('maja').must(remindToPrepare, { body: { talkIds: [talkId] } })).toMatchObject({ reminded: [talkId] });
  await until(async () => (await reminders()).length === 1, { message: 'the card has come' });
  await lookAt(samtal, asked.plus({ minutes: 3 }).toJSDate());
  await until(async () => (await reminders()).length === 2, { message: 'it has come again' });
  expect(await inFeed()).toEqual(before);
});

it('Erik looks at his chat: one card is left, and it works', async () => {
  const [first, second] = await reminders();
  if (!first || !second) throw new Error('The card did not come twice');
  const both = [first, second].map(({ messageId }) => messageId);
  for (const messageId of both) expect(await samtal.desk.showCard('erik', erik.chatId, messageId)).toEqual({ status: 200 });
  await until(async () => (await erik.all()).filter(({ messageId }) => both.includes(messageId)).length === 1, {
    message: 'the copy has left the chat',
  });
  const [left] = (await erik.all()).filter(({ messageId }) => both.includes(messageId));
  expect(left?.messageId).toBe(first.messageId);
  expect(left?.link?.place).toBe(`talks/${talkId}/prepare`);
  // At once Teams does not ask again; when it does, the card stays.
  expect(await samtal.desk.showCard('erik', erik.chatId, first.messageId)).toEqual({ status: null });
  await erik.showLater(first);
  expect(await inFeed()).toEqual([]);
});
