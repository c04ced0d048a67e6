/** A preparation in the store: what its first answer makes, whether it has text or not, and what may not be written over. */
import { expect, it } from 'vitest';
import { givenOwnDb } from '#test/given/own-db.ts';
import { findPreparation, listPreparationFacts, putAnswer, putRelease, type Whose } from './store.ts';

const db = givenOwnDb('preparation');
const whose: Whose = { tenantId: 'ten', talkId: 'talk', side: 'employee', authorId: 'erik' };
const savedAt = new Date('2026-11-26T10:00:00Z');

const save = (questionId: string, text: string, version: number): Promise<boolean> =>
  putAnswer(db(), whose, questionId, version, { sealed: Buffer.from(text), savedAt, hasText: text !== '' });
const answered = async (): Promise<number[]> => (await listPreparationFacts(db(), 'ten', ['talk'])).map((facts) => facts.answered);

it.each([
  ['with text', 'proud of the harvest', 1],
  ['emptied before anything was stored', '', 0],
])('is made by its first answer: %s', async (_which, text, count) => {
  expect(await save('proud-of', text, 0)).toBe(true);
  const answers = { 'proud-of': { sealed: Buffer.from(text), version: 1, savedAt } };
  const found = await findPreparation(db(), whose);
  expect(found).toMatchObject({ ...whose, answers, releasedAt: null, releasedTo: null, version: 0 });
  expect(found?.answered).toEqual(count > 0 ? ['proud-of'] : []);
  expect(await answered()).toEqual([count]);
});

it('counts each question once, and no more when its answer is emptied', async () => {
  await save('proud-of', 'one', 0);
  await save('learned', '', 0);
  await save('proud-of', 'two', 1);
  await save('learned', 'three', 1);
  expect(await answered()).toEqual([2]);
  await save('proud-of', '', 2);
  expect(await answered()).toEqual([1]);
});

it('is not written over by who has not seen the newest answer, nor after its release', async () => {
  await save('proud-of', 'one', 0);
  expect([await save('proud-of', 'blind', 0), await save('proud-of', 'early', 2)]).toEqual([false, false]);
  await putRelease(db(), whose, 0, { releasedAt: savedAt, releasedTo: 'maja' }, ['proud-of']);
  expect([await save('proud-of', 'late', 1), await save('learned', 'late', 0)]).toEqual([false, false]);
  expect((await findPreparation(db(), whose))?.answers).toMatchObject({ 'proud-of': { sealed: Buffer.from('one'), version: 1 } });
});
