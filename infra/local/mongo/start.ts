/** Starts the store: a server on 127.0.0.1 that MongoDB's own driver can speak to. */
import { createSessions } from './commands/sessions.ts';
import { setName } from './commands/hello.ts';
import { noDisk } from './engine/disk.ts';
import { createEngine } from './engine/engine.ts';
import { openDisk } from './engine/lmdb-disk.ts';
import { listen } from './server.ts';

export type StoreOptions = {
  /** Folder that keeps the data; absent: everything is in memory, and gone at the end. */
  dir?: string;
  /** 0 takes a free one. */
  port?: number;
};

/** Throws when the port or the folder is taken. After `stop` everything acknowledged is on disk and the folder is free again. */
export async function startStore({ dir, port = 0 }: StoreOptions): Promise<{ uri: string; stop(): Promise<void> }> {
  const disk = dir ? await openDisk(dir) : noDisk;
  try {
    const { collections, sessions } = disk.load();
    const engine = createEngine(disk, collections);
    const server = await listen({ engine, cursors: new Map(), sessions: createSessions(disk, sessions, Date.now()) }, port);
    return {
      uri: `mongodb://127.0.0.1:${server.port}/?replicaSet=${setName}`,
      async stop() {
        await server.stop();
        await disk.close();
      },
    };
  } catch (error) {
    await disk.close();
    throw error;
  }
}
