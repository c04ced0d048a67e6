/**
 * The memory of the local Microsoft 365: tables of plain objects, held in memory and written to an LMDB folder when one is given. Knows no
 * entity. A service answers a change only after `flushed()`, so that a killed process forgets nothing it has confirmed.
 */
import { open, type RootDatabase } from 'lmdb';

type Key = string;
type Index<T> = (row: T) => Key | null;

export type Table<T> = {
  get(key: Key): T | undefined;
  all(): T[];
  /** Rows whose index function gave this value, oldest written first. */
  by(index: string, value: Key): T[];
  /** How many rows `by` would answer. */
  count(index: string, value: Key): number;
  /** Adds or replaces the row with this key. The table keeps the object: change it only through another put. */
  put(key: Key, row: T): T;
  remove(key: Key): void;
};

export type Tables = {
  /** Opens a table with its indexes, by name. Each name is opened once. */
  table<T>(name: string, indexes?: Record<string, Index<T>>): Table<T>;
  /** Resolves when all that was written so far is on disk (at once without a folder). */
  flushed(): Promise<void>;
  close(): Promise<void>;
};

type Disk = {
  load(name: string): [Key, unknown][];
  put(name: string, key: Key, row: unknown): void;
  remove(name: string, key: Key): void;
  flushed(): Promise<void>;
  close(): Promise<void>;
};

/** Opens the tables in a folder; without one they live in memory only. */
export function openTables(dir?: string): Tables {
  const disk = dir === undefined ? noDisk : openDisk(dir);
  return {
    table: <T>(name: string, indexes: Record<string, Index<T>> = {}) => openTable(disk, name, indexes),
    flushed: () => disk.flushed(),
    close: () => disk.close(),
  };
}

const noDisk: Disk = {
  load: () => [],
  put: () => undefined,
  remove: () => undefined,
  flushed: () => Promise.resolve(),
  close: () => Promise.resolve(),
};

function openDisk(dir: string): Disk {
  const root: RootDatabase = open({ path: dir, encoding: 'json', mapSize: 4 * 2 ** 30 });
  let last: Promise<unknown> = Promise.resolve();
  return {
    load: (name) =>
      [...root.getRange({ start: [name], end: [name, '\uffff'] })].map(({ key, value }) => [
        (key as [string, string])[1],
        value as unknown,
      ]),
    put: (name, key, row) => void (last = root.put([name, key], row)),
    remove: (name, key) => void (last = root.remove([name, key])),
    // Writes are committed in order: when the newest is, all are.
    flushed: async () => void (await last),
    close: async () => {
      await last;
      await root.close();
    },
  };
}

function openTable<T>(disk: Disk, name: string, indexes: Record<string, Index<T>>): Table<T> {
  const rows = new Map<Key, T>();
  const lookups = new Map(Object.keys(indexes).map((index) => [index, new Map<Key, Map<Key, T>>()]));
  const lookupOf = (index: string): Map<Key, Map<Key, T>> => {
    const lookup = lookups.get(index);
    if (!lookup) throw new Error(`Table ${name} has no index ${index}`);
    return lookup;
  };
  const unindex = (key: Key, row: T): void => {
    for (const [index, of] of Object.entries(indexes)) {
      const value = of(row);
      const held = value === null ? undefined : lookups.get(index)?.get(value);
      held?.delete(key);
      if (held?.size === 0 && value !== null) lookups.get(index)?.delete(value);
    }
  };
  const remember = (key: Key, row: T): void => {
    const before = rows.get(key);
    if (before !== undefined) unindex(key, before);
    rows.set(key, row);
    for (const [index, of] of Object.entries(indexes)) {
      const value = of(row);
      if (value === null) continue;
      const lookup = lookups.get(index) as Map<Key, Map<Key, T>>;
      const held = lookup.get(value) ?? new Map<Key, T>();
      held.set(key, row);
      lookup.set(value, held);
    }
  };
  for (const [key, row] of disk.load(name)) remember(key, row as T);
  return {
    get: (key) => rows.get(key),
    all: () => [...rows.values()],
    by: (index, value) => [...(lookupOf(index).get(value)?.values() ?? [])],
    count: (index, value) => lookupOf(index).get(value)?.size ?? 0,
    put(key, row) {
      remember(key, row);
      disk.put(name, key, row);
      return row;
    },
    remove(key) {
      const before = rows.get(key);
      if (before === undefined) return;
      unindex(key, before);
      rows.delete(key);
      disk.remove(name, key);
    },
  };
}
