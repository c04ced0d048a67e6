/**
 * An employee gets a new manager in the middle of a talk: HR plans again, and the employee chooses to finish it with the manager who began it, for
 * fourteen days, or to start over with the new one. Nothing that was written goes to the new manager but what both have signed.
 */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addAgreement } from '#api/agreement/contract.ts';
import { listOfTalk } from '#api/agreement/following/contract.ts';
import { readCheckIns } from '#api/checkin/answer/contract.ts';
import { readCycle } from '#api/cycle/contract.ts';
import { readPrivateNotes, savePrivateNotes } from '#api/note/contract.ts';
import { readPreparations, releasePreparation, saveAnswer } from '#api/preparation/contract.ts';
import {
  bookTalk,
  findTimes,
  finishTalk,
  listMyTalks,
  listTeamTalks,
  readSummary,
  readTalk,
  signTalk,
  startTalk,
  type Talk,
} from '#api/talk/contract.ts';
import { chooseParting } from '#api/talk/hand-over/contract.ts';
import { endpoints } from '#test/given/endpoints.ts';
import { givenLaunchedCycle, type LaunchedCycle } from '#test/given/launched-cycle.ts';
import { openNotes } from '#test/given/notes.ts';
import { acceptAgain, proposeAgain } from '#test/given/planned-again.ts';
import { givenSamtal, type GivenSamtal } from '#test/given/samtal.ts';
import { until } from '#test/given/until.ts';

let samtal: GivenSamtal;
let cycle: LaunchedCycle;
const team = ['erik', 'elin', 'emil', 'aino'] as const;
type Employee = (typeof team)[number];
const talkIds = new Map<Employee, string>();
const question = 'proud-of';
const words = { answerOfErik: 'Kantarell', answerOfMaja: 'Tranbär', secretOfMaja: 'Lingon', notes: 'Nypon', agreed: 'Slånbär' };

const of = (who: Employee) => ({ params: { talkId: talkIds.get(who) ?? '' } });
const seenBy = (reader: string, who: Employee): Promise<Talk> => samtal.as(reader).must(readTalk, of(who));
/** Does something that needs the talk's newest version, which Samtal itself may change in between. */
const move = (who: Employee, entry: typeof startTalk | typeof finishTalk) =>
  until(async () => (await samtal.as('maja').call(entry, { ...of(who), version: (await seenBy('maja', who)).version })).status === 200, {
    message: `${entry.path} has been done`,
  });
const signing = async (signer: string, who: Employee, version?: number) => {
  const { hash } = await samtal.as(signer).must(readSummary, of(who));
  return { ...of(who), body: { hash }, version: version ?? (await seenBy(signer, who)).version };
};
const sign = async (signer: string, who: Employee) => samtal.as(signer).must(signTalk, await signing(signer, who));
const choosing = (who: Employee, choice: 'finish' | 'start-over', version: number) => ({ ...of(who), body: { choice }, version });
const choose = async (who: Employee, choice: 'finish' | 'start-over') =>
  samtal.as(who).must(chooseParting, choosing(who, choice, (await seenBy(who, who)).version));

beforeAll(async () => {
  samtal = await givenSamtal();
  cycle = await givenLaunchedCycle(samtal);
  for (const who of team) talkIds.set(who, (await cycle.talkOf(who)).talkId);
  const answers = { erik: words.answerOfErik, maja: words.answerOfMaja };
  for (const who of ['erik', 'maja'] as const) {
    await samtal
      .as(who)
      .must(saveAnswer, { params: { ...of('erik').params, questionId: question }, body: { text: answers[who] }, version: 0 });
    const { mine } = await samtal.as(who).must(readPreparations, of('erik'));
    await samtal.as(who).must(releasePreparation, {
      ...of('erik'),
      body: { withId: samtal.find(who === 'erik' ? 'maja' : 'erik').id },
      version: mine.version,
    });
  }
  await samtal.as('maja').must(savePrivateNotes, { ...of('erik'), body: { text: words.secretOfMaja }, version: 0 });
  for (const who of team) await move(who, startTalk);
  const notes = await openNotes(samtal.url, of('erik').params.talkId, samtal.as('erik').token);
  await notes?.type(words.notes);
  notes?.close();
  for (const who of team) {
    const body = { agreementId: randomUUID(), text: words.agreed, ownerId: samtal.find(who).id, due: null };
    await samtal.as('maja').must(addAgreement, { ...of(who), body });
    if (who !== 'erik') await move(who, finishTalk);
  }
  for (const who of team) await samtal.desk.change(who, { manager: 'henrik' });
  await samtal.readDirectory();
});
afterAll(() => samtal?.stop());

const propose = () => proposeAgain(samtal, cycle.cycle.cycleId);
/** Everything about a talk that somebody is answered, by whatever endpoint; files, which say what the summary says, are left to who may not have them. */
async function allReadBy(who: string, talkId: string): Promise<string> {
  const reads = endpoints.filter(
    ({ method, path }) =>
      method === 'GET' && path.includes(':talkId') && !path.includes(':to') && (who !== 'erik' || !path.includes('/summary/')),
  );
  return (await Promise.all(reads.map(({ path }) => samtal.as(who).request(path.replace(':talkId', talkId)))))
    .map(({ text }) => text)
    .join('\n');
}
const told = async (who: string, type: string): Promise<string[]> =>
  (await samtal.desk.feed(who)).filter((one) => one.type === type).map(({ text }) => text);
const tellsOnce = async (who: string, type: string, name: string): Promise<void> => {
  const about = async () => (await told(who, type)).filter((text) => text.includes(name));
  const texts = await until(async () => (await about()).length > 0 && about(), { message: `${who} is told: ${type}` });
  expect(texts).toHaveLength(1);
};

it('The talks of Maja’s people have begun when they get Henrik: nothing changes before HR accepts, then each of them is asked, once', async () => {
  const proposal = await propose();
  expect(proposal.handOvers).toEqual([]);
  expect(proposal.begun.map(({ employee, newManager, isHeld, until: day }) => [employee.id, newManager.name, isHeld, day])).toEqual(
    expect.arrayContaining([
      [samtal.find('erik').id, 'Henrik Falk', false, null],
      [samtal.find('elin').id, 'Henrik Falk', true, null],
    ]),
  );
  expect((await seenBy('erik', 'erik')).parting).toBeUndefined();
  const { version } = await seenBy('erik', 'erik');
  expect((await samtal.as('erik').refused(chooseParting, choosing('erik', 'start-over', version))).reason).toBe('choice-over');
  await acceptAgain(samtal, cycle.cycle.cycleId, proposal);
  for (const who of team) await tellsOnce(who, 'choiceWaiting', 'Henrik');
  const { parting, status } = await seenBy('erik', 'erik');
  expect({ status, parting }).toMatchObject({
    status: 'live',
    parting: { newManager: { name: 'Henrik Falk' }, choice: null, choices: ['finish', 'start-over'], isOver: false, anewId: null },
  });
  expect((await seenBy('maja', 'erik')).parting).toMatchObject({ until: parting?.until, choices: [] });
  const asked = (await propose()).begun;
  expect([asked.length, asked.filter((one) => one.until === null), asked.some((one) => one.until === parting?.until)]).toEqual([
    4,
    [],
    true,
  ]);
});

it('The choice is the employee’s alone, and a signature that lands first wins over it', async () => {
  const { version } = await seenBy('elin', 'elin');
  for (const who of ['maja', 'henrik', 'hedda', 'erik', 'vera'])
    expect([who, (await samtal.as(who).refused(chooseParting, choosing('elin', 'start-over', version))).reason]).toEqual([
      who,
      'not-found',
    ]);
  await sign('maja', 'elin');
  expect((await samtal.as('elin').refused(chooseParting, choosing('elin', 'start-over', version))).reason).toBe('stale');
  // At the very same moment one of the two is done, and never both.
  const before = await seenBy('aino', 'aino');
  const [signed, over] = await Promise.all([
    samtal.as('maja').call(signTalk, await signing('maja', 'aino', before.version)),
    samtal.as('aino').call(chooseParting, choosing('aino', 'start-over', before.version)),
  ]);
  const after = await seenBy('aino', 'aino');
  expect([signed.status === 200, over.status === 200].filter(Boolean)).toHaveLength(1);
  expect([after.signatures.length > 0, after.status]).toEqual(signed.status === 200 ? [true, 'held'] : [false, 'closed']);
});

it('Erik starts over: a talk with Henrik without a time, his preparation in it for himself alone, and pressing twice is one talk', async () => {
  const { version } = await seenBy('erik', 'erik');
  const [anew, again] = [
    await choose('erik', 'start-over'),
    await samtal.as('erik').must(chooseParting, choosing('erik', 'start-over', version)),
  ];
  expect(again.talkId).toBe(anew.talkId);
  expect(anew).toMatchObject({
    ...{ status: 'planned', next: 'find-time', start: null, cycleId: cycle.cycle.cycleId, manager: { name: 'Henrik Falk' } },
    startedOver: { from: { id: samtal.find('maja').id } },
  });
  const { mine, theirs } = await samtal.as('erik').must(readPreparations, { params: { talkId: anew.talkId } });
  expect(mine).toMatchObject({ answers: [{ text: words.answerOfErik }], releasedAt: null, open: true });
  expect(theirs.answers).toBeNull();
  expect((await samtal.as('henrik').must(listTeamTalks)).talks.map(({ talkId }) => talkId)).toContain(anew.talkId);
  await tellsOnce('henrik', 'talkTakenOver', 'Erik');
  await tellsOnce('maja', 'talkClosed', 'Erik');
  for (const talkId of [anew.talkId, of('erik').params.talkId]) {
    const seen = await allReadBy('henrik', talkId);
    expect(Object.entries(words).filter(([, word]) => seen.includes(word))).toEqual([]);
  }
  const { departments, progress } = await samtal.as('hedda').must(readCycle, { params: { cycleId: cycle.cycle.cycleId } });
  expect(departments?.find(({ department }) => department === 'Charts')?.talks).toBe(
    cycle.cycle.departments?.find((one) => one.department === 'Charts')?.talks,
  );
  // Erik was told of a time that is gone: he counts among the told no more than among the booked.
  expect(progress?.booked).toBeLessThan(cycle.cycle.progress?.booked ?? 0);
  expect(progress?.notified).toBeLessThanOrEqual(progress?.booked ?? 0);
});

it('The talk that he had begun is closed: he reads it all, Maja only her private notes, and nobody writes in it', async () => {
  const { talkId } = of('erik').params;
  expect(await seenBy('erik', 'erik')).toMatchObject({ status: 'closed', next: 'wait', parting: { choices: [], isOver: true } });
  const own = await allReadBy('erik', talkId);
  for (const word of [words.answerOfErik, words.answerOfMaja, words.notes, words.agreed]) expect(own).toContain(word);
  const seen = await allReadBy('maja', talkId);
  expect(Object.entries(words).filter(([, word]) => seen.includes(word))).toEqual([['secretOfMaja', words.secretOfMaja]]);
  expect((await samtal.as('maja').must(listTeamTalks)).talks.map((one) => one.talkId)).not.toContain(talkId);
  const body = { text: 'Mer' };
  expect((await samtal.as('maja').refused(savePrivateNotes, { ...of('erik'), body, version: 1 })).reason).toBe('notes-closed');
  const notes = await openNotes(samtal.url, talkId, samtal.as('erik').token);
  expect(notes?.mayWrite()).toBe(false);
  notes?.close();
  expect(await openNotes(samtal.url, talkId, samtal.as('maja').token)).toBeNull();
  // No signature will ever open a check-in of it.
  expect(await samtal.as('erik').must(readCheckIns, of('erik'))).toMatchObject({ closed: 'handed-over' });
  const agreed = { agreementId: randomUUID(), text: 'Mer', ownerId: samtal.find('erik').id, due: null };
  expect((await samtal.as('erik').call(addAgreement, { ...of('erik'), body: agreed })).status).toBeGreaterThanOrEqual(400);
});

it('Erik finds the time of the new talk himself, and it is booked with Henrik', async () => {
  const { talkId } = (await samtal.as('erik').must(listMyTalks)).talks.find(({ startedOver }) => startedOver) ?? { talkId: '' };
  const { times } = await samtal.as('erik').must(findTimes, { params: { talkId }, query: {} });
  const { version } = await samtal.as('erik').must(readTalk, { params: { talkId } });
  const [first] = times;
  await samtal.as('erik').must(bookTalk, { params: { talkId }, body: { start: first?.start ?? '' }, version });
  const booked = await until(
    async () => {
      const talk = await samtal.as('henrik').must(readTalk, { params: { talkId } });
      return talk.booking === 'booked' && talk;
    },
    { message: 'it is booked' },
  );
  expect(booked.start).toBe(first?.start);
  const events = (await samtal.desk.calendar(samtal.find('henrik').id)).filter(
    ({ html, isCancelled }) => html.includes(talkId) && !isCancelled,
  );
  expect(events).toHaveLength(1);
});

it('Elin finishes with Maja, and both sign: when the fourteen days are over Henrik reads what they agreed, and Maja nothing', async () => {
  expect((await choose('elin', 'finish')).parting).toMatchObject({ choice: 'finish', choices: ['start-over'] });
  await sign('elin', 'elin');
  expect(await seenBy('maja', 'elin')).toMatchObject({ status: 'signed' });
  expect((await samtal.as('henrik').refused(listOfTalk, of('elin'))).reason).toBe('not-found');
  const { version } = await seenBy('elin', 'elin');
  expect((await samtal.as('elin').refused(chooseParting, choosing('elin', 'start-over', version))).reason).toBe('choice-over');
  await samtal.desk.clock.pass({ days: 14 });
  const agreements = await until(async () => (await samtal.as('henrik').call(listOfTalk, of('elin'))).body?.agreements, {
    message: 'the talk is handed over',
  });
  expect(agreements.map(({ text }) => text)).toEqual([words.agreed]);
  expect((await samtal.as('maja').refused(readTalk, of('elin'))).reason).toBe('not-found');
  expect((await samtal.as('maja').refused(listOfTalk, of('elin'))).reason).toBe('not-found');
  await tellsOnce('maja', 'talkHandedOver', 'Elin');
});

it('Emil has not chosen when they are over: the talk is closed for Maja, goes to nobody, and he may start over', async () => {
  const seen = await until(
    async () => {
      const talk = await seenBy('emil', 'emil');
      return talk.status === 'closed' && talk;
    },
    { message: 'the time to finish is over' },
  );
  expect(seen.parting).toMatchObject({ choice: null, choices: ['start-over'], isOver: true, anewId: null });
  expect((await samtal.as('maja').refused(readTalk, of('emil'))).reason).toBe('not-found');
  expect(await allReadBy('henrik', of('emil').params.talkId)).not.toContain(words.agreed);
  expect((await samtal.as('emil').call(signTalk, await signing('emil', 'emil'))).status).toBe(404);
  await until(async () => (await told('emil', 'choiceWaiting')).length === 2, { message: 'Emil is told once more' });
  const anew = await choose('emil', 'start-over');
  expect(anew).toMatchObject({ status: 'planned', manager: { name: 'Henrik Falk' } });
  expect((await seenBy('emil', 'emil')).parting?.anewId).toBe(anew.talkId);
  await tellsOnce('henrik', 'talkTakenOver', 'Emil');
  await tellsOnce('maja', 'talkClosed', 'Emil');
});

it('Thirty days after Erik has started over nothing of the old talk is left to Maja', async () => {
  expect((await samtal.as('maja').must(readPrivateNotes, of('erik'))).text).toBe(words.secretOfMaja);
  await samtal.desk.clock.pass({ days: 16 });
  expect((await samtal.as('maja').refused(readPrivateNotes, of('erik'))).reason).toBe('not-found');
});
