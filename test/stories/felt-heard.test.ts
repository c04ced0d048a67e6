/** After the talk: two questions that nobody can be found by, the choice to have one's manager know, and hints at talks worth a second look. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { MongoClient } from 'mongodb';
import { answerQuestions, changeTold, listFigures, listTeamFigures, readHeard, type Reply } from '#api/insight/heard/contract.ts';
import { quarterOf } from '#api/insight/heard/rules.ts';
import { addToCounts } from '#api/insight/heard/store.ts';
import { countSigns, listSigns } from '#api/insight/weak/contract.ts';
import { finishTalk, readSummary, readTalk, signTalk, startTalk } from '#api/talk/contract.ts';
import { givenLaunchedCycle, type LaunchedCycle } from '#test/given/launched-cycle.ts';
import { givenSamtal, type GivenSamtal } from '#test/given/samtal.ts';
import { until } from '#test/given/until.ts';

let samtal: GivenSamtal;
let launched: LaunchedCycle;
const talkIds: Record<string, string> = {};
/** The five of Charts: Maja, its head, has her own talk with Vera. */
const charts = { erik: 'maja', elin: 'maja', emil: 'maja', aino: 'maja', maja: 'vera' };
const of = (employee: string) => ({ params: { talkId: talkIds[employee] ?? '' } });

beforeAll(async () => {
  samtal = await givenSamtal();
  launched = await givenLaunchedCycle(samtal, { settings: { departments: ['Charts'] } });
  for (const [employee, manager] of Object.entries(charts)) {
    const { talkId } = await launched.talkOf(employee);
    talkIds[employee] = talkId;
    for (const entry of [startTalk, finishTalk])
      await until(
        async () => {
          const { version } = await samtal.as(manager).must(readTalk, of(employee));
          return (await samtal.as(manager).call(entry, { ...of(employee), version })).status === 200;
        },
        { message: `${entry.path} has been done` },
      );
  }
});
afterAll(() => samtal?.stop());

const sign = async (employee: string, who = employee) => {
  const { hash } = await samtal.as(who).must(readSummary, of(employee));
  const { version } = await samtal.as(who).must(readTalk, of(employee));
  await samtal.as(who).must(signTalk, { ...of(employee), body: { hash }, version });
};
const answer = (who: string, heard: Reply, about = who) =>
  samtal.as(who).call(answerQuestions, { ...of(about), body: { heard, next: 'yes' as const } });

it('Whoever has signed is asked, once, and only they', async () => {
  expect(await samtal.as('erik').must(readHeard, of('erik'))).toEqual({ open: false, answered: false, told: false });
  expect((await answer('erik', 'no')).status).toBe(404);
  await sign('erik');
  expect((await answer('erik', 'no')).body).toEqual({ open: true, answered: true, told: false });
  // A second answer, as after a lost reply, is not counted: the counts below say so.
  expect((await answer('erik', 'yes')).status).toBe(200);
  expect((await answer('maja', 'yes', 'erik')).status).toBe(404);
  for (const who of ['elin', 'vera', 'hedda', 'henrik']) expect((await answer(who, 'yes', 'erik')).status).toBe(404);
});

it('The employee has the manager know, and takes it back; nobody else sees it', async () => {
  const signs = async () => (await samtal.as('maja').must(listSigns, of('erik'))).signs;
  expect(await signs()).not.toContain('not-heard');
  expect(await samtal.as('erik').must(changeTold, { ...of('erik'), body: { told: true } })).toMatchObject({ told: true });
  expect(await signs()).toContain('not-heard');
  for (const who of ['elin', 'vera', 'hedda', 'henrik', 'erik'])
    expect((await samtal.as(who).refused(listSigns, of('erik'))).status).toBe(404);
  for (const who of ['maja', 'vera', 'hedda'])
    expect((await samtal.as(who).refused(changeTold, { ...of('erik'), body: { told: false } })).status).toBe(404);
  await samtal.as('erik').must(changeTold, { ...of('erik'), body: { told: false } });
  expect(await signs()).not.toContain('not-heard');
});

it('HR sees five together when the quarter is over, and no name; four, or a quarter that goes on, not at all', async () => {
  const now = await samtal.desk.clock.now();
  for (const who of ['elin', 'emil', 'aino', 'maja']) {
    await sign(who);
    expect((await answer(who, 'yes')).status).toBe(200);
  }
  expect((await samtal.as('hedda').must(listFigures)).quarters).toEqual([]);
  await samtal.desk.clock.pass({ days: 93 });
  const { body, text } = await samtal.as('hedda').call(listFigures, {});
  const heard = { yes: 4, partly: 0, no: 1 };
  const group = { side: 'employee', department: 'Charts', people: 5, heard, next: { yes: 5, partly: 0, no: 0 } };
  expect(body?.quarters).toEqual([{ quarter: quarterOf(now), groups: [group] }]);
  expect(text).not.toMatch(/Erik|Maja/);
  expect((await samtal.as('maja').refused(listFigures)).status).toBe(404);
  // Maja is one of the five, and knows her own answer: it takes one more.
  expect((await samtal.as('maja').must(listTeamFigures)).quarters).toEqual([]);
  const place = { tenantId: samtal.find('erik').tenantId, quarter: quarterOf(now), side: 'employee' as const, department: 'Charts' };
  await addToCounts(samtal.platform.db, place, { heard: 'partly', next: 'no' }, 1);
  const own = await samtal.as('maja').must(listTeamFigures);
  expect(own.quarters.map(({ groups }) => groups.map(({ people }) => people))).toEqual([[6]]);
  for (const who of ['vera', 'erik']) expect((await samtal.as(who).must(listTeamFigures)).quarters).toEqual([]);
});

it('A talk without agreements, too short or long unsigned is hinted at to its manager; HR is told of no fewer than five', async () => {
  expect((await samtal.as('maja').must(listSigns, of('erik'))).signs).toEqual(['no-agreements', 'short', 'unsigned']);
  await sign('erik', 'maja');
  expect((await samtal.as('maja').must(listSigns, of('erik'))).signs).toEqual(['no-agreements', 'short']);
  const call = { params: { cycleId: launched.cycle.cycleId } };
  // All five talks show it: that would be said of each of them.
  expect((await samtal.as('hedda').must(countSigns, call)).signs.map(({ atLeast }) => atLeast)).toEqual([null, null, null]);
  expect((await samtal.as('maja').refused(countSigns, call)).status).toBe(404);
});

it('In the store no answer is beside a talk or a person', async () => {
  const client = await MongoClient.connect(samtal.platform.config.mongoUri);
  const db = client.db(samtal.platform.config.dbName);
  const kept = JSON.stringify([await db.collection('heardMarks').find().toArray(), await db.collection('heardCounts').find().toArray()]);
  await client.close();
  // Five answers and five people.
  expect(kept.match(/"_id"/g)).toHaveLength(11);
  for (const who of Object.keys(charts)) {
    expect(kept).not.toContain(samtal.find(who).id);
    expect(kept).not.toContain(talkIds[who]);
  }
});
