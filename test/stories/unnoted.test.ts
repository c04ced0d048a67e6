/**
 * Whoever writes is shown what they wrote, and more: that stands in the access log before anything is done. While the log takes no entries a write is refused,
 * nothing of it is stored, and the same write does what it should as soon as the log is there again.
 */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addAgreement, dropAgreement, listAgreements, updateAgreement } from '#api/agreement/contract.ts';
import { changeProgress } from '#api/agreement/following/contract.ts';
import { answerCheckIn, readCheckIns, withdrawAnswer } from '#api/checkin/answer/contract.ts';
import { readPreparations, releasePreparation, saveAnswer, withdrawPreparation } from '#api/preparation/contract.ts';
import { finishTalk, readSummary, readTalk, signTalk, startTalk } from '#api/talk/contract.ts';
import { proposeCheckIn } from '#api/talk/holding/contract.ts';
import { answerAmendment, objectToSummary, proposeAmendment } from '#api/talk/signing/contract.ts';
import { storedAccesses } from '#test/given/accesses.ts';
import { givenLaunchedCycle } from '#test/given/launched-cycle.ts';
import { givenSamtal, type GivenSamtal } from '#test/given/samtal.ts';
import { until } from '#test/given/until.ts';

let samtal: GivenSamtal;
let talkId: string;
let params: { talkId: string };
let tenantId: string;

beforeAll(async () => {
  samtal = await givenSamtal();
  const launched = await givenLaunchedCycle(samtal, { settings: { departments: ['Charts'] } });
  ({ talkId } = await launched.talkOf('erik'));
  params = { talkId };
  ({ tenantId } = samtal.find('erik'));
  for (const who of ['erik', 'maja'])
    await samtal.as(who).must(saveAnswer, { params: { talkId, questionId: 'proud-of' }, body: { text: 'Kantarell' }, version: 0 });
});
afterAll(() => samtal?.stop());

const raw = (name: string) => samtal.platform.db.connection.collection<{ _id: string }>(name);
const idOf = (who: string): string => samtal.find(who).id;

/** What the talk holds, as it lies in the store; not what the clock writes beside it, which raises the talk's version too. */
async function stored(): Promise<string> {
  const talk = (await raw('talks').findOne({ _id: talkId })) as Record<string, unknown> & { _id: string };
  const { record, signatures, signedContent, signing } = talk;
  const of = { $or: [{ talkId }, { _id: talkId }] } as never;
  const others = ['preparations', 'agreements', 'followUps', 'checkIns', 'sharedNotes'].map((name) =>
    raw(name)
      .find(of, { projection: { due: 0 } })
      .toArray(),
  );
  return JSON.stringify([{ record, signatures, signedContent, signing }, await Promise.all(others)]);
}

/** The same write twice: while somebody else's document lies where the next entry belongs, and when it is gone. An hour later, so that nothing is known already. */
async function twice(write: () => Promise<{ status: number; text?: string }>): Promise<void> {
  await samtal.desk.clock.pass({ hours: 1 });
  const next = ((await storedAccesses(samtal.platform, talkId)).at(-1)?.number ?? 0) + 1;
  const before = await stored();
  await raw('accesses').insertOne({ _id: `${tenantId}/${talkId}/${next}`, key: 'in the way' } as never);
  const refused = await write();
  await raw('accesses').deleteOne({ _id: `${tenantId}/${talkId}/${next}` });
  expect(refused).toMatchObject({ status: 503, body: null });
  expect(await stored()).toBe(before);
  expect((await write()).status).toBe(200);
  expect(await stored()).not.toBe(before);
}

const version = async (): Promise<number> => {
  const talk = (await raw('talks').findOne({ _id: talkId })) as unknown as { version: number };
  return talk.version;
};
/** With the talk's newest version, once more when the clock has raised it meanwhile. */
const guarded = (write: (version: number) => Promise<{ status: number; text?: string }>) => () =>
  until(
    async () => {
      const answer = await write(await version());
      return answer.status === 412 ? null : answer;
    },
    { message: 'it is written with the newest version' },
  );

it('Sharing a preparation, and taking it back', async () => {
  const releasedBy = (who: string, at: number) => () =>
    samtal.as(who).call(releasePreparation, { params, body: { withId: samtal.find(who === 'erik' ? 'maja' : 'erik').id }, version: at });
  await twice(releasedBy('erik', 0));
  await twice(() => samtal.as('erik').call(withdrawPreparation, { params, version: 1 }));
  await twice(releasedBy('erik', 2));
  // What Maja is shown by sharing hers is in the log before she has shared it.
  await twice(releasedBy('maja', 0));
  expect((await samtal.as('maja').must(readPreparations, { params })).theirs.answers).not.toBeNull();
});

it('Agreeing, changing it, taking it away', async () => {
  const { start } = await samtal.as('maja').must(readTalk, { params });
  await samtal.desk.clock.moveTo(new Date(start ?? ''));
  await until(async () => (await samtal.as('maja').call(startTalk, { params, version: await version() })).status === 200, {
    message: 'it has begun',
  });
  const terms = { text: 'Två veckor', ownerId: idOf('erik'), due: null };
  const [one, other] = [randomUUID(), randomUUID()];
  for (const agreementId of [one, other])
    await twice(() => samtal.as('maja').call(addAgreement, { params, body: { agreementId, ...terms } }));
  const which = { params: { talkId, agreementId: one } };
  await twice(() => samtal.as('erik').call(updateAgreement, { ...which, body: { ...terms, text: 'Tre veckor' }, version: 1 }));
  await twice(() => samtal.as('erik').call(dropAgreement, { params: { talkId, agreementId: other }, version: 1 }));
  const day = (await samtal.desk.clock.now()).toISOString().slice(0, 10);
  await samtal.as('maja').must(proposeCheckIn, { params, body: { day }, version: 0 });
  await guarded((at) => samtal.as('maja').call(finishTalk, { params, version: at }))();
});

it('Objecting, signing, and what comes after', async () => {
  const { hash } = await samtal.as('erik').must(readSummary, { params });
  const objection = { entryId: randomUUID(), hash, text: 'Nej' };
  await twice(guarded((at) => samtal.as('erik').call(objectToSummary, { params, body: objection, version: at })));
  for (const who of ['erik', 'maja'])
    await twice(guarded((at) => samtal.as(who).call(signTalk, { params, body: { hash, comment: 'Ja' }, version: at })));
  const { agreements } = await samtal.as('erik').must(listAgreements, { params });
  const agreementId = agreements[0]?.agreementId ?? '';
  const progress = { params: { talkId, agreementId }, body: { status: 'under-way' as const, note: 'Halvvägs' }, version: 0 };
  await twice(() => samtal.as('maja').call(changeProgress, progress));
  const entryId = randomUUID();
  const change = { agreementId, text: 'Fyra veckor', ownerId: idOf('erik'), due: null };
  await twice(
    guarded((at) => samtal.as('erik').call(proposeAmendment, { params, body: { entryId, text: 'Dockan', change }, version: at })),
  );
  const answer = { params: { talkId, entryId }, body: { answer: 'confirmed' as const, text: 'Gärna' } };
  await twice(guarded((at) => samtal.as('maja').call(answerAmendment, { ...answer, version: at })));
});

it('Answering a check-in, and taking the answer back', async () => {
  const { open, version: first } = await samtal.as('erik').must(readCheckIns, { params });
  const which = { talkId, day: open?.day ?? '' };
  const body = { how: 'partly', need: 'word', weeks: 4, text: 'Oxelbär' } as const;
  await twice(() => samtal.as('erik').call(answerCheckIn, { params: which, body, version: first }));
  await twice(() => samtal.as('maja').call(answerCheckIn, { params: which, body, version: first + 1 }));
  await twice(() => samtal.as('maja').call(withdrawAnswer, { params: which, version: first + 2 }));
});
