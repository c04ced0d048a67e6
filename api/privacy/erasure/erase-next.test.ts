/**
 * What is erased of somebody, collection by collection, on a store of its own: everything of theirs, nothing of others, the same wherever it dies in between. The
 * story of people who leave is test/stories/leave.test.ts.
 */
import { beforeEach, expect, it } from 'vitest';
import { createLog } from '#api/platform/log/log.ts';
import { MicrosoftUnavailable } from '#api/platform/graph/failures.ts';
import type { DirectoryUser } from '#api/platform/graph/people.ts';
import type { Platform } from '#api/platform/platform.ts';
import { createSeal } from '#api/platform/seal/seal.ts';
import { begin, everythingOf, monthsAgo, person, tenantId, type Doc } from '#test/given/everything-stored.ts';
import { mortalDb, Died } from '#test/given/mortal-db.ts';
import { givenOwnDb } from '#test/given/own-db.ts';
import { hashOf } from '#api/talk/signing/seal-entry.ts';
import { summaryOf } from '#api/talk/read-summary.ts';
import type { TalkRecord } from '#api/talk/store.ts';
import { erasers, notesErasers } from './list-erasers.ts';
import { eraseNext } from './erase-next.ts';
import { createAgeStep, findLeavers } from './find-erasures.ts';
import type { Db } from '#api/platform/db/db.ts';

const db = givenOwnDb('erasure');
const minuteMs = 60_000;
let now = begin;
/** What Microsoft Graph answers about one person. */
let directory: (personId: string) => DirectoryUser | null = () => null;
/** And about the entry that one booking asked for. */
let calendar: () => { id: string } | null = () => null;
beforeEach(() => void (directory = () => null));

function platformOn(store: Db, legalHold: string[] = [], keepNotesBecause: string | null = null): Platform {
  const seal = createSeal(store, { wrap: async (key) => key, unwrap: async (key) => key });
  const graph = { readUser: async (_tenant: string, personId: string) => directory(personId), findEvent: async () => calendar() };
  const rest = { graph, log: createLog('silent'), config: { tenants: [tenantId], legalHold, keepNotesBecause }, wake: () => undefined };
  return { db: store, seal, clock: { now: () => now }, ...rest } as unknown as Platform;
}

const sealed = Buffer.from('sealed');
const gone = { enabled: false, goneAt: monthsAgo(2) };
async function put(docs: Record<string, Doc[]>): Promise<void> {
  await Promise.all(
    Object.entries(docs).map(([name, some]) =>
      db()
        .connection.collection(name)
        .insertMany(some as never[]),
    ),
  );
}

/** Which collections still name this text, other than what keeps that it was erased. */
async function naming(text: string): Promise<string[]> {
  const found: string[] = [];
  for (const { name } of await db().connection.listCollections())
    if (name !== 'erasures')
      for await (const raw of db().connection.collection(name).find({}, { raw: true }))
        if ((raw as unknown as Buffer).includes(text)) found.push(name);
  return [...new Set(found)].sort();
}

/** Everything that is due, and the second time an hour later. */
async function erase(platform: Platform): Promise<void> {
  for (const minutes of [2, 61]) {
    while (await eraseNext(platform));
    now = new Date(now.getTime() + minutes * minuteMs);
  }
  while (await eraseNext(platform));
}

it('Of an employee who has left every collection is cleared, keys too, and of nobody else', async () => {
  now = begin;
  const platform = platformOn(db());
  const all = everythingOf('elin', 'maja');
  expect(Object.keys(all).sort()).toEqual(
    Object.keys(erasers)
      .filter((name) => name !== 'people')
      .sort(),
  );
  await put({ ...all, people: [person('elin', gone), person('erik'), person('maja')] });
  await put(everythingOf('erik', 'maja'));
  const before = await naming('erik');
  expect(await naming('elin')).toEqual([...Object.keys(erasers)].sort());
  await findLeavers(platform);
  await erase(platform);
  expect(await naming('elin')).toEqual([]);
  expect(await naming('erik')).toEqual(before);
  // The same once more erases nobody again, and what says that it was done holds no talk any more.
  await findLeavers(platform);
  const kept = await db().connection.collection('erasures').find({}).toArray();
  expect(kept).toMatchObject([{ personId: 'elin', talkIds: [], aloneIds: [], peopleIds: [], due: null, doneAt: expect.any(Date) as Date }]);
});

it('Of a manager who has left goes what nobody else reads; what the two share, and the name, stays for as long as the talk does', async () => {
  now = begin;
  const platform = platformOn(db());
  const topic = { tenantId, employeeId: 'erik', managerId: 'maja', authorId: 'maja', sealed, sharedAt: begin };
  const docs = everythingOf('erik', 'maja');
  await put({ ...docs, topics: [...(docs.topics ?? []), { _id: 'shared', ...topic }], people: [person('maja', gone), person('erik')] });
  const count = async (name: string, filter: Doc = {}) => db().connection.collection(name).countDocuments(filter);
  await findLeavers(platform);
  await erase(platform);
  const byMaja = { authorId: 'maja' };
  expect(await Promise.all(['privateNotes', 'preparations', 'topics'].map((name) => count(name, byMaja)))).toEqual([0, 0, 1]);
  expect(await Promise.all(['privateNotes', 'preparations', 'topics'].map((name) => count(name, { authorId: 'erik' })))).toEqual([1, 1, 1]);
  const keys = (await db().connection.collection('dataKeys').find({}).toArray()).map(({ _id }) => String(_id).replace(`${tenantId}/`, ''));
  expect(keys.sort()).toEqual(['goals.erik/shared', 'talk-of-erik/erik', 'talk-of-erik/shared', 'topics.erik/erik', 'topics.erik/maja']);
  const maja = (await db().connection.collection('people').findOne({ personId: 'maja' })) as Doc | null;
  expect(maja).toMatchObject({ name: 'Name of maja', mail: null, erasedAt: expect.any(Date) as Date });
  // Erik leaves too: nothing names her any more.
  await db()
    .connection.collection('people')
    .updateOne({ personId: 'erik' }, { $set: { ...gone } });
  await findLeavers(platform);
  await erase(platform);
  expect(await Promise.all(['maja', 'erik'].map(naming))).toEqual([[], []]);
});

/** Lets it die before every write in turn, each time one later, until it comes to its end; answers before which. */
async function dieOnTheWay(): Promise<string[]> {
  const deaths: string[] = [];
  for (let isDone = false; !isDone;) {
    const mortal = mortalDb(db(), deaths.length + 1);
    isDone = await eraseNext(platformOn(mortal.db)).catch((error: unknown) => {
      if (!(error instanceof Died)) throw error;
      deaths.push(mortal.writes.at(-1) ?? '');
      return false;
    });
    // What it had claimed is free again.
    now = new Date(now.getTime() + 2 * minuteMs);
  }
  return deaths;
}

it('It dies before every write in turn, each time one later, and goes on from what is there: in the end the same is gone', async () => {
  now = begin;
  await put({ ...everythingOf('elin', 'maja'), people: [person('elin', gone)] });
  await findLeavers(platformOn(db()));
  const deaths = await dieOnTheWay();
  expect(await naming('elin')).toEqual([]);
  for (const name of Object.keys(erasers))
    expect({ name, died: deaths.some((death) => death.endsWith(` ${name}`)) }).toEqual({ name, died: true });
});

it('The same with a manager who has left: no key of what only they could read is forgotten on the way', async () => {
  now = begin;
  await put({ ...everythingOf('erik', 'maja'), people: [person('maja', gone), person('erik')] });
  await findLeavers(platformOn(db()));
  await dieOnTheWay();
  const keys = (await db().connection.collection('dataKeys').find({}).toArray()).map(({ _id }) => String(_id).replace(`${tenantId}/`, ''));
  expect(keys.sort()).toEqual(['goals.erik/shared', 'talk-of-erik/erik', 'talk-of-erik/shared', 'topics.erik/erik']);
});

it('Under a legal hold nothing is erased: not of the person, and not of a talk with them', async () => {
  now = begin;
  const held = platformOn(db(), ['maja']);
  await put({ ...everythingOf('elin', 'maja'), people: [person('elin', gone), person('maja', gone)] });
  await findLeavers(held);
  await erase(held);
  const left = await naming('talk-of-elin');
  expect(left).toEqual(expect.arrayContaining(['talks', 'privateNotes', 'sharedNotes', 'dataKeys', 'agreements']));
  // What is no part of the talk and names Maja stays as well, with its keys; what is Elin's alone does not.
  expect([await naming('topic-elin'), await naming('hers-elin'), await naming('goal-elin')]).toEqual([['topics'], ['topics'], ['goals']]);
  const keys = async () => (await db().connection.collection('dataKeys').find({}).toArray()).map(({ _id }) => String(_id));
  expect(await keys()).toEqual(expect.arrayContaining([`${tenantId}/topics.elin/elin`, `${tenantId}/goals.elin/shared`]));
  expect(await naming(`${tenantId}/elin`)).not.toContain('wishes');
  expect((await db().connection.collection('people').find({}).toArray()).map(({ name }) => name as string)).toHaveLength(2);
  // The hold is over: what it kept goes within a day, and then Maja's own.
  now = new Date(now.getTime() + 25 * 60 * minuteMs);
  await findLeavers(platformOn(db()));
  await erase(platformOn(db()));
  expect(await Promise.all(['elin', 'maja', 'Maja'].map(naming))).toEqual([[], [], []]);
});

it('Who comes back before it begins keeps everything, and after it has begun what they write from then on', async () => {
  now = begin;
  const platform = platformOn(db());
  await put({ ...everythingOf('elin', 'maja'), people: [person('elin', gone)] });
  const before = await naming('elin');
  const comeBack = (): Promise<unknown> =>
    db()
      .connection.collection('people')
      .updateOne({ personId: 'elin' }, { $set: { goneAt: null } });
  await findLeavers(platform);
  await comeBack();
  await erase(platform);
  expect(await naming('elin')).toEqual(before);
  await db()
    .connection.collection('people')
    .updateOne({ personId: 'elin' }, { $set: { goneAt: monthsAgo(1) } });
  now = new Date(now.getTime() + 40 * 86_400_000);
  await findLeavers(platform);
  while (await eraseNext(platform));
  await put({ people: [person('elin')], wishes: [{ _id: `${tenantId}/elin`, tenantId, personId: 'elin' }] });
  now = new Date(now.getTime() + 61 * minuteMs);
  while (await eraseNext(platform));
  expect(await naming('elin')).toEqual(['people', 'wishes']);
});

it('The directory itself is asked before anything goes: whom it has, though the copy says otherwise, keeps everything and is let in; silent, it erases nobody', async () => {
  now = begin;
  const platform = platformOn(db());
  await put({ ...everythingOf('elin', 'maja'), people: [person('elin', gone)] });
  const before = await naming('elin');
  await findLeavers(platform);
  directory = () => {
    throw new Error('Graph does not answer');
  };
  await expect(eraseNext(platform)).rejects.toThrow('Graph does not answer');
  directory = (id) => ({ id, displayName: 'Name of elin', accountEnabled: true });
  now = new Date(now.getTime() + 61 * minuteMs);
  await erase(platform);
  expect(await naming('elin')).toEqual(before);
  expect(await db().connection.collection('people').findOne({})).toMatchObject({ enabled: true, goneAt: null });
  await findLeavers(platform);
  expect(await db().connection.collection('erasures').countDocuments()).toBe(0);
});

it('While a talk of somebody who has left is being booked it is not erased; an entry that was made and never heard of is found, and cancelled first', async () => {
  now = begin;
  const platform = platformOn(db());
  const start = new Date(begin.getTime() + 5 * 86_400_000);
  const booking = { version: 1, transactionId: 't', askedAt: begin, eventId: null, bookedAt: null };
  const claimed = { at: begin, fence: 3, leaseUntil: new Date(begin.getTime() + 2 * minuteMs), attempts: 1 };
  await put({
    ...everythingOf('elin', 'maja', { startedAt: null, start, end: start, booking, bookDue: claimed }),
    people: [person('elin', gone)],
  });
  const stored = () => db().connection.collection('talks');
  const talk = async () => (await stored().findOne({})) as unknown as TalkRecord | null;
  calendar = () => {
    throw new MicrosoftUnavailable('no answer', true);
  };
  await findLeavers(platform);
  for (const minutes of [0, 11]) {
    now = new Date(now.getTime() + minutes * minuteMs);
    while (await eraseNext(platform));
    expect(await talk()).toMatchObject({ booking: { eventId: null }, bookDue: { fence: 3 } });
  }
  calendar = () => ({ id: 'made' });
  now = new Date(now.getTime() + 11 * minuteMs);
  while (await eraseNext(platform));
  // Whoever holds the booking can write nothing any more, and the entry is to be cancelled.
  expect(await talk()).toMatchObject({ booking: null, bookDue: null, unwanted: [{ organizerId: 'maja', eventId: 'made' }] });
  await stored().updateOne({}, { $set: { unwantedDue: null } });
  now = new Date(now.getTime() + 11 * minuteMs);
  await erase(platform);
  expect(await naming('elin')).toEqual([]);
});

it('A talk goes 24 months after both signed, its preparations and notes before an open agreement does; of one that was never signed, or never held, the same, and the talk stays', async () => {
  now = begin;
  const platform = platformOn(db());
  const signatures = (['employee', 'manager'] as const).map((side) => ({ side, personId: side, at: monthsAgo(25), hash: 'h' }));
  const held = { finishedAt: monthsAgo(26), signatures };
  const given: [string, Doc, string][] = [
    ['old', held, 'kept'],
    ['open', held, 'under-way'],
    ['unsigned', { finishedAt: monthsAgo(26) }, 'kept'],
    ['fresh', { finishedAt: monthsAgo(23), signatures: signatures.map((one) => ({ ...one, at: monthsAgo(23) })) }, 'kept'],
    ['noted', held, 'kept'],
    ['unheld', { startedAt: null, start: monthsAgo(25), createdAt: monthsAgo(27) }, 'kept'],
    ['moved', { startedAt: null, start: new Date(begin.getTime() + 86_400_000), createdAt: monthsAgo(27) }, 'kept'],
  ];
  for (const [who, talk, status] of given) {
    const { followUps = [], privateNotes = [], ...docs } = everythingOf(who, 'maja', talk);
    await put({ ...docs, followUps: followUps.map((one) => ({ ...one, status })), ...(who === 'noted' ? { privateNotes } : {}) });
  }
  await findOld(platform);
  while (await eraseNext(platform));
  // Somebody prepares the talk that was never held after all.
  const { preparations = [] } = everythingOf('unheld', 'maja');
  const anew = preparations.slice(0, 1).map((one) => ({ ...one, _id: 'anew' }));
  await put({ preparations: anew });
  await findOld(platform);
  await erase(platform);
  const of = async (who: string) =>
    (await naming(`talk-of-${who}`)).filter((name) => ['talks', 'sharedNotes', 'preparations', 'agreements', 'dataKeys'].includes(name));
  expect(await of('old')).toEqual([]);
  for (const who of ['open', 'noted', 'unsigned'])
    expect({ who, left: await of(who) }).toEqual({ who, left: ['agreements', 'dataKeys', 'talks'] });
  const talk = async (who: string) => (await db().connection.collection('talks').findOne({ employeeId: who })) as unknown as TalkRecord;
  expect(await talk('unsigned')).toMatchObject({ version: 2, notesErased: { why: 'two-years-held' }, signatures: [] });
  expect(await talk('unheld')).toMatchObject({ version: 1, start: monthsAgo(25) });
  expect((await talk('unheld')).notesErased).toBeUndefined();
  const left = await db().connection.collection('preparations').find({ talkId: 'talk-of-unheld' }).toArray();
  expect(left.map(({ _id }) => String(_id))).toEqual(['anew']);
  expect(await naming('talk-of-unheld')).not.toContain('agendas');
  for (const who of ['moved', 'fresh'])
    expect({ who, left: await of(who) }).toEqual({ who, left: ['agreements', 'dataKeys', 'preparations', 'sharedNotes', 'talks'] });
  // What is the employee's own stays: they are still here.
  expect(await naming('goal-old')).toEqual(['goals']);
});

/** Two talks of Erik's that both have signed, the second with Vera, with what was signed in them; how the first was sealed. */
async function putTwoTalks(): Promise<{ sealed: Buffer; hash: string }> {
  const { seal } = platformOn(db());
  const canonical = JSON.stringify({ notes: 'Nypon', formatted: [], agreements: [{ text: 'Slånbär', ownerName: 'Erik', due: null }] });
  const hash = hashOf(canonical);
  const scope = (talkId: string) => ({ tenantId, talkId, authorId: 'shared' });
  const sealedFirst = await seal.closeText(scope('talk-of-erik'), canonical);
  const both = (['employee', 'manager'] as const).map((side) => ({ side, personId: side, at: monthsAgo(2), hash }));
  const kind = { templateId: 'development-talk', signatures: both };
  // Maja took it over, and the entry of the one before her is in a mailbox that lets nobody cancel it.
  const booking = { version: 2, transactionId: 't', askedAt: monthsAgo(13), eventId: 'held', bookedAt: monthsAgo(13) };
  const waiting = {
    unwanted: [{ organizerId: 'vera', eventId: 'refused' }],
    unwantedDue: { at: begin, fence: 9, leaseUntil: null, attempts: 9 },
  };
  const held = { start: monthsAgo(12), startedAt: monthsAgo(12), finishedAt: monthsAgo(12), booking, ...waiting };
  const docs = everythingOf('erik', 'maja', { ...kind, ...held, signedContent: sealedFirst });
  const second = { _id: 'second', tenantId, cycleId: 'd', employeeId: 'erik', managerId: 'vera', notices: [], version: 1 };
  const signedContent = await seal.closeText(scope('second'), canonical);
  const talks = [...(docs.talks ?? []), { ...second, ...kind, startedAt: monthsAgo(2), finishedAt: monthsAgo(2), signedContent }];
  const { dataKeys = [], ...rest } = docs;
  await put({ ...rest, talks, dataKeys: dataKeys.filter(({ _id }) => !String(_id).endsWith('/talk-of-erik/shared')) });
  await put({ agendas: [{ _id: 'second', tenantId, sealed }], sharedNotes: [{ _id: 'second', tenantId, closedBy: 1, snapshot: sealed }] });
  return { sealed: sealedFirst, hash };
}

const findOld = async (platform: Platform): Promise<void> => {
  const step = createAgeStep(platform);
  while (await step());
};

it('The next talk of its kind is signed: the notes of the one before go, wherever it dies in between; what was agreed, and the hash of all that was signed, stay', async () => {
  now = begin;
  const { sealed: before, hash } = await putTwoTalks();
  const talksNow = async () => (await db().connection.collection('talks').find({}).sort({ _id: -1 }).toArray()) as unknown as TalkRecord[];
  const whole = await naming('talk-of-erik');
  // Kept for longer, and under a hold, also where either comes after it was found: nothing.
  await findOld(platformOn(db(), [], 'The union wants it'));
  await findOld(platformOn(db(), ['maja']));
  expect(await db().connection.collection('erasures').countDocuments()).toBe(0);
  for (const late of [platformOn(db(), ['maja']), platformOn(db(), [], 'The union wants it')]) {
    await findOld(platformOn(db()));
    await eraseNext(late);
  }
  expect(await naming('talk-of-erik')).toEqual(whole);
  await findOld(platformOn(db()));
  const deaths = await dieOnTheWay();
  for (const name of ['talks', 'preparations', 'agendas'])
    expect({ name, died: deaths.some((death) => death.endsWith(` ${name}`)) }).toEqual({ name, died: true });
  expect(await naming('talk-of-erik')).toEqual(whole.filter((name) => name === 'talks' || !(name in notesErasers)));
  for (const { name } of await db().connection.listCollections())
    for await (const raw of db().connection.collection(name).find({}, { raw: true }))
      expect((raw as unknown as Buffer).includes(before)).toBe(false);
  const [first, second] = await talksNow();
  if (!first || !second) throw new Error('A talk is gone');
  const signed = { summary: { notes: '', formatted: [], agreements: [{ text: 'Slånbär' }], hash } };
  expect(await summaryOf(platformOn(db()), first)).toMatchObject(signed);
  expect(await summaryOf(platformOn(db()), second)).toMatchObject({ summary: { notes: 'Nypon', hash } });
  expect(first).toMatchObject({ version: 1, notesErased: { why: 'next-signed' } });
  // It is as it was in the calendars, and still a talk.
  expect(first).toMatchObject({ booking: { eventId: 'held' }, unwanted: [{ eventId: 'refused' }], unwantedDue: { fence: 9 } });
  expect(first.withdrawnAt ?? null).toBeNull();
  expect(await naming('second')).toEqual(expect.arrayContaining(['agendas', 'sharedNotes', 'talks']));
});
