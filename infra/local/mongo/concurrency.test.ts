/** Many at once: each command happens as a whole, and nothing happens twice. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { givenStore, type Given } from '#test/given/store.ts';

let given: Given;
const dir = mkdtempSync(join(tmpdir(), 'store-'));
beforeAll(async () => {
  given = await givenStore({ dir });
});
afterAll(async () => {
  await given.stop();
  rmSync(dir, { recursive: true });
});
const times = <T>(count: number, work: (at: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, (_, at) => work(at)));

describe('at the same time', () => {
  it('a hundred increments add up to a hundred', async () => {
    const counts = given.db.collection<{ _id: number; n: number }>('counts');
    await times(100, () => counts.updateOne({ _id: 1 }, { $inc: { n: 1 } }, { upsert: true }));
    expect(await counts.findOne()).toEqual({ _id: 1, n: 100 });
  });

  it('fifty workers claim each of fifty documents once, the longest waiting first', async () => {
    const work = given.db.collection<{ _id: number; due: { at: Date; leaseUntil: Date | null; fence: number } | null }>('work');
    await work.createIndex({ 'due.at': 1 });
    const at = (minute: number): Date => new Date(Date.UTC(2026, 0, 1, 0, minute));
    await work.insertMany(Array.from({ length: 60 }, (_, _id) => ({ _id, due: { at: at(_id), leaseUntil: null, fence: 0 } })));
    const claim = () =>
      work.findOneAndUpdate(
        { 'due.at': { $lte: at(49) }, $or: [{ 'due.leaseUntil': null }, { 'due.leaseUntil': { $lte: at(50) } }] },
        { $set: { 'due.leaseUntil': at(99) }, $inc: { 'due.fence': 1 } },
        { sort: { 'due.at': 1 }, returnDocument: 'after' },
      );
    const claimed = await times(55, claim);
    const ids = claimed.flatMap((one) => (one ? [one._id] : []));
    expect(ids.sort((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, id) => id));
    expect(claimed.filter((one) => one === null).length).toBe(5);
    expect(await work.countDocuments({ 'due.fence': { $gt: 1 } })).toBe(0);
  });

  it('of fifty who insert one key, one succeeds', async () => {
    const keys = given.db.collection('keys');
    await keys.createIndex({ key: 1 }, { unique: true });
    const results = await times(50, (who) =>
      keys.insertOne({ key: 'a', who }).then(
        () => 'in',
        (error: { code: number }) => error.code,
      ),
    );
    expect(results.filter((result) => result === 'in').length).toBe(1);
    expect(results.filter((result) => result === 11000).length).toBe(49);
  });

  it('of those who change one version of a document, one does', async () => {
    const drafts = given.db.collection<{ _id: number; version: number; by?: number }>('drafts');
    await drafts.insertOne({ _id: 1, version: 1 });
    const results = await times(20, (by) => drafts.updateOne({ _id: 1, version: 1 }, { $set: { by }, $inc: { version: 1 } }));
    expect(results.reduce((sum, { modifiedCount }) => sum + modifiedCount, 0)).toBe(1);
  });
});
