/** The address of notifications: what is too big, and what is too often wrong, is turned away; what is known to be Graph's is not. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { serveNotifications } from './notifications.ts';

let server: Server;
let taken: unknown[];
let post: (body: unknown, query?: string) => Promise<number>;

/** Graph's own say `ours`; `known` ones have been proven before. */
beforeEach(async () => {
  taken = [];
  const app = express();
  serveNotifications(app, '/hints', {
    take: async (body) => {
      taken.push(body);
      return JSON.stringify(body).includes('ours') ? 'taken' : 'refused';
    },
    isKnown: (body) => JSON.stringify(body).includes('known'),
  });
  server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hints`;
  const headers = { 'Content-Type': 'application/json' };
  post = async (body, query = '') => (await fetch(url + query, { method: 'POST', headers, body: JSON.stringify(body) })).status;
});
afterEach(
  () =>
    new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    }),
);

const shout = async (times: number): Promise<Set<number>> =>
  new Set(await Promise.all(Array.from({ length: times }, () => post(['theirs']))));

it('lets nobody shout: after many that are not Graph’s, further ones are not even looked at', async () => {
  expect(await shout(120)).toEqual(new Set([404]));
  const looked = taken.length;
  expect(await shout(20)).toEqual(new Set([429]));
  expect(taken).toHaveLength(looked);
});

it('hears Graph all the same, from the same address: hints of known subscriptions, and handshakes', async () => {
  await shout(130);
  expect(await post(['ours', 'known'])).toBe(202);
  expect(await post({}, '?validationToken=hello')).toBe(200);
  expect(await post(['ours, but not proven yet'])).toBe(429);
});

it('does not count what was taken, however much it is', async () => {
  for (let round = 0; round < 5; round += 1)
    expect(new Set(await Promise.all(Array.from({ length: 40 }, () => post(['ours']))))).toEqual(new Set([202]));
});

it('takes no body that is larger than any of Graph’s', async () => {
  expect(await post({ value: 'x'.repeat(300_000) })).toBe(413);
  expect(taken).toEqual([]);
});
