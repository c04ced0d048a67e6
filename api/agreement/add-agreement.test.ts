/** Adding an agreement on a store of its own: what happens when the answer was lost and the form is sent again. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Person } from '#api/platform/identity/actor.ts';
import { connectDb, type Db } from '#api/platform/db/db.ts';
import { createLog } from '#api/platform/log/log.ts';
import type { Platform } from '#api/platform/platform.ts';
import { createSeal } from '#api/platform/seal/seal.ts';
import { createTalks } from '#api/talk/create-talks.ts';
import { readSummary } from '#api/talk/read-summary.ts';
import { listTalksOfCycle } from '#api/talk/store.ts';
import { startTalk } from '#api/talk/start-talk.ts';
import { newestTemplate } from '#api/template/find-template.ts';
import { startStore } from '#infra/local/mongo/start.ts';
import { addAgreement } from './add-agreement.ts';
import { listAgreements } from './list-agreements.ts';

const tenantId = 'tenant';
const now = new Date('2027-02-01T08:00:00Z');
const person = (personId: string, isHr = false): Person => ({ kind: 'person', tenantId, personId, name: personId, isHr, token: '' });
const [anna, boss, hedda] = [person('anna'), person('boss'), person('hedda', true)];

let store: Awaited<ReturnType<typeof startStore>>;
let db: Db;
let platform: Platform;
let talkId: string;

beforeAll(async () => {
  store = await startStore({});
  db = await connectDb(store.uri, 'agreements');
  const seal = createSeal(db, { wrap: async (key) => key, unwrap: async (key) => key });
  const rest = { log: createLog('silent'), live: null, cards: null, wake: () => undefined };
  platform = { db, seal, clock: { now: () => now }, ...rest } as unknown as Platform;
  const template = newestTemplate('development-talk');
  if (!template) throw new Error('There is no template');
  // HR may read the notes of this talk, and not its agreements.
  const shared = { ...template, sharedWithHr: { preparation: false, notes: true, agreements: false } };
  const common = { cycleId: 'c', cycleName: 'c', template: shared, releaseRule: 'both-released' as const, lengthMinutes: 60 };
  await createTalks(platform, tenantId, [{ ...common, employeeId: 'anna', managerId: 'boss', time: null }]);
  const [talk] = await listTalksOfCycle(db, tenantId, 'c');
  talkId = talk?._id ?? '';
  const started = await startTalk(platform, boss, talkId, 1);
  expect(started.ok).toBe(true);
});
afterAll(async () => {
  await db.close();
  await store.stop();
});

it('adds once however often it is sent, and shows both when it is sent again saying something else', async () => {
  const input = { agreementId: randomUUID(), text: 'A course in spring', ownerId: 'anna', due: null };
  const first = await addAgreement(platform, anna, talkId, input);
  expect(first).toMatchObject({ ok: true, value: { text: 'A course in spring', version: 1 } });
  expect(await addAgreement(platform, anna, talkId, input)).toEqual(first);
  const edited = await addAgreement(platform, anna, talkId, { ...input, text: 'A course in spring, and time for it' });
  expect(edited).toMatchObject({ ok: false, reason: 'stale', current: { text: 'A course in spring', version: 1 } });
  const listed = await listAgreements(platform, boss, talkId);
  expect(listed).toMatchObject({ ok: true, value: { agreements: [{ text: 'A course in spring' }] } });
});

it('is hidden from HR in every form, also inside the summary, and from a colleague', async () => {
  await db.connection
    .collection('talks')
    .updateOne(
      { tenantId },
      { $set: { finishedAt: now, signatures: ['employee', 'manager'].map((side) => ({ side, personId: side, at: now, hash: '' })) } },
    );
  for (const reader of [hedda, person('colleague')]) {
    expect(await readSummary(platform, reader, talkId)).toEqual({ ok: false, reason: 'not-found' });
    expect(await listAgreements(platform, reader, talkId)).toEqual({ ok: false, reason: 'not-found' });
  }
  expect(await readSummary(platform, anna, talkId)).toMatchObject({ ok: true });
});
