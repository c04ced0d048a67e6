/** Random documents, filters and updates against a model in plain JavaScript that was written without looking at the store. */
import fc from 'fast-check';
import type { Collection } from 'mongodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { givenStore, type Given } from '#test/given/store.ts';

type Item = { _id: number; n?: number | null; tag?: string; list: number[]; in?: { x: number } };
let given: Given;
let items: Collection<Item>;
beforeAll(async () => {
  given = await givenStore();
  items = given.db.collection<Item>('items');
  await items.createIndex({ n: 1, tag: 1 });
});
afterAll(() => given.stop());

const small = fc.integer({ min: 0, max: 5 });
const tag = fc.constantFrom<string>('a', 'b', 'c');
const content = fc.record(
  { n: fc.option(small), tag, list: fc.array(small, { maxLength: 4 }), in: fc.record({ x: small }) },
  { requiredKeys: ['list'] },
);
const documents = fc.array(content, { maxLength: 8 }).map((all) => all.map((one, _id): Item => ({ _id, ...one })));

/** A filter with what it means. */
type Where = { filter: object; holds: (item: Item) => boolean };
const simple: fc.Arbitrary<Where> = fc.oneof(
  small.map((value) => ({ filter: { n: value }, holds: (item: Item) => item.n === value })),
  fc.constant({ filter: { n: null }, holds: (item: Item) => item.n === null || item.n === undefined }),
  small.map((value) => ({ filter: { n: { $gt: value } }, holds: (item: Item) => typeof item.n === 'number' && item.n > value })),
  fc.tuple(small, tag).map(([value, name]) => ({
    filter: { n: { $lte: value }, tag: name },
    holds: (item: Item) => typeof item.n === 'number' && item.n <= value && item.tag === name,
  })),
  fc
    .array(tag, { maxLength: 2 })
    .map((names) => ({ filter: { tag: { $in: names } }, holds: (item: Item) => item.tag !== undefined && names.includes(item.tag) })),
  fc
    .array(tag, { maxLength: 2 })
    .map((names) => ({ filter: { tag: { $nin: names } }, holds: (item: Item) => item.tag === undefined || !names.includes(item.tag) })),
  small.map((value) => ({ filter: { list: value }, holds: (item: Item) => item.list.includes(value) })),
  small.map((value) => ({ filter: { list: { $ne: value } }, holds: (item: Item) => !item.list.includes(value) })),
  fc.tuple(small, small).map(([low, high]) => ({
    filter: { list: { $elemMatch: { $gte: low, $lt: high } } },
    holds: (item: Item) => item.list.some((one) => one >= low && one < high),
  })),
  fc.nat(4).map((size) => ({ filter: { list: { $size: size } }, holds: (item: Item) => item.list.length === size })),
  small.map((value) => ({ filter: { 'in.x': { $lt: value } }, holds: (item: Item) => item.in !== undefined && item.in.x < value })),
  fc.boolean().map((exists) => ({ filter: { in: { $exists: exists } }, holds: (item: Item) => (item.in !== undefined) === exists })),
  fc.constant({ filter: {}, holds: () => true }),
);
const where: fc.Arbitrary<Where> = fc.oneof(
  simple,
  fc
    .tuple(simple, simple)
    .map(([a, b]) => ({ filter: { $or: [a.filter, b.filter] }, holds: (item: Item) => a.holds(item) || b.holds(item) })),
  fc
    .tuple(simple, simple)
    .map(([a, b]) => ({ filter: { $and: [a.filter, b.filter] }, holds: (item: Item) => a.holds(item) && b.holds(item) })),
  fc
    .tuple(simple, simple)
    .map(([a, b]) => ({ filter: { $nor: [a.filter, b.filter] }, holds: (item: Item) => !a.holds(item) && !b.holds(item) })),
);

/** An update with what it does. */
type Change = { update: object; apply: (item: Item) => void };
const change: fc.Arbitrary<Change> = fc.oneof(
  small.map((value) => ({ update: { $set: { n: value } }, apply: (item: Item) => void (item.n = value) })),
  fc.constant({ update: { $unset: { n: 1 } }, apply: (item: Item) => void delete item.n }),
  small.map((value) => ({ update: { $set: { 'in.x': value } }, apply: (item: Item) => void (item.in = { x: value }) })),
  small.map((value) => ({ update: { $inc: { 'in.x': value } }, apply: (item: Item) => void (item.in = { x: (item.in?.x ?? 0) + value }) })),
  small.map((value) => ({ update: { $push: { list: value } }, apply: (item: Item) => void item.list.push(value) })),
  small.map((value) => ({
    update: { $pull: { list: value } },
    apply: (item: Item) => void (item.list = item.list.filter((one) => one !== value)),
  })),
  small.map((value) => ({
    update: { $pull: { list: { $lt: value } } },
    apply: (item: Item) => void (item.list = item.list.filter((one) => one >= value)),
  })),
  small.map((value) => ({
    update: { $addToSet: { list: value } },
    apply: (item: Item) => void (item.list.includes(value) || item.list.push(value)),
  })),
  fc.tuple(fc.array(small, { maxLength: 3 }), fc.integer({ min: -3, max: 3 })).map(([added, size]) => ({
    update: { $push: { list: { $each: added, $sort: 1, $slice: size } } },
    apply: (item: Item) => {
      const all = [...item.list, ...added].sort((a, b) => a - b);
      item.list = size === 0 ? [] : size < 0 ? all.slice(size) : all.slice(0, size);
    },
  })),
  fc.constant({ update: { $pop: { list: -1 } }, apply: (item: Item) => void item.list.shift() }),
  fc.constant({ update: { $inc: { 'list.$[]': 1 } }, apply: (item: Item) => void (item.list = item.list.map((one) => one + 1)) }),
  small.map((value) => ({
    update: { $min: { 'in.x': value } },
    apply: (item: Item) => void (item.in = { x: Math.min(item.in?.x ?? value, value) }),
  })),
);

describe('random documents', () => {
  it('are found, counted, changed and removed as the model says', async () => {
    await fc.assert(
      fc.asyncProperty(documents, where, change, where, async (before, picked, changed, removed) => {
        await items.deleteMany({});
        if (before.length > 0) await items.insertMany(structuredClone(before));
        const model = structuredClone(before);
        const ids = async (filter: object): Promise<number[]> =>
          (await items.find(filter).sort({ _id: -1 }).toArray()).map(({ _id }) => _id);
        const chosen = model.filter(picked.holds);
        expect(await ids(picked.filter)).toEqual(chosen.map(({ _id }) => _id).reverse());
        expect(await items.countDocuments(picked.filter)).toBe(chosen.length);
        expect((await items.updateMany(picked.filter, changed.update)).matchedCount).toBe(chosen.length);
        chosen.forEach(changed.apply);
        const left = model.filter((item) => !removed.holds(item));
        expect((await items.deleteMany(removed.filter)).deletedCount).toBe(model.length - left.length);
        expect(await items.find().sort({ _id: 1 }).toArray()).toEqual(left);
      }),
      { numRuns: 60 },
    );
  });
});
