/**
 * A check-in, weeks after the talk: Erik answers it in three taps in his chat, Maja sees it and answers in Samtal, and the next one follows from what they
 * say. For the two alone, for as long as they are the two; and no word of it is on a card, in the feed, in a mail, in a log.
 */
import { DateTime } from 'luxon';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { answerCheckIn, readCheckIns, withdrawAnswer, type CheckIns } from '#api/checkin/answer/contract.ts';
import { readMyReminders, saveMyReminders } from '#api/reminder/choices/contract.ts';
import { collectCheckIns } from '#api/reminder/collect-check-ins.ts';
import { listReminders } from '#api/reminder/list-reminders.ts';
import { finishTalk, listMyTalks, readSummary, readTalk, signTalk, startTalk } from '#api/talk/contract.ts';
import { findInHistory, readHistory } from '#api/talk/history/contract.ts';
import { proposeCheckIn } from '#api/talk/holding/contract.ts';
import { listTeam } from '#api/talk/team/contract.ts';
import { startUnplanned } from '#api/talk/unplanned/contract.ts';
import { cardsOf, type ShownCard } from '#test/given/cards.ts';
import { givenLaunchedCycle } from '#test/given/launched-cycle.ts';
import { lookAt } from '#test/given/look-at.ts';
import { givenSamtal, type GivenSamtal } from '#test/given/samtal.ts';
import { until } from '#test/given/until.ts';

const zone = 'Europe/Stockholm';
const canary = 'Kanariefågel';
const hows = ['På god väg', 'En bit på väg', 'Har kört fast'];
const logged: string[] = [];
let samtal: GivenSamtal;
let talkId: string;
/** Elin's talk, with a check-in on the same day, which nobody signs for a long time. */
let unsigned: string;
/** The day that the two set: a Thursday some weeks ahead, whenever the talk is, so that neither it nor the days around it are holidays. */
let day: DateTime;
let [erik, maja]: Awaited<ReturnType<typeof cardsOf>>[] = [];
let due: ShownCard;

const params = () => ({ talkId });
const ofDay = (on: DateTime = day) => ({ talkId, day: on.toISODate() ?? '' });
const checkIns = (who: string): Promise<CheckIns> => samtal.as(who).must(readCheckIns, { params: params() });
const version = async (who: string, of = talkId): Promise<number> =>
  (await samtal.as(who).must(readTalk, { params: { talkId: of } })).version;
const sign = async (who: string, of = talkId): Promise<void> => {
  const { hash } = await samtal.as(who).must(readSummary, { params: { talkId: of } });
  const signed = async () => samtal.as(who).call(signTalk, { params: { talkId: of }, body: { hash }, version: await version(who, of) });
  await advance('signing', signed);
};
/** Kinds of what somebody was told, however many things one notification was about. */
const remindedOf = async (who: string) => {
  const person = { tenantId: samtal.companies[0]?.tenant.id ?? '', personId: samtal.find(who).id };
  return (await listReminders(samtal.platform, person)).map(({ kind }) => kind);
};
const cards = (who: 'erik' | 'maja') => {
  const found = who === 'erik' ? erik : maja;
  if (!found) throw new Error('The chats have not been opened');
  return found;
};
const told = async (who: string, type: string) => (await samtal.desk.feed(who)).filter((entry) => entry.type === type);
/** How often Maja was reminded of the check-in with Erik. */
const dueWithErik = async () => (await told('maja', 'checkInDue')).filter(({ text }) => text.includes('Erik Storm')).length;
const said = (on: DateTime): string => on.setLocale('sv').toFormat('cccc d LLLL');
const look = (instant: DateTime): Promise<void> => lookAt(samtal, instant.toJSDate(), [collectCheckIns]);
const morning = (on: DateTime): DateTime => on.set({ hour: 8, minute: 0 });
/** What asks Erik about a check-in of this day. */
const asked = async (on: DateTime): Promise<ShownCard[]> =>
  (await cards('erik').all()).filter(({ heading, text }) => heading === 'Avstämning' && text.includes(said(on)));
/** Samtal may write to the talk at the same time. */
const advance = (what: string, once: () => Promise<{ status: number }>) =>
  until(async () => (await once()).status === 200, { message: `${what} has been done` });

beforeAll(async () => {
  samtal = await givenSamtal();
  samtal.platform.log = pino({ level: 'debug' }, { write: (line: string) => void logged.push(line) });
  const launched = await givenLaunchedCycle(samtal, { settings: { departments: ['Charts'] } });
  const talk = await launched.talkOf('erik');
  ({ talkId } = talk);
  const start = DateTime.fromISO(talk.start ?? '', { zone });
  day = start.startOf('week').plus({ weeks: 6, days: 3 });
  erik = await cardsOf(samtal, 'erik');
  maja = await cardsOf(samtal, 'maja');
  const { choices, version: of } = await samtal.as('erik').must(readMyReminders);
  await samtal.as('erik').must(saveMyReminders, { body: { ...choices, first: 'card' }, version: of });
  await samtal.desk.clock.moveTo(start.toJSDate());
  unsigned = (await launched.talkOf('elin')).talkId;
  for (const of of [talkId, unsigned]) {
    const given = async () => ({ params: { talkId: of }, version: await version('maja', of) });
    await advance('starting', async () => samtal.as('maja').call(startTalk, await given()));
    await samtal.as('maja').must(proposeCheckIn, { params: { talkId: of }, body: { day: ofDay().day }, version: 0 });
    await advance('finishing', async () => samtal.as('maja').call(finishTalk, await given()));
  }
});
afterAll(() => samtal?.stop());

it('It waits for its day and a signature: before, both see when it is, and nobody can answer', async () => {
  const body = { how: 'partly', need: 'nothing', weeks: 0, text: null } as const;
  expect((await samtal.as('erik').refused(answerCheckIn, { params: ofDay(), body, version: 0 })).reason).toBe('not-signed-yet');
  for (const who of ['maja', 'erik']) await sign(who);
  for (const who of ['erik', 'maja'])
    expect(await checkIns(who)).toEqual({ version: 0, next: ofDay().day, weeks: null, open: null, earlier: [], closed: null });
  expect((await samtal.as('erik').refused(answerCheckIn, { params: ofDay(), body, version: 0 })).reason).toBe('check-in-closed');
});

it('Two days before, both are reminded once; Erik’s card asks three questions, and nothing is stored before the third tap, which counts once', async () => {
  await look(morning(day.minus({ days: 2 })));
  await until(async () => (await asked(day)).length > 0, { message: 'the card is in Erik’s chat' });
  const [card, ...more] = await asked(day);
  if (!card) throw new Error('There is no card');
  due = card;
  expect(more).toEqual([]);
  expect(due.text).toContain(`Du och Maja Hallberg ville titta på era överenskommelser igen ${said(day)}.`);
  expect([due.acts, due.link?.place]).toEqual([hows, `talks/${talkId}`]);
  // Samtal's own clock may be the one that tells her, a moment later.
  await until(async () => (await told('maja', 'checkInDue')).length > 0, { message: 'Maja is told' });
  expect(await told('maja', 'checkInDue')).toMatchObject([{ text: expect.stringContaining('Erik Storm') as string }]);
  const second = await cards('erik').press(due, 'Har kört fast');
  expect(second.text).toContain('2 av 3: Behöver du något av Maja Hallberg?');
  const anew = await cards('erik').press(second, 'Börja om');
  expect(anew.acts).toEqual(hows);
  const half = await cards('erik').press(anew, 'En bit på väg');
  // However long it lies there half answered: looking at it begins nothing anew.
  await look(DateTime.fromJSDate(await samtal.desk.clock.now(), { zone }).plus({ minutes: 2 }));
  expect(await samtal.desk.showCard('erik', cards('erik').chatId, half.messageId)).toEqual({ status: null });
  const third = await cards('erik').press(half, 'Ja, ett samtal');
  expect(third.acts).toEqual(['Om 4 veckor', 'Om 8 veckor', 'Om 12 veckor', 'Nej, ingen mer', 'Börja om']);
  expect((await checkIns('maja')).version).toBe(0);
  // Twice, as fast as a finger is.
  const [thanks] = await Promise.all([cards('erik').press(third, 'Om 4 veckor'), cards('erik').press(third, 'Om 4 veckor')]);
  expect(await checkIns('erik')).toMatchObject({ version: 1, open: { answers: [{ how: 'partly', need: 'talk', weeks: 4 }] } });
  expect(thanks.text).toContain('Tack! Maja Hallberg kan se ditt svar.');
  expect(thanks.text).toContain(`Nästa avstämning: ${said(day.plus({ days: 26 }))}.`);
  expect(thanks.acts).toEqual(['Ändra mitt svar', 'Ta tillbaka mitt svar']);
});

it('One tap too many changes nothing, and one on a card that has gone out of date is told how it is now; Erik adds a few words in Samtal', async () => {
  const body = { how: 'partly', need: 'talk', weeks: 4, text: `${canary} saknas i mätningen` } as const;
  const given = { params: ofDay(), body };
  const unguarded = await samtal.as('erik').request(`/api/talks/${talkId}/check-ins/${ofDay().day}`, { method: 'PUT', body });
  expect(unguarded.status).toBe(428);
  expect(await samtal.as('erik').refused(answerCheckIn, { ...given, version: 0 })).toMatchObject({ status: 412, current: { version: 1 } });
  const changing = await cards('erik').press(await cards('erik').showLater(due), 'Ändra mitt svar');
  expect(changing.acts).toEqual(hows);
  const long = { ...given, body: { ...body, text: 'x'.repeat(501) }, version: 1 };
  expect(await samtal.as('erik').refused(answerCheckIn, long)).toMatchObject({ status: 413, limit: 500 });
  const once = await samtal.as('erik').must(answerCheckIn, { ...given, version: 1 });
  expect(once).toMatchObject({ version: 2, next: day.plus({ days: 26 }).toISODate() });
  expect(await samtal.as('erik').must(answerCheckIn, { ...given, version: 1 })).toEqual(once);
  const stale = await cards('erik').press(changing, 'Har kört fast');
  expect(stale.text).toMatch(/^Något har ändrats sedan kortet kom\. Så här är det nu\.\n/);
  expect([stale.text, stale.acts]).toEqual([
    expect.stringContaining('Så går det: en bit på väg.'),
    ['Ändra mitt svar', 'Ta tillbaka mitt svar'],
  ]);
});

it('Nobody else finds it, whoever they are', async () => {
  for (const who of ['elin', 'hedda', 'henrik', 'vera']) {
    const body = { how: 'stuck', need: 'talk', weeks: 0, text: null } as const;
    const answers = [
      await samtal.as(who).refused(readCheckIns, { params: params() }),
      await samtal.as(who).refused(answerCheckIn, { params: ofDay(), body, version: 2 }),
      await samtal.as(who).refused(withdrawAnswer, { params: ofDay(), version: 2 }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
  }
});

it('Maja answers in her own chat as well, changes it and takes it back; a press on what is no longer so changes nothing', async () => {
  const { newest, press } = cards('maja');
  const { tenantId, id: personId } = samtal.find('maja');
  const card = { key: 'due', title: 'Avstämning', line: 'I dag.', button: { title: 'Öppna', url: samtal.url } };
  const about = { talkId, checkIn: true } as const;
  expect(await samtal.platform.cards?.sendReminder({ tenantId, personId }, { ...card, about })).toBe(true);
  const tap = async (from: ShownCard, taps: string[]): Promise<ShownCard> => {
    let shown = from;
    for (const title of taps) shown = await press(shown, title);
    return shown;
  };
  const thanks = await tap(await newest(), ['På god väg', 'Ja, några ord', 'Om 8 veckor']);
  expect(thanks.text).toContain('Tack! Erik Storm kan se ditt svar.');
  expect(await checkIns('erik')).toMatchObject({ version: 3, weeks: 8, open: { answers: [{ how: 'partly' }, { how: 'on-track' }] } });
  const taps = ['Ändra mitt svar', 'Har kört fast', 'Nej, inget just nu', 'Om 12 veckor'];
  const changed = await tap(thanks, taps);
  expect(changed.text).toContain('Tack! Ditt svar är ändrat.');
  expect(await checkIns('erik')).toMatchObject({ version: 4, weeks: 12 });
  // Meanwhile in Samtal: the card is out of date.
  const body = { how: 'partly', need: 'word', weeks: 8, text: null } as const;
  await samtal.as('maja').must(answerCheckIn, { params: ofDay(), body, version: 4 });
  const stale = await press(changed, 'Ta tillbaka mitt svar');
  expect(stale.text).toMatch(/^Något har ändrats sedan kortet kom\. Så här är det nu\.\n/);
  expect((await checkIns('erik')).version).toBe(5);
  expect((await press(stale, 'Ta tillbaka mitt svar')).text).toContain('Du har tagit tillbaka ditt svar.');
  expect(await checkIns('erik')).toMatchObject({ weeks: 4, open: { answers: [{ side: 'employee', mine: true }] } });
});

it('Maja is told once, sees how it goes in her overview and the words in Samtal, and answers herself; the next day is what was said last', async () => {
  await samtal.desk.clock.pass({ minutes: 5 });
  await look(DateTime.fromJSDate(await samtal.desk.clock.now()).plus({ minutes: 1 }));
  await until(async () => (await told('maja', 'checkInAnswered')).length === 1, { message: 'Maja is told' });
  const { rows } = await samtal.as('maja').must(listTeam);
  expect(rows.find(({ person }) => person.name === 'Erik Storm')?.lastCheckIn).toMatchObject({
    by: 'employee',
    how: 'partly',
    need: 'talk',
  });
  const { open, version: read } = await checkIns('maja');
  expect(open?.answers).toMatchObject([{ side: 'employee', mine: false, name: 'Erik Storm', text: `${canary} saknas i mätningen` }]);
  const body = { how: 'on-track', need: 'nothing', weeks: 8, text: null } as const;
  const answered = await samtal.as('maja').must(answerCheckIn, { params: ofDay(), body, version: read });
  expect(answered).toMatchObject({
    next: day.plus({ days: 54 }).toISODate(),
    weeks: 8,
    open: { answers: [{ mine: false }, { mine: true }] },
  });
  expect((await cards('erik').showLater(due)).text).toContain('Maja Hallberg har svarat: på god väg, och behöver inget av dig just nu.');
  const back = await samtal.as('maja').must(withdrawAnswer, { params: ofDay(), version: answered.version });
  expect([back.next, back.weeks]).toEqual([day.plus({ days: 26 }).toISODate(), 4]);
  const [mine] = (await samtal.as('erik').must(listMyTalks)).talks;
  expect(mine?.nextCheckIn).toBe(back.next);
  for (const who of ['erik', 'maja']) {
    const employeeId = samtal.find('erik').id;
    const { talks } = await samtal.as(who).must(readHistory, { params: { employeeId } });
    expect(talks[0]?.checkIns).toMatchObject([{ day: ofDay().day, answers: [{ how: 'partly' }] }]);
    const { found } = await samtal.as(who).must(findInHistory, { params: { employeeId }, body: { words: canary } });
    expect(found).toMatchObject([{ talkId, hits: [{ where: 'check-ins' }] }]);
  }
});

it('Of a check-in that nobody can answer, as nobody has signed its talk, nobody is reminded; once one of the two has signed, they are', async () => {
  await look(morning(day));
  expect(await remindedOf('elin')).not.toContain('check-in-due');
  await sign('maja', unsigned);
  // A talk is looked at again within four hours.
  await look(morning(day).plus({ hours: 5 }));
  await until(async () => (await remindedOf('elin')).includes('check-in-due'), { message: 'Elin is reminded' });
  const ofElin = async () => (await told('maja', 'checkInDue')).some(({ text }) => text.includes('Elin'));
  await until(ofElin, { message: 'Maja is reminded of the check-in with Elin' });
});

it('Answered it is due no more; the next one is, on its day, and can be taken back from the chat', async () => {
  expect([await dueWithErik(), (await asked(day)).length]).toEqual([1, 1]);
  const next = day.plus({ days: 26 });
  await look(morning(next));
  await until(async () => (await asked(next)).some(({ acts }) => acts.length === 3), { message: 'Erik is asked about the next one' });
  const card = (await asked(next)).find(({ acts }) => acts.length === 3);
  if (!card) throw new Error('There is no card');
  let shown = card;
  for (const tap of ['På god väg', 'Nej, inget just nu', 'Nej, ingen mer']) shown = await cards('erik').press(shown, tap);
  expect(shown.text).toContain('Ingen mer avstämning är bestämd.');
  expect(await checkIns('maja')).toMatchObject({ next: null, open: { day: next.toISODate() }, earlier: [{ day: ofDay().day }] });
  const back = await cards('erik').press(shown, 'Ta tillbaka mitt svar');
  expect([back.text, back.acts]).toEqual([expect.stringContaining('Du har tagit tillbaka ditt svar.'), hows]);
  expect(await checkIns('maja')).toMatchObject({ next: next.toISODate(), open: { answers: [] } });
});

it('With a new manager nobody answers it any more: Erik reads what was said, Maja and Henrik read nothing, and no reminder goes out', async () => {
  const next = day.plus({ days: 26 });
  const reminded = async () => [await dueWithErik(), (await cards('erik').all()).length];
  const before = await reminded();
  await samtal.desk.change('erik', { manager: 'henrik' });
  await samtal.readDirectory();
  await samtal.as('erik').must(startUnplanned, { body: { withId: samtal.find('henrik').id } });
  expect(await checkIns('erik')).toMatchObject({ closed: 'handed-over', earlier: [{ answers: [{ text: expect.any(String) as string }] }] });
  const body = { how: 'stuck', need: 'talk', weeks: 0, text: null } as const;
  const { version: read } = await checkIns('erik');
  const late = { params: ofDay(next), body, version: read };
  expect((await samtal.as('erik').refused(answerCheckIn, late)).reason).toBe('check-in-closed');
  for (const who of ['maja', 'henrik']) {
    expect((await samtal.as(who).refused(readCheckIns, { params: params() })).status).toBe(404);
    expect((await samtal.as(who).refused(answerCheckIn, late)).status).toBe(404);
    expect((await samtal.as(who).must(listTeam)).rows.flatMap(({ lastCheckIn }) => lastCheckIn ?? [])).toEqual([]);
  }
  expect((await cards('erik').show(due)).text).toContain('Du har en ny chef, så den här avstämningen är avslutad.');
  await look(morning(next.plus({ days: 1 })));
  expect(await reminded()).toEqual(before);
});

it('No word of it was on a card, in the feed, in a mail or in the log, and no choice outside the two’s chats', async () => {
  const people = ['erik', 'maja'] as const;
  const chats = JSON.stringify(await Promise.all(people.map((who) => samtal.desk.messages(who, cards(who).chatId))));
  const notices = JSON.stringify(await Promise.all(people.map(async (who) => [await samtal.desk.feed(who), await samtal.desk.mails(who)])));
  expect(chats).toContain('En bit på väg');
  for (const shown of [chats, notices, logged.join('\n')]) expect(shown).not.toContain(canary);
  for (const how of [...hows, 'on-track', 'partly', 'stuck', 'Ja, ett samtal']) expect(notices).not.toContain(how);
});
