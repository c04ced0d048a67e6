/** Questions to pipelines, and what has to be refused: with MongoDB's number of the error, never ignored. */
import { find, pipeline, reads, refuses, update, type Case } from './case.ts';

const sales = [
  { _id: 1, who: 'a', sum: 10, tags: ['x', 'y'] },
  { _id: 2, who: 'b', sum: 5, tags: [] },
  { _id: 3, who: 'a', sum: 1.5, tags: ['y'] },
];
const gives = (name: string, stages: object[], batch: object[]): Case => reads(`runs ${name}`, sales, pipeline(...stages), batch);

export const pipelineCases: Case[] = [
  gives(
    '$match, $sort, $skip and $limit',
    [{ $match: { sum: { $gt: 1 } } }, { $sort: { sum: 1 } }, { $skip: 1 }, { $limit: 1 }],
    [sales[1] ?? {}],
  ),
  gives(
    '$group with sums',
    [{ $group: { _id: '$who', sum: { $sum: '$sum' }, n: { $sum: 1 } } }, { $sort: { _id: 1 } }],
    [
      { _id: 'a', sum: 11.5, n: 2 },
      { _id: 'b', sum: 5, n: 1 },
    ],
  ),
  gives(
    '$group over everything',
    [{ $group: { _id: null, most: { $max: '$sum' }, least: { $min: '$sum' }, all: { $push: '$_id' } } }],
    [{ _id: null, most: 10, least: 1.5, all: [1, 2, 3] }],
  ),
  gives('$count', [{ $match: { who: 'a' } }, { $count: 'n' }], [{ n: 2 }]),
  { ...gives('$count of nothing', [{ $match: { who: 'z' } }, { $count: 'n' }], []), differs: 'DocumentDB counts 0' },
  gives(
    '$unwind',
    [{ $unwind: '$tags' }, { $project: { tags: 1 } }],
    [
      { _id: 1, tags: 'x' },
      { _id: 1, tags: 'y' },
      { _id: 3, tags: 'y' },
    ],
  ),
  gives(
    '$project with expressions',
    [{ $match: { _id: 1 } }, { $project: { _id: 0, double: { $multiply: ['$sum', 2] }, big: { $gte: ['$sum', 5] } } }],
    [{ double: 20, big: true }],
  ),
  gives('$addFields', [{ $match: { _id: 2 } }, { $addFields: { n: { $size: '$tags' } } }], [{ _id: 2, who: 'b', sum: 5, tags: [], n: 0 }]),
  gives(
    '$lookup',
    [
      { $match: { _id: 2 } },
      { $lookup: { from: 'c', localField: 'who', foreignField: 'who', as: 'same' } },
      { $project: { 'same._id': 1 } },
    ],
    [{ _id: 2, same: [{ _id: 2 }] }],
  ),
  gives(
    '$sortByCount',
    [{ $unwind: '$tags' }, { $sortByCount: '$tags' }],
    [
      { _id: 'y', count: 2 },
      { _id: 'x', count: 1 },
    ],
  ),
  gives(
    '$facet',
    [
      {
        $facet: {
          few: [{ $match: { sum: { $lt: 6 } } }, { $count: 'n' }],
          top: [{ $sort: { sum: -1 } }, { $limit: 1 }, { $project: { sum: 1 } }],
        },
      },
    ],
    [{ few: [{ n: 2 }], top: [{ _id: 1, sum: 10 }] }],
  ),
  gives('$replaceRoot', [{ $match: { _id: 1 } }, { $replaceRoot: { newRoot: { who: '$who' } } }], [{ who: 'a' }]),
  gives(
    '$cond',
    [{ $match: { _id: 3 } }, { $project: { size: { $cond: [{ $gt: ['$sum', 4] }, 'big', 'small'] } } }],
    [{ _id: 3, size: 'small' }],
  ),
];

const index = (spec: object): object => ({ createIndexes: 'c', indexes: [{ name: 'i', ...spec }] });
export const refusalCases: Case[] = [
  refuses('a command that does not exist', { noSuchThing: 1 }, 59),
  refuses('an argument that does not exist', { ...find({}), noSuchThing: 1 }, 40415, { differs: 'DocumentDB: 2' }),
  refuses('an operator that does not exist', find({ a: { $noSuch: 1 } }), 2),
  refuses('an operator that does not exist, where nothing is stored', find({ a: { $noSuch: 1 } }), 2, { docs: [] }),
  refuses('an operator that does not exist at the top', find({ $noSuch: 1 }), 2),
  refuses('an operator that does not exist inside of $or', find({ $or: [{ a: 1 }, { a: { $noSuch: 1 } }] }), 2),
  refuses('an operator that does not exist inside of $not', find({ a: { $not: { $noSuch: 1 } } }), 2),
  refuses('$in without an array', find({ a: { $in: 1 } }), 2),
  refuses('$or without branches', find({ $or: [] }), 2),
  refuses('$size of text', find({ a: { $size: 'x' } }), 2),
  refuses('fields in and out at once', find({}, { projection: { a: 1, b: 0 } }), 31254),
  refuses('fields out and in at once', find({}, { projection: { a: 0, b: 1 } }), 31253, { differs: 'DocumentDB: 31254' }),
  refuses('a path and what is in it at once', find({}, { projection: { 'a.b': 1, a: 1 } }), 31250),
  refuses('a sort that is no direction', find({}, { sort: { a: 2 } }), 15975, { differs: 'DocumentDB: 8' }),
  refuses('an update operator that does not exist', update({}, { $noSuch: { a: 1 } }), 9),
  refuses('operators and fields at once', update({}, { $set: { a: 1 }, b: 1 }), 9),
  refuses('two changes of one field', update({}, { $set: { a: 1 }, $inc: { a: 1 } }), 40),
  refuses('two changes of which one is inside the other', update({}, { $set: { 'b.c': 1, b: 1 } }), 40),
  refuses('a new _id', update({ _id: 1 }, { $set: { _id: 2 } }), 66),
  refuses('a replacement with another _id', update({ _id: 1 }, { _id: 2, a: 1 }), 66),
  refuses('$inc of text', update({}, { $inc: { text: 1 } }), 14),
  refuses('$inc by text', update({}, { $inc: { a: 'x' } }), 14),
  refuses('$push to what is no array', update({}, { $push: { text: 1 } }), 2),
  refuses('$addToSet to what is no array', update({}, { $addToSet: { text: 1 } }), 2),
  refuses('$pull from what is no array', update({}, { $pull: { text: 1 } }), 2),
  refuses('$pop from what is no array', update({}, { $pop: { text: 1 } }), 14, { differs: 'DocumentDB: 2' }),
  refuses('$pull at a path through text', update({}, { $pull: { 'text.a': 1 } }), 28),
  refuses('a path through text', update({}, { $set: { 'text.a': 1 } }), 28),
  refuses('a name in an array', update({}, { $set: { 'list.a': 1 } }), 28),
  refuses('$ without a match in an array', update({ _id: 1 }, { $set: { 'list.$': 1 } }), 2),
  refuses('an array filter that is missing', update({}, { $set: { 'list.$[x]': 1 } }), 2),
  refuses('an array filter that is not used', update({}, { $set: { a: 1 } }, { arrayFilters: [{ x: 1 }] }), 9),
  refuses('a replacement of many', update({}, { a: 1 }, { multi: true }), 9),
  refuses('a stage that does not exist', pipeline({ $noSuch: {} }), 40324),
  refuses('a stage that does not exist, where nothing is stored', pipeline({ $noSuch: {} }), 40324, { docs: [] }),
  refuses('an expression that does not exist', pipeline({ $project: { b: { $noSuch: 1 } } }), 31325, {
    differs: '168 or 31325, by version',
  }),
  refuses('an accumulator that does not exist', pipeline({ $group: { _id: null, b: { $noSuch: 1 } } }), 15952, {
    differs: 'DocumentDB: 8',
  }),
  refuses('a stage with two names', pipeline({ $limit: 1, $skip: 1 }), 40323),
  refuses('an _id twice', { insert: 'c', documents: [{ _id: 1 }] }, 11000),
  refuses('an _id that is an array', { insert: 'c', documents: [{ _id: [1] }] }, 2),
  refuses('an index option that does not exist', index({ key: { a: 1 }, noSuch: 1 }), 197),
  refuses('a unique index over what is there twice', index({ key: { b: 1 }, unique: true }), 11000, { docs: [{ _id: 1 }, { _id: 2 }] }),
  refuses('another index of the same name', index({ key: { b: 1 } }), 86, { first: [index({ key: { a: 1 } })] }),
  refuses('an index without fields', index({ key: {} }), 67),
  refuses('to drop an index that is not there', { dropIndexes: 'c', index: 'nothing' }, 27),
  refuses('to list indexes of what is not there', { listIndexes: 'nothing' }, 26),
  refuses('to make a collection twice', { create: 'c' }, 48, { differs: 'newer ones accept it when the options are the same' }),
  refuses('a cursor that is not there', { getMore: 12345n, collection: 'c' }, 43),
  refuses('two arrays in one index', { insert: 'c', documents: [{ a: [1], b: [1] }] }, 171, {
    docs: [],
    first: [index({ key: { a: 1, b: 1 } })],
    differs: 'DocumentDB allows it',
  }),
];
