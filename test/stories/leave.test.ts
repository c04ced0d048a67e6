/**
 * People leave: for 29 days everything is there for those who stay; then nothing of an employee's talks can be read by anybody or opened with anything the store
 * holds, and of a manager's only what was theirs alone is gone.
 */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addAgreement } from '#api/agreement/contract.ts';
import { addTopic } from '#api/checkin/contract.ts';
import { addGoal } from '#api/development/goal/contract.ts';
import { confirmMissing, readMissing } from '#api/people/leaving/contract.ts';
import { savePrivateNotes } from '#api/note/contract.ts';
import { readPreparations, releasePreparation, saveAnswer } from '#api/preparation/contract.ts';
import { findLeavers } from '#api/privacy/erasure/find-erasures.ts';
import { finishTalk, readSummary, readTalk, signTalk, startTalk } from '#api/talk/contract.ts';
import { readHistory } from '#api/talk/history/contract.ts';
import { exportOf } from '#test/given/export.ts';
import { givenLaunchedCycle, usualSettings, type LaunchedCycle } from '#test/given/launched-cycle.ts';
import { givenSamtal, type GivenSamtal } from '#test/given/samtal.ts';
import { until } from '#test/given/until.ts';

let samtal: GivenSamtal;
let launched: LaunchedCycle;
const talkIds: Record<string, string> = {};

beforeAll(async () => {
  samtal = await givenSamtal();
  // Far enough ahead that who has not met by then has not met when the month is over.
  const { windowFrom, windowTo } = usualSettings(new Date(samtal.startedAt.getTime() + 30 * 86_400_000));
  launched = await givenLaunchedCycle(samtal, { settings: { departments: ['Charts'], windowFrom, windowTo } });
  for (const who of ['elin', 'erik', 'emil']) talkIds[who] = (await launched.talkOf(who)).talkId;
  for (const who of ['elin', 'erik']) await holdTalk(who);
});
afterAll(() => samtal?.stop());

const idOf = (who: string): string => samtal.find(who).id;
const at = (who: string) => ({ params: { talkId: talkIds[who] ?? '' } });
/** Typed by and about somebody, in one place each. */
const word = (who: string, where: string): string => `${where}${who}word`;

/** Everything that can be written with Maja, and both sign. */
async function holdTalk(who: string): Promise<void> {
  const [employee, maja, params] = [samtal.as(who), samtal.as('maja'), at(who).params];
  const version = async (): Promise<number> => (await employee.must(readTalk, { params })).version;
  for (const [one, side, other] of [[employee, 'mine', 'maja'] as const, [maja, 'hers', who] as const]) {
    const answer = { params: { ...params, questionId: 'proud-of' }, body: { text: word(who, `answer-${side}-`) }, version: 0 };
    await one.must(saveAnswer, answer);
    const { mine } = await one.must(readPreparations, { params });
    await one.must(releasePreparation, { params, body: { withId: idOf(other) }, version: mine.version });
    await one.must(savePrivateNotes, { params, body: { text: word(who, `private-${side}-`) }, version: 0 });
  }
  const managerId = idOf('maja');
  const goal = { goalId: randomUUID(), what: word(who, 'goal-'), why: null, due: null, visibility: 'manager' as const, managerId };
  await employee.must(addGoal, { body: goal });
  await employee.must(addTopic, {
    body: { topicId: randomUUID(), employeeId: idOf(who), text: word(who, 'topic-'), withId: idOf('maja') },
  });
  await maja.must(addTopic, { body: { topicId: randomUUID(), employeeId: idOf(who), text: word(who, 'hidden-'), withId: null } });
  await maja.must(startTalk, { params, version: await version() });
  const agreed = { agreementId: randomUUID(), text: word(who, 'agreed-'), ownerId: idOf(who), due: null };
  await maja.must(addAgreement, { params, body: agreed });
  await maja.must(finishTalk, { params, version: await version() });
  for (const one of [maja, employee]) {
    const { hash } = await one.must(readSummary, { params });
    await one.must(signTalk, { params, body: { hash }, version: await version() });
  }
}

/** Where words about somebody were typed, as far as this person's own file has them. */
async function foundBy(reader: string, who: string): Promise<string[]> {
  const { text } = await exportOf(samtal.as(reader));
  return [...new Set([...text.matchAll(new RegExp(`([a-z-]+)-${who}word`, 'g'))].map(([, where = '']) => where))].sort();
}
const shared = ['agreed', 'answer-hers', 'answer-mine', 'goal'];

/** Lets days pass, looks for leavers as the clock does each hour, and waits until all that is due is erased. */
async function pass(days: number): Promise<void> {
  await samtal.desk.clock.pass({ days });
  await samtal.readDirectory();
  await findLeavers(samtal.platform);
  samtal.platform.wake();
  const none = (name: string, filter: object) => async () => (await collection(name).countDocuments(filter)) === 0;
  const now = await samtal.desk.clock.now();
  await until(none('erasures', { 'due.at': { $lte: now }, erasedAt: null }), { message: 'what was found has been looked at' });
  await until(none('talks', { unwantedDue: { $ne: null } }), { message: 'events of talks that will not be are cancelled' });
  await samtal.desk.clock.pass({ minutes: 11 });
  await until(none('erasures', { erasedAt: null }), { message: 'what was found is erased' });
}
const collection = (name: string) => samtal.platform.db.connection.collection(name);

/** Collections that name somebody or a talk, or hold one of these bytes; other than what says that it was erased. */
async function holding(needles: (string | Buffer)[]): Promise<string[]> {
  const found = new Set<string>();
  for (const { name } of await samtal.platform.db.connection.listCollections())
    if (name !== 'erasures')
      for await (const raw of collection(name).find({}, { raw: true }))
        if (needles.some((needle) => (raw as unknown as Buffer).includes(needle))) found.add(name);
  return [...found].sort();
}

/** Everything sealed in what a collection keeps of these, as a thief of the store would have it. */
async function sealedIn(name: string, filter: object): Promise<Buffer[]> {
  const found = await collection(name).find(filter).toArray();
  return found.flatMap(({ sealed }) => (sealed ? [Buffer.from((sealed as { buffer: Uint8Array }).buffer)] : []));
}

let stolen: Buffer[] = [];

it('Elin and Emil leave: they read nothing any more at once, and for 29 days whoever stays has all that they had', async () => {
  stolen = [...(await sealedIn('privateNotes', { talkId: talkIds.elin })), ...(await sealedIn('goals', { employeeId: idOf('elin') }))];
  expect(stolen).toHaveLength(3);
  const tokens = { elin: await samtal.as('elin').token(), emil: await samtal.as('emil').token() };
  for (const who of ['elin', 'emil'] as const) await samtal.desk.remove(who);
  await samtal.readDirectory();
  await samtal.desk.clock.pass({ minutes: 1 });
  expect((await samtal.as('elin').withToken(tokens.elin).refused(readSummary, at('elin'))).status).toBe(401);
  await pass(29);
  expect(await foundBy('maja', 'elin')).toEqual([...shared, 'private-hers'].sort());
  expect(await holding(stolen)).toEqual(['goals', 'privateNotes']);
});

it('Two days later nothing of Elin’s talk is there for anybody, nor a key for it in the store, and Emil’s talk is out of Maja’s calendar', async () => {
  const planned = await collection('talks').findOne({ employeeId: idOf('emil') });
  const { eventId } = (planned as unknown as { booking: { eventId: string } }).booking;
  const ahead = async () => (await samtal.desk.calendar('maja')).filter(({ id }) => id === eventId);
  expect(await ahead()).toHaveLength(1);
  await pass(2);
  for (const who of ['maja', 'vera', 'hedda']) {
    expect((await samtal.as(who).refused(readSummary, at('elin'))).status).toBe(404);
    expect(await foundBy(who, 'elin')).toEqual([]);
  }
  expect((await samtal.as('maja').refused(readHistory, { params: { employeeId: idOf('elin') } })).status).toBe(404);
  for (const who of ['elin', 'emil'])
    expect({ who, names: await holding([idOf(who), talkIds[who] ?? '', 'Elin']) }).toEqual({ who, names: [] });
  expect(await holding(stolen)).toEqual([]);
  expect(await ahead()).toEqual([]);
  expect(await foundBy('erik', 'erik')).toEqual([...shared, 'private-mine', 'topic'].sort());
});

it('Maja leaves: a month later Erik’s talk is whole, with her name on what she signed, and her private notes are gone with their key', async () => {
  const before = await samtal.as('erik').must(readSummary, at('erik'));
  const hers = await sealedIn('privateNotes', { talkId: talkIds.erik, authorId: idOf('maja') });
  expect(hers).toHaveLength(1);
  await samtal.desk.remove('maja');
  await samtal.readDirectory();
  await pass(31);
  expect(await samtal.as('erik').must(readSummary, at('erik'))).toEqual(before);
  const { manager, signatures } = await samtal.as('erik').must(readTalk, at('erik'));
  expect([manager.name, manager.jobTitle, signatures.length]).toEqual(['Maja Hallberg', '', 2]);
  expect(await foundBy('erik', 'erik')).toEqual([...shared, 'private-mine', 'topic'].sort());
  expect(await holding([...hers, samtal.find('maja').address, `${idOf('maja')}/notes`])).toEqual([]);
  expect(await collection('topics').countDocuments({ authorId: idOf('maja') })).toBe(0);
});

it('Four of those who are left are missing at once: HR is told who, nothing of theirs goes until HR says that they have left, and nobody else may say it', async () => {
  const gone = ['aino', 'erik', 'vera', 'henrik'];
  const hedda = samtal.as('hedda');
  expect((await hedda.must(readMissing)).missing).toBeNull();
  expect((await samtal.as('vera').refused(confirmMissing, { body: { until: samtal.startedAt.toISOString() } })).status).toBe(404);
  for (const who of gone) await samtal.desk.remove(who);
  await samtal.readDirectory();
  await pass(31);
  const { missing } = await hedda.must(readMissing);
  expect(missing?.people.map(({ name }) => name)).toEqual(
    gone.map((who) => samtal.find(who).name).sort((a, b) => a.localeCompare(b, 'sv')),
  );
  expect(await holding([idOf('erik')])).toEqual(expect.arrayContaining(['talks', 'privateNotes', 'goals']));
  const body = { until: missing?.until ?? '' };
  const later = { until: new Date((await samtal.desk.clock.now()).getTime() + 60_000).toISOString() };
  expect(await hedda.refused(confirmMissing, { body: later })).toMatchObject({ reason: 'wrong-input', field: 'until' });
  expect(await hedda.must(confirmMissing, { body })).toEqual({ missing: null });
  await pass(0);
  for (const who of gone) expect({ who, names: await holding([idOf(who)]) }).toEqual({ who, names: [] });
});
