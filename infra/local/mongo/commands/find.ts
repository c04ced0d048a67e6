/** Reading: `find`, `aggregate`, `count`, `distinct`. */
import { Int32 } from 'bson';
import { runPipeline } from '../aggregate/pipeline.ts';
import { docOf } from '../engine/row.ts';
import { StoreError } from '../errors.ts';
import { missing, partsOf, valuesAt } from '../query/path.ts';
import { compileProjection } from '../query/projection.ts';
import { selectRows } from '../query/select.ts';
import { readSort } from '../query/sort.ts';
import { orderKey } from '../values/order-key.ts';
import { integerOf } from '../values/numbers.ts';
import { encode, isDoc, isNumber, typeOf } from '../values/types.ts';
import { checkHint, collectionIn, countIn, docIn, flagIn, nameIn, type Call, type Command } from './call.ts';
import { firstBatch } from './cursors.ts';

export const find: Command = {
  fields: [
    'filter',
    'sort',
    'projection',
    'skip',
    'limit',
    'batchSize',
    'singleBatch',
    'hint',
    'noCursorTimeout',
    'allowDiskUse',
    'allowPartialResults',
  ],
  unless: ['tailable', 'awaitData', 'returnKey', 'showRecordId', 'oplogReplay', 'let', 'min', 'max'],
  run(call) {
    const { command, cursors, db } = call;
    const filter = docIn(command, 'filter');
    const sort = readSort(command.sort);
    const project = compileProjection(command.projection, filter);
    const collection = collectionIn(call);
    checkHint(collection, command.hint);
    const window = { sort, skip: countIn(command, 'skip', 0), limit: countIn(command, 'limit', 0) };
    const rows = selectRows(collection, filter, window);
    const raws = rows.map((row) => (project ? encode(project(docOf(row))) : row.raw));
    const batchSize = command.batchSize === undefined ? null : countIn(command, 'batchSize', 0);
    return firstBatch(cursors, `${db}.${nameIn(command)}`, raws, batchSize, flagIn(command, 'singleBatch'));
  },
};

export const aggregate: Command = {
  fields: ['pipeline', 'cursor', 'allowDiskUse', 'hint', 'bypassDocumentValidation'],
  unless: ['explain', 'let'],
  run(call) {
    const { command, engine, cursors, db } = call;
    if (!isDoc(command.cursor)) throw new StoreError(9, "The 'cursor' option is required, except for aggregate with the explain argument");
    const isOfDatabase = isNumber(command.aggregate);
    const collection = isOfDatabase ? null : collectionIn(call);
    const [first] = Array.isArray(command.pipeline) ? (command.pipeline as unknown[]) : [];
    const hasDocuments = isDoc(first) && Object.hasOwn(first, '$documents');
    if (isOfDatabase !== hasDocuments)
      throw new StoreError(73, `{aggregate: 1} is for a pipeline that begins with $documents, and only for it`);
    checkHint(collection, command.hint);
    const docs = runPipeline(collection, command.pipeline, (name) => engine.find(db, name));
    const namespace = `${db}.${isOfDatabase ? '$cmd.aggregate' : nameIn(command)}`;
    const batchSize = command.cursor.batchSize === undefined ? null : countIn(command.cursor, 'batchSize', 0);
    return firstBatch(cursors, namespace, docs.map(encode), batchSize);
  },
};

export const count: Command = {
  fields: ['query', 'limit', 'skip', 'hint', 'fields'],
  run(call) {
    const { command } = call;
    const collection = collectionIn(call);
    checkHint(collection, command.hint);
    const filter = docIn(command, 'query');
    // A negative limit counts as its size, as everywhere in old commands.
    const limit = isNumber(command.limit) ? Math.abs(integerOf(command.limit) ?? 0) : 0;
    const rows = selectRows(collection, filter, { skip: countIn(command, 'skip', 0), limit });
    return { n: new Int32(rows.length) };
  },
};

export const distinct: Command = {
  fields: ['key', 'query', 'hint'],
  run(call: Call) {
    const { command } = call;
    if (typeof command.key !== 'string')
      throw new StoreError(14, `BSON field 'distinct.key' is the wrong type '${typeOf(command.key)}', expected type 'string'`);
    const collection = collectionIn(call);
    checkHint(collection, command.hint);
    const filter = docIn(command, 'query');
    const rows = selectRows(collection, filter);
    const parts = partsOf(command.key);
    const values = new Map<string, unknown>();
    for (const row of rows) {
      for (const value of valuesAt(docOf(row), parts)) {
        const key = value === missing || value === undefined ? '' : orderKey(value);
        if (key && !values.has(key)) values.set(key, value);
      }
    }
    return { values: [...values].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => value) };
  },
};
