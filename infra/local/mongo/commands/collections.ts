/** Collections and databases: made, listed, dropped. */
import { Int32, Long } from 'bson';
import { databaseOf, nameOf } from '../engine/engine.ts';
import { StoreError } from '../errors.ts';
import { compileFilter } from '../query/filter.ts';
import { encode, type Doc } from '../values/types.ts';
import { collectionIn, docIn, flagIn, nameIn, type Command } from './call.ts';
import { firstBatch } from './cursors.ts';

export const create: Command = {
  writes: true,
  fields: [],
  unless: [
    'capped',
    'viewOn',
    'timeseries',
    'validator',
    'clusteredIndex',
    'expireAfterSeconds',
    'changeStreamPreAndPostImages',
    'encryptedFields',
    'autoIndexId',
  ],
  run(call) {
    if (collectionIn(call)) throw new StoreError(48, `Collection ${call.db}.${nameIn(call.command)} already exists.`);
    call.engine.obtain(call.db, nameIn(call.command));
    return {};
  },
};

export const drop: Command = {
  writes: true,
  fields: [],
  run(call) {
    const collection = collectionIn(call);
    if (!collection) return {};
    const nIndexesWas = new Int32(collection.indexes.length);
    call.engine.drop(collection);
    return { ns: collection.namespace, nIndexesWas };
  },
};

export const dropDatabase: Command = {
  writes: true,
  fields: [],
  run({ engine, db }) {
    const all = engine.listOf(db);
    for (const collection of all) engine.drop(collection);
    return all.length > 0 ? { dropped: db } : {};
  },
};

export const listCollections: Command = {
  fields: ['filter', 'nameOnly', 'authorizedCollections', 'cursor'],
  run({ engine, cursors, db, command }) {
    const { matches } = compileFilter(docIn(command, 'filter'));
    const about = (namespace: string): Doc => ({
      name: nameOf(namespace),
      type: 'collection',
      options: {},
      info: { readOnly: false },
      idIndex: { v: new Int32(2), key: { _id: new Int32(1) }, name: '_id_' },
    });
    const docs = engine
      .listOf(db)
      .map(({ namespace }) => about(namespace))
      .filter((doc) => matches(doc));
    const shown = flagIn(command, 'nameOnly') ? docs.map(({ name, type }) => ({ name, type })) : docs;
    return firstBatch(cursors, `${db}.$cmd.listCollections`, shown.map(encode), null);
  },
};

export const listDatabases: Command = {
  fields: ['filter', 'nameOnly', 'authorizedDatabases'],
  run({ engine, command }) {
    const sizes = new Map<string, number>();
    for (const { namespace, rows } of engine.collections.values()) {
      const bytes = [...rows.values()].reduce((sum, { raw }) => sum + raw.length, 0);
      sizes.set(databaseOf(namespace), (sizes.get(databaseOf(namespace)) ?? 0) + bytes);
    }
    const { matches } = compileFilter(docIn(command, 'filter'));
    const databases = [...sizes]
      .map(([name, size]) => ({ name, sizeOnDisk: Long.fromNumber(size), empty: false }))
      .filter((doc) => matches(doc));
    if (flagIn(command, 'nameOnly')) return { databases: databases.map(({ name }) => ({ name })) };
    return { databases, totalSize: Long.fromNumber([...sizes.values()].reduce((sum, size) => sum + size, 0)) };
  },
};
