/** A dump of the store shows no word of what people have written, and no document without its tenant. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { MongoClient } from 'mongodb';
import { randomUUID } from 'node:crypto';
import { addAgreement } from '#api/agreement/contract.ts';
import { addTopic } from '#api/checkin/contract.ts';
import { addGoal } from '#api/development/goal/contract.ts';
import { savePrivateNotes } from '#api/note/contract.ts';
import { saveAnswer } from '#api/preparation/contract.ts';
import { saveAgenda } from '#api/talk/agenda/contract.ts';
import { finishTalk, readSummary, readTalk, signTalk, startTalk } from '#api/talk/contract.ts';
import { givenLaunchedCycle } from '#test/given/launched-cycle.ts';
import { openNotes } from '#test/given/notes.ts';
import { givenSamtal, type GivenSamtal } from '#test/given/samtal.ts';

let samtal: GivenSamtal;
let client: MongoClient;
/** Each is typed in another place. */
const words = [
  'Answerwordäpple',
  'Privatewordpäron',
  'Sharedwordkörsbär',
  'Agreementwordplommon',
  'Pointwordvinbär',
  'Topicwordkrikon',
  'Goalwordhjortron',
];

beforeAll(async () => {
  samtal = await givenSamtal();
  client = await MongoClient.connect(samtal.platform.config.mongoUri);
  const { talkId } = await (await givenLaunchedCycle(samtal)).talkOf('erik');
  const params = { talkId };
  const [erik, maja] = [samtal.as('erik'), samtal.as('maja')];
  const version = async (): Promise<number> => (await erik.must(readTalk, { params })).version;
  await erik.must(saveAnswer, { params: { talkId, questionId: 'proud-of' }, body: { text: words[0] ?? '' }, version: 0 });
  await maja.must(savePrivateNotes, { params, body: { text: words[1] ?? '' }, version: 0 });
  const points = [{ pointId: 'one', text: words[4] ?? '', minutes: 5 }];
  await maja.must(saveAgenda, { params, body: { minutes: {}, points }, version: 0 });
  const topic = { topicId: randomUUID(), employeeId: erik.person.id, text: words[5] ?? '', shared: true };
  await erik.must(addTopic, { body: topic });
  const goal = { goalId: randomUUID(), what: words[6] ?? '', why: words[6] ?? '', due: null };
  await erik.must(addGoal, { body: { ...goal, visibility: 'organisation', managerId: maja.person.id } });
  await maja.must(startTalk, { params, version: await version() });
  const notes = await openNotes(samtal.url, talkId, erik.token);
  await notes?.type(words[2] ?? '');
  notes?.close();
  const body = { agreementId: randomUUID(), text: words[3] ?? '', ownerId: erik.person.id, due: null };
  await maja.must(addAgreement, { params, body });
  await maja.must(finishTalk, { params, version: await version() });
  const { hash, notes: read } = await erik.must(readSummary, { params });
  expect(read).toContain(words[2]);
  await erik.must(signTalk, { params, body: { hash }, version: await version() });
});
afterAll(async () => {
  await client?.close();
  await samtal?.stop();
});

/** Text as UTF-8 and UTF-16, as a search through the files of a stolen disk would look for it. */
const forms = (word: string): Buffer[] => [Buffer.from(word, 'utf8'), Buffer.from(word, 'utf16le')];

it('No word of answers, private notes, shared notes, agreements, agenda points, topics, goals or signed content is in the store, nor any key in the clear', async () => {
  const db = client.db(samtal.platform.config.dbName);
  const names = (await db.listCollections().toArray()).map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(['talks', 'preparations', 'agreements', 'topics', 'goals', 'dataKeys']));
  for (const name of names) {
    for await (const raw of db.collection(name).find({}, { raw: true })) {
      for (const word of words) for (const form of forms(word)) expect((raw as unknown as Buffer).includes(form)).toBe(false);
    }
  }
});

/** Which servers are alive belongs to nobody. */
const ofNoTenant = ['instances'];

it('Every document carries its tenant', async () => {
  const db = client.db(samtal.platform.config.dbName);
  const tenant = samtal.companies[0]?.tenant.id;
  const names = (await db.listCollections().toArray()).map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining([...ofNoTenant, 'talks']));
  for (const name of names.filter((one) => !ofNoTenant.includes(one))) {
    for await (const document of db.collection(name).find()) {
      expect({ name, tenant: String((document as { tenantId?: string }).tenantId ?? document._id).startsWith(tenant ?? '-') }).toEqual({
        name,
        tenant: true,
      });
    }
  }
});
