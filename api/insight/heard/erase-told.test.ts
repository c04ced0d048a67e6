/** That an employee wanted the manager to know is a signal: it goes after 90 days, unless somebody in its talk is under a legal hold. */
import { expect, it } from 'vitest';
import { createLog } from '#api/platform/log/log.ts';
import type { Platform } from '#api/platform/platform.ts';
import { givenOwnDb } from '#test/given/own-db.ts';
import { eraseOldTold } from './erase-told.ts';
import { findTold, writeTold } from './store.ts';

const db = givenOwnDb('told');
const tenantId = 'tenant';
const now = new Date('2028-03-31T10:00:00Z');
const daysAgo = (days: number): Date => new Date(now.getTime() - days * 86_400_000);

const round = (at: Date, legalHold: string[] = []): Promise<boolean> =>
  eraseOldTold({
    ...{ db: db(), clock: { now: () => at }, log: createLog('silent'), config: { tenants: [tenantId], legalHold } },
  } as unknown as Platform);
const left = async (): Promise<string[]> => {
  const talks = ['fresh', 'held', 'earlier', 'old'];
  const told = await Promise.all(talks.map((talkId) => findTold(db(), tenantId, talkId)));
  return talks.filter((_talk, at) => told[at]);
};

it('It goes after 90 days, what was told before that was noted as well, and nothing of a talk with somebody under a hold', async () => {
  for (const [talkId, days] of Object.entries({ fresh: 89, held: 91, old: 91 })) await writeTold(db(), tenantId, talkId, daysAgo(days));
  await db()
    .connection.collection('heardTold')
    .insertOne({ _id: 'earlier' as never, tenantId });
  await db()
    .connection.collection('talks')
    .insertOne({ _id: 'held' as never, tenantId, employeeId: 'erik', managerId: 'maja' });
  await round(now, ['maja']);
  expect(await left()).toEqual(['fresh', 'held', 'earlier']);
  await round(now);
  expect(await left()).toEqual(['fresh', 'earlier']);
  await round(daysAgo(-2));
  expect(await left()).toEqual(['earlier']);
  await round(daysAgo(-91));
  expect(await left()).toEqual([]);
});
