/** Tokens by security.md section 3, against a sign-in service on this machine that publishes keys and nothing else. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT, type JWTPayload } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Config } from '../config/config.ts';
import { MicrosoftUnavailable } from '../graph/failures.ts';
import { createVerifyToken } from './verify-token.ts';

const tenantId = '0d9c4a3e-5f6b-4c7d-8e9f-0a1b2c3d4e5f';
const clientId = '5a3b1f0c-6f1d-4f0e-9c55-2b8f3a9d7e10';
const appIdUri = `api://samtal.example/${clientId}`;
const teamsWeb = '5e3ce6c0-2b1f-4285-8d4b-75ee78787346';
const login = 'https://login.microsoftonline.com';
const now = new Date('2026-12-01T09:00:00Z');
const seconds = (minutes: number): number => Math.floor(now.getTime() / 1000) + minutes * 60;
const config = { clientId, appIdUri, tenants: [tenantId] } as Config;
const makeCheck = () => createVerifyToken(config, { now: () => now });

const microsoft = await generateKeyPair('RS256');
const stranger = await generateKeyPair('RS256');
const realFetch = globalThis.fetch;
const addressOf = (input: Parameters<typeof fetch>[0]): string => (input instanceof Request ? input.url : input.toString());
let server: Server;
/** Which of the two documents the service does not answer for. */
let down: 'metadata' | 'keys' | null = null;
const asked: string[] = [];

beforeAll(async () => {
  const keys = [{ ...(await exportJWK(microsoft.publicKey)), kid: 'one', alg: 'RS256', use: 'sig' }];
  server = createServer((request, response) => {
    const isMetadata = request.url?.endsWith('openid-configuration') === true;
    asked.push(request.url ?? '');
    if (down === (isMetadata ? 'metadata' : 'keys')) return void response.writeHead(503).end();
    response.setHeader('Content-Type', 'application/json').end(JSON.stringify(isMetadata ? { jwks_uri: `${login}/keys` } : { keys }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const local = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  globalThis.fetch = (input, init) => realFetch(addressOf(input).replace(login, local), init);
});
afterAll(async () => {
  globalThis.fetch = realFetch;
  await new Promise((resolve) => server.close(resolve));
});

const good: JWTPayload = {
  ver: '2.0',
  iss: `${login}/${tenantId}/v2.0`,
  aud: clientId,
  azp: teamsWeb,
  tid: tenantId,
  oid: 'oid-of-anna',
  name: 'Anna Berg',
  scp: 'access_as_user',
  nbf: seconds(-5),
  exp: seconds(60),
};
const first: JWTPayload = {
  ...good,
  ver: '1.0',
  iss: `https://sts.windows.net/${tenantId}/`,
  aud: appIdUri,
  azp: undefined,
  appid: teamsWeb,
};
const sign = (claims: JWTPayload, key = microsoft.privateKey): Promise<string> =>
  new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'one' }).sign(key);

describe('whom a token lets in', () => {
  it.each([
    ['version 2', good],
    ['version 1', first],
    ['our own page in a plain browser, for which the client is ourselves', { ...good, azp: clientId }],
    ['among other scopes', { ...good, scp: 'User.Read access_as_user' }],
    ['a clock four minutes behind', { ...good, nbf: seconds(4) }],
    ['just outlived, within the tolerance', { ...good, exp: seconds(-4) }],
  ])('%s', async (_what, claims) => {
    const token = await sign(claims);
    const person = { kind: 'person', tenantId, personId: 'oid-of-anna', name: 'Anna Berg', isHr: false, token };
    expect(await makeCheck()(token)).toEqual(person);
  });

  it.each([
    [['Samtal.HR'], true],
    [['samtal.hr', 'Other'], false],
    ['Samtal.HR', false],
    [undefined, false],
  ])('holds HR rights with roles %j: %s', async (roles, isHr) => {
    expect(await makeCheck()(await sign({ ...good, roles }))).toMatchObject({ isHr });
  });

  it.each([
    [['Samtal.AccessOfficer'], true],
    [['Samtal.HR', 'Samtal.AccessOfficer'], true],
    [['Samtal.HR', 'samtal.accessofficer'], undefined],
    ['Samtal.AccessOfficer', undefined],
  ])('makes an access officer with roles %j: %s', async (roles, isOfficer) => {
    expect((await makeCheck()(await sign({ ...good, roles })))?.isOfficer).toBe(isOfficer);
  });

  it('asks for the keys of the token’s own version, once', async () => {
    const check = makeCheck();
    asked.length = 0;
    for (const claims of [good, good, first]) await check(await sign(claims));
    const metadata = asked.filter((path) => path.endsWith('openid-configuration'));
    expect(metadata).toEqual([`/${tenantId}/v2.0/.well-known/openid-configuration`, `/${tenantId}/.well-known/openid-configuration`]);
  });
});

describe('whom it does not', () => {
  const other = '11111111-5f6b-4c7d-8e9f-0a1b2c3d4e5f';
  it.each<[string, JWTPayload]>([
    ['another tenant', { ...good, tid: other, iss: `${login}/${other}/v2.0` }],
    ['a tenant that the issuer does not name', { ...good, iss: `${login}/${other}/v2.0` }],
    ['an issuer of the other version', { ...good, iss: first.iss }],
    ['an audience of the other version', { ...good, aud: appIdUri }],
    ['a version nobody knows', { ...good, ver: '3.0' }],
    ['another app', { ...good, aud: other }],
    ['a token the app got for itself', { ...good, idtyp: 'app' }],
    ['a client that is no Microsoft host', { ...good, azp: other }],
    ['our own page, but of another tenant', { ...good, azp: clientId, tid: other, iss: `${login}/${other}/v2.0` }],
    ['our own page with a token for something else', { ...good, azp: clientId, aud: other }],
    ['our own page with the id token, which has no scope', { ...good, azp: undefined, scp: undefined }],
    ['no client', { ...good, azp: undefined }],
    ['version 2 with the client of version 1', { ...good, azp: undefined, appid: teamsWeb }],
    ['another scope', { ...good, scp: 'access_as_user_too' }],
    ['no scope', { ...good, scp: undefined }],
    ['no object id', { ...good, oid: undefined }],
    ['outlived', { ...good, exp: seconds(-6) }],
    ['not valid yet', { ...good, nbf: seconds(6) }],
    ['no end', { ...good, exp: undefined }],
  ])('%s', async (_what, claims) => expect(await makeCheck()(await sign(claims))).toBeNull());

  it('somebody else’s signature, none, another algorithm, or no token at all', async () => {
    const check = makeCheck();
    expect(await check(await sign(good, stranger.privateKey))).toBeNull();
    expect(await check(new UnsecuredJWT(good).encode())).toBeNull();
    const hs = new SignJWT(good).setProtectedHeader({ alg: 'HS256', kid: 'one' }).sign(new TextEncoder().encode('x'.repeat(32)));
    expect(await check(await hs)).toBeNull();
    const unknownKey = new SignJWT(good).setProtectedHeader({ alg: 'RS256', kid: 'two' }).sign(microsoft.privateKey);
    expect(await check(await unknownKey)).toBeNull();
    for (const nonsense of ['', 'a.b.c', 'token', `${await sign(good)}x`]) expect(await check(nonsense)).toBeNull();
  });
});

describe('a token that was good a moment ago', () => {
  const minute = 60_000;
  const checkAt = () => {
    const time = { passed: 0 };
    const check = createVerifyToken(config, { now: () => new Date(now.getTime() + time.passed * minute) });
    return { time, check };
  };

  it('is not good for longer than it says, nor before it begins', async () => {
    const { time, check } = checkAt();
    const token = await sign({ ...good, exp: seconds(3) });
    expect(await check(token)).not.toBeNull();
    for (const [passed, isGood] of [
      [2, true],
      // Its end and the tolerance of five minutes after it.
      [7, true],
      [9, false],
      [-11, false],
      [1, true],
    ] as const) {
      time.passed = passed;
      expect({ passed, isGood: (await check(token)) !== null }).toEqual({ passed, isGood });
    }
  });

  it('does not lend its goodness to one that differs by a letter, or to another signature', async () => {
    const { check } = checkAt();
    const token = await sign(good);
    expect(await check(token)).not.toBeNull();
    const [head = '', body = ''] = token.split('.');
    expect(await check(`${head}.${body}.${(await sign({ ...good, oid: 'oid-of-bo' })).split('.')[2] ?? ''}`)).toBeNull();
    expect(await check(`${token}x`)).toBeNull();
    expect(await check(token.slice(0, -2))).toBeNull();
  });

  it('is looked at again after five minutes, so that a withdrawn key is not believed for hours', async () => {
    const { time, check } = checkAt();
    const token = await sign(good);
    const first = await check(token);
    time.passed = 4;
    expect(await check(token)).toBe(first);
    time.passed = 6;
    const again = await check(token);
    expect(again).toEqual(first);
    expect(again).not.toBe(first);
  });
});

describe('a sign-in service that does not answer', () => {
  it.each(['metadata', 'keys'] as const)('is no reason to call a token wrong, and is asked again: %s', async (document) => {
    const check = makeCheck();
    const token = await sign(good);
    down = document;
    await expect(check(token)).rejects.toBeInstanceOf(MicrosoftUnavailable);
    down = null;
    expect(await check(token)).toMatchObject({ personId: 'oid-of-anna' });
  });
});
