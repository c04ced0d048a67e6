/**
 * The law reaches private notes: an officer asks, another approves, both read for 72 hours, and whoever it is about is told. Nobody does it alone, nobody does it
 * about their own talks, and afterwards nothing of it is left to be read.
 */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addTopic } from '#api/checkin/contract.ts';
import { savePrivateNotes } from '#api/note/contract.ts';
import { readPreparations, releasePreparation, saveAnswer } from '#api/preparation/contract.ts';
import { readAccessLog } from '#api/privacy/access-log/contract.ts';
import { bundleSchema, openBundleJson, openBundlePage, type Bundle } from '#api/privacy/access-bundle/contract.ts';
import * as request from '#api/privacy/access-request/contract.ts';
import { eraseAgedRequests } from '#api/privacy/access-request/erase-requests.ts';
import { erasers } from '#api/privacy/erasure/list-erasers.ts';
import { outsideTheTable, storedAccesses } from '#test/given/accesses.ts';
import { exportOf, pageOf } from '#test/given/export.ts';
import { givenLaunchedCycle } from '#test/given/launched-cycle.ts';
import { loggedBy } from '#test/given/logged.ts';
import { givenSamtal, type GivenSamtal } from '#test/given/samtal.ts';
import { until } from '#test/given/until.ts';

let samtal: GivenSamtal;
let logged: string[] = [];
let talkId = '';

const reason = 'Skarvsnäppa: Erik har begärt ut det som står om honom, ärende 14.';
const noted = 'Tordmule. Erik är tyst när Elin Vik talar; Emils plan är bättre. Skriv till elin@sjo.example.';
const words = { shared: 'Sillgrissla', draft: 'Ejder', privateOfErik: 'Tobisgrissla', topic: 'Strandskata', ownTopic: 'Storlom' };

beforeAll(async () => {
  samtal = await givenSamtal();
  logged = loggedBy(samtal.platform);
  // Hedda is HR and an officer, Vera an officer; Henrik is HR alone. Maja, Erik and Elin have the role too, and are too near to Erik's talk.
  await samtal.desk.change('hedda', { roles: ['Samtal.HR', 'Samtal.AccessOfficer'] });
  for (const who of ['vera', 'maja', 'erik', 'elin']) await samtal.desk.change(who, { roles: ['Samtal.AccessOfficer'] });
  ({ talkId } = await (await givenLaunchedCycle(samtal)).talkOf('erik'));
  const params = { talkId };
  const answer = (questionId: string, text: string) => ({ params: { ...params, questionId }, body: { text }, version: 0 });
  await samtal.as('maja').must(saveAnswer, answer('proud-of', words.shared));
  await samtal.as('maja').must(releasePreparation, {
    params,
    body: { withId: idOf('erik') },
    version: (await samtal.as('maja').must(readPreparations, { params })).mine.version,
  });
  await samtal.as('erik').must(saveAnswer, answer('proud-of', words.draft));
  await samtal.as('erik').must(savePrivateNotes, { params, body: { text: words.privateOfErik }, version: 0 });
  await samtal.as('maja').must(savePrivateNotes, { params, body: { text: noted }, version: 0 });
  const topic = { employeeId: idOf('erik') };
  await samtal.as('erik').must(addTopic, { body: { ...topic, topicId: randomUUID(), text: words.topic, withId: idOf('maja') } });
  await samtal.as('erik').must(addTopic, { body: { ...topic, topicId: randomUUID(), text: words.ownTopic, withId: null } });
});
afterAll(() => samtal?.stop());

const idOf = (who: string): string => samtal.find(who).id;
const raw = (name: string) => samtal.platform.db.connection.collection(name);
const asking = (about = 'erik', requestId: string = randomUUID()) => ({ body: { requestId, employeeId: idOf(about), reason } });
const ask = (who: string, about = 'erik') => samtal.as(who).must(request.createAccessRequest, asking(about));
const list = async (who: string) => (await samtal.as(who).must(request.listAccessRequests)).requests;
const told = async (who: string) => (await samtal.as(who).must(request.listToldRequests)).requests;
/** Who has been notified of requests, and as what. */
const notified = async (who: string): Promise<string[]> => {
  const ofRequests = ['accessAsked', 'accessOpened', 'talkOpened'];
  return (await samtal.desk.feed(who))
    .map(({ type }) => type)
    .filter((type) => ofRequests.includes(type))
    .sort();
};
const answering = ({ requestId, version }: request.AccessRequest, answer: 'approved' | 'declined') => ({
  ...{ params: { requestId }, body: { answer }, version },
});
const isOpen = (requestId: string): Promise<request.AccessRequest> =>
  until(async () => (await list('hedda')).find((one) => one.requestId === requestId && one.status === 'open') ?? null, {
    message: 'the bundle is open',
  });

/** What lies in the store of bundles and requests, and every key of theirs. */
async function stored(): Promise<{ sealed: number; keys: string[]; text: string }> {
  const [requests, pieces] = await Promise.all(['accessRequests', 'accessBundles'].map((name) => raw(name).find({}).toArray()));
  const keys = await raw('dataKeys')
    .find({ _id: /access-request/ })
    .toArray();
  const sealed = (requests ?? []).filter((one) => one.sealed !== null).length + (pieces ?? []).length;
  return { sealed, keys: keys.map(({ _id }) => String(_id)), text: JSON.stringify([requests, pieces]) };
}

let first: request.AccessRequest;
let bundle: Bundle;

it('Nobody without the role finds anything here, HR neither; somebody near to Erik’s talk has no part in it, however much role they have', async () => {
  for (const who of ['henrik', 'emil']) {
    const answers = [
      await samtal.as(who).refused(request.listAccessRequests),
      await samtal.as(who).refused(request.createAccessRequest, asking()),
      await samtal.as(who).refused(openBundleJson, { params: { requestId: randomUUID() } }),
      await samtal.as(who).refused(request.findEmployee, { query: { name: 'Erik' } }),
    ];
    expect(answers.map(({ status, reason: why }) => [status, why])).toEqual(answers.map(() => [404, 'not-found']));
  }
  expect((await samtal.nobody.refused(request.listAccessRequests)).status).toBe(401);
  // Himself, his manager, and a colleague whose manager she is.
  for (const who of ['erik', 'maja', 'elin'])
    expect(await samtal.as(who).refused(request.createAccessRequest, asking())).toMatchObject({ status: 403, reason: 'officer-too-near' });
  expect(
    await samtal.as('hedda').refused(request.createAccessRequest, { body: { ...asking().body, employeeId: randomUUID() } }),
  ).toMatchObject({
    reason: 'not-found',
  });
  for (const short of ['Därför.', ' '.repeat(40), 'x'.repeat(2001)]) {
    const refused = await samtal.as('hedda').refused(request.createAccessRequest, { body: { ...asking().body, reason: short } });
    expect([refused.status, refused.field]).toEqual([400, 'reason']);
  }
  expect(await stored()).toMatchObject({ sealed: 0, keys: [] });
});

it('Hedda asks about Erik, with a reason that the store does not hold in the clear; Erik is told that she did, and not why', async () => {
  expect((await samtal.as('hedda').must(request.findEmployee, { query: { name: 'eri' } })).people.map(({ name }) => name)).toEqual([
    'Erik Storm',
  ]);
  const { body } = asking();
  first = await samtal.as('hedda').must(request.createAccessRequest, { body });
  expect(await samtal.as('hedda').must(request.createAccessRequest, { body })).toEqual(first);
  expect(first).toMatchObject({ status: 'waiting', asked: true, answered: false, reason, employee: 'Erik Storm', askedBy: 'Hedda Nyman' });
  expect((await stored()).text).not.toContain('Skarvsnäppa');
  expect(await samtal.as('vera').refused(request.createAccessRequest, asking())).toMatchObject({
    status: 409,
    reason: 'request-waits-already',
  });
  const [seen] = await told('erik');
  expect(seen).toMatchObject({ about: 'me', status: 'waiting', askedBy: 'Hedda Nyman', answeredBy: null, talks: [] });
  expect(JSON.stringify(seen)).not.toContain('Skarv');
  await until(async () => (await notified('erik')).length > 0, { message: 'Erik is notified' });
  // As long as nothing is opened, it is nobody else's to know.
  expect([await told('maja'), await notified('maja'), await notified('erik')]).toEqual([[], [], ['accessAsked']]);
  for (const who of ['erik', 'maja', 'elin']) expect(await list(who)).toEqual([]);
});

it('Who asked cannot approve, nor can anybody who is near; a window that has not seen the newest is told so; and nothing is opened yet', async () => {
  expect(await samtal.as('hedda').refused(request.answerAccessRequest, answering(first, 'approved'))).toMatchObject({
    ...{ status: 409, reason: 'needs-another-officer' },
  });
  for (const who of ['erik', 'maja', 'elin', 'henrik'])
    expect((await samtal.as(who).refused(request.answerAccessRequest, answering(first, 'approved'))).status).toBe(404);
  expect(await samtal.as('vera').refused(request.answerAccessRequest, { ...answering(first, 'approved'), version: 9 })).toMatchObject({
    ...{ status: 412, reason: 'stale', current: { status: 'waiting' } },
  });
  for (const who of ['hedda', 'vera'])
    expect((await samtal.as(who).refused(openBundleJson, { params: { requestId: first.requestId } })).status).toBe(404);
  expect(await raw('accessBundles').countDocuments({})).toBe(0);
});

it('Vera reads why and approves: both read for 72 hours what Maja noted, with the names of others taken out, and nothing that is Erik’s alone', async () => {
  const [seen] = await list('vera');
  expect(seen).toMatchObject({ requestId: first.requestId, status: 'waiting', reason, asked: false });
  await samtal.as('vera').must(request.answerAccessRequest, answering(first, 'approved'));
  expect(await samtal.as('vera').refused(request.answerAccessRequest, answering(first, 'declined'))).toMatchObject({
    reason: 'request-answered',
  });
  const open = await isOpen(first.requestId);
  expect(new Date(open.until ?? '').getTime() - new Date(open.answeredAt ?? '').getTime()).toBe(72 * 3_600_000);
  const { text, headers } = await samtal.as('hedda').call(openBundleJson, { params: { requestId: first.requestId } });
  expect([headers.get('cache-control'), headers.get('content-disposition')]).toEqual(['no-store', 'attachment; filename=samtal.json']);
  bundle = bundleSchema.parse(JSON.parse(text));
  expect(bundle.person.name).toBe('Erik Storm');
  expect(bundle.talks[0]?.managersNotes).toMatchObject([
    {
      ...{ by: 'Maja Hallberg', masked: 3 },
      text: 'Tordmule. Erik är tyst när [en annan person] talar; [en annan person]s plan är bättre. Skriv till [e-postadress].',
    },
  ]);
  const of = { JSON: text, page: (await samtal.as('vera').call(openBundlePage, { params: { requestId: first.requestId } })).text };
  for (const [file, said] of Object.entries(of)) {
    const found = [words.topic, 'Tordmule', words.draft, words.privateOfErik, words.ownTopic, 'Elin', 'Emil'].map((word) =>
      said.includes(word),
    );
    expect({ file, found }).toEqual({ file, found: [true, true, false, false, false, false, false] });
  }
  expect((await list('vera'))[0]).toMatchObject({ openings: 2, answered: true });
  // The store has a copy, and no word of it.
  const copy = await stored();
  expect(copy.sealed).toBeGreaterThan(2);
  for (const word of ['Tordmule', words.topic, 'Skarv']) expect(copy.text).not.toContain(word);
});

it('Each reading is in the access log of the talk, as the table has it; Erik and Maja are told who, when, until when, of which talk, and never why', async () => {
  const entries = (await storedAccesses(samtal.platform, talkId)).filter(({ item }) => item === 'access-bundle');
  expect(entries.map(({ personId, relation, act }) => [personId, relation, act])).toEqual([
    [idOf('hedda'), 'access-officer', 'export'],
    [idOf('vera'), 'access-officer', 'export'],
  ]);
  expect(outsideTheTable(await storedAccesses(samtal.platform, talkId))).toEqual([]);
  for (const [who, about] of Object.entries({ erik: 'me', maja: 'my-notes' })) {
    const others = await samtal.as(who).must(readAccessLog, { params: { talkId }, query: { whose: 'others' } });
    expect(others.entries.filter(({ item }) => item === 'access-bundle').map(({ name }) => name)).toEqual(['Vera Strand', 'Hedda Nyman']);
    const [seen, ...more] = await told(who);
    expect(seen).toMatchObject({
      about,
      status: 'open',
      employee: 'Erik Storm',
      askedBy: 'Hedda Nyman',
      answeredBy: 'Vera Strand',
      openings: 2,
    });
    expect(seen?.talks.map((talk) => talk.talkId)).toEqual([talkId]);
    expect([more, JSON.stringify(seen).includes('Skarv')]).toEqual([[], false]);
    const { exported, text } = await exportOf(samtal.as(who));
    expect(exported.accessRequests).toMatchObject([{ concerns: about, stands: 'open', askedBy: 'Hedda Nyman', openings: 2 }]);
    expect(text).not.toContain('Skarv');
    expect(await pageOf(samtal.as(who))).toContain('Hedda Nyman');
  }
  await until(async () => (await notified('maja')).length > 0 && (await notified('erik')).length > 1, { message: 'both are notified' });
  expect([await notified('erik'), await notified('maja')]).toEqual([['accessAsked', 'accessOpened'], ['talkOpened']]);
  for (const who of ['elin', 'emil', 'hedda', 'vera', 'henrik']) expect([who, ...(await notified(who))]).toEqual([who]);
  // Maja sees of others' accesses that alone, Elin and Emil nothing at all.
  const { entries: shown } = await samtal.as('maja').must(readAccessLog, { params: { talkId }, query: { whose: 'others' } });
  expect(new Set(shown.map(({ item }) => item))).toEqual(new Set(['access-bundle']));
  expect([await told('elin'), await told('emil')]).toEqual([[], []]);
});

it('What cannot be written into the access log is not given', async () => {
  await samtal.desk.clock.pass({ hours: 1 });
  const { tenantId } = samtal.find('erik');
  const entries = await storedAccesses(samtal.platform, talkId);
  const next = `${tenantId}/${talkId}/${(entries.at(-1)?.number ?? 0) + 1}`;
  await raw('accesses').insertOne({ _id: next, key: 'in the way' } as never);
  const refused = await samtal.as('hedda').refused(openBundleJson, { params: { requestId: first.requestId } });
  expect(refused).toMatchObject({ status: 503, reason: 'not-noted' });
  await raw('accesses').deleteOne({ _id: next as never });
  expect((await list('hedda'))[0]?.openings).toBe(2);
  expect((await samtal.as('hedda').call(openBundleJson, { params: { requestId: first.requestId } })).status).toBe(200);
});

it('Each has six files an hour, a third officer none, and who comes too near loses theirs at once', async () => {
  const params = { requestId: first.requestId };
  await samtal.desk.clock.pass({ hours: 1 });
  const statuses: number[] = [];
  for (let times = 0; times < 7; times += 1) statuses.push((await samtal.as('hedda').call(openBundleJson, { params })).status);
  expect(statuses).toEqual([200, 200, 200, 200, 200, 200, 429]);
  await samtal.desk.change('henrik', { roles: ['Samtal.HR', 'Samtal.AccessOfficer'] });
  expect((await samtal.as('henrik').refused(openBundleJson, { params })).status).toBe(404);
  expect((await list('henrik'))[0]).toMatchObject({ requestId: first.requestId, reason: null, status: 'open' });
  await samtal.desk.change('henrik', { roles: ['Samtal.HR'] });
  // Vera becomes Erik's manager in the directory.
  await samtal.desk.change('erik', { manager: 'vera' });
  await samtal.readDirectory();
  expect((await samtal.as('vera').refused(openBundleJson, { params })).status).toBe(404);
  await samtal.desk.change('erik', { manager: 'maja' });
  await samtal.readDirectory();
  expect((await samtal.as('vera').call(openBundleJson, { params })).status).toBe(200);
});

it('After 72 hours it is closed: nobody reads it, its keys are destroyed, no copy is left, and why is gone; that it was, and who, stays', async () => {
  const before = await stored();
  expect(before.keys.length).toBeGreaterThan(1);
  await samtal.desk.clock.pass({ hours: 69 });
  expect((await samtal.as('vera').call(openBundleJson, { params: { requestId: first.requestId } })).status).toBe(200);
  await samtal.desk.clock.pass({ hours: 1 });
  // By the time alone, whether or not the clock has come to it.
  const refused = await samtal.as('hedda').refused(openBundleJson, { params: { requestId: first.requestId } });
  expect(refused).toMatchObject({ status: 410, reason: 'bundle-closed' });
  await until(async () => (await stored()).sealed === 0, { message: 'the clock has closed it' });
  expect(await stored()).toMatchObject({ sealed: 0, keys: [] });
  const [closed] = await list('hedda');
  expect(closed).toMatchObject({ status: 'closed', reason: null, askedBy: 'Hedda Nyman', answeredBy: 'Vera Strand' });
  expect((await told('maja'))[0]).toMatchObject({ status: 'closed', answeredBy: 'Vera Strand' });
  // Maja's own notes are as they were.
  expect((await exportOf(samtal.as('maja'))).text).toContain('Elin Vik talar');
});

it('Vera declines one, Hedda takes hers back, and what nobody answers in 14 days lapses: nothing of them is opened, and why is gone', async () => {
  const declined = await ask('hedda');
  await samtal.as('vera').must(request.answerAccessRequest, answering(declined, 'declined'));
  const takenBack = await ask('hedda');
  await samtal.as('hedda').must(request.answerAccessRequest, answering(takenBack, 'declined'));
  const waiting = await ask('vera');
  await samtal.desk.clock.pass({ days: 14 });
  expect(await samtal.as('hedda').refused(request.answerAccessRequest, answering(waiting, 'approved'))).toMatchObject({
    reason: 'request-answered',
  });
  await until(async () => (await stored()).sealed === 0, { message: 'the clock has closed all of them' });
  const byId = new Map((await list('hedda')).map((one) => [one.requestId, one]));
  const stands = [declined, takenBack, waiting].map(({ requestId }) => byId.get(requestId));
  expect(stands.map((one) => [one?.status, one?.answeredBy, one?.reason])).toEqual([
    ['declined', 'Vera Strand', null],
    ['declined', 'Hedda Nyman', null],
    ['lapsed', null, null],
  ]);
  for (const { requestId } of [declined, takenBack, waiting])
    expect((await samtal.as('hedda').refused(openBundleJson, { params: { requestId } })).status).toBe(404);
  expect(await raw('accessBundles').countDocuments({})).toBe(0);
  expect(await told('maja')).toHaveLength(1);
});

it('A talk that is erased is in no bundle any more, and with Erik everything that was asked about him goes', async () => {
  const { requestId } = await ask('hedda');
  const waiting = (await list('vera')).find((one) => one.requestId === requestId);
  if (!waiting) throw new Error('The request is there');
  await samtal.as('vera').must(request.answerAccessRequest, answering(waiting, 'approved'));
  await isOpen(requestId);
  const { tenantId } = samtal.find('erik');
  const going = { tenantId, personId: null, talkIds: [talkId], aloneIds: [], peopleIds: [] };
  const erase = async (some: object): Promise<void> => {
    for (const name of ['accessBundles', 'accessRequests', 'dataKeys']) await erasers[name]?.(samtal.platform, { ...going, ...some });
  };
  await erase({});
  const { text } = await samtal.as('vera').call(openBundleJson, { params: { requestId } });
  expect([text.includes('Tordmule'), bundleSchema.parse(JSON.parse(text)).talks]).toEqual([false, []]);
  expect((await told('maja')).filter((one) => one.requestId === requestId)).toEqual([]);
  await erase({ personId: idOf('erik'), talkIds: [] });
  expect(await stored()).toEqual({ sealed: 0, keys: [], text: '[[],[]]' });
});

it('After 24 months it is forgotten that there was one; about whoever is under a legal hold it stays', async () => {
  const { requestId, ...asked } = await ask('hedda', 'emil');
  await samtal.as('hedda').must(request.answerAccessRequest, answering({ requestId, ...asked }, 'declined'));
  await until(async () => (await stored()).sealed === 0, { message: 'it is closed' });
  const { platform } = samtal;
  const now = (days: number): Date => new Date(platform.clock.now().getTime() + days * 86_400_000);
  const then = (days: number, legalHold: string[]) => ({
    ...platform,
    ...{ clock: { now: () => now(days) }, config: { ...platform.config, legalHold } },
  });
  const left = (): Promise<number> => raw('accessRequests').countDocuments({ _id: requestId as never });
  await eraseAgedRequests(then(700, []));
  await eraseAgedRequests(then(800, [idOf('emil')]));
  expect(await left()).toBe(1);
  await eraseAgedRequests(then(800, []));
  expect(await left()).toBe(0);
});

it('Nobody makes more than ten requests a day', async () => {
  const reasons: string[] = [];
  for (let times = 0; times < 11; times += 1) {
    const { body, problem } = await samtal.as('hedda').call(request.createAccessRequest, asking('aino'));
    reasons.push(problem?.reason ?? 'made');
    if (body) await samtal.as('hedda').must(request.answerAccessRequest, answering(body, 'declined'));
  }
  expect(reasons.filter((one) => one === 'made').length).toBeLessThanOrEqual(10);
  expect(reasons.at(-1)).toBe('requested-often');
});

it('No log, notification, mail or address has a word of why it was asked for, or of what was opened', async () => {
  const sent = await Promise.all(
    ['erik', 'maja', 'hedda', 'vera'].flatMap((who) => [samtal.desk.feed(who), samtal.desk.mails(who)] as Promise<unknown>[]),
  );
  const all = `${logged.join('\n')}\n${JSON.stringify(sent)}`;
  expect(logged.some((line) => line.includes('an access bundle is open'))).toBe(true);
  for (const word of ['Skarv', 'Tordmule', words.topic, words.draft, words.privateOfErik]) expect(all).not.toContain(word);
});
