/**
 * The next talk of its kind is signed: what was prepared and written together for the one before goes, for everybody and everywhere, and both were told before.
 * What was agreed, the signatures and their hash stay. The crash at every step is api/privacy/erasure/erase-next.test.ts.
 */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addAgreement } from '#api/agreement/contract.ts';
import { listFollowed } from '#api/agreement/following/contract.ts';
import { createAgeStep } from '#api/privacy/erasure/find-erasures.ts';
import { readKeeping } from '#api/privacy/keeping/contract.ts';
import { finishTalk, readSummary, readTalk, signTalk, type Summary } from '#api/talk/contract.ts';
import { findInHistory, readHistory } from '#api/talk/history/contract.ts';
import { listPassing, passOn, readPassed } from '#api/talk/passing/contract.ts';
import { listEnding } from '#api/talk/ending/contract.ts';
import { readRecord } from '#api/talk/signing/contract.ts';
import { readSummaryPdf } from '#api/talk/summary-file/contract.ts';
import { startUnplanned } from '#api/talk/unplanned/contract.ts';
import { exportOf, pageOf } from '#test/given/export.ts';
import { givenNewManager, givenSignedUnplanned } from '#test/given/handed-over-talk.ts';
import { openNotes } from '#test/given/notes.ts';
import { givenSamtal, type GivenSamtal } from '#test/given/samtal.ts';
import { until } from '#test/given/until.ts';

let samtal: GivenSamtal;
let [firstId, secondId] = ['', ''];
let signed: Summary;
const words = { notes: 'Nypon', agreed: 'Slånbär' };
const next = { notes: 'Hjortron', agreed: 'Åkerbär' };

const of = (talkId: string) => ({ params: { talkId } });
const erik = () => samtal.as('erik');
const henrik = () => samtal.as('henrik');
const whoseOf = () => ({ params: { employeeId: samtal.find('erik').id } });
const versionOf = async (talkId: string): Promise<number> => (await erik().must(readTalk, of(talkId))).version;
const sign = async (who: string): Promise<void> => {
  const { hash } = await samtal.as(who).must(readSummary, of(secondId));
  await samtal.as(who).must(signTalk, { ...of(secondId), body: { hash }, version: await versionOf(secondId) });
};
/** What the clock does every six hours. */
const look = async (): Promise<void> => {
  const step = createAgeStep(samtal.platform);
  while (await step());
};

beforeAll(async () => {
  samtal = await givenSamtal();
  firstId = await givenSignedUnplanned(samtal, { employee: 'erik', manager: 'maja' }, words);
  signed = await erik().must(readSummary, of(firstId));
  await givenNewManager(samtal, 'erik', 'henrik');
  secondId = (await henrik().must(startUnplanned, { body: { withId: samtal.find('erik').id } })).talkId;
  const notes = await openNotes(samtal.url, secondId, erik().token);
  await notes?.type(next.notes);
  notes?.close();
  const agreed = { agreementId: randomUUID(), text: next.agreed, ownerId: samtal.find('erik').id, due: null };
  await henrik().must(addAgreement, { ...of(secondId), body: agreed });
  const body = { what: 'shared-notes' as const, managerId: samtal.find('henrik').id };
  await erik().must(passOn, { ...of(firstId), body, version: await versionOf(firstId) });
});
afterAll(() => samtal?.stop());

it('Before they sign, Erik is told which notes go; Henrik, who cannot read them as his own, and Maja are told nothing', async () => {
  await henrik().must(finishTalk, { ...of(secondId), version: await versionOf(secondId) });
  const { startedAt, cycleName } = await erik().must(readTalk, of(firstId));
  expect(await erik().must(listEnding, of(secondId))).toEqual({ talks: [{ talkId: firstId, startedAt, cycleName }], own: false });
  expect(await henrik().must(listEnding, of(secondId))).toEqual({ talks: [], own: false });
  expect((await samtal.as('maja').refused(listEnding, of(secondId))).status).toBe(404);
  expect(await erik().must(listEnding, of(firstId))).toEqual({ talks: [], own: false });
  expect(await erik().must(readKeeping)).toEqual({ notesStayBecause: null });
});

it('Signed by one of the two, all is there: to read, to compare, to look for, and for Henrik what was passed on', async () => {
  await sign('henrik');
  await look();
  expect(await erik().must(readSummary, of(firstId))).toEqual(signed);
  expect(await henrik().must(readPassed, of(firstId))).toMatchObject({ notes: signed.formatted });
});

it('Signed by both, the notes of the first are gone, and every way to them says since when and why', async () => {
  await sign('erik');
  await look();
  samtal.platform.wake();
  const isErased = async (): Promise<boolean> => (await erik().must(readTalk, of(firstId))).notesErased !== undefined;
  await until(isErased, { message: 'the notes of the first talk are erased' });
  const none = async () => (await samtal.platform.db.connection.collection('erasures').countDocuments({ erasedAt: null })) === 0;
  await until(none, { message: 'what was found is erased' });
  const { notesErased } = await erik().must(readTalk, of(firstId));
  expect(notesErased).toMatchObject({ why: 'next-signed' });

  const { talks } = await erik().must(readHistory, whoseOf());
  expect(talks.find(({ talkId }) => talkId === firstId)).toMatchObject({ notesErased, agreements: [{ text: words.agreed }] });
  expect(talks.find(({ talkId }) => talkId === secondId)?.notesErased).toBeUndefined();
  const find = async (wanted: string) => (await erik().must(findInHistory, { ...whoseOf(), body: { words: wanted } })).found.length;
  expect([await find(words.notes), await find(words.agreed), await find(next.notes)]).toEqual([0, 1, 1]);
  expect(await henrik().must(readPassed, of(firstId))).toMatchObject({ notes: null, preparation: null, notesErased });
  const passing = await erik().must(listPassing);
  expect(passing.talks).toMatchObject([{ talkId: firstId, items: { 'shared-notes': { there: false } }, notesErased }]);
  const pdf = await erik().must(readSummaryPdf, of(firstId));
  expect(Buffer.from(pdf).subarray(0, 5).toString()).toBe('%PDF-');
  const { exported, text } = await exportOf(erik());
  expect(exported.talks.find(({ talkId }) => talkId === firstId)?.facts?.notesErasedAt).toBe(notesErased?.at);
  expect([text.includes(words.notes), text.includes(words.agreed), text.includes(next.notes)]).toEqual([false, true, true]);
  expect(await pageOf(erik())).toContain('Anteckningar och förberedelser raderade');
});

it('What both signed is as it was but for the notes: agreements, signatures, the same hash; and Henrik follows the agreement up', async () => {
  const summary = await erik().must(readSummary, of(firstId));
  expect(summary).toEqual({ ...signed, notes: '', formatted: [] });
  expect(await erik().must(readRecord, of(firstId))).toMatchObject({ intact: true, frozen: true });
  const { agreements } = await henrik().must(listFollowed, { query: { as: 'manager', show: 'all' } });
  expect(agreements.map(({ text }) => text).sort()).toEqual([words.agreed, next.agreed].sort());
  expect(await erik().must(readSummary, of(secondId))).toMatchObject({ notes: next.notes });
});
