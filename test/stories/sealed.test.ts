/**
 * A dump of the store shows no word of what people have written, and no document without its tenant. Those who wrote it get it back as a file, and the
 * log says nothing of what was in it.
 */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { MongoClient } from 'mongodb';
import { pino } from 'pino';
import { randomUUID } from 'node:crypto';
import { addAgreement } from '#api/agreement/contract.ts';
import { answerCheckIn } from '#api/checkin/answer/contract.ts';
import { addTopic } from '#api/checkin/contract.ts';
import { addGoal } from '#api/development/goal/contract.ts';
import { savePrivateNotes } from '#api/note/contract.ts';
import { saveAnswer } from '#api/preparation/contract.ts';
import { exportJson, filesAnHour } from '#api/privacy/export/contract.ts';
import { saveAgenda } from '#api/talk/agenda/contract.ts';
import { proposeCheckIn } from '#api/talk/holding/contract.ts';
import { finishTalk, readSummary, readTalk, signTalk, startTalk } from '#api/talk/contract.ts';
import { exportOf, pageOf } from '#test/given/export.ts';
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
  'Checkinwordmispel',
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
  const topic = { topicId: randomUUID(), employeeId: erik.person.id, text: words[5] ?? '', withId: maja.person.id };
  await erik.must(addTopic, { body: topic });
  const goal = { goalId: randomUUID(), what: words[6] ?? '', why: words[6] ?? '', due: null };
  await erik.must(addGoal, { body: { ...goal, visibility: 'organisation', managerId: maja.person.id } });
  await maja.must(startTalk, { params, version: await version() });
  const notes = await openNotes(samtal.url, talkId, erik.token);
  await notes?.type(words[2] ?? '');
  notes?.close();
  const body = { agreementId: randomUUID(), text: words[3] ?? '', ownerId: erik.person.id, due: null };
  await maja.must(addAgreement, { params, body });
  const day = (await samtal.desk.clock.now()).toISOString().slice(0, 10);
  await maja.must(proposeCheckIn, { params, body: { day }, version: 0 });
  await maja.must(finishTalk, { params, version: await version() });
  const { hash, notes: read } = await erik.must(readSummary, { params });
  expect(read).toContain(words[2]);
  await erik.must(signTalk, { params, body: { hash }, version: await version() });
  const said = { how: 'stuck', need: 'talk', weeks: 0, text: words[7] ?? '' } as const;
  await erik.must(answerCheckIn, { params: { talkId, day }, body: said, version: 0 });
});
afterAll(async () => {
  await client?.close();
  await samtal?.stop();
});

/** Text as UTF-8 and UTF-16, as a search through the files of a stolen disk would look for it. */
const forms = (word: string): Buffer[] => [Buffer.from(word, 'utf8'), Buffer.from(word, 'utf16le')];

it('No word of answers, private notes, shared notes, agreements, agenda points, topics, goals, check-ins or signed content is in the store, nor any key in the clear', async () => {
  const db = client.db(samtal.platform.config.dbName);
  const names = (await db.listCollections().toArray()).map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(['talks', 'preparations', 'agreements', 'topics', 'goals', 'checkIns', 'dataKeys']));
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

/** Everything that Samtal logs meanwhile, requests included, at its most talkative. */
async function logged(act: () => Promise<unknown>): Promise<string> {
  const { log } = samtal.platform;
  const [before, lines]: [string, string[]] = [log.level, []];
  Object.assign(log, { [pino.symbols.streamSym]: { write: (line: string) => void lines.push(line) } });
  log.level = 'trace';
  await act();
  log.level = before;
  return lines.join('');
}
const without = (text: string): string[] => words.filter((word) => !text.includes(word));

it('Each of the two gets everything of theirs as a file, for programs and for people, and no word of it is in the log', async () => {
  const lines = await logged(async () => {
    const { exported, text } = await exportOf(samtal.as('erik'));
    // Not Maja's private notes; the draft that was never shared is his, though no page shows it once the talk has begun.
    expect(without(text)).toEqual([words[1]]);
    expect(exported.talks.map(({ as, facts }) => [as, facts?.employee])).toEqual([['employee', 'Erik Storm']]);
    expect(without(await pageOf(samtal.as('erik')))).toEqual([words[1]]);
    expect(without((await exportOf(samtal.as('maja'))).text)).toEqual([words[0]]);
    expect(await pageOf(samtal.as('maja'))).toContain('<html lang="sv">');
  });
  expect(lines).toContain('/api/my-data/json');
  expect(without(lines)).toEqual(words);
});

it('So many files an hour are made, then it says so, and an hour later again; nobody else is held up', async () => {
  for (let made = 2; made < filesAnHour; made += 1) await exportOf(samtal.as('erik'));
  expect(await samtal.as('erik').refused(exportJson)).toMatchObject({ status: 429, reason: 'exported-often', limit: filesAnHour });
  await exportOf(samtal.as('maja'));
  await samtal.desk.clock.pass({ hours: 1 });
  await exportOf(samtal.as('erik'));
});

it('A file that cannot be read to its end is cut off instead of ending as if it were whole, and the log says that it was, not what of it', async () => {
  const { tenantId, personId } = { tenantId: samtal.companies[0]?.tenant.id ?? '', personId: samtal.find('erik').id };
  await samtal.platform.seal.shred({ tenantId, talkId: `topics.${personId}`, authorId: personId });
  const lines = await logged(() => expect(samtal.as('erik').call(exportJson)).rejects.toThrow('terminated'));
  expect(lines).toContain('a file was cut off');
  expect(without(lines)).toEqual(words);
});
