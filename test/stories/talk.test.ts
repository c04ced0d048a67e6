/** The talk itself: private notes, shared notes that both type into, agreements, two signatures, and what is found afterwards. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addAgreement, listAgreements, listMyAgreements, updateAgreement } from '#api/agreement/contract.ts';
import { readCycle } from '#api/cycle/contract.ts';
import { readPrivateNotes, readSharedNotes, savePrivateNotes } from '#api/note/contract.ts';
import { findTalk, finishTalk, listTeamTalks, readSummary, readTalk, signTalk, startTalk } from '#api/talk/contract.ts';
import { givenLaunchedCycle, type LaunchedCycle } from '#test/given/launched-cycle.ts';
import { openNotes, type OpenNotes } from '#test/given/notes.ts';
import { givenSamtal, type GivenSamtal } from '#test/given/samtal.ts';
import { until } from '#test/given/until.ts';

let samtal: GivenSamtal;
let launched: LaunchedCycle;
let talkId: string;
const open: OpenNotes[] = [];

beforeAll(async () => {
  samtal = await givenSamtal();
  launched = await givenLaunchedCycle(samtal);
  const talk = await launched.talkOf('erik');
  ({ talkId } = talk);
  await samtal.desk.clock.moveTo(new Date(talk.start ?? ''));
});
afterAll(async () => {
  open.forEach((one) => one.close());
  await samtal?.stop();
});

const notesOf = async (who: string): Promise<OpenNotes> => {
  const opened = await openNotes(samtal.url, talkId, samtal.as(who).token);
  if (!opened) throw new Error(`${who} may not open the notes`);
  open.push(opened);
  return opened;
};
const read = (who: string) => samtal.as(who).must(readTalk, { params: { talkId } });

it('The manager has one overview of all own talks, with time, preparation, state and what to do next', async () => {
  const { talks } = await samtal.as('maja').must(listTeamTalks);
  expect(talks).toHaveLength(4);
  const row = talks.find((talk) => talk.talkId === talkId);
  expect(row).toMatchObject({
    employee: { name: 'Erik Storm' },
    next: 'join',
    status: 'planned',
    booking: 'booked',
    employeeReleasedAt: null,
  });
  for (const talk of talks) expect(talk).toMatchObject({ me: 'manager', lengthMinutes: 60, openAgreements: 0 });
});

it('The manager writes private notes that nobody else can fetch: not the employee, not HR, not the manager above', async () => {
  const text = 'Ask about the night watches.';
  await samtal.as('maja').must(savePrivateNotes, { params: { talkId }, body: { text }, version: 0 });
  expect(await samtal.as('maja').must(readPrivateNotes, { params: { talkId } })).toMatchObject({ text });
  expect(await samtal.as('erik').must(readPrivateNotes, { params: { talkId } })).toMatchObject({ text: '' });
  for (const who of ['hedda', 'henrik', 'vera', 'elin']) {
    expect(await samtal.as(who).refused(readPrivateNotes, { params: { talkId } })).toMatchObject({ status: 404 });
  }
});

it('In the meeting the talk is found by its chat, by its two and by nobody else', async () => {
  const { joinUrl } = await read('erik');
  const { chatId } = await samtal.desk.meeting('erik', { joinUrl: joinUrl ?? '' });
  const found = () => samtal.as('erik').must(findTalk, { query: { chatId } });
  await until(found, { message: 'Samtal is in the meeting’s chat' });
  for (const who of ['erik', 'maja']) expect(await samtal.as(who).must(findTalk, { query: { chatId } })).toMatchObject({ talkId });
  for (const who of ['elin', 'hedda']) expect((await samtal.as(who).refused(findTalk, { query: { chatId } })).status).toBe(404);
});

it('Both type into the shared notes at the same time and see each other’s text', async () => {
  const { version } = await read('maja');
  await samtal.as('maja').must(startTalk, { params: { talkId }, version });
  const [erik, maja] = await Promise.all([notesOf('erik'), notesOf('maja')]);
  await Promise.all([erik.type('The survey went well.'), maja.type('More time at sea next year.')]);
  await until(() => erik.text() === maja.text() && erik.text().includes('at sea') && erik.text().includes('went well'), {
    message: 'both see both lines',
    seen: () => [erik.text(), maja.text()],
  });
  expect((await samtal.as('erik').must(readSharedNotes, { params: { talkId } })).text.split('\n').sort()).toEqual([
    'More time at sea next year.',
    'The survey went well.',
  ]);
});

it('Nobody else gets into the shared notes while they are written', async () => {
  for (const who of ['elin', 'hedda', 'vera']) expect(await openNotes(samtal.url, talkId, samtal.as(who).token)).toBeNull();
});

it('They agree on something, with an owner and a date, and both see the same', async () => {
  const agreementId = randomUUID();
  const body = { agreementId, text: 'Two weeks on the survey ship.', ownerId: samtal.find('erik').id, due: '2027-06-30' };
  const made = await samtal.as('maja').must(addAgreement, { params: { talkId }, body });
  // The same call once more, as after a lost answer, adds nothing.
  await samtal.as('maja').must(addAgreement, { params: { talkId }, body });
  const change = { text: 'Three weeks on the survey ship.', ownerId: body.ownerId, due: body.due };
  await samtal.as('erik').must(updateAgreement, { params: { talkId, agreementId }, body: change, version: made.version });
  const seen = await Promise.all(['erik', 'maja'].map((who) => samtal.as(who).must(listAgreements, { params: { talkId } })));
  for (const { agreements } of seen) {
    expect(agreements).toMatchObject([
      { text: 'Three weeks on the survey ship.', ownerName: 'Erik Storm', due: '2027-06-30', signed: false },
    ]);
  }
});

it('The manager finishes and both sign what they have read; from then on nothing changes', async () => {
  await samtal.as('maja').must(finishTalk, { params: { talkId }, version: (await read('maja')).version });
  const { hash, agreements } = await samtal.as('erik').must(readSummary, { params: { talkId } });
  expect(agreements).toMatchObject([{ text: 'Three weeks on the survey ship.' }]);
  const wrong = await samtal
    .as('erik')
    .refused(signTalk, { params: { talkId }, body: { hash: 'a'.repeat(64) }, version: (await read('erik')).version });
  expect(wrong.reason).toBe('content-changed');
  await samtal.as('erik').must(signTalk, { params: { talkId }, body: { hash }, version: (await read('erik')).version });
  const late = { params: { talkId }, body: { agreementId: randomUUID(), text: 'One more.', ownerId: samtal.find('maja').id, due: null } };
  expect((await samtal.as('maja').refused(addAgreement, late)).status).toBe(409);
  await samtal.as('maja').must(signTalk, { params: { talkId }, body: { hash }, version: (await read('maja')).version });
  expect(await read('maja')).toMatchObject({ status: 'signed', next: 'follow-up' });
  expect((await samtal.as('maja').must(readSummary, { params: { talkId } })).hash).toBe(hash);
  const reopened = await openNotes(samtal.url, talkId, samtal.as('erik').token);
  expect(reopened?.mayWrite()).toBe(false);
  reopened?.close();
});

it('The employee finds the agreements later', async () => {
  await samtal.desk.clock.pass({ days: 90 });
  const { agreements } = await samtal.as('erik').must(listMyAgreements);
  expect(agreements).toMatchObject([{ text: 'Three weeks on the survey ship.', signed: true }]);
});

it('HR sees counts and states per department, never contents', async () => {
  const { cycleId } = launched.cycle;
  const { body, text } = await samtal.as('hedda').call(readCycle, { params: { cycleId } });
  expect(body?.departments).toContainEqual(expect.objectContaining({ department: 'Charts', talks: 5, signed: 1, planned: 4 }));
  for (const word of ['survey', 'ship', 'night watches']) expect(text).not.toContain(word);
  for (const call of [readTalk, readSummary, listAgreements, readSharedNotes]) {
    expect((await samtal.as('hedda').refused(call, { params: { talkId } })).status).toBe(404);
  }
});
