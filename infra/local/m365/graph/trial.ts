/** A local Graph alone, for the tests beside these files: a small company, tokens with any permissions, calls with their whole answer. Holds no checks. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { redirectMicrosoft } from '../../redirect.ts';
import { loadCompany } from '../core/load-company.ts';
import { readPermissions } from '../core/permissions.ts';
import { createWorld, type World } from '../core/world.ts';
import { createSigningKeys, type SigningKeys } from '../entra/keys.ts';
import { bakery, givenApp, mill, tenantId } from '../given.ts';
import { graphRoutes } from './routes.ts';

export const root = 'https://graph.microsoft.com/v1.0';
export type Reply = { status: number; headers: Headers; body: Record<string, unknown> & { error?: { code: string; message: string } } };
export type AppToken = { permissions?: string[]; tenant?: string; claims?: Record<string, unknown> };

export type Trial = {
  world: World;
  keys: SigningKeys;
  /** A token of the app, with the permissions that were granted unless others are named. */
  appToken(wanted?: AppToken): Promise<string>;
  /** A token on behalf of a person. */
  userToken(userId: string, scopes: string[]): Promise<string>;
  /** Calls with the app's own token unless the headers bring another; `path` follows /v1.0. */
  call(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Reply>;
  /** The same with these application permissions only. */
  callWith(permissions: string[], method: string, path: string, body?: unknown): Promise<Reply>;
  stop(): Promise<void>;
};

export async function startTrial(): Promise<Trial> {
  const world = createWorld({ ...givenApp });
  const keys = await createSigningKeys(world);
  loadCompany(world, bakery);
  loadCompany(world, mill);
  const server = createServer(express().use('/graph.microsoft.com', graphRoutes(world, keys)));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const undo = redirectMicrosoft(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  const appToken = (wanted: AppToken = {}): Promise<string> => mintApp(world, keys, wanted);
  const call: Trial['call'] = async (method, path, body, headers = {}) => {
    const address = path.startsWith('https://') ? path : `${root}${path}`;
    const sent = {
      Authorization: `Bearer ${await appToken()}`,
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...headers,
    };
    const answer = await fetch(address, { method, headers: sent, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
    const text = await answer.text();
    return { status: answer.status, headers: answer.headers, body: (text === '' ? {} : JSON.parse(text)) as Reply['body'] };
  };
  return {
    world,
    keys,
    appToken,
    userToken: (oid, scopes) =>
      keys.sign({ ...claimsNow(world), tid: world.users.get(oid)?.tenantId, oid, scp: scopes.join(' '), idtyp: 'user' }),
    call,
    callWith: async (permissions, method, path, body) =>
      call(method, path, body, { Authorization: `Bearer ${await appToken({ permissions })}` }),
    async stop() {
      undo();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}

function claimsNow(world: World): Record<string, unknown> {
  const now = Math.floor(world.clock.now().getTime() / 1000);
  return { aud: 'https://graph.microsoft.com', appid: world.app.clientId, nbf: now, iat: now, exp: now + 3600 };
}

function mintApp(world: World, keys: SigningKeys, { permissions, tenant = tenantId, claims = {} }: AppToken): Promise<string> {
  // What was granted, and chats, which these tests look into though the app does not.
  const roles = permissions ?? [...readPermissions(world.app.permissionsFile).application, 'Chat.ReadBasic.All'];
  return keys.sign({ ...claimsNow(world), tid: tenant, roles, idtyp: 'app', ...claims });
}
