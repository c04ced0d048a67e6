/**
 * Somebody leaves and takes what is theirs with them, by a link made before: opened from outside without an account, for 30 days, as the employee they were;
 * every link that opens nothing is answered alike.
 */
import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addTopic } from '#api/checkin/contract.ts';
import { addGoal } from '#api/development/goal/contract.ts';
import { savePrivateNotes } from '#api/note/contract.ts';
import { readPreparations, releasePreparation, saveAnswer } from '#api/preparation/contract.ts';
import { exportSchema } from '#api/privacy/export/contract.ts';
import { findLeavers } from '#api/privacy/erasure/find-erasures.ts';
import * as leaving from '#api/privacy/leaving/contract.ts';
import { confirmMissing } from '#api/people/leaving/contract.ts';
import { startTalk, readTalk } from '#api/talk/contract.ts';
import { outsideTheTable, storedAccesses } from '#test/given/accesses.ts';
import { endpoints } from '#test/given/endpoints.ts';
import { exportOf } from '#test/given/export.ts';
import { givenLaunchedCycle, usualSettings } from '#test/given/launched-cycle.ts';
import { loggedBy } from '#test/given/logged.ts';
import { givenSamtal, type GivenSamtal } from '#test/given/samtal.ts';
import { speakerOf, type Speaker } from '#test/given/speaker.ts';
import { until } from '#test/given/until.ts';

let samtal: GivenSamtal;
let logged: string[] = [];
const talkIds: Record<string, string> = {};
/** What they were sent while they were here. */
const told: unknown[] = [];
/** Everything that was ever a secret here. */
const secrets: string[] = [];

beforeAll(async () => {
  samtal = await givenSamtal();
  logged = loggedBy(samtal.platform);
  const { windowFrom, windowTo } = usualSettings(new Date(samtal.startedAt.getTime() + 60 * 86_400_000));
  const { talkOf } = await givenLaunchedCycle(samtal, { settings: { departments: ['Charts'], windowFrom, windowTo } });
  for (const who of ['erik', 'elin']) {
    talkIds[who] = (await talkOf(who)).talkId;
    await writeWith(who);
  }
});
afterAll(() => samtal?.stop());

const idOf = (who: string): string => samtal.find(who).id;
const word = (who: string, where: string): string => `${where}-${who}word`;
const collection = (name: string) => samtal.platform.db.connection.collection(name);

/** Everything that somebody and Maja write before and in their talk, each part to be known again. */
async function writeWith(who: string): Promise<void> {
  const params = { talkId: talkIds[who] ?? '' };
  for (const [one, side, other] of [[samtal.as(who), 'mine', 'maja'] as const, [samtal.as('maja'), 'hers', who] as const]) {
    await one.must(saveAnswer, { params: { ...params, questionId: 'proud-of' }, body: { text: word(who, `answer-${side}`) }, version: 0 });
    const { mine } = await one.must(readPreparations, { params });
    await one.must(releasePreparation, { params, body: { withId: idOf(other) }, version: mine.version });
    await one.must(savePrivateNotes, { params, body: { text: word(who, `private-${side}`) }, version: 0 });
  }
  const goal = { goalId: randomUUID(), what: word(who, 'goal'), why: null, due: null, visibility: 'manager' as const };
  await samtal.as(who).must(addGoal, { body: { ...goal, managerId: idOf('maja') } });
  const topic = { topicId: randomUUID(), employeeId: idOf(who) };
  await samtal.as(who).must(addTopic, { body: { ...topic, text: word(who, 'topic'), withId: idOf('maja') } });
  await samtal.as('maja').must(startTalk, { params, version: (await samtal.as('maja').must(readTalk, { params })).version });
}

const foundIn = (text: string): string[] => [...new Set(text.match(/[a-z-]+-[a-z]+word/g))].sort();
const own = ['answer-hers', 'answer-mine', 'goal', 'private-mine', 'topic'];
const ownOf = (who: string): string[] => own.map((where) => word(who, where));

/** Makes the link as the page does. */
async function linkOf(who: string): Promise<string> {
  const { version } = await samtal.as(who).must(leaving.readLeavingLink);
  const { link } = await samtal.as(who).must(leaving.createLeavingLink, { version });
  const { origin, pathname, search, hash } = new URL(link);
  expect([origin, pathname, search]).toEqual([samtal.platform.config.publicUrl, '/leaving', '']);
  const secret = hash.slice(1);
  expect(Buffer.from(secret, 'base64url')).toHaveLength(32);
  secrets.push(secret);
  return secret;
}

/** Somebody at a computer of their own, who has the secret and nothing else. */
const by = (secret: string): Speaker => speakerOf(samtal.url, () => Promise.resolve(secret));

const takeBy = async (secret: string): Promise<string> => {
  const { status, text, headers } = await by(secret).call(leaving.exportLeftJson);
  expect([status, headers.get('cache-control')]).toEqual([200, 'no-store']);
  return text;
};

/** The one answer, without what tells requests apart. */
async function closedBy(secret: string): Promise<void> {
  for (const entry of [leaving.readLeft, leaving.exportLeftJson, leaving.exportLeftPage]) {
    const { requestId, ...problem } = await by(secret).refused(entry);
    expect(requestId).toBeTruthy();
    expect(problem).toEqual({
      ...{ type: 'urn:samtal:link-opens-nothing', title: 'link opens nothing', status: 404, reason: 'link-opens-nothing' },
    });
  }
}

async function leave(...gone: string[]): Promise<void> {
  for (const who of gone) await samtal.desk.remove(who);
  await samtal.readDirectory();
  await samtal.desk.clock.pass({ minutes: 1 });
}

let eriks = '';
let elins = '';
let majas = '';
let before = '';

it('Erik makes himself a link: the store cannot open anything with it, nobody makes one for him, and while he works here it opens nothing', async () => {
  expect(await samtal.as('erik').must(leaving.readLeavingLink)).toEqual({ made: null, version: 0 });
  expect((await samtal.nobody.refused(leaving.createLeavingLink, { version: 0 })).status).toBe(401);
  eriks = await linkOf('erik');
  expect((await samtal.as('erik').must(leaving.readLeavingLink)).made).toMatchObject({ openings: 0, lastOpenedAt: null });
  const stored = JSON.stringify(await collection('leavingLinks').find({}).toArray());
  expect([stored.includes(idOf('erik')), stored.includes(eriks)]).toEqual([true, false]);
  await closedBy(eriks);
  // Who tries a link of his while he is here is seen by him.
  const { exported, text } = await exportOf(samtal.as('erik'));
  expect(exported.refusedAccesses).toMatchObject([{ item: 'leaving-link', act: 'export', channel: 'link', count: 3 }]);
  expect(foundIn(text)).toEqual(ownOf('erik'));
  before = text;
});

it('Two windows: the one that has not seen the newer link ends none by mistake; a new link ends the old, and what is taken back is gone', async () => {
  const emil = samtal.as('emil');
  const first = await linkOf('elin');
  elins = await linkOf('elin');
  expect(elins).not.toBe(first);
  for (const entry of [leaving.createLeavingLink, leaving.dropLeavingLink])
    expect((await samtal.as('elin').refused(entry, { version: 1 })).reason).toBe('stale');
  secrets.push(first);
  const emils = await linkOf('emil');
  told.push(...(await Promise.all(['erik', 'elin', 'emil'].flatMap((who) => [samtal.desk.feed(who), samtal.desk.mails(who)]))));
  expect(await emil.must(leaving.dropLeavingLink, { version: 1 })).toEqual({ made: null, version: 2 });
  await leave('elin', 'emil', 'erik');
  await closedBy(first);
  await closedBy(emils);
  expect(foundIn(await takeBy(elins))).toEqual(ownOf('elin'));
});

it('Erik has left and has no account: the link gives him what his own export gave, no more and no less, and it is in the access log as his', async () => {
  const { until: end, openings } = await by(eriks).must(leaving.readLeft);
  const { goneAt } = (await collection('people').findOne({ personId: idOf('erik') })) as unknown as { goneAt: Date };
  expect([end, openings]).toEqual([new Date(goneAt.getTime() + 30 * 86_400_000).toISOString(), 0]);
  const text = await takeBy(eriks);
  const [then, now] = [before, text].map((one) => exportSchema.parse(JSON.parse(one)));
  const lasting = ({ madeAt, talks, refusedAccesses, reminders, ...rest }: NonNullable<typeof then>) => ({
    ...{ ...rest, madeAt: madeAt !== '', told: reminders.length > 0, counted: refusedAccesses.length > 0 },
    talks: talks.map(({ accesses, ...talk }) => ({ ...talk, noted: (accesses ?? []).length > 0 })),
  });
  expect(now && lasting(now)).toEqual(then && lasting(then));
  expect(foundIn(text)).toEqual(ownOf('erik'));
  const { text: page, headers } = await by(eriks).call(leaving.exportLeftPage);
  expect([foundIn(page), headers.get('content-disposition')]).toEqual([ownOf('erik'), 'attachment; filename=samtal.html']);
  const entries = (await storedAccesses(samtal.platform, talkIds.erik ?? '', idOf('erik'))).filter(({ channel }) => channel === 'link');
  expect([...new Set(entries.map(({ act, relation }) => `${act} as ${relation}`))]).toEqual(['export as employee']);
  const items = entries.map(({ item }) => item);
  expect(items).toEqual(expect.arrayContaining(['preparation', 'manager-preparation', 'private-notes']));
  expect(outsideTheTable(entries)).toEqual([]);
  expect((await by(eriks).must(leaving.readLeft)).openings).toBe(2);
});

it('The link is a key to that alone: no other address takes it, and no sign-in opens a link', async () => {
  const others = endpoints.filter(({ may }) => may !== 'link' && may !== 'anyone');
  for (const { method, path, name } of others) {
    const { status } = await by(eriks).request(path.replace(/:\w+/g, randomUUID()), method === 'GET' ? {} : { method, body: {} });
    expect({ name, status }).toEqual({ name, status: 401 });
  }
  const token = await samtal.as('maja').token();
  expect(await by(token).refused(leaving.exportLeftJson)).toMatchObject({ status: 404, reason: 'link-opens-nothing' });
  expect(await samtal.nobody.refused(leaving.exportLeftJson)).toMatchObject({ status: 404, reason: 'link-opens-nothing' });
  const { status, headers } = await samtal.nobody.request('/leaving');
  const policy = headers.get('content-security-policy') ?? '';
  expect([status, headers.get('cache-control'), headers.get('referrer-policy')]).toEqual([200, 'no-store', 'no-referrer']);
  expect(policy.split(';')).toEqual(expect.arrayContaining(["frame-ancestors 'none'", "connect-src 'self'", "script-src 'self'"]));
});

it('Six files within an hour are enough, as for everybody', async () => {
  await samtal.desk.clock.pass({ hours: 2 });
  const statuses: number[] = [];
  for (let at = 0; at < 7; at += 1) statuses.push((await by(eriks).call(leaving.exportLeftJson)).status);
  expect(statuses).toEqual([200, 200, 200, 200, 200, 200, 429]);
});

it('Maja leaves two hours later: as their manager she takes nothing of her people with her', async () => {
  majas = await linkOf('maja');
  expect(foundIn((await exportOf(samtal.as('maja'))).text).length).toBeGreaterThan(0);
  await leave('maja');
  const text = await takeBy(majas);
  expect(foundIn(text)).toEqual([]);
  expect(
    exportSchema
      .parse(JSON.parse(text))
      .talks.map(({ as }) => as)
      .filter((as) => as !== 'employee'),
  ).toEqual([]);
});

it('For 30 days it opens; then it does not, before anything is erased and after all of it is, and nothing of the link is kept', async () => {
  await samtal.desk.clock.pass({ days: 29 });
  expect(foundIn(await takeBy(eriks))).toEqual(ownOf('erik'));
  await samtal.desk.clock.pass({ hours: 22 });
  await closedBy(eriks);
  const left = () => collection('leavingLinks').countDocuments({ personId: idOf('erik') });
  expect(await left()).toBe(1);
  // So many at once: nothing goes until HR says that they have left.
  await samtal.as('hedda').must(confirmMissing, { body: { until: (await samtal.desk.clock.now()).toISOString() } });
  await findLeavers(samtal.platform);
  await samtal.desk.clock.pass({ minutes: 11 });
  await until(async () => (await left()) === 0, { message: 'Erik’s link is erased with all of his' });
  await closedBy(eriks);
});

it('Whoever guesses is told nothing, is counted and soon has to wait, while whoever has a link is let in all the same', async () => {
  const answers: number[] = [];
  for (let at = 0; at < 40; at += 1) answers.push((await by(randomBytes(32).toString('base64url')).call(leaving.readLeft)).status);
  expect([...new Set(answers)]).toEqual([404, 429]);
  expect(answers.indexOf(429)).toBeLessThanOrEqual(20);
  expect(answers.slice(-20)).toEqual(Array.from({ length: 20 }, () => 429));
  expect((await by(majas).call(leaving.readLeft)).status).toBe(200);
  const counted = await collection('accessRefusals').find({ personId: 'nobody' }).toArray();
  expect(counted.map(({ count }) => count as number)).toContainEqual(expect.toSatisfy((count: number) => count >= 40));
});

it('No secret is in the log, in an address, in a notification, a mail or a call to Microsoft, nor anywhere in the store', async () => {
  expect(secrets.length).toBeGreaterThan(4);
  // Who has left has neither any more; while they were here nothing of it was told to them.
  const everyone = ['vera', 'hedda', 'aino', 'henrik'];
  told.push(...(await Promise.all(everyone.flatMap((who) => [samtal.desk.feed(who), samtal.desk.mails(who)]))));
  const { calls } = await samtal.desk.calls();
  const stored: unknown[] = [];
  for (const { name } of await samtal.platform.db.connection.listCollections()) stored.push(await collection(name).find({}).toArray());
  for (const [place, seen] of Object.entries({ logged, told, calls, stored })) {
    const text = JSON.stringify(seen);
    expect(text.length, place).toBeGreaterThan(500);
    expect({ place, found: secrets.filter((secret) => text.includes(secret)).length }).toEqual({ place, found: 0 });
  }
  expect(logged.some((line) => line.includes('/api/leaving/json'))).toBe(true);
});
