/** What the engine asks of the place that keeps its data. Changes are queued in order; `durable` waits until all that were queued are safe. */
import type { IndexSpec } from './indexes.ts';

export type CatalogEntry = { namespace: string; indexes: IndexSpec[] };
export type Loaded = {
  collections: { id: number; entry: CatalogEntry; rows: { order: number; raw: Uint8Array }[] }[];
  sessions: { id: string; raw: Uint8Array }[];
};

export type Disk = {
  load(): Loaded;
  /** Null removes. All changes made without awaiting in between become durable together or not at all. */
  putRow(collection: number, order: number, raw: Uint8Array | null): void;
  putCollection(id: number, entry: CatalogEntry | null): void;
  putSession(id: string, raw: Uint8Array | null): void;
  /** Rejects when the disk failed: what memory holds is then ahead of it for good. */
  durable(): Promise<void>;
  close(): Promise<void>;
};

/** Keeps nothing. */
export const noDisk: Disk = {
  load: () => ({ collections: [], sessions: [] }),
  putRow: () => undefined,
  putCollection: () => undefined,
  putSession: () => undefined,
  durable: () => Promise.resolve(),
  close: () => Promise.resolve(),
};
