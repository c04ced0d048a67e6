/** Whether ports are free to listen on. */
import { createServer } from 'node:net';

export type NamedPort = { name: string; port: number };

/** The first of these that something else listens on, or null. */
export async function findTakenPort(ports: NamedPort[]): Promise<NamedPort | null> {
  for (const one of ports) if (!(await isFree(one.port))) return one;
  return null;
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => (error.code === 'EADDRINUSE' || error.code === 'EACCES' ? resolve(false) : reject(error)));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
