/** Questions that write: every update operator, upserts, findAndModify, deletes, batches. */
import { Decimal128, Double, Int32, Long } from 'mongodb';
import { update, writes, type Case } from './case.ts';

const doc = {
  _id: 1,
  n: 5,
  s: 'x',
  list: [3, 1, 2],
  in: { a: 1 },
  rows: [
    { k: 'a', n: 1 },
    { k: 'b', n: 2 },
    { k: 'a', n: 3 },
  ],
};
const { _id, n, s, list, rows } = doc;
/** The document after one update. */
const becomes = (
  name: string,
  change: object,
  after: object,
  more: { q?: object; arrayFilters?: object[]; before?: object } = {},
): Case => {
  const { q = { _id: 1 }, before = doc, ...rest } = more;
  return writes(`updates with ${name}`, [before], update(q, change, rest), [after]);
};
const rowsWith = (...numbers: number[]): object[] => rows.map(({ k }, at) => ({ k, n: numbers[at] }));

const inOrderOfNames = { differs: 'DocumentDB adds fields in the order they were given' };
const operators: Case[] = [
  becomes('$set', { $set: { n: 6 } }, { ...doc, n: 6 }),
  becomes('$set of a path that is not there', { $set: { 'x.y': 1 } }, { ...doc, x: { y: 1 } }),
  { ...becomes('$set of new fields, by name', { $set: { z: 1, b: 2 } }, { ...doc, b: 2, z: 1 }), ...inOrderOfNames },
  becomes('$set of an element', { $set: { 'list.1': 9 } }, { ...doc, list: [3, 9, 2] }),
  becomes('$set beyond the end of an array', { $set: { 'list.4': 9 } }, { ...doc, list: [3, 1, 2, null, 9] }),
  becomes('$set of null', { $set: { s: null } }, { ...doc, s: null }),
  becomes('$unset', { $unset: { n: '', 'in.a': '' } }, { _id, s, list, in: {}, rows }),
  becomes('$unset of an element: null stays', { $unset: { 'list.0': 1 } }, { ...doc, list: [null, 1, 2] }),
  becomes('$inc', { $inc: { n: 2, 'in.a': -1, 'in.b': 7 } }, { ...doc, n: 7, in: { a: 0, b: 7 } }),
  becomes('$inc: int and double make double', { $inc: { n: new Double(0.5) } }, { ...doc, n: new Double(5.5) }),
  becomes('$inc: int and long make long', { $inc: { n: Long.fromNumber(1) } }, { ...doc, n: Long.fromNumber(6) }),
  becomes(
    '$inc: int grows into long',
    { $inc: { n: 1 } },
    { _id: 1, n: Long.fromNumber(2147483648) },
    { before: { _id: 1, n: 2147483647 } },
  ),
  becomes(
    '$inc: decimals',
    { $inc: { n: Decimal128.fromString('0.10') } },
    { _id: 1, n: Decimal128.fromString('5.10') },
    { before: { _id: 1, n: 5 } },
  ),
  becomes('$mul', { $mul: { n: 3, x: 2 } }, { ...doc, n: 15, x: 0 }),
  becomes('$min', { $min: { n: 3, x: 1 } }, { ...doc, n: 3, x: 1 }),
  becomes('$max that changes nothing', { $max: { n: 3 } }, doc),
  { ...becomes('$rename', { $rename: { s: 't', 'in.a': 'b' } }, { _id, n, list, in: {}, rows, b: 1, t: s }), ...inOrderOfNames },
  becomes('$push', { $push: { list: 4, other: 1 } }, { ...doc, list: [3, 1, 2, 4], other: [1] }),
  becomes('$push $each', { $push: { list: { $each: [8, 9] } } }, { ...doc, list: [3, 1, 2, 8, 9] }),
  becomes('$push $position', { $push: { list: { $each: [8, 9], $position: 1 } } }, { ...doc, list: [3, 8, 9, 1, 2] }),
  becomes('$push $position from the end', { $push: { list: { $each: [8], $position: -1 } } }, { ...doc, list: [3, 1, 8, 2] }),
  becomes('$push $sort and $slice', { $push: { list: { $each: [0, 9], $sort: 1, $slice: 3 } } }, { ...doc, list: [0, 1, 2] }),
  becomes('$push $slice from the end', { $push: { list: { $each: [0], $slice: -2 } } }, { ...doc, list: [2, 0] }),
  becomes('$push $sort by a field', { $push: { rows: { $each: [], $sort: { n: -1 }, $slice: 2 } } }, { ...doc, rows: [rows[2], rows[1]] }),
  becomes('$addToSet', { $addToSet: { list: 3, other: { a: 1 } } }, { ...doc, other: [{ a: 1 }] }),
  becomes('$addToSet $each', { $addToSet: { list: { $each: [3, 7, 7] } } }, { ...doc, list: [3, 1, 2, 7] }),
  becomes('$pull of a value', { $pull: { list: 3 } }, { ...doc, list: [1, 2] }),
  becomes('$pull with operators', { $pull: { list: { $gte: 2 } } }, { ...doc, list: [1] }),
  becomes('$pull of documents', { $pull: { rows: { k: 'a', n: { $gt: 1 } } } }, { ...doc, rows: [rows[0], rows[1]] }),
  becomes('$pull with $in', { $pull: { rows: { k: { $in: ['a'] } } } }, { ...doc, rows: [rows[1]] }),
  becomes('$pullAll', { $pullAll: { list: [1, 2] } }, { ...doc, list: [3] }),
  becomes('$pop', { $pop: { list: 1 } }, { ...doc, list: [3, 1] }),
  becomes('$pop of the first', { $pop: { list: -1 } }, { ...doc, list: [1, 2] }),
  becomes('$bit', { $bit: { n: { or: new Int32(2), and: new Int32(6) } } }, { ...doc, n: 6 }),
  becomes(
    '$ for the element that matched',
    { $set: { 'rows.$.n': 7 } },
    { ...doc, rows: rowsWith(1, 7, 3) },
    { q: { _id: 1, 'rows.k': 'b' } },
  ),
  becomes(
    '$ after $elemMatch',
    { $inc: { 'rows.$.n': 1 } },
    { ...doc, rows: rowsWith(1, 2, 4) },
    { q: { rows: { $elemMatch: { k: 'a', n: 3 } } } },
  ),
  becomes('$[] for all elements', { $inc: { 'rows.$[].n': 1 } }, { ...doc, rows: rowsWith(2, 3, 4) }),
  becomes(
    '$[name] with arrayFilters',
    { $set: { 'rows.$[row].n': 0 } },
    { ...doc, rows: rowsWith(0, 2, 0) },
    { arrayFilters: [{ 'row.k': 'a' }] },
  ),
  becomes('$[name] on values', { $set: { 'list.$[one]': 0 } }, { ...doc, list: [0, 1, 0] }, { arrayFilters: [{ one: { $gte: 2 } }] }),
  becomes('a replacement', { a: 1 }, { _id: 1, a: 1 }),
  becomes('$setOnInsert where there is something', { $setOnInsert: { n: 1 }, $set: { s: 'y' } }, { ...doc, s: 'y' }),
  becomes(
    'several operators at once',
    { $set: { s: 'y' }, $inc: { n: 1 }, $push: { list: 1 }, $unset: { in: 1 } },
    { _id, n: 6, s: 'y', list: [...list, 1], rows },
  ),
];

const upsert = (name: string, q: object, u: object, after: object): Case =>
  writes(`upserts with ${name}`, [], update(q, u, { upsert: true }), [after], { reply: { n: 1, nModified: 0 } });
const upserts = [
  upsert(
    'the fields that the filter fixes',
    { _id: 1, a: 2, b: { $gt: 1 }, 'c.d': { $eq: 3 } },
    { $set: { z: 1 } },
    { _id: 1, a: 2, c: { d: 3 }, z: 1 },
  ),
  upsert('$setOnInsert', { _id: 1 }, { $setOnInsert: { a: 1 }, $inc: { n: 1 } }, { _id: 1, a: 1, n: 1 }),
  upsert('a replacement', { _id: 1, a: 2 }, { b: 1 }, { _id: 1, b: 1 }),
  upsert('$and', { $and: [{ _id: 1 }, { a: 2 }] }, { $set: { b: 1 } }, { _id: 1, a: 2, b: 1 }),
];

const two = [
  { _id: 1, a: 1 },
  { _id: 2, a: 1 },
];
const modify = (name: string, command: object, reply: object, after: object[]): Case => ({
  name: `findAndModify: ${name}`,
  docs: two,
  command: { findAndModify: 'c', ...command },
  reply,
  after,
});
export const writeCases: Case[] = [
  ...operators,
  ...upserts,
  writes('updates one of many', two, update({ a: 1 }, { $set: { a: 2 } }), [{ _id: 1, a: 2 }, two[1] ?? {}], {
    reply: { n: 1, nModified: 1 },
  }),
  writes(
    'updates many',
    two,
    update({ a: 1 }, { $set: { a: 2 } }, { multi: true }),
    [
      { _id: 1, a: 2 },
      { _id: 2, a: 2 },
    ],
    { reply: { n: 2, nModified: 2 } },
  ),
  writes('counts what was the same already', two, update({ _id: 1 }, { $set: { a: 1 } }), two, { reply: { n: 1, nModified: 0 } }),
  writes(
    'updates with a pipeline',
    [{ _id: 1, a: 2, b: new Double(1) }],
    update({}, [{ $set: { c: { $add: ['$a', 1] } } }, { $unset: 'a' }]),
    [{ _id: 1, b: new Double(1), c: 3 }],
  ),
  modify('the old document', { query: { _id: 1 }, update: { $set: { a: 5 } } }, { value: { _id: 1, a: 1 } }, [
    { _id: 1, a: 5 },
    { _id: 2, a: 1 },
  ]),
  modify(
    'the new one, first by sort',
    { query: { a: 1 }, sort: { _id: -1 }, update: { $inc: { a: 1 } }, new: true },
    { value: { _id: 2, a: 2 } },
    [
      { _id: 1, a: 1 },
      { _id: 2, a: 2 },
    ],
  ),
  modify('chosen fields', { query: { _id: 1 }, update: { $inc: { a: 1 } }, new: true, fields: { _id: 0, a: 1 } }, { value: { a: 2 } }, [
    { _id: 1, a: 2 },
    { _id: 2, a: 1 },
  ]),
  modify('removes', { query: { _id: 1 }, remove: true }, { lastErrorObject: { n: 1 }, value: { _id: 1, a: 1 } }, [{ _id: 2, a: 1 }]),
  modify(
    'nothing found',
    { query: { _id: 9 }, update: { $set: { a: 1 } } },
    { lastErrorObject: { n: 0, updatedExisting: false }, value: null },
    two,
  ),
  modify(
    'upserts',
    { query: { _id: 9 }, update: { $set: { a: 1 } }, upsert: true, new: true },
    { lastErrorObject: { n: 1, updatedExisting: false, upserted: 9 }, value: { _id: 9, a: 1 } },
    [...two, { _id: 9, a: 1 }],
  ),
  writes('deletes one', two, { delete: 'c', deletes: [{ q: { a: 1 }, limit: 1 }] }, [{ _id: 2, a: 1 }], { reply: { n: 1 } }),
  writes('deletes many', two, { delete: 'c', deletes: [{ q: { a: 1 }, limit: 0 }] }, [], { reply: { n: 2 } }),
  writes('puts _id first', [], { insert: 'c', documents: [{ b: 1, _id: 7, a: 2 }] }, [{ _id: 7, b: 1, a: 2 }], { reply: { n: 1 } }),
  writes(
    'stops at the first failure in order',
    two,
    { insert: 'c', documents: [{ _id: 3 }, { _id: 1 }, { _id: 4 }] },
    [...two, { _id: 3 }],
    { code: 11000, reply: { n: 1 } },
  ),
  writes(
    'goes on after a failure without order',
    two,
    { insert: 'c', documents: [{ _id: 3 }, { _id: 1 }, { _id: 4 }], ordered: false },
    [...two, { _id: 3 }, { _id: 4 }],
    { code: 11000, reply: { n: 2 } },
  ),
  writes('keeps a unique index', two, update({ _id: 2 }, { $set: { a: 7 } }), two, {
    docs: [
      { _id: 1, a: 7 },
      { _id: 2, a: 1 },
    ],
    first: [{ createIndexes: 'c', indexes: [{ key: { a: 1 }, name: 'a', unique: true }] }],
    after: [
      { _id: 1, a: 7 },
      { _id: 2, a: 1 },
    ],
    code: 11000,
  }),
];
