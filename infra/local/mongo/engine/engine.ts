/** All databases of one server. Makes collections when they are first written to, as MongoDB does. */
import { StoreError } from '../errors.ts';
import { createCollection, idIndex, type Collection } from './collection.ts';
import type { Disk } from './disk.ts';

export type Engine = {
  readonly disk: Disk;
  /** Collections by namespace: `database.collection`. */
  readonly collections: Map<string, Collection>;
  find(db: string, name: string): Collection | null;
  obtain(db: string, name: string): Collection;
  drop(collection: Collection): void;
  listOf(db: string): Collection[];
};

export function createEngine(
  disk: Disk,
  stored: {
    id: number;
    entry: { namespace: string; indexes: Collection['indexes'][0]['spec'][] };
    rows: { order: number; raw: Uint8Array }[];
  }[],
): Engine {
  const collections = new Map<string, Collection>();
  let nextId = 1;
  for (const { id, entry, rows } of stored) {
    collections.set(entry.namespace, createCollection(disk, { id, ...entry, rows }));
    nextId = Math.max(nextId, id + 1);
  }
  return {
    disk,
    collections,
    find: (db, name) => collections.get(`${db}.${name}`) ?? null,
    obtain(db, name) {
      const namespace = `${db}.${name}`;
      const found = collections.get(namespace);
      if (found) return found;
      checkName(db, name);
      const entry = { namespace, indexes: [idIndex] };
      const made = createCollection(disk, { id: nextId, ...entry, rows: [] });
      nextId += 1;
      disk.putCollection(made.id, entry);
      collections.set(namespace, made);
      return made;
    },
    drop(collection) {
      for (const row of collection.rows.values()) disk.putRow(collection.id, row.order, null);
      disk.putCollection(collection.id, null);
      collections.delete(collection.namespace);
    },
    listOf: (db) => [...collections.values()].filter(({ namespace }) => namespace.startsWith(`${db}.`)),
  };
}

export const databaseOf = (namespace: string): string => namespace.slice(0, namespace.indexOf('.'));
export const nameOf = (namespace: string): string => namespace.slice(namespace.indexOf('.') + 1);

function checkName(db: string, name: string): void {
  const wrong =
    name === '' || name.startsWith('.') || name.endsWith('.') || /[$]/.test(name) || name.includes('\0') || name.startsWith('system.');
  if (wrong || !/^[^/\\. "$]{1,63}$/.test(db)) throw new StoreError(73, `Invalid namespace specified '${db}.${name}'`);
}
