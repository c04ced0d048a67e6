/** Holding a talk: a meeting that Samtal did not book, the parts gone through for both at once, a check-in, and a talk that was held without Samtal. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { randomUUID } from 'node:crypto';
import { addAgreement } from '#api/agreement/contract.ts';
import { findTalk, finishTalk, listMyTalks, listTeamTalks, readSummary, readTalk, signTalk, startTalk } from '#api/talk/contract.ts';
import { movePart, proposeCheckIn, readHolding, recordTalk } from '#api/talk/holding/contract.ts';
import { readRecord } from '#api/talk/signing/contract.ts';
import { chooseTalk, listPartners, startUnplanned } from '#api/talk/unplanned/contract.ts';
import { givenLaunchedCycle, type LaunchedCycle } from '#test/given/launched-cycle.ts';
import { openNotes } from '#test/given/notes.ts';
import { givenSamtal, type GivenSamtal } from '#test/given/samtal.ts';
import { until } from '#test/given/until.ts';

let samtal: GivenSamtal;
let launched: LaunchedCycle;
let start: Date;
const minute = 60_000;
/** What can be typed as well: a person of two, words from right to left, halves of characters. */
const odd = '👩🏽‍🔬 שלום \u202eabc\u202c \ud83d and \udc00';
const foreign = '19:meeting_foreign@thread.v2';

beforeAll(async () => {
  samtal = await givenSamtal();
  launched = await givenLaunchedCycle(samtal);
  start = new Date((await launched.talkOf('erik')).start ?? '');
});
afterAll(() => samtal?.stop());

const read = (who: string, talkId: string) => samtal.as(who).must(readTalk, { params: { talkId } });
const holdingOf = (who: string, talkId: string) => samtal.as(who).must(readHolding, { params: { talkId } });
const foundIn = (who: string, chatId: string) => samtal.as(who).must(findTalk, { query: { chatId } });
const notFoundIn = async (who: string, chatId: string) =>
  expect((await samtal.as(who).refused(findTalk, { query: { chatId } })).status).toBe(404);

it('A talk held without Samtal is recorded by its manager: notes and agreements open, and both are asked to sign', async () => {
  // Before any of the planned ones: this one is still ahead in the calendar, whatever the plan.
  const now = await samtal.desk.clock.now();
  const { talks } = await samtal.as('maja').must(listTeamTalks);
  const others = ['erik', 'elin'].map((one) => samtal.find(one).id);
  const talk = talks.find(({ employee, start: at }) => at !== null && !others.includes(employee.id));
  if (!talk) throw new Error('Maja has no talk besides those of the other stories');
  const { talkId, employee, version } = talk;
  const params = { talkId };
  const who = samtal.find(employee.id).alias;
  const body = { start: new Date(now.getTime() - 24 * 60 * minute).toISOString(), minutes: 45 };
  expect((await samtal.as(who).refused(recordTalk, { params, body, version })).status).toBe(404);
  const ahead = { ...body, start: new Date(now.getTime() + 60 * minute).toISOString() };
  expect((await samtal.as('maja').refused(recordTalk, { params, body: ahead, version })).reason).toBe('wrong-input');
  const recorded = await samtal.as('maja').must(recordTalk, { params, body, version });
  expect(recorded).toMatchObject({ status: 'held', next: 'sign', startedAt: body.start, joinUrl: null });
  expect((await samtal.as('maja').refused(recordTalk, { params, body, version })).reason).toBe('talk-already-held');
  const notes = await openNotes(samtal.url, talkId, samtal.as(who).token);
  await notes?.type('We met at the harbour.');
  notes?.close();
  const agreement = { agreementId: randomUUID(), text: `A week at the harbour. ${odd}`, ownerId: employee.id, due: null };
  expect(await samtal.as('maja').must(addAgreement, { params, body: agreement })).toMatchObject({ text: agreement.text });
  const summary = await until(
    async () => {
      const newest = await samtal.as(who).must(readSummary, { params });
      return newest.notes.includes('harbour') ? newest : null;
    },
    { message: 'the notes written afterwards are in the summary' },
  );
  expect(summary.agreements).toMatchObject([{ text: agreement.text }]);
  for (const one of [who, 'maja']) {
    const signed = { params, body: { hash: summary.hash, comment: odd }, version: (await read(one, talkId)).version };
    const { version: after } = await samtal.as(one).must(signTalk, signed);
    // Another window of the same person.
    for (const version of [signed.version, after]) {
      expect((await samtal.as(one).refused(signTalk, { ...signed, version })).reason).toBe('already-signed');
    }
  }
  expect(await read('maja', talkId)).toMatchObject({ status: 'signed' });
  const { entries } = await samtal.as(who).must(readRecord, { params });
  expect(entries.map(({ text }) => text)).toEqual([odd, odd]);
});

it('A planned talk is held in a meeting that Samtal did not book: its two find it there, and nobody else', async () => {
  await samtal.desk.clock.moveTo(start);
  const { talkId } = await launched.talkOf('erik');
  await notFoundIn('erik', foreign);
  for (const who of ['elin', 'hedda', 'vera']) {
    const chosen = { params: { talkId }, body: { chatId: foreign } };
    expect((await samtal.as(who).refused(chooseTalk, chosen)).status).toBe(404);
  }
  // Twice, as after a lost answer.
  for (const who of ['erik', 'maja']) await samtal.as(who).must(chooseTalk, { params: { talkId }, body: { chatId: foreign } });
  for (const who of ['erik', 'maja']) expect(await foundIn(who, foreign)).toMatchObject({ talkId });
  for (const who of ['elin', 'hedda', 'vera']) await notFoundIn(who, foreign);
});

it('A guest of the company who opens the panel is let in, and finds neither a talk nor anybody to start one with', async () => {
  const guest = samtal.as('erik').withToken({ claims: { oid: randomUUID(), name: 'Gästen' } });
  expect((await guest.refused(findTalk, { query: { chatId: foreign } })).status).toBe(404);
  expect(await guest.must(listPartners)).toEqual({ manager: null, reports: [] });
  for (const list of [listMyTalks, listTeamTalks]) expect(await guest.must(list)).toEqual({ talks: [] });
  const { talkId } = await launched.talkOf('erik');
  expect((await guest.refused(chooseTalk, { params: { talkId }, body: { chatId: foreign } })).status).toBe(404);
  for (const who of ['erik', 'maja'])
    expect((await guest.refused(startUnplanned, { body: { withId: samtal.find(who).id, chatId: foreign } })).status).toBe(404);
});

it('Both see the same part; when both press "next" at once they go one part on, and the minutes are the server’s', async () => {
  const { talkId } = await launched.talkOf('erik');
  const { version, template } = await read('maja', talkId);
  const [first, second, third] = template.parts.map(({ id }) => id);
  const early = { params: { talkId }, body: { partId: second ?? '' }, version: 0 };
  expect((await samtal.as('maja').refused(movePart, early)).reason).toBe('talk-not-started');
  await samtal.as('maja').must(startTalk, { params: { talkId }, version });
  expect(await holdingOf('erik', talkId)).toMatchObject({ version: 0, partId: first, used: [] });
  await samtal.desk.clock.moveTo(new Date(start.getTime() + 8 * minute));
  const both = await Promise.all(['erik', 'maja'].map((who) => samtal.as(who).call(movePart, early)));
  expect(both.filter(({ status }) => status === 200)).toHaveLength(1);
  for (const who of ['erik', 'maja']) expect(await holdingOf(who, talkId)).toMatchObject({ version: 1, partId: second });
  const [used] = (await holdingOf('erik', talkId)).used;
  expect([used?.partId, Math.round((used?.seconds ?? 0) / 60)]).toEqual([first, 8]);
  for (const who of ['elin', 'hedda']) {
    expect((await samtal.as(who).refused(readHolding, { params: { talkId } })).status).toBe(404);
    expect((await samtal.as(who).refused(movePart, { ...early, version: 1 })).status).toBe(404);
  }
  const nowhere = { params: { talkId }, body: { partId: 'nowhere' }, version: 1 };
  expect((await samtal.as('erik').refused(movePart, nowhere)).reason).toBe('wrong-input');
  await samtal.as('erik').must(movePart, { params: { talkId }, body: { partId: third ?? '' }, version: 1 });
});

it('At the end they set a day for the next check-in, and both find it in their overviews; after a signature it stays', async () => {
  const { talkId } = await launched.talkOf('erik');
  const params = { talkId };
  const day = new Date(start.getTime() + 42 * 24 * 60 * minute).toISOString().slice(0, 10);
  const past = { params, body: { day: '2020-01-01' }, version: 2 };
  expect((await samtal.as('maja').refused(proposeCheckIn, past)).reason).toBe('wrong-input');
  await samtal.as('maja').must(proposeCheckIn, { params, body: { day }, version: 2 });
  await samtal.as('maja').must(finishTalk, { params, version: (await read('maja', talkId)).version });
  const [mine, team] = await Promise.all([samtal.as('erik').must(listMyTalks), samtal.as('maja').must(listTeamTalks)]);
  for (const { talks } of [mine, team]) expect(talks.find((talk) => talk.talkId === talkId)).toMatchObject({ nextCheckIn: day });
  expect((await samtal.as('erik').refused(movePart, { params, body: { partId: 'look-back' }, version: 3 })).reason).toBe(
    'talk-already-held',
  );
  const { hash } = await samtal.as('erik').must(readSummary, { params });
  await samtal.as('erik').must(signTalk, { params, body: { hash }, version: (await read('erik', talkId)).version });
  const late = { params, body: { day: null }, version: 3 };
  expect((await samtal.as('maja').refused(proposeCheckIn, late)).reason).toBe('agreements-closed');
});

it('Employee and manager start an unplanned talk at the same moment, and are in the same one', async () => {
  const chatId = '19:meeting_sudden@thread.v2';
  const partners = await samtal.as('elin').must(listPartners);
  const managerId = partners.manager?.id ?? '';
  const manager = samtal.find(managerId).alias;
  const elin = samtal.find('elin').id;
  const [one, other] = await Promise.all([
    samtal.as('elin').must(startUnplanned, { body: { withId: managerId, chatId } }),
    samtal.as(manager).must(startUnplanned, { body: { withId: elin, chatId } }),
  ]);
  expect(one.talkId).toBe(other.talkId);
  expect([one, other]).toMatchObject([
    { status: 'live', me: 'employee' },
    { status: 'live', me: 'manager' },
  ]);
  for (const who of ['elin', manager])
    expect(await foundIn(who, chatId)).toMatchObject({ talkId: one.talkId, template: { parts: [{}, {}] } });
  await notFoundIn('hedda', chatId);
  const { talks } = await samtal.as('elin').must(listMyTalks);
  expect(talks.filter(({ status }) => status === 'live')).toHaveLength(1);
  // Nobody else, however they ask: a colleague, HR, somebody who does not exist.
  for (const [who, withId] of [
    ['erik', elin],
    ['hedda', elin],
    ['elin', 'nobody'],
    ['elin', elin],
  ] as const) {
    expect((await samtal.as(who).refused(startUnplanned, { body: { withId, chatId } })).status).toBe(404);
  }
});
