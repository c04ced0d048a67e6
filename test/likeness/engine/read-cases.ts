/** Questions that read: filters, sorting, projections, counting. */
import { Binary, Decimal128, Double, Int32, Long, MaxKey, MinKey, ObjectId, Timestamp } from 'mongodb';
import { find, reads, type Case } from './case.ts';

const people = [
  { _id: 1, name: 'Anna', age: 30, tags: ['a', 'b'], at: { city: 'Lund' } },
  { _id: 2, name: 'Bo', age: 25, tags: [], at: null },
  { _id: 3, name: 'Cia', age: null, tags: ['b'], at: { city: 'Umeå', zip: 90 } },
  { _id: 4, name: 'Åke' },
];
/** Ids of those that a filter finds. */
const finds = (name: string, filter: object, ids: number[], docs: object[] = people): Case =>
  reads(
    name,
    docs,
    find(filter, { sort: { _id: 1 }, projection: { _id: 1 } }),
    ids.map((_id) => ({ _id })),
  );

const results = [
  {
    _id: 1,
    r: [
      { k: 'a', n: 1 },
      { k: 'b', n: 9 },
    ],
  },
  {
    _id: 2,
    r: [
      { k: 'a', n: 9 },
      { k: 'b', n: 1 },
    ],
  },
  { _id: 3, r: [] },
  { _id: 4, r: { k: 'a', n: 9 } },
  { _id: 5, r: [[{ k: 'a', n: 9 }]] },
];
const numbers = [
  { _id: 1, v: new Int32(5) },
  { _id: 2, v: new Double(5) },
  { _id: 3, v: Long.fromNumber(5) },
  { _id: 4, v: Decimal128.fromString('5.0') },
  { _id: 5, v: new Double(5.5) },
  { _id: 6, v: '5' },
  { _id: 7, v: new Double(NaN) },
];
const day = (number: number): Date => new Date(Date.UTC(2026, 0, number));
const mixed = [
  { _id: 1, v: 'text' },
  { _id: 2, v: 7 },
  { _id: 3, v: null },
  { _id: 4, v: { a: 1 } },
  { _id: 5, v: day(1) },
  { _id: 6, v: true },
  { _id: 7, v: new ObjectId('000000000000000000000001') },
  { _id: 8, v: new Binary(Buffer.from('x')) },
  { _id: 9, v: new MinKey() },
  { _id: 10, v: new MaxKey() },
  { _id: 11 },
  { _id: 12, v: Long.fromString('9007199254740993') },
  { _id: 13, v: new Double(9007199254740992) },
  { _id: 14, v: new Timestamp({ t: 1, i: 1 }) },
  { _id: 15, v: new Double(-Infinity) },
];

const filters = [
  finds('everything', {}, [1, 2, 3, 4]),
  finds('an equal value', { name: 'Bo' }, [2]),
  finds('null: what is null or not there', { age: null }, [3, 4]),
  finds('null at a path: also below null', { 'at.zip': null }, [1, 2, 4]),
  finds('$ne null', { at: { $ne: null } }, [1, 3]),
  finds('$gt: only values of the same kind', { age: { $gt: 0 } }, [1, 2]),
  finds('$gte and $lt together', { age: { $gte: 25, $lt: 30 } }, [2]),
  finds('$lte null', { age: { $lte: null } }, [3, 4]),
  finds('$in with null', { age: { $in: [25, null] } }, [2, 3, 4]),
  finds('$nin', { age: { $nin: [25, null] } }, [1]),
  finds('$exists', { age: { $exists: true } }, [1, 2, 3]),
  finds('$exists false', { age: { $exists: false } }, [4]),
  finds('$not', { age: { $not: { $gt: 26 } } }, [2, 3, 4]),
  finds('$or', { $or: [{ name: 'Anna' }, { age: 25 }] }, [1, 2]),
  finds('$nor', { $nor: [{ name: 'Anna' }, { age: 25 }] }, [3, 4]),
  finds('$and', { $and: [{ age: { $gt: 20 } }, { age: { $lt: 28 } }] }, [2]),
  finds('an element of an array', { tags: 'b' }, [1, 3]),
  finds('an array as a whole', { tags: ['a', 'b'] }, [1]),
  finds('an empty array', { tags: [] }, [2]),
  finds('an array by position', { 'tags.1': 'b' }, [1]),
  finds(
    'a named element, which is not taken apart',
    { 'v.0': 1 },
    [2],
    [
      { _id: 1, v: [[1, 2]] },
      { _id: 2, v: [1, 2] },
    ],
  ),
  finds('$all', { tags: { $all: ['a', 'b'] } }, [1]),
  finds('$size', { tags: { $size: 0 } }, [2]),
  finds('an embedded document: all fields in order', { at: { city: 'Umeå', zip: 90 } }, [3]),
  finds('an embedded document in another order', { at: { zip: 90, city: 'Umeå' } }, []),
  finds('$regex', { name: { $regex: '^[AB]' } }, [1, 2]),
  finds('$regex with options', { name: { $regex: 'ANNA', $options: 'i' } }, [1]),
  finds('a regular expression in $in', { name: { $in: [/^B/, 'Cia'] } }, [2, 3]),
  finds('$type by name', { age: { $type: 'null' } }, [3]),
  finds('$type number', { age: { $type: 'number' } }, [1, 2]),
  finds('$type array', { tags: { $type: 'array' } }, [1, 2, 3]),
  finds('$mod', { age: { $mod: [10, 5] } }, [2]),
  finds('$expr', { $expr: { $gt: ['$age', 26] } }, [1]),
  finds('$comment', { $comment: 'why', age: 25 }, [2]),
  finds('fields of documents in arrays', { 'r.k': 'a', 'r.n': 9 }, [1, 2, 4], results),
  finds('$elemMatch', { r: { $elemMatch: { k: 'a', n: 9 } } }, [2], results),
  finds('$elemMatch with operators', { r: { $elemMatch: { n: { $gt: 5 }, k: { $in: ['b'] } } } }, [1], results),
  finds(
    '$elemMatch on values',
    { v: { $elemMatch: { $gt: 1, $lt: 3 } } },
    [1],
    [
      { _id: 1, v: [2, 9] },
      { _id: 2, v: [1, 9] },
      { _id: 3, v: 2 },
    ],
  ),
  finds('$not $elemMatch', { r: { $not: { $elemMatch: { n: 9 } } } }, [3, 4, 5], results),
  finds(
    'bounds met by different elements',
    { v: { $gt: 5, $lt: 3 } },
    [1],
    [
      { _id: 1, v: [2, 9] },
      { _id: 2, v: [4] },
    ],
  ),
  finds('numbers of all types', { v: 5 }, [1, 2, 3, 4], numbers),
  finds('numbers of all types above', { v: { $gt: 4 } }, [1, 2, 3, 4, 5], numbers),
  finds('NaN', { v: NaN }, [7], numbers),
  finds('$bitsAllSet', { v: { $bitsAllSet: [0, 2] } }, [1, 2, 3], numbers.slice(0, 3)),
];

export const readCases: Case[] = [
  ...filters.map((one) => ({ ...one, name: `finds ${one.name}` })),
  reads(
    'sorts over all types',
    mixed,
    find({}, { sort: { v: 1, _id: 1 }, projection: { _id: 1 } }),
    [9, 3, 11, 15, 2, 13, 12, 1, 4, 8, 7, 6, 5, 14, 10].map((_id) => ({ _id })),
  ),
  reads('sorts downwards', people, find({}, { sort: { age: -1, name: 1 }, projection: { name: 1, _id: 0 } }), [
    { name: 'Anna' },
    { name: 'Bo' },
    { name: 'Cia' },
    { name: 'Åke' },
  ]),
  reads(
    'sorts arrays by their least element, or downwards by their greatest',
    [
      { _id: 1, v: [5, 1] },
      { _id: 2, v: 3 },
      { _id: 3, v: [] },
      { _id: 4, v: null },
      { _id: 5, v: [2, 9] },
    ],
    find({}, { sort: { v: 1 }, projection: { _id: 1 } }),
    [3, 4, 1, 5, 2].map((_id) => ({ _id })),
  ),
  reads(
    'sorts texts by code point',
    ['😀', '\uffee', 'b', 'B', 'å'].map((v, _id) => ({ _id, v })),
    find({}, { sort: { v: 1 }, projection: { _id: 0 } }),
    [{ v: 'B' }, { v: 'b' }, { v: 'å' }, { v: '\uffee' }, { v: '😀' }],
  ),
  reads(
    'sorts documents in arrays, where what is no document counts as null',
    [{ _id: 1, v: [{ a: 2 }, 5] }, { _id: 2, v: { a: 1 } }, { _id: 3 }, { _id: 4, v: [{ a: 3 }] }],
    find({}, { sort: { 'v.a': 1, _id: 1 }, projection: { _id: 1 } }),
    [1, 3, 2, 4].map((_id) => ({ _id })),
  ),
  reads('skips and limits', people, find({}, { sort: { _id: -1 }, skip: 1, limit: 2, projection: { _id: 1 } }), [{ _id: 3 }, { _id: 2 }]),
  reads("includes fields in the document's order", people, find({ _id: 3 }, { projection: { 'at.zip': 1, name: 1 } }), [
    { _id: 3, name: 'Cia', at: { zip: 90 } },
  ]),
  reads('excludes fields', people, find({ _id: 3 }, { projection: { age: 0, 'at.city': 0 } }), [
    { _id: 3, name: 'Cia', tags: ['b'], at: { zip: 90 } },
  ]),
  reads('projects through arrays', results, find({ _id: 1 }, { projection: { 'r.n': 1 } }), [{ _id: 1, r: [{ n: 1 }, { n: 9 }] }]),
  reads('projects a slice', people, find({ _id: 1 }, { projection: { tags: { $slice: -1 }, name: 1 } }), [
    { _id: 1, name: 'Anna', tags: ['b'] },
  ]),
  reads('projects the element that matched', results, find({ 'r.n': 9, _id: 1 }, { projection: { 'r.$': 1 } }), [
    { _id: 1, r: [{ k: 'b', n: 9 }] },
  ]),
  reads('projects with $elemMatch', results, find({ _id: 2 }, { projection: { r: { $elemMatch: { k: 'b' } } } }), [
    { _id: 2, r: [{ k: 'b', n: 1 }] },
  ]),
  reads('projects a computed field', people, find({ _id: 1 }, { projection: { _id: 0, next: { $add: ['$age', 1] }, name: 1 } }), [
    { name: 'Anna', next: 31 },
  ]),
  { name: 'counts', docs: people, command: { count: 'c', query: { age: { $ne: null } } }, reply: { n: 2 } },
  { name: 'counts with a limit', docs: people, command: { count: 'c', query: {}, limit: 3, skip: 2 }, reply: { n: 2 } },
  { name: 'answers distinct values', docs: people, command: { distinct: 'c', key: 'tags', query: {} }, reply: { values: ['a', 'b'] } },
  {
    name: 'answers distinct values at a path',
    docs: results.slice(0, 3),
    command: { distinct: 'c', key: 'r.n', query: {} },
    reply: { values: [1, 9] },
  },
  reads('finds nothing in a collection that is not there', [], find({}), []),
];
