/** The bound on requests: per person who is known, per address for everybody else, whatever tokens they invent. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { z } from 'zod';
import type { Config } from '../config/config.ts';
import type { Person } from '../identity/actor.ts';
import { createLog } from '../log/log.ts';
import type { Reader } from '../reading/reading.ts';
import { done, refuse } from '../refusal/contract.ts';
import { endpoint } from './contract.ts';
import { createApp } from './http.ts';
import { identifyOnce } from './identify.ts';
import { serve } from './serve.ts';

const limit = 5;
const entry = endpoint({ method: 'GET', path: '/api/who', may: 'signed-in', about: null, answer: z.object({ id: z.string() }) });
let server: Server;
let verified: number;
let ask: (token?: string, forwarded?: string) => Promise<number>;

/** Tokens are `of-NAME`; everything else is invented. Several may be of one person. */
const verify = async (token: string): Promise<Person | null> => {
  verified += 1;
  const personId = /^of-([a-z]+)/.exec(token)?.[1];
  return personId ? { kind: 'person', tenantId: 't', personId, name: '', isHr: false, token } : null;
};

const start = async (proxies = 0): Promise<void> => {
  verified = 0;
  const log = createLog('silent');
  const config = {
    rateLimit: limit,
    proxies,
    frameAncestors: [] as string[],
    clientId: 'c',
    tenants: ['t'],
    loginUrl: null as string | null,
  } as Config;
  const identify = identifyOnce(verify);
  const app = createApp(config, log, { now: () => new Date() }, identify);
  const router = express.Router();
  const readerOf = (): Reader => ({ tenantId: 't', personId: 'p', act: 'read', channel: 'tab' });
  const identifyByLink = () => Promise.resolve(refuse('link-opens-nothing'));
  const noted = { identifyByLink, readerOf, record: () => Promise.resolve(true), recordRefused: () => Promise.resolve() };
  serve({ router, identify, mayCall: () => true, statusOf: { 'not-signed-in': 401 }, log, ...noted }, entry, async ({ actor }) =>
    done({ id: actor.personId }),
  );
  app.use(router);
  server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/who`;
  ask = async (token, forwarded) => {
    const headers = { ...(token ? { Authorization: `Bearer ${token}` } : {}), ...(forwarded ? { 'X-Forwarded-For': forwarded } : {}) };
    return (await fetch(url, { headers })).status;
  };
};
const stop = () =>
  new Promise((resolve) => {
    server.close(resolve);
    server.closeAllConnections();
  });
beforeEach(() => start());
afterEach(stop);

const times = async (count: number, token: (at: number) => string | undefined): Promise<number[]> => {
  const statuses: number[] = [];
  for (let at = 0; at < count; at += 1) statuses.push(await ask(token(at)));
  return statuses;
};

it('is not got around with a new invented token each time', async () => {
  expect(await times(limit, (at) => `invented-${at}`)).toEqual([401, 401, 401, 401, 401]);
  expect(await times(3, (at) => `another-${at}`)).toEqual([429, 429, 429]);
  expect(await ask()).toBe(429);
});

it('counts a person whatever token of theirs is sent, and nobody else with them', async () => {
  expect(await times(limit + 1, (at) => `of-anna-${at}`)).toEqual([200, 200, 200, 200, 200, 429]);
  expect(await ask('of-bo')).toBe(200);
  expect(await ask()).toBe(401);
});

it('checks a token once for a request', async () => {
  await times(3, () => 'of-anna');
  expect(verified).toBe(3);
});

const from = async (...addresses: string[]): Promise<number[]> => {
  const statuses: number[] = [];
  for (const address of addresses) statuses.push(await ask(undefined, address));
  return statuses;
};
const many = (address: (at: number) => string): string[] => Array.from({ length: limit + 1 }, (_, at) => address(at));

it('is not got around with an invented address each time, while no proxy of ours stands in front', async () => {
  expect(await from(...many((at) => `198.51.100.${at}`))).toEqual([401, 401, 401, 401, 401, 429]);
});

it('counts those apart whom a proxy of ours tells apart, and believes nothing that they have written before it', async () => {
  await stop();
  await start(1);
  expect(await from(...many((at) => `203.0.113.${at}, 198.51.100.1`))).toEqual([401, 401, 401, 401, 401, 429]);
  expect(await from('198.51.100.2')).toEqual([401]);
});
