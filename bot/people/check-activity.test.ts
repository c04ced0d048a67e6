import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT, type JWTPayload } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Config } from '#api/platform/config/config.ts';
import { MicrosoftUnavailable } from '#api/platform/graph/failures.ts';
import { createCheckActivity } from './check-activity.ts';

const clientId = '5a3b1f0c-6f1d-4f0e-9c55-2b8f3a9d7e10';
const now = new Date('2026-12-01T09:00:00Z');
const serviceUrl = 'https://smba.trafficmanager.net/emea/';
const seconds = (minutes: number): number => Math.floor(now.getTime() / 1000) + minutes * 60;

const activity = {
  type: 'message',
  id: '1',
  channelId: 'msteams',
  serviceUrl,
  conversation: { id: 'a:1', tenantId: '0d9c4a3e-5f6b-4c7d-8e9f-0a1b2c3d4e5f' },
  from: { id: '29:1', aadObjectId: '3f1e2d4c-5b6a-4978-8a9b-0c1d2e3f4a5b' },
  recipient: { id: `28:${clientId}` },
  text: 'my talk',
};

const teams = await generateKeyPair('RS256');
const skype = await generateKeyPair('RS256');
const stranger = await generateKeyPair('RS256');
const check = createCheckActivity({ clientId } as Config, { now: () => now });

const addressOf = (input: Parameters<typeof fetch>[0]): string => (input instanceof Request ? input.url : input.toString());

let server: Server;
const realFetch = globalThis.fetch;

/** The bot's sign-in service on this machine: its two public documents, and nothing else. */
beforeAll(async () => {
  const keys = [
    { ...(await exportJWK(teams.publicKey)), kid: 'teams', alg: 'RS256', use: 'sig', endorsements: ['msteams'] },
    { ...(await exportJWK(skype.publicKey)), kid: 'skype', alg: 'RS256', use: 'sig', endorsements: ['skype'] },
  ];
  server = createServer((request, response) => {
    const isMetadata = request.url?.endsWith('openidconfiguration');
    const answer = isMetadata
      ? { issuer: 'https://api.botframework.com', jwks_uri: 'https://login.botframework.com/v1/.well-known/keys' }
      : { keys };
    response.setHeader('Content-Type', 'application/json').end(JSON.stringify(answer));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const local = `http://127.0.0.1:${port}`;
  globalThis.fetch = (input, init) => {
    return realFetch(addressOf(input).replace('https://login.botframework.com', local), init);
  };
});
afterAll(async () => {
  globalThis.fetch = realFetch;
  await new Promise((resolve) => server.close(resolve));
});

const claims: JWTPayload = {
  iss: 'https://api.botframework.com',
  aud: clientId,
  serviceurl: serviceUrl,
  nbf: seconds(-1),
  exp: seconds(60),
};

async function token(change: JWTPayload = {}, kid = 'teams', key = teams.privateKey): Promise<string> {
  return `Bearer ${await new SignJWT({ ...claims, ...change }).setProtectedHeader({ alg: 'RS256', kid }).sign(key)}`;
}

describe('a message to the bot', () => {
  it('is taken when Teams signed it for this bot and this address', async () => {
    expect(await check(await token(), activity)).toMatchObject({ ok: true, value: { text: 'my talk' } });
  });

  it.each<[string, () => Promise<string | undefined>]>([
    ['carries no token', () => Promise.resolve(undefined)],
    ['carries something else than a token', () => Promise.resolve('Bearer not-a-token')],
    ['is not signed', () => Promise.resolve(`Bearer ${new UnsecuredJWT(claims).encode()}`)],
    ['is signed by a stranger under a known name', () => token({}, 'teams', stranger.privateKey)],
    ['is signed with an unknown key', () => token({}, 'other', stranger.privateKey)],
    ['is from another issuer', () => token({ iss: 'https://login.microsoftonline.com/x/v2.0' })],
    ['is meant for another bot', () => token({ aud: '11111111-2222-4333-8444-555555555555' })],
    ['has expired', () => token({ exp: seconds(-6) })],
    ['is not valid yet', () => token({ nbf: seconds(6) })],
    ['names another address than the message', () => token({ serviceurl: 'https://smba.trafficmanager.net/amer/' })],
    ['names no address', () => token({ serviceurl: undefined })],
    ['is signed with a key of another channel', () => token({}, 'skype', skype.privateKey)],
  ])('is refused when it %s', async (_what, authorization) => {
    expect(await check(await authorization(), activity)).toMatchObject({ ok: false, reason: 'not-signed-in' });
  });

  it('waits when the keys cannot be read, rather than being called wrong', async () => {
    const local = globalThis.fetch;
    globalThis.fetch = () => Promise.reject(new TypeError('fetch failed'));
    const fresh = createCheckActivity({ clientId } as Config, { now: () => now });
    await expect(fresh(await token(), activity)).rejects.toThrow(MicrosoftUnavailable);
    globalThis.fetch = (input, init) =>
      addressOf(input).endsWith('/keys') ? Promise.resolve(new Response('', { status: 500 })) : local(input, init);
    await expect(fresh(await token(), activity)).rejects.toThrow(MicrosoftUnavailable);
    globalThis.fetch = local;
    expect(await fresh(await token(), activity)).toMatchObject({ ok: true });
  });

  it('is still taken with clocks five minutes apart', async () => {
    expect(await check(await token({ exp: seconds(-4) }), activity)).toMatchObject({ ok: true });
  });

  it.each([
    [{}, 'type'],
    [null, 'body'],
    [[], 'body'],
    [{ ...activity, conversation: {} }, 'conversation.id'],
    [{ ...activity, serviceUrl: 'nowhere' }, 'serviceUrl'],
    [{ ...activity, membersAdded: 'all' }, 'membersAdded'],
  ])('from Teams that is not an activity is called wrong input: %j', async (body, field) => {
    expect(await check(await token(), body)).toMatchObject({ ok: false, reason: 'wrong-input', field });
  });
});
