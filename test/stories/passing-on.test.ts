/**
 * Erik has a new manager. He sees what Henrik reads of the talk with Maja by itself, adds the notes, and takes them back; Henrik reads these and nothing
 * else, and whoever comes after Henrik nothing at all.
 */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { listFollowed } from '#api/agreement/following/contract.ts';
import { addGoal } from '#api/development/goal/contract.ts';
import { savePrivateNotes } from '#api/note/contract.ts';
import { readPreparations } from '#api/preparation/contract.ts';
import { readSummary, readTalk } from '#api/talk/contract.ts';
import { findInHistory, readHistory } from '#api/talk/history/contract.ts';
import { listPassing, passOn, readPassed, takeBack, type Passable, type Passing } from '#api/talk/passing/contract.ts';
import { endpoints } from '#test/given/endpoints.ts';
import { exportOf } from '#test/given/export.ts';
import { givenNewManager, givenSignedUnplanned, givenTakenOver } from '#test/given/handed-over-talk.ts';
import { openNotes } from '#test/given/notes.ts';
import { givenSamtal, type GivenSamtal } from '#test/given/samtal.ts';

let samtal: GivenSamtal;
let talkId = '';
const words = { private: 'Lingon', notes: 'Nypon', agreed: 'Slånbär', team: 'Krusbär', own: 'Vinbär' };

const params = () => ({ talkId });
const idOf = (who: string): string => samtal.find(who).id;
const whoseOf = () => ({ params: { employeeId: idOf('erik') } });
const listOf = (who = 'erik'): Promise<Passing> => samtal.as(who).must(listPassing);
const versionOf = async (): Promise<number> => (await samtal.as('erik').must(readTalk, { params: params() })).version;
const pass = async (what: Passable, managerId = idOf('henrik'), version?: number) =>
  samtal.as('erik').call(passOn, { params: params(), body: { what, managerId }, version: version ?? (await versionOf()) });
const takeItBack = async (what: Passable) =>
  samtal.as('erik').must(takeBack, { params: params(), body: { what }, version: await versionOf() });

beforeAll(async () => {
  samtal = await givenSamtal();
  talkId = await givenSignedUnplanned(samtal, { employee: 'erik', manager: 'maja' }, words);
  for (const who of ['erik', 'maja'])
    await samtal.as(who).must(savePrivateNotes, { params: params(), body: { text: words.private }, version: 0 });
  const goal = { why: null, due: null, managerId: idOf('maja') };
  for (const [what, visibility] of [
    [words.team, 'team'],
    [words.own, 'manager'],
  ] as const)
    await samtal.as('erik').must(addGoal, { body: { ...goal, goalId: randomUUID(), what, visibility } });
});
afterAll(() => samtal?.stop());

const newManager = (who: string) => givenNewManager(samtal, 'erik', who);
const takeOver = (who: string) => givenTakenOver(samtal, { employee: 'erik', manager: who });

/** Everything about the earlier talk and about Erik that somebody is answered, by whatever endpoint that reads, and by searching. */
async function allReadBy(who: string): Promise<string> {
  const known: Record<string, string> = { talkId, employeeId: idOf('erik') };
  const paths = endpoints
    .filter(({ method, path }) => method === 'GET' && /:(talkId|employeeId)/.test(path))
    .map(({ path }) => path.replace(/:(\w+)/g, (all, name: string) => known[name] ?? all))
    .filter((path) => !path.includes(':'));
  expect(paths.length).toBeGreaterThan(15);
  const asked = paths.map((path) => samtal.as(who).request(path));
  const found = ['on', 'bär'].map((wanted) => samtal.as(who).call(findInHistory, { ...whoseOf(), body: { words: wanted } }));
  return (await Promise.all([...asked, ...found])).map(({ text }) => text).join('\n');
}
const seenOf = (text: string): string[] => Object.values(words).filter((word) => text.includes(word));

it('Before anybody has taken over there is nothing to pass on, also when the directory names Henrik already', async () => {
  const nobody = { manager: null, agreements: [], goals: [], talks: [] };
  expect(await listOf()).toEqual(nobody);
  await newManager('henrik');
  expect(await listOf()).toEqual(nobody);
  expect(await pass('shared-notes')).toMatchObject({ status: 409, problem: { reason: 'not-handed-over' } });
  expect((await samtal.as('henrik').refused(readPassed, { params: params() })).reason).toBe('not-found');
});

it('Henrik takes over: Erik sees exactly what Henrik reads by itself, and what he may add', async () => {
  await takeOver('henrik');
  const passing = await listOf();
  expect(passing).toMatchObject({
    manager: { id: idOf('henrik') },
    agreements: [{ text: words.agreed, open: true }],
    goals: [{ what: words.team, open: true }],
    talks: [
      {
        ...{ talkId, manager: { id: idOf('maja') } },
        items: { preparation: { there: false, passedAt: null }, 'shared-notes': { there: true, passedAt: null } },
      },
    ],
  });
  const { agreements } = await samtal.as('henrik').must(listFollowed, { query: { as: 'manager', show: 'all' } });
  expect(agreements.map(({ agreementId }) => agreementId)).toEqual(passing.agreements.map(({ agreementId }) => agreementId));
  expect(seenOf(await allReadBy('henrik'))).toEqual([words.agreed, words.team]);
  expect((await samtal.as('erik').must(readTalk, { params: params() })).takenOver).toMatchObject({
    manager: { id: idOf('henrik') },
    passed: [],
  });
});

it('Erik lets Henrik read the notes: Henrik reads these and nothing else, on no other way, and may not change them', async () => {
  const version = await versionOf();
  const passed = await pass('shared-notes', idOf('henrik'), version);
  expect(passed.body?.talks[0]?.items['shared-notes'].passedAt).not.toBeNull();
  // Another window that was open meanwhile is told so, and passes nothing on by accident; nor does one that names somebody else.
  const stale = { status: 412, problem: { reason: 'stale' } };
  const late = { params: params(), body: { what: 'shared-notes' as const }, version };
  expect(await samtal.as('erik').call(takeBack, late)).toMatchObject(stale);
  expect(await pass('shared-notes', idOf('vera'))).toMatchObject(stale);
  expect(await pass('preparation')).toMatchObject({ status: 409, problem: { reason: 'nothing-to-pass-on' } });
  // The same press again changes nothing.
  expect((await pass('shared-notes', idOf('henrik'), version)).status).toBe(200);

  const read = await samtal.as('henrik').must(readPassed, { params: params() });
  expect(read).toMatchObject({ employee: { id: idOf('erik') }, manager: { id: idOf('maja') }, preparation: null });
  expect(JSON.stringify(read.notes)).toContain(words.notes);
  const { talks } = await samtal.as('henrik').must(readHistory, whoseOf());
  expect(talks.find((one) => one.talkId === talkId)).toMatchObject({
    passed: ['shared-notes'],
    status: 'signed',
    checkIns: [],
    topics: [],
  });
  const { found } = await samtal.as('henrik').must(findInHistory, { ...whoseOf(), body: { words: words.notes } });
  expect(found).toMatchObject([{ talkId, hits: [{ where: 'shared-notes' }] }]);
  expect(seenOf(await allReadBy('henrik'))).toEqual([words.notes, words.agreed, words.team]);
  expect((await exportOf(samtal.as('henrik'))).text).not.toContain(words.notes);
  expect(await openNotes(samtal.url, talkId, samtal.as('henrik').token)).toBeNull();
  for (const entry of [readSummary, readPreparations, readTalk])
    expect((await samtal.as('henrik').refused(entry, { params: params() })).reason).toBe('not-found');
});

it('Nobody but Erik decides about it, and nobody else notices: Maja, Vera and HR read nothing more', async () => {
  for (const who of ['henrik', 'maja', 'vera', 'hedda', 'elin']) {
    const asked = { params: params(), body: { what: 'preparation' as const, managerId: idOf('henrik') }, version: await versionOf() };
    expect([who, (await samtal.as(who).refused(passOn, asked)).reason]).toEqual([who, 'not-found']);
    const back = { ...asked, body: { what: 'shared-notes' as const } };
    expect([who, (await samtal.as(who).refused(takeBack, back)).reason]).toEqual([who, 'not-found']);
    if (who === 'henrik') continue;
    expect([who, (await samtal.as(who).refused(readPassed, { params: params() })).reason]).toEqual([who, 'not-found']);
    expect([who, (await listOf(who)).talks]).toEqual([who, []]);
    if (['maja', 'vera'].includes(who)) expect([who, seenOf(await allReadBy(who)).includes(words.notes)]).toEqual([who, false]);
  }
  const { exported } = await exportOf(samtal.as('erik'));
  expect(exported.talks.find((one) => one.talkId === talkId)?.facts?.passedOn).toMatchObject([
    { kind: 'shared-notes', reader: 'Henrik Falk', takenBackAt: null },
  ]);
});

it('Erik takes it back: from then on Henrik finds nothing of it, and Erik still sees that it was so', async () => {
  expect((await takeItBack('shared-notes')).talks[0]?.items['shared-notes'].passedAt).toBeNull();
  expect((await samtal.as('henrik').refused(readPassed, { params: params() })).reason).toBe('not-found');
  expect(seenOf(await allReadBy('henrik'))).toEqual([words.agreed, words.team]);
  const { exported } = await exportOf(samtal.as('erik'));
  const [kept] = exported.talks.find((one) => one.talkId === talkId)?.facts?.passedOn ?? [];
  expect(kept?.takenBackAt).not.toBeNull();
});

it('What Henrik was let to read is not for Vera, who comes after him, and not for Henrik when he comes back', async () => {
  expect((await pass('shared-notes')).status).toBe(200);
  expect((await samtal.as('henrik').must(readPassed, { params: params() })).notes).not.toBeNull();
  for (const who of ['vera', 'henrik']) {
    await newManager(who);
    await takeOver(who);
    const passing = await listOf();
    expect([who, passing.manager?.id, passing.talks.at(-1)?.items['shared-notes'].passedAt]).toEqual([who, idOf(who), null]);
    for (const reader of ['vera', 'henrik'])
      expect((await samtal.as(reader).refused(readPassed, { params: params() })).reason).toBe('not-found');
    expect([who, seenOf(await allReadBy(who)).includes(words.notes)]).toEqual([who, false]);
  }
});
