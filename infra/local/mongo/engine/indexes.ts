/** One index of a collection, kept in memory: where its documents stand, and whether a document would break its uniqueness. */
import { StoreError } from '../errors.ts';
import { compileFilter, type Filter } from '../query/filter.ts';
import { missing, partsOf, valuesAt } from '../query/path.ts';
import { show } from '../values/show.ts';
import type { Doc } from '../values/types.ts';
import { keysOf, type IndexKeys } from './entry-keys.ts';
import type { Row } from './row.ts';
import { docOf } from './row.ts';
import { createSortedList, type SortedList } from './sorted-list.ts';

/** As the client declared it. */
export type IndexSpec = { name: string; key: Doc; unique?: true; sparse?: true; partialFilterExpression?: Doc };

export type TableIndex = {
  readonly spec: IndexSpec;
  readonly fields: string[];
  readonly entries: SortedList<Row>;
  /** Set once a document had an array here: bounds of several conditions may then not be joined. */
  multikey: boolean;
  /** Set once its order is not exactly that of the values. */
  inexact: boolean;
  add(row: Row): void;
  remove(row: Row): void;
  /** Throws DuplicateKey when another document than `self` stands where this one would. */
  check(doc: Doc, self: Row | null, namespace: string): void;
};

export function createIndex(spec: IndexSpec): TableIndex {
  const fields = Object.keys(spec.key);
  const paths = fields.map(partsOf);
  const covers: Filter | null = spec.partialFilterExpression ? compileFilter(spec.partialFilterExpression) : null;
  const entries = createSortedList<Row>();
  const keysFor = (doc: Doc): IndexKeys | null => {
    if (covers && !covers.matches(doc)) return null;
    const found = keysOf(doc, paths);
    return spec.sparse && found.absent ? null : found;
  };
  const index: TableIndex = {
    spec,
    fields,
    entries,
    multikey: false,
    inexact: false,
    add(row) {
      const found = keysFor(docOf(row));
      if (!found) return;
      index.multikey ||= found.multikey;
      index.inexact ||= found.inexact;
      for (const key of found.keys) entries.add({ key, order: row.order, value: row });
    },
    remove(row) {
      for (const key of keysFor(docOf(row))?.keys ?? []) entries.remove(key, row.order);
    },
    check(doc, self, namespace) {
      // Arrays that cannot be filed together are refused here too, before anything is written.
      const found = keysFor(doc);
      if (!spec.unique) return;
      for (const key of found?.keys ?? []) {
        for (const entry of entries.range(key, `${key}\u0000`)) if (entry.value !== self) throw duplicate(spec, doc, namespace);
      }
    },
  };
  return index;
}

export function duplicate(spec: IndexSpec, doc: Doc, namespace: string): StoreError {
  const valueOf = (path: string): unknown => {
    const [value] = valuesAt(doc, partsOf(path));
    return value === missing || value === undefined ? null : value;
  };
  const keyValue = Object.fromEntries(Object.keys(spec.key).map((path) => [path, valueOf(path)]));
  const message = `E11000 duplicate key error collection: ${namespace} index: ${spec.name} dup key: ${show(keyValue)}`;
  return new StoreError(11000, message, { keyPattern: spec.key, keyValue });
}
