/**
 * What people do in their chat with the bot instead of opening Samtal, from the greeting to an agreement that is kept: every press is the verb of the
 * page, every card tells how it is now, and nothing that anybody wrote is on one.
 */
import { randomUUID } from 'node:crypto';
import { DateTime } from 'luxon';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addAgreement } from '#api/agreement/contract.ts';
import { listOfTalk } from '#api/agreement/following/contract.ts';
import { readPreparations, saveAnswer } from '#api/preparation/contract.ts';
import { readMyReminders, saveMyReminders } from '#api/reminder/choices/contract.ts';
import { describeReminders } from '#api/reminder/describe-reminders.ts';
import { proposeAmendment, readRecord } from '#api/talk/signing/contract.ts';
import { findTimes, finishTalk, listMyTalks, moveTalk, readSummary, readTalk, signTalk, startTalk, type Talk } from '#api/talk/contract.ts';
import { storedAccesses } from '#test/given/accesses.ts';
import { cardsOf, read as cardIn, type ShownCard } from '#test/given/cards.ts';
import { givenLaunchedCycle } from '#test/given/launched-cycle.ts';
import { lookAt } from '#test/given/look-at.ts';
import { givenSamtal, type GivenSamtal } from '#test/given/samtal.ts';
import { until } from '#test/given/until.ts';

const canary = 'Kanariefågel';
/** What is agreed in the talk; the second is due five days after the first. */
const [first, second] = [randomUUID(), randomUUID()];
let samtal: GivenSamtal;
let talkId: string;
let [erik, maja]: Awaited<ReturnType<typeof cardsOf>>[] = [];

beforeAll(async () => {
  samtal = await givenSamtal();
  const launched = await givenLaunchedCycle(samtal, { settings: { departments: ['Charts'] } });
  ({ talkId } = await launched.talkOf('erik'));
});
afterAll(() => samtal?.stop());

const params = () => ({ talkId });
const read = (who: string): Promise<Talk> => samtal.as(who).must(readTalk, { params: params() });
const prepared = async () => (await samtal.as('erik').must(readPreparations, { params: params() })).mine;
const cards = (who: 'erik' | 'maja') => {
  const found = who === 'erik' ? erik : maja;
  if (!found) throw new Error('The chats have not been opened');
  return found;
};
/** Whether a reminder of the agreement that waits to go out to Erik would go out now. */
async function stillSays(agreementId: string): Promise<boolean> {
  const { id: recipientId, tenantId } = samtal.find('erik');
  const key = `${talkId}:agreement-due:${agreementId}:day:0:${recipientId}`;
  const row = {
    tenantId,
    key,
    talkId,
    recipientId,
    cycleId: (await read('erik')).cycleId,
    channel: 'best',
    kind: 'agreement-due',
  } as const;
  const [described] = await describeReminders(samtal.platform, [{ ...row, _id: key, due: null, sentAt: null, outcome: null }]);
  return described?.message != null;
}
async function revoke(revoked: string[]): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`${samtal.hostUrl}/desk/api/permissions`, { method: 'PATCH', headers, body: JSON.stringify({ revoked }) });
  expect(answer.status).toBe(200);
}
/** Starts or finishes; Samtal may write to the talk at the same time. */
const advance = (entry: typeof startTalk | typeof finishTalk) =>
  until(async () => (await samtal.as('maja').call(entry, { params: params(), version: (await read('maja')).version })).status === 200, {
    message: `${entry.path} has been done`,
  });
const day = (at: string | null): string =>
  DateTime.fromISO(at ?? '', { zone: 'Europe/Stockholm', locale: 'sv' }).toFormat('cccc d LLLL HH:mm');

it('Whoever gets Samtal is greeted in their language, and told what to do first', async () => {
  erik = await cardsOf(samtal, 'erik');
  maja = await cardsOf(samtal, 'maja');
  const greeting = await erik.newest();
  expect(greeting.heading).toBe('Hej, jag är Samtal');
  expect(greeting.text).toContain(`Du och Maja Hallberg ses ${day((await read('erik')).start)}.`);
  expect(greeting.text).toContain('Några frågor väntar på dig');
  expect(greeting.link).toEqual({ title: 'Förbered dig', place: `talks/${talkId}/prepare` });
});

it('“Mitt team” shows a manager who needs what', async () => {
  const team = await cards('maja').write('Mitt team');
  expect(team.text).toMatch(/^4 samtal väntar på dig\.\n/);
  expect(team.text).toContain(`Erik Storm: förbered dig (${day((await read('maja')).start)})`);
  expect(team.link?.place).toBe('team');
});

it('“Förbered”: the preparation is released in place, and taken back; an old card tells how it is now', async () => {
  const none = await cards('erik').write('förbered');
  expect(none.acts).not.toContain('Dela min förberedelse');
  const answer = { params: { ...params(), questionId: 'proud-of' }, body: { text: `${canary} om det jag är stolt över.` }, version: 0 };
  await samtal.as('erik').must(saveAnswer, answer);
  const card = await cards('erik').show(none);
  expect(card.text).toMatch(/Du har svarat på 1 av \d+ frågor\.$/);
  const other = await cards('erik').write('prepare');
  // From before another became the manager, or from a version of Samtal that named nobody: shared with nobody, and shown anew.
  for (const named of [[['withId', samtal.find('vera').id] as const], []]) {
    const actions = card.card.actions.map(({ data, ...one }) => {
      const rest = Object.entries(data ?? {}).filter(([key]) => key !== 'withId');
      return { ...one, data: Object.fromEntries([...rest, ...named]) };
    });
    const shown = await cards('erik').press({ ...card, card: { ...card.card, actions } }, 'Dela min förberedelse');
    expect(shown.text).toContain('Något har ändrats sedan kortet kom. Så här är det nu.');
    expect((await prepared()).releasedAt).toBeNull();
  }
  const released = await cards('erik').press(card, 'Dela min förberedelse');
  expect(released.text).toContain('Klart: du har delat din förberedelse. Maja Hallberg kan läsa den när ni båda har delat.');
  expect((await prepared()).releasedAt).not.toBeNull();
  expect((await cards('erik').press(other, 'Dela min förberedelse')).text).toContain('Du har redan delat din förberedelse.');
  const back = await cards('erik').press(released, 'Ta tillbaka min förberedelse');
  expect(back.text).toContain('Klart: bara du kan läsa din förberedelse nu');
  expect(await prepared()).toMatchObject({ releasedAt: null, answers: [{ text: answer.body.text }] });
  await cards('erik').press(back, 'Dela min förberedelse');
});

it('“Annan tid”: three times to choose from, one press moves the talk, and the same press on an old card moves nothing', async () => {
  const before = await read('erik');
  const [one, other] = [await cards('erik').write('mitt samtal'), await cards('erik').write('mitt samtal')];
  const times = await cards('erik').press(one, 'Annan tid');
  const [, second, ...more] = times.acts;
  expect(more).toHaveLength(2);
  expect(times.acts.at(-1)).toBe('Behåll tiden');
  expect((await cards('erik').press(times, 'Behåll tiden')).text).toContain(day(before.start));
  const [first, old] = [await cards('erik').press(one, 'Annan tid'), await cards('erik').press(other, 'Annan tid')];
  const moved = await cards('erik').press(first, second ?? '');
  expect(moved.text).toContain(`Klart: du och Maja Hallberg ses ${second}.`);
  await until(async () => (await read('erik')).move?.outcome === 'done', { message: 'the calendars have the move' });
  expect(day((await read('maja')).start)).toBe(second);
  const stale = await cards('erik').press(old, old.acts[0] ?? '');
  expect(stale.text).toMatch(/^Något har ändrats sedan kortet kom\. Så här är det nu\./);
  expect(stale.text).toContain(second);
  expect(day((await read('maja')).start)).toBe(second);
});

it('Whoever does not have Samtal when something is to be told gets it, and this once a mail', async () => {
  await samtal.desk.removeApp('elin');
  const elins = (await samtal.as('elin').must(listMyTalks)).talks[0];
  if (!elins) throw new Error('Elin has no talk');
  const [time] = (await samtal.as('maja').must(findTimes, { params: { talkId: elins.talkId }, query: {} })).times;
  const { version } = await samtal.as('maja').must(readTalk, { params: { talkId: elins.talkId } });
  await samtal.as('maja').must(moveTalk, { params: { talkId: elins.talkId }, body: { start: time?.start ?? '' }, version });
  const hasApp = async (): Promise<boolean> =>
    (await samtal.desk.company()).tenants.some(({ people }) => people.some((one) => one.id === samtal.find('elin').id && one.hasApp));
  await until(hasApp, { message: 'Elin has Samtal' });
  await until(async () => (await samtal.desk.mails('elin')).length > 1, { message: 'Elin is told by mail' });
  expect((await samtal.desk.feed('elin')).map(({ type }) => type)).not.toContain('talkMoved');
});

it('While Microsoft 365 does not answer, one sentence says so and the card stays as it was', async () => {
  const card = await cards('erik').write('mitt samtal');
  await samtal.desk.faults.add({
    service: 'graph',
    kind: 'refuse',
    status: 503,
    retryAfterSeconds: 600,
    pathContains: 'getSchedule',
    times: 50,
  });
  const pressed = await samtal.desk.press('erik', cards('erik').chatId, card.messageId, { verb: 'times', data: { talkId } });
  await samtal.desk.faults.clear();
  expect(pressed).toEqual({ status: 200, says: 'Microsoft 365 svarar inte just nu. Inget har ändrats. Försök igen om en stund.' });
  expect(await cards('erik').newest()).toEqual(card);
});

it('The meeting begins: its chat shows where the talk is, once; it ends: both are told what to do, each as it stands for them', async () => {
  const { start, joinUrl } = await read('erik');
  await samtal.desk.clock.moveTo(start ?? '');
  const { chatId } = await samtal.desk.meeting('erik', { joinUrl: joinUrl ?? '' });
  const inMeeting = async (): Promise<ShownCard[]> => (await samtal.desk.messages('erik', chatId)).flatMap(cardIn);
  await until(
    async () => {
      await samtal.desk.startMeeting(chatId);
      return (await inMeeting()).length > 0;
    },
    { message: 'Samtal is in the meeting’s chat, and hears that it begins' },
  );
  await samtal.desk.startMeeting(chatId);
  expect(await inMeeting()).toMatchObject([
    { heading: 'Samtalet börjar', link: { title: 'Öppna samtalet', place: `talks/${talkId}` }, acts: [] },
  ]);
  await advance(startTalk);
  const due = DateTime.fromISO(start ?? '').plus({ days: 40 });
  // A Friday, so that the week ahead of it begins on one.
  const friday = due.plus({ days: 5 - due.weekday });
  for (const [agreementId, day] of [
    [first, friday],
    [second, friday.plus({ days: 5 })],
  ] as const) {
    const body = { agreementId, text: `${canary} ska vara klar.`, ownerId: samtal.find('erik').id, due: day.toISODate() };
    await samtal.as('maja').must(addAgreement, { params: params(), body });
  }
  await samtal.desk.endMeeting(chatId);
  await samtal.desk.endMeeting(chatId);
  const [forErik, forMaja] = [await cards('erik').newest(), await cards('maja').newest()];
  expect(forErik.text).toContain('När Maja Hallberg har avslutat samtalet kan ni båda läsa igenom det och skriva under.');
  expect(forMaja.text).toContain('Avsluta samtalet i Samtal');
  expect((await cards('erik').all()).filter(({ text }) => text.startsWith('Mötet är slut.'))).toHaveLength(1);
  await advance(finishTalk);
  const toSign = await cards('erik').show(forErik);
  expect(toSign.link).toEqual({ title: 'Läs och skriv under', place: `talks/${talkId}/sign` });
  expect(toSign.acts).toEqual([]);
  for (const who of ['maja', 'erik'] as const) {
    const { hash } = await samtal.as(who).must(readSummary, { params: params() });
    await until(
      async () =>
        (await samtal.as(who).call(signTalk, { params: params(), body: { hash }, version: (await read(who)).version })).status === 200,
      { message: `${who} signs` },
    );
  }
  expect((await cards('erik').showLater(toSign)).text).toContain('Båda har skrivit under');
});

it('An agreement is due: it is marked as kept in place, and opened again; what was agreed is not on the card', async () => {
  const { choices, version } = await samtal.as('erik').must(readMyReminders);
  await samtal.as('erik').must(saveMyReminders, { body: { ...choices, first: 'card' }, version });
  const agreed = async () =>
    (await samtal.as('erik').must(listOfTalk, { params: params() })).agreements.find((one) => one.agreementId === first);
  const due = DateTime.fromISO((await agreed())?.due ?? '', { zone: 'Europe/Stockholm' });
  await lookAt(samtal, due.minus({ days: 3 }).set({ hour: 16 }).toJSDate());
  const card = await until(async () => (await cards('erik').all()).find(({ acts }) => acts.includes('Det är klart')), {
    message: 'the reminder is in the chat',
    seen: () => samtal.desk.feed('erik'),
  });
  expect(card.text).toContain(`Det ska vara klart ${due.setLocale('sv').toFormat('cccc d LLLL')}.`);
  const kept = await cards('erik').press(card, 'Det är klart');
  expect(kept.text).toContain('Bra! I Samtal står överenskommelsen nu som hållen.');
  expect((await agreed())?.status).toBe('kept');
  expect([await stillSays(first), await stillSays(second)], 'a reminder of what is done, and of what is not').toEqual([false, true]);
  const open = await cards('erik').press(kept, 'Inte klart än');
  expect((await agreed())?.status).toBe('not-begun');
  expect(await stillSays(first)).toBe(true);
  const said = await samtal.desk.press('erik', cards('erik').chatId, open.messageId, {
    verb: 'keep',
    data: { ...card.card.actions.at(-1)?.data },
  });
  expect(said).toEqual({ status: 200, says: null });
  expect((await cards('erik').newest()).text).toContain('Något har ändrats sedan kortet kom.');
  expect((await agreed())?.status).toBe('not-begun');
  expect((await cards('erik').showLater(open)).acts).toEqual(['Det är klart']);
});

it('Whoever has Samtal only in the meeting’s chat is told through that one', async () => {
  // Samtal may not install itself for her: otherwise the first refused notification brings it back, and the next try finds her own feed.
  await revoke(['TeamsAppInstallation.ReadWriteSelfForUser.All']);
  await samtal.desk.removeApp('maja');
  const { entries, version } = await samtal.as('erik').must(readRecord, { params: params() });
  expect(entries.length).toBe(2);
  const body = { entryId: randomUUID(), text: `${canary} som tillägg.`, change: null };
  await samtal.as('erik').must(proposeAmendment, { params: params(), body, version });
  const told = () => samtal.desk.feed('maja').then((feed) => feed.find(({ type }) => type === 'answerWaiting'));
  const entry = await until(told, { message: 'Maja is told' });
  const { chatId } = await samtal.desk.meeting('maja', { joinUrl: (await read('maja')).joinUrl ?? '' });
  expect(entry.link).toBe(`https://teams.microsoft.com/l/chat/${encodeURIComponent(chatId)}/0`);
  expect(JSON.stringify(entry)).not.toContain(canary);
  await revoke([]);
});

it('Nothing that anybody wrote was on a card', async () => {
  const shown = JSON.stringify(await Promise.all((['erik', 'maja'] as const).map((who) => samtal.desk.messages(who, cards(who).chatId))));
  expect(shown).toContain('Maja Hallberg');
  expect(shown).not.toContain(canary);
  // What was opened to do what was pressed is in the access log all the same.
  const opened = await storedAccesses(samtal.platform, talkId, samtal.find('erik').id);
  expect(opened.filter(({ channel }) => channel === 'bot').map(({ item }) => item)).toContain('agreements');
});
