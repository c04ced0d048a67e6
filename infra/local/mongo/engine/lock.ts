/** One engine per folder: a socket that only one process can listen on, and that a killed process gives up by itself. */
import { createHash } from 'node:crypto';
import { realpathSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Throws when another engine has the folder; otherwise answers how to give it up. */
export async function lockFolder(dir: string): Promise<() => void> {
  const name = `store-${createHash('sha256').update(realpathSync(dir)).digest('hex').slice(0, 16)}`;
  const address = process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : join(tmpdir(), `${name}.sock`);
  const server = createServer((socket) => socket.end());
  server.unref();
  const listen = (): Promise<boolean> =>
    new Promise((resolve, reject) => {
      server.once('error', (error: NodeJS.ErrnoException) => (error.code === 'EADDRINUSE' ? resolve(false) : reject(error)));
      server.listen(address, () => resolve(true));
    });
  if (!(await listen())) {
    if (await answers(address)) throw new Error(`The folder ${dir} is in use by another store.`);
    // Left behind by a process that was killed.
    rmSync(address, { force: true });
    if (!(await listen())) throw new Error(`The folder ${dir} is in use by another store.`);
  }
  return () => void server.close();
}

function answers(address: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(address);
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
