import { createServer, type Server } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { findFreePorts, findTakenPort } from './ports.ts';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});
const listenOn = (port: number): Promise<unknown> =>
  new Promise((resolve, reject) =>
    servers.push(
      createServer()
        .once('error', reject)
        .listen(port, '127.0.0.1', () => resolve(null)),
    ),
  );

it('finds different ports, all of which can be listened on at once', async () => {
  const ports = await findFreePorts(5);
  expect(new Set(ports).size).toBe(5);
  await Promise.all(ports.map(listenOn));
});

it('names the first port that is taken', async () => {
  const [free = 0, taken = 0] = await findFreePorts(2);
  await listenOn(taken);
  const named = [
    { name: 'one', port: free },
    { name: 'two', port: taken },
  ];
  expect(await findTakenPort(named)).toEqual({ name: 'two', port: taken });
  expect(await findTakenPort(named.slice(0, 1))).toBeNull();
});
