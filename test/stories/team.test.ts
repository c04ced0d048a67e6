/** A manager's everyday: one row per person, a reminder to several, topics that come up between talks, and looking back over what was said. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  addTopic,
  closeTopic,
  dropTopic,
  listMyTopics,
  listTopicsOfTalk,
  listTopicsWith,
  releaseTopic,
  updateTopic,
} from '#api/checkin/contract.ts';
import { savePrivateNotes } from '#api/note/contract.ts';
import { readPreparations, releasePreparation, saveAnswer } from '#api/preparation/contract.ts';
import { remindToPrepare } from '#api/reminder/asking/contract.ts';
import { readTalk, startTalk, type Talk } from '#api/talk/contract.ts';
import { findInHistory, readHistory } from '#api/talk/history/contract.ts';
import { listTeam, type TeamRow } from '#api/talk/team/contract.ts';
import { givenLaunchedCycle, type LaunchedCycle } from '#test/given/launched-cycle.ts';
import { givenSamtal, type GivenSamtal, type Person } from '#test/given/samtal.ts';
import { until } from '#test/given/until.ts';

let samtal: GivenSamtal;
let launched: LaunchedCycle;
let talk: Talk;
let [erik, maja]: Person[] = [];

beforeAll(async () => {
  samtal = await givenSamtal();
  launched = await givenLaunchedCycle(samtal);
  talk = await launched.talkOf('erik');
  [erik, maja] = ['erik', 'maja'].map((who) => samtal.as(who));
});
afterAll(() => samtal?.stop());

const as = (who: 'erik' | 'maja'): Person => {
  const person = who === 'erik' ? erik : maja;
  if (!person) throw new Error('Nobody is here yet');
  return person;
};
const rows = async (): Promise<TeamRow[]> => (await as('maja').must(listTeam)).rows;
const rowOf = async (name: string): Promise<TeamRow | undefined> => (await rows()).find(({ person }) => person.name === name);
const employeeId = (): string => as('erik').person.id;
const raise = (who: 'erik' | 'maja', text: string, shared: boolean) =>
  as(who).must(addTopic, {
    body: { topicId: randomUUID(), employeeId: employeeId(), text, withId: shared ? as(who === 'erik' ? 'maja' : 'erik').person.id : null },
  });
const others = ['hedda', 'henrik', 'vera', 'elin'];

it('The manager sees one row per person, who needs them first, and others see their own team only', async () => {
  const team = await rows();
  expect(team.map(({ person }) => person.name)).toContain('Erik Storm');
  expect(new Set(team.map(({ person }) => person.id)).size).toBe(team.length);
  expect(await rowOf('Erik Storm')).toMatchObject({
    talk: { talkId: talk.talkId, me: 'manager' },
    lastTalkAt: null,
    openAgreements: 0,
    topics: 0,
  });
  expect((await as('erik').must(listTeam)).rows).toEqual([]);
  const ofVera = (await samtal.as('vera').must(listTeam)).rows.map(({ person }) => person.name);
  expect(ofVera).not.toContain('Erik Storm');
});

it('The employee keeps one topic and shares another; the manager sees only the shared one, and everybody else none', async () => {
  const kept = await raise('erik', 'Orolig för vintern', false);
  const shared = await raise('erik', 'Kursen i maj', true);
  expect((await as('maja').must(listTopicsWith, { params: { employeeId: employeeId() } })).topics).toMatchObject([
    { topicId: shared.topicId, text: 'Kursen i maj', by: 'employee', mine: false, authorName: 'Erik Storm' },
  ]);
  expect((await as('erik').must(listMyTopics)).topics.map(({ text }) => text).sort()).toEqual(['Kursen i maj', 'Orolig för vintern']);
  expect(await rowOf('Erik Storm')).toMatchObject({ topics: 1 });
  for (const who of others) {
    const person = samtal.as(who);
    for (const { topicId } of [kept, shared]) {
      const told = await person.refused(closeTopic, { params: { topicId }, body: { takenUp: true, talkId: null }, version: 1 });
      expect(told.status).toBe(404);
    }
    expect((await person.refused(listTopicsWith, { params: { employeeId: employeeId() } })).status).toBe(404);
    const about = { topicId: randomUUID(), employeeId: employeeId(), text: 'x', withId: null };
    expect((await person.refused(addTopic, { body: about })).status).toBe(404);
  }
  // What is kept is hidden from the manager in every way, and cannot be changed by guessing its id.
  expect((await as('maja').refused(updateTopic, { params: { topicId: kept.topicId }, body: { text: 'y' }, version: 1 })).status).toBe(404);
  expect(
    (await as('maja').refused(releaseTopic, { params: { topicId: kept.topicId }, body: { withId: employeeId() }, version: 1 })).status,
  ).toBe(404);
  expect((await as('maja').refused(dropTopic, { params: { topicId: shared.topicId }, version: 1 })).status).toBe(404);
});

it('Sent again after a lost answer a topic is there once, and two windows do not overwrite each other', async () => {
  const body = { topicId: randomUUID(), employeeId: employeeId(), text: 'Nattpassen', withId: null };
  const first = await as('maja').must(addTopic, { body });
  expect(await as('maja').must(addTopic, { body })).toEqual(first);
  expect((await as('maja').refused(addTopic, { body: { ...body, withId: employeeId() } })).reason).toBe('stale');
  const changed = await as('maja').must(updateTopic, {
    params: { topicId: body.topicId },
    body: { text: 'Nattpassen i juli' },
    version: 1,
  });
  const late = await as('maja').refused(updateTopic, { params: { topicId: body.topicId }, body: { text: 'Något annat' }, version: 1 });
  expect(late).toMatchObject({ reason: 'stale', current: { text: 'Nattpassen i juli', version: changed.version } });
  const long = await as('maja').refused(updateTopic, { params: { topicId: body.topicId }, body: { text: 'x'.repeat(2_001) }, version: 2 });
  expect(long).toMatchObject({ status: 413, reason: 'topic-too-long', limit: 2_000 });
  await as('maja').must(releaseTopic, { params: { topicId: body.topicId }, body: { withId: employeeId() }, version: 2 });
  expect((await as('erik').must(listMyTopics)).topics.map(({ text }) => text)).toContain('Nattpassen i juli');
});

it('The manager reminds everybody who has not prepared with one press, each once a day, and nobody else’s people', async () => {
  const talkIds = (await rows()).flatMap((row) => row.talk?.talkId ?? []);
  const prepared = await as('erik').must(readPreparations, { params: { talkId: talk.talkId } });
  await as('erik').must(saveAnswer, {
    params: { talkId: talk.talkId, questionId: 'proud-of' },
    body: { text: 'Mätningen vid Utö' },
    version: 0,
  });
  await as('erik').must(releasePreparation, {
    params: { talkId: talk.talkId },
    body: { withId: as('maja').person.id },
    version: prepared.mine.version,
  });
  const first = await as('maja').must(remindToPrepare, { body: { talkIds } });
  expect(first).toMatchObject({ needless: [talk.talkId], already: [] });
  expect(first.reminded).toHaveLength(talkIds.length - 1);
  const again = await as('maja').must(remindToPrepare, { body: { talkIds } });
  expect(again.already.sort()).toEqual([...first.reminded].sort());
  const one = (await rows()).find((row) => row.talk?.talkId === first.reminded[0]);
  const reached = async (): Promise<number> => {
    const feed = await samtal.desk.feed(one?.person.id ?? '');
    const chats = await samtal.desk.chats(one?.person.id ?? '');
    const messages = await Promise.all(chats.map(({ id }) => samtal.desk.messages(one?.person.id ?? '', id)));
    return feed.filter(({ type }) => type === 'preparationDue').length + messages.flat().length;
  };
  await until(async () => (await reached()) >= 1, { message: 'the reminder has come' });
  expect(await reached()).toBe(1);
  expect((await as('erik').refused(remindToPrepare, { body: { talkIds: [talk.talkId] } })).status).toBe(404);
  expect((await samtal.as('hedda').refused(remindToPrepare, { body: { talkIds } })).status).toBe(404);
  await samtal.desk.clock.pass({ days: 1 });
  expect((await as('maja').must(remindToPrepare, { body: { talkIds } })).reminded).toHaveLength(first.reminded.length);
});

it('In the talk both have the topics before them, tick one off, and find it with the talk when they look back', async () => {
  const params = { talkId: talk.talkId };
  await samtal.desk.clock.moveTo(new Date(talk.start ?? ''));
  await as('maja').must(startTalk, { params, version: (await as('maja').must(readTalk, { params })).version });
  const { topics } = await as('maja').must(listTopicsOfTalk, { params });
  const course = topics.find(({ text }) => text === 'Kursen i maj');
  const body = { takenUp: true, talkId: talk.talkId };
  const topicParams = { topicId: course?.topicId ?? '' };
  await as('maja').must(closeTopic, { params: topicParams, body, version: course?.version ?? 0 });
  const theirs = (await as('erik').must(listTopicsOfTalk, { params })).topics;
  expect(theirs.find(({ topicId }) => topicId === course?.topicId)).toMatchObject({ talkId: talk.talkId });
  expect((await as('erik').refused(updateTopic, { params: topicParams, body: { text: 'Nej' }, version: 2 })).reason).toBe('topic-taken-up');
  for (const who of ['erik', 'maja'] as const) {
    const { talks } = await as(who).must(readHistory, { params: { employeeId: employeeId() } });
    expect(talks).toMatchObject([{ talkId: talk.talkId, status: 'live', topics: [{ text: 'Kursen i maj', by: 'employee' }] }]);
  }
  expect((await rowOf('Erik Storm'))?.lastTalkAt).not.toBeNull();
});

it('Each finds what they may read by its words, their own private notes included and nobody else’s, and no word stands in an address', async () => {
  const params = { talkId: talk.talkId };
  await as('maja').must(savePrivateNotes, { params, body: { text: 'Fråga varsamt om vintern.' }, version: 0 });
  await as('erik').must(savePrivateNotes, { params, body: { text: 'Säg som det är om lönen.' }, version: 0 });
  const find = async (who: string, words: string): Promise<string[]> => {
    const { found } = await samtal.as(who).must(findInHistory, { params: { employeeId: employeeId() }, body: { words } });
    return found.flatMap(({ hits }) => hits.map(({ where, excerpt }) => `${where}: ${excerpt}`));
  };
  expect(await find('maja', 'vintern')).toEqual(['private-notes: Fråga varsamt om vintern.']);
  expect(await find('erik', 'VINTERN')).toEqual(['topics: Orolig för vintern']);
  expect(await find('erik', 'lönen är')).toEqual(['private-notes: Säg som det är om lönen.']);
  expect(await find('maja', 'lönen')).toEqual([]);
  // Shared, and the talk has started: both may read it.
  for (const who of ['erik', 'maja']) expect(await find(who, 'mätningen utö')).toEqual(['employee-preparation: Mätningen vid Utö']);
  for (const who of others) {
    const person = samtal.as(who);
    expect((await person.refused(readHistory, { params: { employeeId: employeeId() } })).status).toBe(404);
    const asked = { params: { employeeId: employeeId() }, body: { words: 'vintern' } };
    expect((await person.refused(findInHistory, asked)).status).toBe(404);
  }
});

it('Once somebody else manages the employee, what was shared before stays with nobody but the employee until it is shared again', async () => {
  const word = 'Ny båt';
  const { topicId, version } = await raise('erik', word, true);
  const db = samtal.platform.db.connection;
  // Signed by both: nothing is under way any more, and the directory decides who manages.
  const signatures = ['employee', 'manager'].map((side) => ({ side, personId: side, at: new Date(), hash: '' }));
  await db.collection('talks').updateOne({ _id: talk.talkId as never }, { $set: { finishedAt: new Date(), signatures } });
  await samtal.desk.change('erik', { manager: 'vera' });
  await samtal.readDirectory();
  const read = async (who: string) => samtal.as(who).call(listTopicsWith, { params: { employeeId: employeeId() } });
  expect((await read('maja')).status).toBe(404);
  expect((await read('vera')).text).not.toContain(word);
  const mine = async () => (await as('erik').must(listMyTopics)).topics.find((topic) => topic.topicId === topicId);
  expect(await mine()).toMatchObject({ sharedAt: null });
  // Whoever pressed "Share with Maja" on a page from before shares with nobody else.
  const asked = (name: string) => ({ params: { topicId }, body: { withId: samtal.find(name).id }, version });
  expect((await as('erik').refused(releaseTopic, asked('maja'))).reason).toBe('another-manager');
  const fresh = { topicId: randomUUID(), employeeId: employeeId(), text: `${word} igen`, withId: samtal.find('maja').id };
  expect((await as('erik').refused(addTopic, { body: fresh })).reason).toBe('another-manager');
  expect((await read('vera')).text).not.toContain(word);
  await as('erik').must(releaseTopic, asked('vera'));
  expect((await mine())?.sharedAt).not.toBeNull();
  expect((await read('vera')).text).toContain(word);
  expect((await read('maja')).status).toBe(404);
});
