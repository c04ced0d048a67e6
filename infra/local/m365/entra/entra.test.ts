import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { ConfidentialClientApplication, InteractionRequiredAuthError } from '@azure/msal-node';
import { createRemoteJWKSet, decodeJwt, decodeProtectedHeader, jwtVerify } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '#api/platform/config/config.ts';
import { readMyMailboxSettings } from '#api/platform/graph/on-behalf-of.ts';
import { createVerifyToken, type VerifyToken } from '#api/platform/identity/verify-token.ts';
import { redirectMicrosoft } from '#infra/local/redirect.ts';
import { ada, bo, dan, givenApp, givenM365, otherTenantId, tenantId, type GivenM365 } from '../given.ts';
import { createWorld } from '../core/world.ts';
import { createSigningKeys } from './keys.ts';

const login = 'https://login.microsoftonline.com';
const graphScope = 'https://graph.microsoft.com/.default';
const config = readConfig({
  MONGODB_URI: 'mongodb://127.0.0.1:9/none',
  SAMTAL_CLIENT_ID: givenApp.clientId,
  SAMTAL_CLIENT_SECRET: givenApp.clientSecret,
  SAMTAL_APP_ID_URI: givenApp.appIdUri,
  SAMTAL_TENANTS: tenantId,
  SAMTAL_PUBLIC_URL: 'http://localhost',
  SAMTAL_KEY_URL: 'file:///nowhere/key',
  SAMTAL_MAIL_FROM: 'app@bakery.example',
  SAMTAL_TEAMS_APP_ID: givenApp.teamsAppId,
});

let m365: GivenM365;
let verify: VerifyToken;
const ends: (() => unknown)[] = [];

beforeAll(async () => {
  m365 = await givenM365();
  ends.push(() => m365.stop());
  ends.push(redirectMicrosoft(m365.url));
  verify = createVerifyToken(config, m365.clock);
});
afterAll(async () => {
  for (const end of ends.reverse()) await end();
});

const msal = (change: { clientSecret?: string; clientId?: string; tenant?: string } = {}): ConfidentialClientApplication => {
  const { clientSecret = givenApp.clientSecret, clientId = givenApp.clientId, tenant = tenantId } = change;
  return new ConfidentialClientApplication({ auth: { clientId, clientSecret, authority: `${login}/${tenant}` } });
};

type Answer = { status: number; body: Record<string, unknown> };
async function askToken(form: Record<string, string>, tenant = tenantId): Promise<Answer> {
  const all = {
    client_id: givenApp.clientId,
    client_secret: givenApp.clientSecret,
    grant_type: 'client_credentials',
    scope: graphScope,
    ...form,
  };
  const body = new URLSearchParams(Object.entries(all).filter(([, value]) => value !== ''));
  const answer = await fetch(`${login}/${tenant}/oauth2/v2.0/token`, { method: 'POST', body });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}

describe('the SSO token', () => {
  it.each(['1.0', '2.0'])('of version %s is accepted by the product, with the app roles of the person', async (version) => {
    const token = await m365.token(ada, { version });
    expect(await verify(token)).toMatchObject({ tenantId, personId: ada, name: 'Ada Berg', isHr: true });
    expect(await verify(await m365.token(bo, { version }))).toMatchObject({ personId: bo, isHr: false });
    const { exp = 0 } = decodeJwt(token);
    const minutes = (exp - m365.clock.now().getTime() / 1000) / 60;
    expect(minutes).toBeGreaterThan(59);
    expect(minutes).toBeLessThanOrEqual(90);
  });

  it.each<[string, object]>([
    ['another audience', { claims: { aud: randomUUID() } }],
    ['the audience of the other version', { claims: { aud: givenApp.appIdUri } }],
    ['another issuer', { claims: { iss: `${login}/${otherTenantId}/v2.0` } }],
    ['the issuer of the other version', { version: '1.0', claims: { iss: `${login}/${tenantId}/v2.0` } }],
    ['a tenant that is not onboarded', { claims: { tid: otherTenantId, iss: `${login}/${otherTenantId}/v2.0` } }],
    ['a time that has passed', { expiresInSeconds: -301 }],
    ['a time to come', { claims: { nbf: Math.floor(Date.now() / 1000) + 3000 } }],
    ['no end', { claims: { exp: null } }],
    ['no person', { claims: { oid: null } }],
    ['another scope', { claims: { scp: 'something_else' } }],
    ['no scope, as an app has it', { claims: { scp: null, idtyp: 'app' } }],
    ['a client that is no host', { claims: { azp: randomUUID() } }],
    ['another version', { claims: { ver: '3.0' } }],
    ['the signature of a stranger', { signedBy: 'stranger' }],
    ['the signature of a stranger with his own name', { signedBy: 'stranger', header: { kid: 'stranger' } }],
    ['no signature', { signedBy: 'nobody' }],
  ])('is refused by the product with %s', async (_what, wanted) => {
    expect(await verify(await m365.token(ada, wanted))).toBeNull();
  });

  it('names the person’s groups when the registration asks for them', async () => {
    expect(decodeJwt(await m365.token(bo)).groups).toBeUndefined();
    await m365.setApp({ groupMembershipClaims: 'SecurityGroup' });
    const { groups } = decodeJwt(await m365.token(bo));
    expect(groups).toHaveLength(2);
    expect(decodeJwt(await m365.token(ada)).groups).toEqual(groups);
    expect(await verify(await m365.token(bo))).toMatchObject({ personId: bo });
  });

  it('is not given for an account that is disabled', async () => {
    expect((await m365.desk('POST', `people/${dan}/token`, {})).status).toBe(409);
  });
});

describe('the metadata', () => {
  it.each([
    ['/v2.0', `${login}/${tenantId}/v2.0`],
    ['', `https://sts.windows.net/${tenantId}/`],
  ])('below the tenant%s names issuer and keys that a library finds', async (version, issuer) => {
    const answer = await fetch(`${login}/${tenantId}${version}/.well-known/openid-configuration`);
    const metadata = (await answer.json()) as { issuer: string; jwks_uri: string; token_endpoint: string };
    expect(metadata.issuer).toBe(issuer);
    expect(metadata.token_endpoint).toBe(`${login}/${tenantId}/oauth2${version}/token`);
    const token = await m365.token(ada, { version: version === '' ? '1.0' : '2.0' });
    const { payload } = await jwtVerify(token, createRemoteJWKSet(new URL(metadata.jwks_uri)), { issuer });
    expect(payload.oid).toBe(ada);
  });

  it('is refused for a tenant that is not there, with the code of Entra', async () => {
    const answer = await fetch(`${login}/${randomUUID()}/v2.0/.well-known/openid-configuration`);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ error: 'invalid_request', error_codes: [90002] });
  });
});

describe('the app signs in with unmodified msal-node', () => {
  it('and gets exactly the application permissions that were granted', async () => {
    const answer = await msal().acquireTokenByClientCredential({ scopes: [graphScope] });
    const claims = decodeJwt(answer?.accessToken ?? '');
    expect(claims).toMatchObject({ aud: 'https://graph.microsoft.com', idtyp: 'app', tid: tenantId, appid: givenApp.clientId, ver: '1.0' });
    const granted = JSON.parse(readFileSync(givenApp.permissionsFile, 'utf8')) as { application: { name: string }[] };
    expect(claims.roles).toEqual(granted.application.map(({ name }) => name));
    expect(claims.scp).toBeUndefined();
    expect(answer?.expiresOn?.getTime()).toBeGreaterThan(Date.now() + 55 * 60_000);
  });

  it('and gets a token for the bot service, without roles of Graph', async () => {
    const answer = await msal().acquireTokenByClientCredential({ scopes: ['https://api.botframework.com/.default'] });
    const claims = decodeJwt(answer?.accessToken ?? '');
    expect(claims).toMatchObject({ aud: 'https://api.botframework.com', idtyp: 'app' });
    expect(claims.roles).toBeUndefined();
  });

  it('and is refused with a wrong secret', async () => {
    const asking = msal({ clientSecret: 'wrong' }).acquireTokenByClientCredential({ scopes: [graphScope] });
    await expect(asking).rejects.toMatchObject({ errorCode: 'invalid_client', errorMessage: expect.stringContaining('AADSTS7000215') });
  });
});

describe('the token endpoint refuses', () => {
  it.each<[string, number, string, number, Record<string, string>]>([
    ['a wrong secret', 401, 'invalid_client', 7000215, { client_secret: 'wrong' }],
    ['no secret', 401, 'invalid_client', 7000216, { client_secret: '' }],
    ['an app nobody knows', 400, 'unauthorized_client', 700016, { client_id: randomUUID() }],
    ['a grant type it does not have', 400, 'unsupported_grant_type', 70003, { grant_type: 'password' }],
    ['a request without scope', 400, 'invalid_request', 900144, { scope: '' }],
    ['single scopes for the app itself', 400, 'invalid_scope', 1002012, { scope: 'https://graph.microsoft.com/User.Read' }],
    ['a resource nobody knows', 400, 'invalid_resource', 500011, { scope: 'https://other.example/.default' }],
  ])('%s: %i %s AADSTS%i', async (_what, status, error, code, form) => {
    const answer = await askToken(form);
    expect(answer.status).toBe(status);
    expect(answer.body).toMatchObject({ error, error_codes: [code] });
  });

  it('a tenant that is not there, and no tenant at all', async () => {
    expect(await askToken({}, randomUUID())).toMatchObject({ status: 400, body: { error: 'invalid_request', error_codes: [90002] } });
    expect(await askToken({}, 'common')).toMatchObject({ status: 400, body: { error_codes: [50059] } });
  });
});

describe('on behalf of a person', () => {
  const mailboxScope = 'https://graph.microsoft.com/MailboxSettings.Read';
  const ask = (assertion: string, scope = mailboxScope): Promise<Answer> =>
    askToken({
      grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
      requested_token_use: 'on_behalf_of',
      assertion,
      scope: `${scope} openid profile offline_access`,
    });

  it.each(['1.0', '2.0'])('unmodified msal-node turns an SSO token of version %s into a Graph token of the person', async (version) => {
    const answer = await msal().acquireTokenOnBehalfOf({ oboAssertion: await m365.token(bo, { version }), scopes: [mailboxScope] });
    const claims = decodeJwt(answer?.accessToken ?? '');
    expect(claims).toMatchObject({ aud: 'https://graph.microsoft.com', oid: bo, tid: tenantId, idtyp: 'user' });
    expect(String(claims.scp).split(' ')).toEqual(['openid', 'profile', 'MailboxSettings.Read']);
    expect(claims.roles).toBeUndefined();
    expect(answer?.account?.username).toBe('bo@bakery.example');
  });

  it('the product does so through unmodified teamsfx, and reads the person’s own mailbox settings', async () => {
    const settings = await readMyMailboxSettings(config, tenantId, await m365.token(bo));
    expect(settings).toEqual({ timeZone: 'W. Europe Standard Time', locale: 'sv-SE' });
    const { calls } = (await m365.desk<{ calls: { path: string; status: number }[] }>('GET', 'calls?service=graph')).body;
    expect(calls.at(-1)).toMatchObject({ path: '/v1.0/me/mailboxSettings', status: 200 });
  });

  it('a scope without consent needs the person: msal-node says so', async () => {
    const asking = msal().acquireTokenOnBehalfOf({
      oboAssertion: await m365.token(bo),
      scopes: ['https://graph.microsoft.com/Calendars.ReadWrite'],
    });
    const error: unknown = await asking.catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(InteractionRequiredAuthError);
    expect(error).toMatchObject({ errorCode: 'invalid_grant', subError: 'consent_required' });
    expect(String((error as Error).message)).toContain('AADSTS65001');
  });

  it('needs the person again when the desk says so: msal-node carries what is asked', async () => {
    await m365.desk('POST', 'faults', { service: 'entra', kind: 'ask-person' });
    // The app's own sign-in is no matter of the person.
    expect((await askToken({})).status).toBe(200);
    const ask = async (): Promise<unknown> =>
      msal()
        .acquireTokenOnBehalfOf({ oboAssertion: await m365.token(bo), scopes: [mailboxScope], skipCache: true })
        .catch((error: unknown) => error);
    const error = await ask();
    expect(error).toBeInstanceOf(InteractionRequiredAuthError);
    expect(error).toMatchObject({ errorCode: 'interaction_required', claims: expect.stringContaining('access_token') });
    expect(await ask()).toMatchObject({ accessToken: expect.any(String) });
  });

  it.each<[string, string, number, object]>([
    ['an expired token', 'invalid_grant', 500133, { expiresInSeconds: -400 }],
    ['the token of another app', 'invalid_grant', 500131, { claims: { aud: randomUUID() } }],
    ['a stranger’s signature', 'invalid_grant', 50013, { signedBy: 'stranger' }],
    ['no signature', 'invalid_grant', 50013, { signedBy: 'nobody' }],
    ['a token of an app', 'invalid_grant', 7000114, { claims: { idtyp: 'app', scp: null } }],
    ['another tenant’s token', 'invalid_grant', 50013, { claims: { tid: otherTenantId } }],
    ['a person who is gone', 'invalid_grant', 500341, { claims: { oid: randomUUID() } }],
  ])('refuses %s: %s AADSTS%i', async (_what, error, code, wanted) => {
    const answer = await ask(await m365.token(ada, wanted));
    expect(answer).toMatchObject({ status: 400, body: { error, error_codes: [code] } });
  });

  it('refuses what is no token, and scopes that nobody knows', async () => {
    expect(await ask('no-token')).toMatchObject({ status: 400, body: { error: 'invalid_request', error_codes: [50027] } });
    expect(await ask(await m365.token(ada), 'https://graph.microsoft.com/nothing')).toMatchObject({
      status: 400,
      body: { error: 'invalid_scope', error_codes: [70011] },
    });
  });

  it('refuses a person whose account was disabled after the token was given', async () => {
    const token = await m365.token(bo);
    await m365.desk('PATCH', `people/${bo}`, { enabled: false });
    const answer = await ask(token);
    await m365.desk('PATCH', `people/${bo}`, { enabled: true });
    expect(answer).toMatchObject({ status: 400, body: { error: 'invalid_grant', error_codes: [50057] } });
  });
});

describe('signing keys', () => {
  it('can be replaced while everybody works: the product finds the new one', async () => {
    const before = await m365.token(ada);
    expect(await verify(before)).not.toBeNull();
    expect((await m365.desk('POST', 'keys', { service: 'entra' })).status).toBe(200);
    const fresh = createVerifyToken(config, m365.clock);
    expect(decodeProtectedHeader(await m365.token(ada)).kid).not.toBe(decodeProtectedHeader(before).kid);
    expect(await fresh(await m365.token(ada))).toMatchObject({ personId: ada });
    expect(await fresh(before)).toMatchObject({ personId: ada });
  });

  it('sign anew after a rotation, and old tokens stay good', async () => {
    const world = createWorld(givenApp);
    const keys = await createSigningKeys(world);
    const exp = Math.floor(world.clock.now().getTime() / 1000) + 3600;
    const before = await keys.sign({ aud: 'a', exp });
    await keys.rotate();
    const after = await keys.sign({ aud: 'a', exp });
    expect(decodeProtectedHeader(after).kid).not.toBe(decodeProtectedHeader(before).kid);
    expect(keys.publicKeys()).toHaveLength(2);
    for (const token of [before, after]) expect(await keys.verify(token, { audience: 'a' })).toMatchObject({ ok: true });
    expect(await keys.verify(after, { audience: 'b' })).toMatchObject({ ok: false, why: 'audience' });
    expect(JSON.stringify(keys.publicKeys())).not.toContain('"d"');
  });
});
