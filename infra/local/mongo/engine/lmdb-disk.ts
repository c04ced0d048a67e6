/** Keeps data in an LMDB file. Writes of one turn of the event loop are one transaction; several waiting writers share one flush. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { open } from 'lmdb';
import { decode, encode, type Doc } from '../values/types.ts';
import type { CatalogEntry, Disk, Loaded } from './disk.ts';
import { lockFolder } from './lock.ts';

export async function openDisk(dir: string): Promise<Disk> {
  mkdirSync(dir, { recursive: true });
  const unlock = await lockFolder(dir);
  // Without overlapping, a put's promise resolves only when its transaction is flushed.
  const root = open({ path: join(dir, 'store.mdb'), overlappingSync: false });
  const rows = root.openDB<Uint8Array, [number, number]>({ name: 'rows', encoding: 'binary' });
  const collections = root.openDB<Uint8Array, number>({ name: 'collections', encoding: 'binary' });
  const sessions = root.openDB<Uint8Array, string>({ name: 'sessions', encoding: 'binary' });
  let last: Promise<unknown> = Promise.resolve();
  let broken: Error | null = null;
  const queue = (written: Promise<unknown>): void => {
    last = written;
    written.catch((error: unknown) => (broken ??= error instanceof Error ? error : new Error(String(error))));
  };
  return {
    load: () => load(rows, collections, sessions),
    putRow: (collection, order, raw) => queue(raw ? rows.put([collection, order], raw) : rows.remove([collection, order])),
    putCollection: (id, entry) => queue(entry ? collections.put(id, encode(entry)) : collections.remove(id)),
    putSession: (id, raw) => queue(raw ? sessions.put(id, raw) : sessions.remove(id)),
    async durable() {
      await last.catch(() => undefined);
      if (broken) throw new Error(`The store could not be written: ${broken.message}`);
    },
    async close() {
      await last.catch(() => undefined);
      await root.close();
      unlock();
    },
  };
}

type Range<K> = { getRange(options?: { start: K; end: K }): Iterable<{ key: K; value: Uint8Array }> };

function load(rows: Range<[number, number]>, collections: Range<number>, sessions: Range<string>): Loaded {
  return {
    collections: [...collections.getRange()].map(({ key: id, value }) => ({
      id,
      entry: plainEntry(decode(value)),
      rows: [...rows.getRange({ start: [id, 0], end: [id + 1, 0] })].map(({ key, value: raw }) => ({ order: key[1], raw })),
    })),
    sessions: [...sessions.getRange()].map(({ key: id, value: raw }) => ({ id, raw })),
  };
}

const plainEntry = (doc: Doc): CatalogEntry => doc as CatalogEntry;
