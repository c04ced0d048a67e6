/** Indexes: `createIndexes`, `listIndexes`, `dropIndexes`. */
import { Int32 } from 'bson';
import type { Collection } from '../engine/collection.ts';
import type { IndexSpec } from '../engine/indexes.ts';
import { StoreError } from '../errors.ts';
import { compileFilter } from '../query/filter.ts';
import { equals } from '../values/compare.ts';
import { numberOf } from '../values/numbers.ts';
import { show } from '../values/show.ts';
import { encode, isDoc, isNumber, type Doc } from '../values/types.ts';
import { collectionIn, docsIn, flagIn, nameIn, type Command } from './call.ts';
import { firstBatch } from './cursors.ts';

/** `v` and `background` say nothing here; the other ones have to be false or empty. */
const known = ['name', 'key', 'unique', 'sparse', 'partialFilterExpression', 'v', 'background', 'hidden', 'collation'];

export const createIndexes: Command = {
  writes: true,
  fields: ['indexes', 'commitQuorum'],
  run({ engine, db, command }) {
    const specs = docsIn(command, 'indexes').map(readSpec);
    const isNew = !engine.find(db, nameIn(command));
    const collection = engine.obtain(db, nameIn(command));
    const before = collection.indexes.length;
    addAll(collection, specs);
    const after = collection.indexes.length;
    return {
      numIndexesBefore: new Int32(before),
      numIndexesAfter: new Int32(after),
      createdCollectionAutomatically: isNew,
      ...(before === after ? { note: 'all indexes already exist' } : {}),
    };
  },
};

/** All of them or none. */
function addAll(collection: Collection, specs: IndexSpec[]): void {
  const added: string[] = [];
  try {
    for (const spec of specs) {
      if (exists(collection, spec)) continue;
      collection.addIndex(spec);
      added.push(spec.name);
    }
  } catch (error) {
    for (const name of added) collection.dropIndex(name);
    throw error;
  }
}

function readSpec(given: Doc): IndexSpec {
  const { name, key, partialFilterExpression } = given;
  if (!isDoc(key) || Object.keys(key).length === 0) throw new StoreError(67, 'Index keys cannot be an empty object');
  if (typeof name !== 'string' || name === '') throw new StoreError(9, `The 'name' field is a required property of an index specification`);
  for (const [option, value] of Object.entries(given)) {
    const isEmpty = value === false || (isDoc(value) && value.locale === 'simple');
    if (!known.includes(option))
      throw new StoreError(197, `The field '${option}' is not valid for an index specification, or not supported by this store`);
    if (['hidden', 'collation'].includes(option) && !isEmpty)
      throw new StoreError(115, `Indexes with ${option} are not supported by this store`);
  }
  for (const [path, direction] of Object.entries(key)) {
    if (!isNumber(direction) || Math.abs(numberOf(direction)) !== 1) {
      throw new StoreError(67, `Values in the index key pattern must be 1 or -1 in this store, found ${path}: ${show(direction)}`);
    }
    if (path === '' || path.startsWith('$') || path.split('.').includes(''))
      throw new StoreError(67, `Index key contains an illegal field name: '${path}'`);
  }
  const spec: IndexSpec = { name, key };
  if (flagIn(given, 'unique')) spec.unique = true;
  if (flagIn(given, 'sparse')) spec.sparse = true;
  if (partialFilterExpression !== undefined) {
    if (!isDoc(partialFilterExpression)) throw new StoreError(14, "The field 'partialFilterExpression' must be an object");
    if (spec.sparse) throw new StoreError(67, 'cannot mix "partialFilterExpression" and "sparse" options');
    compileFilter(partialFilterExpression);
    spec.partialFilterExpression = partialFilterExpression;
  }
  return spec;
}

const sameKey = (a: IndexSpec, b: IndexSpec): boolean => equals(a.key, b.key);
const sameOptions = (a: IndexSpec, b: IndexSpec): boolean =>
  a.unique === b.unique && a.sparse === b.sparse && equals(a.partialFilterExpression ?? null, b.partialFilterExpression ?? null);

/** Whether exactly this index is there. Throws when another one has its name or its place. */
function exists(collection: Collection, spec: IndexSpec): boolean {
  if (Object.keys(spec.key).join() === '_id') return true;
  for (const { spec: other } of collection.indexes) {
    const isSame = sameKey(other, spec) && sameOptions(other, spec);
    if (other.name === spec.name) {
      if (isSame) return true;
      throw new StoreError(
        86,
        `An existing index has the same name as the requested index. Requested index: ${show(spec)}, existing index: ${show(other)}`,
      );
    }
    if (isSame) throw new StoreError(85, `Index already exists with a different name: ${other.name}`);
  }
  return false;
}

const missingNamespace = (db: string, command: Doc): StoreError => new StoreError(26, `ns does not exist: ${db}.${nameIn(command)}`);

export const listIndexes: Command = {
  fields: ['cursor'],
  run(call) {
    const collection = collectionIn(call);
    if (!collection) throw missingNamespace(call.db, call.command);
    // Uniqueness of _id goes without saying.
    const docs = collection.indexes.map(({ spec }) => ({
      v: new Int32(2),
      key: spec.key,
      name: spec.name,
      ...(spec.name === '_id_' ? {} : optionsOf(spec)),
    }));
    return firstBatch(call.cursors, collection.namespace, docs.map(encode), null);
  },
};

const optionsOf = ({ unique, sparse, partialFilterExpression }: IndexSpec): Doc => ({
  ...(unique ? { unique } : {}),
  ...(sparse ? { sparse } : {}),
  ...(partialFilterExpression ? { partialFilterExpression } : {}),
});

export const dropIndexes: Command = {
  writes: true,
  fields: ['index'],
  run(call) {
    const { command, db } = call;
    const collection = collectionIn(call);
    if (!collection) throw missingNamespace(db, command);
    const nIndexesWas = new Int32(collection.indexes.length);
    const names =
      command.index === '*'
        ? collection.indexes.map(({ spec }) => spec.name).filter((name) => name !== '_id_')
        : named(collection, command.index);
    for (const name of names) collection.dropIndex(name);
    return { nIndexesWas };
  },
};

function named(collection: Collection, index: unknown): string[] {
  return (Array.isArray(index) ? index : [index]).map((one: unknown) => {
    const found = collection.indexes.find(({ spec }) => (isDoc(one) ? equals(spec.key, one) : spec.name === one));
    if (!found)
      throw new StoreError(27, isDoc(one) ? `can't find index with key: ${show(one)}` : `index not found with name [${String(one)}]`);
    if (found.spec.name === '_id_') throw new StoreError(72, 'cannot drop _id index');
    return found.spec.name;
  });
}
