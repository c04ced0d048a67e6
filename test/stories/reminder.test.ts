/**
 * What people are reminded of from the week before a talk until its agreements are due: each once, in their hours, on the way they want, and never
 * with a word of what somebody wrote. What HR sees when somebody cannot be reached.
 */
import { DateTime } from 'luxon';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addAgreement } from '#api/agreement/contract.ts';
import { readCycle } from '#api/cycle/contract.ts';
import { usualRules } from '#api/cycle/rules/usual-rules.ts';
import { savePrivateNotes } from '#api/note/contract.ts';
import { readPreparations, releasePreparation, saveAnswer } from '#api/preparation/contract.ts';
import { readMyReminders, saveMyReminders } from '#api/reminder/choices/contract.ts';
import { readMissed, readMissedOfAll, sendMissed, sendMissedOfAll } from '#api/reminder/missed/contract.ts';
import { saveSigning } from '#api/reminder/signing/contract.ts';
import { proposeCheckIn, readHolding } from '#api/talk/holding/contract.ts';
import { startUnplanned } from '#api/talk/unplanned/contract.ts';
import { finishTalk, readSummary, readTalk, signTalk, startTalk, type Talk } from '#api/talk/contract.ts';
import { givenLaunchedCycle } from '#test/given/launched-cycle.ts';
import { loggedBy } from '#test/given/logged.ts';
import { openNotes } from '#test/given/notes.ts';
import { lookAt } from '#test/given/look-at.ts';
import { givenSamtal, type GivenSamtal } from '#test/given/samtal.ts';
import { until } from '#test/given/until.ts';

const zone = 'Europe/Stockholm';
const team = ['erik', 'elin', 'emil', 'aino'];
const canary = 'Kanariefågel';
let logged: string[] = [];

let samtal: GivenSamtal;
let cycleId: string;
/** By the day of the talk: whose is first, and whose last. */
let talks: { who: string; talk: Talk }[];
const [first, last] = [() => at(0), () => at(-1)];
const at = (index: number) => talks.at(index) as (typeof talks)[number];

beforeAll(async () => {
  samtal = await givenSamtal();
  logged = loggedBy(samtal.platform);
  // Late enough for a week ahead of each talk to lie ahead.
  const day = (later: number): string => DateTime.fromJSDate(samtal.startedAt, { zone }).plus({ days: later }).toISODate() ?? '';
  // And none on a Monday or a Tuesday: two reminders of a weekend would come on one morning and be told as one.
  const daysOff = Array.from({ length: 19 }, (_, index) => day(15 + index)).filter((date) => DateTime.fromISO(date).weekday <= 2);
  const rules = { ...usualRules, daysOff: daysOff.map((date) => ({ day: date, name: 'Stängt' })) };
  const launched = await givenLaunchedCycle(samtal, { settings: { windowFrom: day(15), windowTo: day(33), rules } });
  ({ cycleId } = launched.cycle);
  const all = await Promise.all(team.map(async (who) => ({ who, talk: await launched.talkOf(who) })));
  talks = all.sort((one, other) => startOf(one.talk).toMillis() - startOf(other.talk).toMillis());
  await until(async () => (await Promise.all(team.map((who) => samtal.desk.mails(who)))).every((mails) => mails.length > 0), {
    message: 'everybody is told of the talk',
  });
});
afterAll(() => samtal?.stop());

const startOf = (talk: Talk): DateTime => DateTime.fromISO(talk.start ?? '', { zone });
/** Half past seven, so many days before the talk should be prepared, moved on to the next working day. */
function morning(talk: Talk, daysBefore: number): DateTime {
  const day = DateTime.fromISO(talk.prepareBy ?? '', { zone })
    .startOf('day')
    .minus({ days: daysBefore });
  return (day.weekday > 5 ? day.plus({ days: 8 - day.weekday }) : day).set({ hour: 7, minute: 30 });
}

const told = async (who: string, type: string) => (await samtal.desk.feed(who)).filter((entry) => entry.type === type);
const count = async (who: string, type: string): Promise<number> => (await told(who, type)).length;

const look = (instant: DateTime): Promise<void> => lookAt(samtal, instant.toJSDate());
const seen = (who: string, type: string, times: number) =>
  until(async () => (await count(who, type)) === times, { message: `${who} is told ${type}`, seen: () => logged.at(-1) });

describe('Before the talk', () => {
  it('nobody is reminded more than a week ahead, nor in the night before that morning', async () => {
    await look(morning(first().talk, 7).minus({ hours: 2 }));
    for (const who of team) expect([await count(who, 'preparationSoon'), await count(who, 'preparationDue')]).toEqual([0, 0]);
  });

  it('whoever has a talk has got a mail with its time as a calendar file', async () => {
    const { who, talk } = first();
    const [mail] = await samtal.desk.mails(who);
    const [file] = (mail?.files ?? []).map(({ contentBytes }) => Buffer.from(contentBytes, 'base64').toString());
    const utc = startOf(talk).toUTC().toFormat("yyyyMMdd'T'HHmmss'Z'");
    expect(file).toContain(`DTSTART:${utc}\r\n`);
    expect(mail?.html).toContain(encodeURIComponent(`talks/${talk.talkId}/prepare`));
  });

  it('a person who wants mail first gets mail, and the feed stays silent', async () => {
    const who = last().who;
    const { choices, version } = await samtal.as(who).must(readMyReminders);
    await samtal.as(who).must(saveMyReminders, { body: { ...choices, first: 'mail' }, version });
    const stale = await samtal.as(who).call(saveMyReminders, { body: choices, version });
    expect(stale.status).toBe(412);
  });

  it('a week ahead, in the morning, the first would be told that it is time to prepare, but is away', async () => {
    await samtal.desk.change(first().who, { autoReplies: 'always' });
    await look(morning(first().talk, 7).plus({ minutes: 1 }));
    expect(await count(first().who, 'preparationSoon')).toBe(0);
  });

  it('and is told once, in the morning after the return', async () => {
    const { who, talk } = first();
    await samtal.desk.change(who, { autoReplies: null });
    const from = morning(talk, 7);
    // A weekend or holidays may lie in between.
    for (let days = 1; days <= 4 && (await count(who, 'preparationSoon')) === 0; days += 1) await look(from.plus({ days, minutes: 1 }));
    // Samtal's own clock may have begun to tell it as the day was changed, and goes on a few minutes later.
    const isTold = async (): Promise<boolean> => {
      await look(DateTime.fromJSDate(await samtal.desk.clock.now()).plus({ minutes: 1 }));
      return (await count(who, 'preparationSoon')) > 0;
    };
    await until(isTold, { message: `${who} is told that it is time to prepare`, seen: () => logged.at(-1) });
    await look(DateTime.fromJSDate(await samtal.desk.clock.now()).plus({ hours: 5 }));
    expect(await count(who, 'preparationSoon')).toBe(1);
  });

  it('two days ahead, with the manager’s name and the way to the preparation', async () => {
    await look(morning(first().talk, 2).plus({ minutes: 1 }));
    await seen(first().who, 'preparationDue', 1);
    const [entry] = await told(first().who, 'preparationDue');
    expect(entry?.text).toContain('Maja');
    expect(decodeURIComponent(entry?.link ?? '')).toContain(`talks/${first().talk.talkId}/prepare`);
  });

  it('whoever has released is not reminded, and the other is told so', async () => {
    const { who, talk } = first();
    const params = { talkId: talk.talkId };
    for (const one of [who, 'maja']) {
      const body = { text: `${canary} om det jag är stolt över.` };
      await samtal.as(one).must(saveAnswer, { params: { ...params, questionId: 'proud-of' }, body, version: 0 });
      await samtal.as(one).must(savePrivateNotes, { params, body: { text: `${canary} i det privata.` }, version: 0 });
    }
    const { version } = (await samtal.as(who).must(readPreparations, { params })).mine;
    await samtal.as(who).must(releasePreparation, { params, body: { withId: samtal.find('maja').id }, version });
    await look(morning(talk, 0).plus({ minutes: 1 }));
    expect(await count(who, 'preparationDue')).toBe(1);
    await until(async () => (await count('maja', 'otherReleased')) + (await count('maja', 'severalWaiting')) > 0, {
      message: 'Maja is told that the other is prepared',
    });
  });

  it('a quarter of an hour ahead, both are led into the meeting', async () => {
    const { who, talk } = first();
    await look(startOf(talk).minus({ minutes: 14 }));
    await seen(who, 'talkNow', 1);
    const [entry] = await told(who, 'talkNow');
    expect(entry?.link).toBe((await samtal.as(who).must(readTalk, { params: { talkId: talk.talkId } })).joinUrl);
    await seen(who, 'talkTomorrow', 1);
  });
});

describe('After the talk', () => {
  const sign = async (who: string, talkId: string): Promise<void> => {
    const params = { talkId };
    const { hash } = await samtal.as(who).must(readSummary, { params });
    const { version } = await samtal.as(who).must(readTalk, { params });
    await samtal.as(who).must(signTalk, { params, body: { hash }, version });
  };

  it('who has not signed is asked again after three days, and who has is left in peace', async () => {
    const { who, talk } = first();
    const params = { talkId: talk.talkId };
    await look(startOf(talk));
    const { version } = await samtal.as('maja').must(readTalk, { params });
    const started = await samtal.as('maja').must(startTalk, { params, version });
    const notes = await openNotes(samtal.url, talk.talkId, samtal.as(who).token);
    await notes?.type(`${canary} i de gemensamma anteckningarna.`);
    notes?.close();
    const due = startOf(talk).plus({ days: 40 }).toISODate();
    const body = { agreementId: randomUUID(), text: `${canary} ska vara klar.`, ownerId: samtal.find(who).id, due };
    await samtal.as('maja').must(addAgreement, { params, body });
    await samtal.as('maja').must(finishTalk, { params, version: started.version });
    const { version: holding } = await samtal.as('maja').must(readHolding, { params });
    const day = startOf(talk).plus({ days: 19 }).toISODate();
    await samtal.as('maja').must(proposeCheckIn, { params, body: { day }, version: holding });
    await sign('maja', talk.talkId);
    await look(startOf(talk).plus({ days: 2 }));
    expect(await count(who, 'signatureDue')).toBe(0);
    // By then it may be one of several things that wait for the person.
    await look(startOf(talk).plus({ days: 6 }));
    await seen(who, 'signatureDue', 1);
    expect(await count('maja', 'signatureDue')).toBe(0);
  });

  it('a check-in: once on its day, or on the first day after it on which people work', async () => {
    const { who, talk } = first();
    await sign(who, talk.talkId);
    // Holidays may lie in between.
    for (let days = 20; days <= 25 && (await count(who, 'checkInDue')) === 0; days += 1) await look(startOf(talk).plus({ days }));
    const entries = await told(who, 'checkInDue');
    expect(entries.map(({ text }) => text.includes('Maja'))).toEqual([true]);
    expect(decodeURIComponent(entries[0]?.link ?? '')).toContain(`talks/${talk.talkId}`);
  });

  it('an agreement is due: its owner is told a week before, and not what it says', async () => {
    const { who, talk } = first();
    await look(startOf(talk).plus({ days: 30 }));
    expect(await count(who, 'agreementDue')).toBe(0);
    await look(startOf(talk).plus({ days: 36 }));
    await seen(who, 'agreementDue', 1);
    expect(await count(who, 'checkInDue')).toBe(1);
  });

  it('somebody who wanted mail was reminded by mail only', async () => {
    const feed = (await samtal.desk.feed(last().who)).map(({ type }) => type);
    expect(feed.filter((type) => type !== 'talkBooked')).toEqual([]);
    const subjects = (await samtal.desk.mails(last().who)).map(({ subject }) => subject);
    expect(subjects.length).toBeGreaterThan(1);
    expect(new Set(subjects).size).toBe(subjects.length);
  });
});

describe('Whom nobody can reach', () => {
  it('is shown to HR with the reason, and told once HR has mended it', async () => {
    const { talk } = last();
    const missedBy = async () => samtal.as('hedda').must(readMissed, { params: { cycleId } });
    expect((await missedBy()).missed).toEqual([]);
    for (const pathContains of ['sendActivityNotification', 'messages', 'sendMail'])
      await samtal.desk.faults.add({ service: 'graph', kind: 'refuse', status: 403, pathContains, times: 1000 });
    const { version } = await samtal.as('maja').must(readTalk, { params: { talkId: talk.talkId } });
    await samtal.as('maja').must(startTalk, { params: { talkId: talk.talkId }, version });
    const started = await samtal.as('maja').must(readTalk, { params: { talkId: talk.talkId } });
    await samtal.as('maja').must(finishTalk, { params: { talkId: talk.talkId }, version: started.version });
    await look(DateTime.fromJSDate(await samtal.desk.clock.now()));
    const both = await until(
      async () => {
        const { missed } = await missedBy();
        return missed[0]?.inAll === 2 ? missed : null;
      },
      { message: 'both are shown to HR' },
    );
    expect(both.map(({ why }) => why)).toEqual(['refused']);
    expect(both[0]?.people.map(({ name }) => name).join()).toContain('Maja');
    const before = await count('maja', 'signatureWaiting');
    await samtal.desk.faults.clear();
    await samtal.as('hedda').must(sendMissed, { params: { cycleId }, body: { why: 'refused' } });
    await seen('maja', 'signatureWaiting', before + 1);
    expect((await missedBy()).missed).toEqual([]);
  });

  it('of a talk that is in no cycle is shown to HR beside the cycles, without a word of what it was about, and told once HR has mended it', async () => {
    const ofAll = async () => (await samtal.as('hedda').must(readMissedOfAll)).missed;
    expect(await ofAll()).toEqual([]);
    for (const pathContains of ['sendActivityNotification', 'messages', 'sendMail'])
      await samtal.desk.faults.add({ service: 'graph', kind: 'refuse', status: 403, pathContains, times: 1000 });
    const { talkId } = await samtal.as('vera').must(startUnplanned, { body: { withId: samtal.find('henrik').id } });
    const params = { talkId };
    await samtal.as('vera').must(finishTalk, { params, version: (await samtal.as('vera').must(readTalk, { params })).version });
    const both = await until(async () => ((await ofAll())[0]?.inAll === 2 ? ofAll() : null), { message: 'both are shown to HR' });
    expect(both.map(({ why, people }) => [why, people.map(({ name }) => name).sort()])).toEqual([
      ['refused', [samtal.find('henrik').name, samtal.find('vera').name].sort()],
    ]);
    expect(JSON.stringify(both)).not.toMatch(/unplanned|signature|talkId|cycleId/);
    expect((await samtal.as('hedda').must(readMissed, { params: { cycleId } })).missed).toEqual([]);
    const again = { body: { why: 'refused' as const } };
    for (const who of ['vera', 'maja']) {
      expect((await samtal.as(who).call(readMissedOfAll)).status).toBe(404);
      expect((await samtal.as(who).call(sendMissedOfAll, again)).status).toBe(404);
    }
    await samtal.desk.faults.clear();
    // Those for another reason are left alone.
    expect((await samtal.as('hedda').must(sendMissedOfAll, { body: { why: 'uncertain' } })).missed).toEqual(both);
    await samtal.as('hedda').must(sendMissedOfAll, again);
    await seen('henrik', 'signatureWaiting', 1);
    expect(await ofAll()).toEqual([]);
  });

  it('is there for nobody but HR, who alone says whether reminders of a signature may be turned off', async () => {
    const given = { params: { cycleId }, body: { mayBeOff: true }, version: 0 };
    expect((await samtal.as('maja').call(readMissed, { params: { cycleId } })).status).toBe(404);
    expect((await samtal.as('maja').call(saveSigning, given)).status).toBe(404);
    expect((await samtal.as('hedda').must(readMissed, { params: given.params })).signing).toEqual({ mayBeOff: false, version: 0 });
    expect(await samtal.as('hedda').must(saveSigning, given)).toEqual({ mayBeOff: true, version: 1 });
    expect((await samtal.as('hedda').call(saveSigning, given)).status).toBe(412);
    expect((await samtal.as('hedda').must(readMissed, { params: given.params })).signing).toEqual({ mayBeOff: true, version: 1 });
    expect((await samtal.as('hedda').call(saveSigning, { ...given, params: { cycleId: randomUUID() } })).status).toBe(404);
  });
});

it('A mail whose answer was lost is looked for before anything else is tried, and nobody is told twice', async () => {
  const { who, talk } = at(1);
  const params = { talkId: talk.talkId };
  const heard = async (person: string): Promise<[number, number]> => [
    await count(person, 'signatureWaiting'),
    (await samtal.desk.mails(person)).filter(({ folder, subject }) => folder === 'inbox' && /underskrift|signature/.test(subject)).length,
  ];
  const [before, beforeMaja] = await Promise.all([heard(who), heard('maja')]);
  await samtal.desk.faults.add({ service: 'graph', kind: 'refuse', status: 403, pathContains: 'sendActivityNotification', times: 1000 });
  await samtal.desk.faults.add({ service: 'graph', kind: 'lose-answer', method: 'POST', pathContains: '/send', times: 2 });
  const { version } = await samtal.as('maja').must(readTalk, { params });
  const started = await samtal.as('maja').must(startTalk, { params, version });
  await samtal.as('maja').must(finishTalk, { params, version: started.version });
  const plus = ([feed, mails]: [number, number]): [number, number] => [feed, mails + 1];
  const both = async () => [await heard(who), await heard('maja')];
  const once = [plus(before), plus(beforeMaja)];
  await until(async () => JSON.stringify(await both()) === JSON.stringify(once), { message: 'both get a mail', seen: () => logged.at(-1) });
  await samtal.desk.faults.clear();
  // The lost answers are followed up after a minute, when the feed would take it as well.
  await look(DateTime.fromJSDate(await samtal.desk.clock.now()).plus({ minutes: 2 }));
  await until(async () => (await samtal.as('hedda').must(readMissed, { params: { cycleId } })).waiting === 0, { message: 'nothing waits' });
  expect(await both()).toEqual(once);
});

it('Where reminders did not help, HR finds two numbers and no name, and is sent nothing', async () => {
  const overdue = async () => (await samtal.as('hedda').must(readMissed, { params: { cycleId } })).overdue;
  const sent = async () => [(await samtal.desk.feed('hedda')).length, (await samtal.desk.mails('hedda')).length];
  const before = await sent();
  const { progress } = await samtal.as('hedda').must(readCycle, { params: { cycleId } });
  // Three were held, one of them signed by both; of all others the day to be prepared by is past, and nobody has shared anything.
  const preparations = (progress?.booked ?? 0) - 3;
  expect(preparations).toBeGreaterThan(0);
  expect(await overdue()).toEqual({ signatures: 0, preparations });
  await look(DateTime.fromJSDate(await samtal.desk.clock.now()).plus({ days: 22 }));
  expect(await overdue()).toEqual({ signatures: 2, preparations });
  expect(await sent()).toEqual(before);
});

it('Nothing that anybody wrote is in a notification, a mail, a calendar, a line of the log or an address', async () => {
  const people = [...team, 'maja', 'hedda'];
  const shown = await Promise.all(
    people.flatMap((who) => [samtal.desk.feed(who), samtal.desk.mails(who), samtal.desk.calendar(who), samtal.desk.chats(who)]),
  );
  const { calls } = await samtal.desk.calls();
  expect(JSON.stringify(shown)).toContain('Maja');
  expect(calls.length).toBeGreaterThan(20);
  expect(logged.length).toBeGreaterThan(0);
  for (const text of [JSON.stringify(shown), JSON.stringify(calls), logged.join('\n')])
    expect(decodeURIComponent(text.replaceAll('%', '%25'))).not.toMatch(/Kanarief/i);
});
