/** What the clock does for a talk that was started over or whose time to finish is over, on a store of its own: once, whatever was killed in between. */
import { expect, it } from 'vitest';
import { createLog } from '#api/platform/log/log.ts';
import type { Platform } from '#api/platform/platform.ts';
import { dueAt } from '#api/platform/db/due.ts';
import { nobody } from '#api/platform/reading/reading.ts';
import { createSeal } from '#api/platform/seal/seal.ts';
import { findPreparation, putAnswer } from '#api/preparation/store.ts';
import { newestTemplate } from '#api/template/find-template.ts';
import { givenOwnDb } from '#test/given/own-db.ts';
import { countOverdue } from '../count-overdue.ts';
import { countTalks } from '../count-talks.ts';
import { createTalks } from '../create-talks.ts';
import { changeTalk, findTalksByIds, listTalksOf, type TalkRecord } from '../store.ts';
import { carryOutNextParting } from './carry-out-parting.ts';

const db = givenOwnDb('parting');
const tenantId = 'tenant';
const now = new Date('2027-02-15T08:00:00Z');
const erik = { tenantId, personId: 'erik' };
const question = 'proud-of';

/** Erik's talk with Maja, which has begun, with what he has prepared; changed like this. */
async function given(change: Partial<TalkRecord>): Promise<{ platform: Platform; talk: TalkRecord }> {
  const seal = createSeal(db(), { wrap: async (key) => key, unwrap: async (key) => key });
  const quiet = { clock: { now: () => now }, log: createLog('silent'), wake: () => undefined, live: null };
  const platform = { db: db(), seal, ...quiet } as unknown as Platform;
  const template = newestTemplate('development-talk');
  if (!template) throw new Error('There is no template');
  const common = { cycleName: 'Spring', template, releaseRule: 'both-released' as const, lengthMinutes: 60, time: null };
  await createTalks(platform, tenantId, [{ ...common, cycleId: 'c', employeeId: 'erik', managerId: 'maja' }]);
  const [talk] = await listTalksOf(db(), erik, 'employee');
  if (!talk) throw new Error('Erik has no talk');
  const whose = { tenantId, talkId: talk._id, side: 'employee' as const, authorId: 'erik' };
  await putAnswer(db(), whose, question, 0, { sealed: await seal.closeText(whose, 'Kantarell'), savedAt: now, hasText: true });
  const parting = { to: 'henrik', at: now, by: 'hedda', choice: null, chosenAt: null };
  const changed = await changeTalk(db(), tenantId, talk._id, talk.version, { startedAt: now, parting, partingDue: dueAt(now), ...change });
  if (!changed) throw new Error('It could not be changed');
  return { platform, talk: changed };
}

it('A talk that was started over when Samtal was killed is made afterwards, once; what Erik has written in it since stays', async () => {
  const { platform } = await given({ partedAt: now, anew: { talkId: 'anew', cycleId: 'c' }, cycleId: 'left/x' });
  const whose = { tenantId, talkId: 'anew', side: 'employee' as const, authorId: 'erik' };
  const read = async (): Promise<string> => {
    const found = await findPreparation(db(), whose);
    return platform.seal.openText(whose, found?.answers[question]?.sealed ?? Buffer.alloc(0), nobody);
  };
  expect(await carryOutNextParting(platform)).toBe(true);
  expect(await carryOutNextParting(platform)).toBe(false);
  expect(await read()).toBe('Kantarell');
  await putAnswer(db(), whose, question, 1, {
    sealed: await platform.seal.closeText(whose, 'Trattkantarell'),
    savedAt: now,
    hasText: true,
  });
  // As after a crash before the mark was taken away.
  const [old] = await findTalksByIds(
    db(),
    tenantId,
    (await listTalksOf(db(), erik, 'employee')).flatMap(({ _id, anew }) => (anew ? [_id] : [])),
  );
  await changeTalk(db(), tenantId, old?._id ?? '', old?.version ?? 0, { partingDue: dueAt(now) });
  expect(await carryOutNextParting(platform)).toBe(true);
  expect(await read()).toBe('Trattkantarell');
  const talks = await listTalksOf(db(), erik, 'employee');
  expect(talks.map(({ _id, managerId, cycleId }) => [_id === 'anew', managerId, cycleId]).sort()).toEqual([
    [false, 'maja', 'left/x'],
    [true, 'henrik', 'c'],
  ]);
});

it.each<[string, Partial<TalkRecord>, ended: boolean, told: string[]]>([
  ['ends, and both are told', {}, true, ['choice-waiting', 'talk-closed']],
  ['waits for a signature that is being given', { signing: { number: 3, at: now } }, false, []],
])('The time to finish %s', async (_what, change, ended, told) => {
  const { platform, talk } = await given(change);
  await carryOutNextParting(platform);
  const [after] = await findTalksByIds(db(), tenantId, [talk._id]);
  expect(after?.partedAt != null).toBe(ended);
  expect(after?.notices.map(({ kind }) => kind)).toEqual(told);
  expect(after?.partingDue != null).toBe(!ended);
});

it('A talk that is closed unsigned is overdue for a signature no more, and counts as one still to be had, without a time', async () => {
  const longAgo = new Date(now.getTime() - 22 * 86_400_000);
  const { platform } = await given({ startedAt: longAgo, finishedAt: longAgo, start: longAgo });
  const counted = async () => {
    const [{ departments }, { signatures }] = await Promise.all([
      countTalks(platform, tenantId, 'c'),
      countOverdue(platform, tenantId, 'c'),
    ]);
    return { ...departments[0], signatures };
  };
  expect(await counted()).toMatchObject({ talks: 1, withoutTime: 0, held: 1, planned: 0, signatures: 1 });
  await carryOutNextParting(platform);
  expect(await counted()).toMatchObject({ talks: 1, withoutTime: 1, held: 0, planned: 1, signatures: 0 });
});
