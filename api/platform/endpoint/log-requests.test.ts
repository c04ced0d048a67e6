/** What the log says of a request: its id, and nothing of what was asked for or sent. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { until } from '#test/given/until.ts';
import { logRequests } from './log-requests.ts';

let server: Server;
let url: string;
let lines: Record<string, unknown>[];
let ids: unknown[];

beforeEach(async () => {
  lines = [];
  ids = [];
  let now = 1_000;
  const write = (line: string): void => void lines.push(JSON.parse(line) as Record<string, unknown>);
  const app = express();
  app.use(logRequests(pino({ level: 'debug' }, { write }), { now: () => new Date((now += 7)) }));
  app.get('/status/:status', (request, response) => {
    ids.push(response.locals.requestId);
    response.status(Number(request.params.status)).send('words');
  });
  app.get('/never', (_request, response) => void ids.push(response.locals.requestId));
  server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(
  () =>
    new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    }),
);
const logged = (count: number) => until(() => Promise.resolve(lines.length >= count ? lines : null), { message: 'the lines are there' });

it.each([
  [200, 20],
  [404, 20],
  [500, 50],
])('tells of a request that was answered %i, at level %i', async (status, level) => {
  await fetch(`${url}/status/${status}?words=secret`, { headers: { Authorization: 'Bearer secret' } });
  const [line] = await logged(1);
  expect(line).toMatchObject({ level, requestId: ids[0], method: 'GET', path: `/status/${status}`, status, ms: 7 });
  expect(line).not.toHaveProperty('whole');
  expect(JSON.stringify(line)).not.toMatch(/secret|words/);
});

it('gives each request an id of its own', async () => {
  await fetch(`${url}/status/200`);
  await fetch(`${url}/status/200`);
  expect(new Set((await logged(2)).map(({ requestId }) => requestId)).size).toBe(2);
});

it('tells of one that its caller did not wait for', async () => {
  const away = new AbortController();
  const asking = fetch(`${url}/never`, { signal: away.signal }).catch(() => 'gone');
  await until(() => Promise.resolve(ids.length > 0), { message: 'it has come' });
  away.abort();
  expect(await asking).toBe('gone');
  expect((await logged(1))[0]).toMatchObject({ path: '/never', whole: false });
});
