/** Documents of one collection with their indexes. Every change goes to memory and to the disk's queue together; waiting for the disk is not done here. */
import { StoreError } from '../errors.ts';
import { equals } from '../values/compare.ts';
import { orderKey } from '../values/order-key.ts';
import { decode, encode, hasField, typeOf, type Doc } from '../values/types.ts';
import { withIdFirst } from '../wire/raw.ts';
import type { Disk } from './disk.ts';
import { docOf, type Row } from './row.ts';
import { createIndex, duplicate, type IndexSpec, type TableIndex } from './indexes.ts';

export const maxDocumentBytes = 16 * 1024 * 1024;

export type Collection = {
  readonly id: number;
  readonly namespace: string;
  readonly rows: Map<string, Row>;
  readonly indexes: TableIndex[];
  insert(raw: Uint8Array): Row;
  /** Gives the row new content; answers false when nothing is different. */
  replace(row: Row, doc: Doc): boolean;
  remove(row: Row): void;
  addIndex(spec: IndexSpec): void;
  dropIndex(name: string): void;
};

export const idIndex: IndexSpec = { name: '_id_', key: { _id: 1 }, unique: true };

export type Stored = { id: number; namespace: string; indexes: IndexSpec[]; rows: { order: number; raw: Uint8Array }[] };

export function createCollection(disk: Disk, { id, namespace, indexes: specs, rows: stored }: Stored): Collection {
  const rows = rowsOf(stored);
  let nextOrder = (stored.at(-1)?.order ?? 0) + 1;
  const build = (spec: IndexSpec): TableIndex => {
    const index = createIndex(spec);
    for (const row of rows.values()) {
      index.check(docOf(row), row, namespace);
      index.add(row);
    }
    return index;
  };
  const indexes = specs.map(build);
  const keepCatalog = (): void => disk.putCollection(id, { namespace, indexes: indexes.map(({ spec }) => spec) });
  return {
    id,
    namespace,
    rows,
    indexes,
    insert(raw) {
      if (raw.length > maxDocumentBytes) {
        throw new StoreError(2, `object to insert too large. size in bytes: ${raw.length}, max size: ${maxDocumentBytes}`);
      }
      // The bytes came in a message that would otherwise be kept whole.
      const bytes = Uint8Array.from(withIdFirst(raw));
      const doc = decode(bytes);
      checkId(doc);
      const row: Row = { order: nextOrder, raw: bytes, doc, idKey: orderKey(doc._id) };
      if (rows.has(row.idKey)) throw duplicate(idIndex, doc, namespace);
      for (const index of indexes) index.check(doc, null, namespace);
      nextOrder += 1;
      rows.set(row.idKey, row);
      for (const index of indexes) index.add(row);
      disk.putRow(id, row.order, bytes);
      return row;
    },
    replace(row, doc) {
      const old = docOf(row);
      if (!hasField(doc, '_id') || !equals(doc._id, old._id)) {
        throw new StoreError(66, "Performing an update on the path '_id' would modify the immutable field '_id'");
      }
      const raw = encode(doc);
      if (raw.length > maxDocumentBytes) throw new StoreError(17419, `Resulting document after update is larger than ${maxDocumentBytes}`);
      if (Buffer.compare(raw, row.raw) === 0) return false;
      for (const index of indexes) index.check(doc, row, namespace);
      for (const index of indexes) index.remove(row);
      row.raw = raw;
      row.doc = doc;
      for (const index of indexes) index.add(row);
      disk.putRow(id, row.order, raw);
      return true;
    },
    remove(row) {
      for (const index of indexes) index.remove(row);
      rows.delete(row.idKey);
      disk.putRow(id, row.order, null);
    },
    addIndex(spec) {
      indexes.push(build(spec));
      keepCatalog();
    },
    dropIndex(name) {
      indexes.splice(
        indexes.findIndex(({ spec }) => spec.name === name),
        1,
      );
      keepCatalog();
    },
  };
}

function rowsOf(stored: Stored['rows']): Map<string, Row> {
  return new Map(
    stored.map(({ order, raw }) => {
      const doc = decode(raw);
      const row = { order, raw, doc, idKey: orderKey(doc._id) };
      return [row.idKey, row];
    }),
  );
}

function checkId(doc: Doc): void {
  const type = typeOf(doc._id);
  if (type === 'array' || type === 'regex' || type === 'undefined') {
    throw new StoreError(2, `can't use ${type === 'regex' ? 'a' : 'an'} ${type} for _id`);
  }
}
