/** Indexes: what they forbid, and that reading through them finds the same as reading everything, with less. */
import fc from 'fast-check';
import type { Document } from 'mongodb';
import { MongoServerError } from 'mongodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { givenStore, type Given } from '#test/given/store.ts';
import { encode } from '../values/types.ts';
import { readSort } from '../query/sort.ts';
import { selectRows } from '../query/select.ts';
import { createCollection, idIndex, type Collection } from './collection.ts';
import { noDisk } from './disk.ts';
import { findRows } from './plan.ts';
import { docOf } from './row.ts';
import type { IndexSpec } from './indexes.ts';

let given: Given;
beforeAll(async () => {
  given = await givenStore();
});
afterAll(() => given.stop());

const refusal = async (work: Promise<unknown>): Promise<MongoServerError> => {
  const error: unknown = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof MongoServerError)) throw new Error('It was not refused');
  return error;
};

describe('a unique index', () => {
  it("says in MongoDB's words what was there already", async () => {
    const people = given.db.collection('people');
    await people.createIndex({ tenant: 1, 'mail.address': -1 }, { unique: true });
    await people.insertOne({ tenant: 't', mail: { address: 'a@b' } });
    const { code, message, errorResponse } = await refusal(people.insertOne({ tenant: 't', mail: { address: 'a@b' } }));
    expect(code).toBe(11000);
    expect(message).toBe(
      'E11000 duplicate key error collection: given.people index: tenant_1_mail.address_-1 dup key: { tenant: "t", mail.address: "a@b" }',
    );
    expect(errorResponse).toMatchObject({
      keyPattern: { tenant: 1, 'mail.address': -1 },
      keyValue: { tenant: 't', 'mail.address': 'a@b' },
    });
  });

  it('counts what is missing as null, numbers of all types alike, and elements of arrays one by one', async () => {
    const things = given.db.collection('things');
    await things.createIndex({ a: 1 }, { unique: true });
    await things.insertMany([{}, { a: 1 }, { a: ['x', 'x'] }]);
    for (const doc of [{ a: null }, { a: 1.0 }, { a: 'x' }, { a: ['y', 'x'] }])
      expect((await refusal(things.insertOne(doc))).code).toBe(11000);
    await things.insertOne({ a: '1' });
    expect(await things.countDocuments()).toBe(4);
  });

  it('leaves out what a sparse or partial one does not cover', async () => {
    const sparse = given.db.collection('sparse');
    await sparse.createIndex({ a: 1 }, { unique: true, sparse: true });
    await sparse.insertMany([{}, {}, { a: 1 }]);
    expect((await refusal(sparse.insertOne({ a: 1 }))).code).toBe(11000);
    const partial = given.db.collection('partial');
    await partial.createIndex({ a: 1 }, { unique: true, partialFilterExpression: { open: true } });
    await partial.insertMany([{ a: 1, open: false }, { a: 1 }, { a: 1, open: true }]);
    expect((await refusal(partial.updateOne({ open: false }, { $set: { open: true } }))).code).toBe(11000);
  });

  it('frees a value when its document changes or goes', async () => {
    const free = given.db.collection('free');
    await free.createIndex({ a: 1 }, { unique: true });
    await free.insertOne({ a: 1 });
    await free.updateOne({ a: 1 }, { $set: { a: 2 } });
    await free.insertOne({ a: 1 });
    await free.deleteOne({ a: 2 });
    await free.insertOne({ a: 2 });
    expect(await free.countDocuments()).toBe(2);
  });

  it('is not made over what breaks it, nor is any other one of that command kept half', async () => {
    const twice = given.db.collection('twice');
    await twice.insertMany([{ a: 1 }, { a: 1 }]);
    const both = twice.createIndexes([
      { key: { b: 1 }, name: 'b' },
      { key: { a: 1 }, name: 'a', unique: true },
    ]);
    expect((await refusal(both)).code).toBe(11000);
    expect((await twice.indexes()).map(({ name }) => name)).toEqual(['_id_']);
  });

  it('lists, drops and makes again', async () => {
    const listed = given.db.collection('listed');
    await listed.createIndex({ a: 1, b: -1 }, { unique: true, partialFilterExpression: { a: { $gt: 1 } } });
    expect(await listed.indexes()).toEqual([
      { v: 2, key: { _id: 1 }, name: '_id_' },
      { v: 2, key: { a: 1, b: -1 }, name: 'a_1_b_-1', unique: true, partialFilterExpression: { a: { $gt: 1 } } },
    ]);
    await listed.dropIndex('a_1_b_-1');
    await listed.createIndex({ a: 1, b: -1 });
    await expect(listed.createIndex({ a: 1, b: -1 }, { unique: true })).rejects.toMatchObject({ code: 86 });
  });
});

const index = (key: Record<string, number>, more: object = {}): IndexSpec => ({ name: Object.keys(key).join('_'), key, ...more });
function collectionOf(docs: Document[], indexes: IndexSpec[]): Collection {
  const collection = createCollection(noDisk, { id: 1, namespace: 'a.b', indexes: [idIndex, ...indexes], rows: [] });
  for (const doc of docs) collection.insert(encode(doc));
  return collection;
}
/** How many documents a query has to look at. */
const looksAt = (collection: Collection, filter: Document, sort: Document = {}): { rows: number; inOrder: boolean } => {
  const { rows, inOrder } = findRows(collection, filter, readSort(sort));
  return { rows: [...rows].length, inOrder };
};

describe('a query', () => {
  const day = (number: number): Date => new Date(Date.UTC(2026, 0, number));
  const docs = Array.from({ length: 2000 }, (_, at) => ({
    _id: at,
    tenant: `t${at % 2}`,
    owner: `o${at % 100}`,
    due: at % 10 === 0 ? { at: day(at / 10), lease: null } : null,
  }));
  const collection = collectionOf(docs, [index({ 'due.at': 1 }), index({ tenant: 1, owner: 1, 'due.at': 1 })]);

  it.each<[string, Document, Document, number, boolean]>([
    ['one _id', { _id: 7 }, {}, 1, true],
    ['some _ids', { _id: { $in: [1, 2, 99999] } }, {}, 2, false],
    ['a range of _ids', { _id: { $gte: 1990 } }, {}, 10, false],
    ['fixed fields of a compound index', { tenant: 't0', owner: 'o2' }, {}, 20, false],
    ['the first field of a compound index', { tenant: 't1' }, {}, 1000, false],
    ['due marks up to a day, by day', { 'due.at': { $lte: day(3) }, $or: [{ 'due.lease': null }] }, { 'due.at': 1 }, 4, true],
    ['fixed fields and a range', { tenant: 't0', owner: 'o0', 'due.at': { $gt: day(100) } }, { 'due.at': -1 }, 10, true],
    ['either of two', { $or: [{ _id: 1 }, { 'due.at': day(5) }] }, {}, 2, false],
    ['no index', { other: 1 }, {}, 2000, false],
  ])('looks at few documents: %s', (_name, filter, sort, rows, inOrder) => {
    expect(looksAt(collection, filter, sort)).toEqual({ rows, inOrder });
  });

  it('sorts an array by its smallest element, though the filter is met by another', () => {
    const docs = [
      { _id: 0, a: 1 },
      { _id: 1, a: [0, 1] },
    ];
    for (const specs of [[], [index({ a: 1 })]]) {
      const rows = selectRows(collectionOf(docs, specs), { a: 1 }, { sort: readSort({ a: 1, _id: 1 }), limit: 0 });
      expect(rows.map((row) => Number(docOf(row)._id))).toEqual([1, 0]);
    }
  });

  it('finds with indexes what it finds without, in the same order', () => {
    const value = fc.oneof(
      { weight: 4, arbitrary: fc.integer({ min: -2, max: 3 }) },
      fc.constantFrom(null, 'a', 'b', '', true, 1.5, day(1)),
      fc.array(fc.integer({ min: -1, max: 2 }), { maxLength: 3 }),
      fc.record({ x: fc.integer({ min: 0, max: 2 }) }),
    );
    const doc = fc.record({ a: value, b: value, c: fc.record({ d: value }, { requiredKeys: [] }) }, { requiredKeys: [] });
    const condition = fc.oneof(
      value,
      fc.record({ $gt: value }),
      fc.record({ $gte: value, $lt: value }),
      fc.record({ $lte: value }),
      fc.record({ $in: fc.array(value, { maxLength: 3 }) }),
      fc.record({ $exists: fc.boolean() }),
      fc.record({ $ne: value }),
    );
    const flat = fc.record({ a: condition, b: condition, 'c.d': condition }, { requiredKeys: [] });
    const filter = fc.oneof(
      flat,
      fc.record({ $or: fc.array(flat, { minLength: 1, maxLength: 2 }) }),
      fc.record({ a: condition, $and: fc.tuple(flat) }),
    );
    const direction = fc.constantFrom(1, -1);
    const sort = fc.oneof(
      fc.constant({}),
      fc.record({ a: direction }),
      fc.record({ a: direction, 'c.d': direction }),
      fc.record({ b: direction }),
    );
    const specs = [
      index({ a: 1 }),
      index({ a: 1, 'c.d': -1 }),
      index({ b: -1 }, { sparse: true }),
      index({ 'c.d': 1 }, { partialFilterExpression: { a: { $exists: true } } }),
    ];
    fc.assert(
      fc.property(fc.array(doc, { maxLength: 25 }), filter, sort, fc.nat(5), (given, where, by, limit) => {
        // Arrays in two fields of one index are refused by MongoDB and here.
        const docs = given.flatMap((one, at) => (Array.isArray(one.a) && Array.isArray(one.c?.d) ? [] : [{ _id: at, ...one }]));
        // Equal ones may come in any order, so _id decides.
        const window = { sort: readSort(Object.keys(by).length > 0 ? { ...by, _id: 1 } : {}), limit };
        const ids = (all: IndexSpec[]): unknown[] =>
          selectRows(collectionOf(docs, all), where, limit > 0 && window.sort.length === 0 ? {} : window).map((row) =>
            Number(docOf(row)._id),
          );
        const found = ids(specs);
        const sought = ids([]);
        expect(window.sort.length > 0 ? found : found.sort()).toEqual(window.sort.length > 0 ? sought : sought.sort());
      }),
      { numRuns: 200 },
    );
  });
});
