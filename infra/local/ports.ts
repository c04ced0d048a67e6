/** Whether ports are free to listen on, and which are. */
import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

export type NamedPort = { name: string; port: number };

/** The first of these that something else listens on, or null. */
export async function findTakenPort(ports: NamedPort[]): Promise<NamedPort | null> {
  for (const one of ports) if (!(await isFree(one.port))) return one;
  return null;
}

/** No system gives these to outgoing connections, so that a port found free here stays free until it is listened on. */
const [firstPort, lastPort] = [20_000, 31_999];

/** Processes side by side look in different parts of them: one found free is listened on only when what is started there is ready to. */
const perProcess = 1000;
const ownFirst = firstPort + (process.pid % Math.floor((lastPort + 1 - firstPort) / perProcess)) * perProcess;

/** So many different ports that nothing listens on. Chosen by chance: several runs side by side hardly ever meet. */
export async function findFreePorts(count: number): Promise<number[]> {
  const found = new Set<number>();
  for (let attempt = 0; found.size < count && attempt < 1000; attempt += 1) {
    const port = randomInt(ownFirst, ownFirst + perProcess);
    if (await isFree(port)) found.add(port);
  }
  if (found.size < count) throw new Error(`Fewer than ${count} of the ports ${ownFirst} to ${ownFirst + perProcess - 1} are free`);
  return [...found];
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' || error.code === 'EACCES' ? resolve(false) : reject(error),
    );
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
