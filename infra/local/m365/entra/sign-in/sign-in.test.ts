/** Signing in with a browser, asked as a browser would: what Entra gives, to whom, how often, and how it refuses. msal-browser itself: test/screens. */
import { createHash, randomUUID } from 'node:crypto';
import { decodeJwt } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ada, bo, dan, givenApp, givenM365, otherTenantId, tenantId, type GivenM365 } from '../../given.ts';

const redirectUri = 'http://localhost:5001/sign-in';
const origin = 'http://localhost:5001';
const verifier = 'a-verifier-that-only-the-page-knows-and-nobody-else';
const challenge = createHash('sha256').update(verifier).digest('base64url');
const scope = `${givenApp.clientId}/access_as_user openid profile offline_access`;
const asked = {
  client_id: givenApp.clientId,
  response_type: 'code',
  redirect_uri: redirectUri,
  scope,
  state: 'the-state',
  nonce: 'the-nonce',
  code_challenge: challenge,
  code_challenge_method: 'S256',
  response_mode: 'fragment',
};
let m365: GivenM365;
beforeAll(async () => {
  m365 = await givenM365();
});
afterAll(() => m365?.stop());

type Form = Record<string, string>;
const at = (what: string, tenant = tenantId): string => `${m365.url}/login.microsoftonline.com/${tenant}/oauth2/v2.0/${what}`;
const withoutEmpty = (form: Form): Form => Object.fromEntries(Object.entries(form).filter(([, value]) => value !== ''));

type Went = { status: number; to: string; back: URLSearchParams; text: string; cookie: string };
async function went(answer: Response): Promise<Went> {
  const to = answer.headers.get('location') ?? '';
  const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
  return { status: answer.status, to, back: new URLSearchParams(to.split(/[#?]/)[1] ?? ''), text: await answer.text(), cookie };
}
const visit = async (change: Form = {}, cookie = '', tenant = tenantId): Promise<Went> =>
  went(
    await fetch(`${at('authorize', tenant)}?${new URLSearchParams(withoutEmpty({ ...asked, ...change })).toString()}`, {
      redirect: 'manual',
      headers: { cookie },
    }),
  );
const press = async (press: Form, change: Form = {}, tenant = tenantId): Promise<Went> =>
  went(
    await fetch(at('authorize', tenant), {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({ ...asked, ...change, ...press }),
    }),
  );
const codeOf = async (person = bo, change: Form = {}): Promise<string> => (await press({ person }, change)).back.get('code') ?? '';

type Answer = { status: number; body: Record<string, unknown>; allowed: string | null };
async function ask(form: Form, { from = origin, tenant = tenantId }: { from?: string; tenant?: string } = {}): Promise<Answer> {
  const all = {
    client_id: givenApp.clientId,
    grant_type: 'authorization_code',
    redirect_uri: redirectUri,
    code_verifier: verifier,
    ...form,
  };
  const headers: Record<string, string> = from === '' ? {} : { origin: from };
  const answer = await fetch(at('token', tenant), { method: 'POST', headers, body: new URLSearchParams(withoutEmpty(all)) });
  const allowed = answer.headers.get('access-control-allow-origin');
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown>, allowed };
}
const refused = (error: string, code: number) => ({ body: { error, error_codes: [code] } });

describe('the authorize address', () => {
  it('shows whom one may be, lets nobody frame it, and leads back with a code and the state in the fragment', async () => {
    const { status, text } = await visit();
    expect(status).toBe(200);
    for (const name of ['Ada Berg', 'Bo Berg']) expect(text).toContain(name);
    expect(text).not.toContain('Dan Berg');
    expect(text).not.toContain('Eve');
    const { headers } = await fetch(`${at('authorize')}?${new URLSearchParams(asked).toString()}`);
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    const chosen = await press({ person: bo });
    expect(chosen.to.startsWith(`${redirectUri}#`)).toBe(true);
    expect(chosen.back.get('state')).toBe('the-state');
    expect(chosen.to).not.toContain('token');
  });

  it('knows who is signed in there until they sign out, and asks again when the app wants it', async () => {
    const { cookie } = await press({ person: bo });
    expect((await visit({}, cookie)).back.get('code')).toEqual(expect.any(String));
    expect((await visit({ prompt: 'select_account' }, cookie)).status).toBe(200);
    expect((await visit({ login_hint: 'ada@bakery.example' }, cookie)).status).toBe(200);
    expect((await visit({ prompt: 'none' })).back.get('error')).toBe('login_required');
    const out = await fetch(`${at('logout')}?${new URLSearchParams({ post_logout_redirect_uri: redirectUri }).toString()}`, {
      redirect: 'manual',
      headers: { cookie },
    });
    expect(out.headers.get('location')).toBe(redirectUri);
    expect((await visit({}, cookie)).status).toBe(200);
  });

  it.each<[string, Form, string]>([
    ['a page that is not registered', { redirect_uri: 'https://evil.example/sign-in' }, 'AADSTS50011'],
    ['a page below the registered one', { redirect_uri: `${redirectUri}/more` }, 'AADSTS50011'],
    ['an app nobody knows', { client_id: randomUUID() }, 'AADSTS700016'],
  ])('leads nowhere for %s', async (_what, change, says) => {
    const { status, to, text } = await visit(change);
    expect({ status, to }).toEqual({ status: 400, to: '' });
    expect(text).toContain(says);
    expect((await press({ person: bo }, change)).to).toBe('');
  });

  it.each<[string, Form, string, string]>([
    ['tokens in the address', { response_type: 'token' }, 'unsupported_response_type', 'AADSTS700054'],
    ['a proof that proves nothing', { code_challenge_method: 'plain' }, 'invalid_request', 'AADSTS501491'],
    ['the app itself by its address', { scope: `${givenApp.appIdUri}/access_as_user` }, 'invalid_request', 'AADSTS90009'],
    ['Graph', { scope: 'https://graph.microsoft.com/Mail.Read' }, 'invalid_grant', 'AADSTS65001'],
  ])('tells the app that it does not give %s', async (_what, change, error, says) => {
    const { back } = await visit(change);
    expect(back.get('error')).toBe(error);
    expect(back.get('error_description')).toContain(says);
    expect(back.get('state')).toBe('the-state');
  });

  it.each<[string, Form]>([
    ['whoever turns back', { cancel: 'yes' }],
    ['a disabled account', { person: dan }],
    ['somebody of another tenant', { person: '00000000-0000-4000-8000-00000000000e' }],
  ])('gives no code to %s', async (_what, pressed) => {
    const { back } = await press(pressed);
    expect(back.get('error')).toBe('access_denied');
    expect(back.get('code')).toBeNull();
  });
});

describe('the token endpoint, for a page', () => {
  it('gives tokens of the person for the code, with the nonce, to the registered origin; and new ones for 24 hours', async () => {
    const first = await ask({ code: await codeOf(ada), client_info: '1' });
    expect(first).toMatchObject({ status: 200, allowed: origin });
    const claims = decodeJwt(String(first.body.access_token));
    expect(claims).toMatchObject({
      aud: givenApp.clientId,
      azp: givenApp.clientId,
      oid: ada,
      tid: tenantId,
      scp: 'access_as_user',
      ver: '2.0',
    });
    expect(decodeJwt(String(first.body.id_token))).toMatchObject({ nonce: 'the-nonce', oid: ada, aud: givenApp.clientId });
    const info = JSON.parse(Buffer.from(String(first.body.client_info), 'base64url').toString()) as object;
    expect(info).toEqual({ uid: ada, utid: tenantId });
    expect(first.body.refresh_token_expires_in).toBeGreaterThan(86_300);
    expect(first.body.refresh_token_expires_in).toBeLessThanOrEqual(86_400);
    const renew = { grant_type: 'refresh_token', refresh_token: String(first.body.refresh_token), scope };
    const second = await ask(renew);
    expect(decodeJwt(String(second.body.access_token)).oid).toBe(ada);
    const start = m365.clock.now();
    m365.clock.moveTo(new Date(start.getTime() + 24 * 3_600_000 + 1000));
    // The newer one has no longer life than the first: people sign in once a day.
    for (const token of [renew.refresh_token, String(second.body.refresh_token)])
      expect(await ask({ ...renew, refresh_token: token })).toMatchObject(refused('invalid_grant', 700084));
    m365.clock.moveTo(start);
  });

  it('takes a code once, and for ten minutes', async () => {
    const code = await codeOf();
    expect((await ask({ code })).status).toBe(200);
    expect(await ask({ code })).toMatchObject(refused('invalid_grant', 54005));
    const late = await codeOf();
    const start = m365.clock.now();
    m365.clock.moveTo(new Date(start.getTime() + 10 * 60_000 + 1000));
    expect(await ask({ code: late })).toMatchObject(refused('invalid_grant', 70008));
    m365.clock.moveTo(start);
  });

  it.each<[string, Form, { from?: string; tenant?: string }, string, number]>([
    ['another proof', { code_verifier: 'another' }, {}, 'invalid_grant', 501481],
    ['no proof', { code_verifier: '' }, {}, 'invalid_request', 9002325],
    ['another page', { redirect_uri: `${origin}/other` }, {}, 'invalid_client', 500112],
    ['a secret in the browser', { client_secret: givenApp.clientSecret }, {}, 'invalid_client', 700025],
    ['no browser', {}, { from: '' }, 'invalid_request', 9002327],
    ['another app', { client_id: randomUUID() }, {}, 'unauthorized_client', 700016],
    ['another tenant', {}, { tenant: otherTenantId }, 'invalid_grant', 700005],
    ['an invented code', { code: 'invented' }, {}, 'invalid_grant', 9002313],
  ])('refuses %s', async (_what, change, where, error, number) => {
    expect(await ask({ code: await codeOf(), ...change }, where)).toMatchObject(refused(error, number));
  });

  it('answers no page of another origin', async () => {
    expect(await ask({ code: await codeOf() }, { from: 'http://localhost:5002' })).toMatchObject({ status: 403, allowed: null });
  });

  it('refuses whoever was disabled meanwhile, also with a refresh token', async () => {
    const code = await codeOf();
    const { body } = await ask({ code: await codeOf() });
    await m365.desk('PATCH', `people/${bo}`, { enabled: false });
    expect(await ask({ code })).toMatchObject(refused('invalid_grant', 50057));
    const renew = { grant_type: 'refresh_token', refresh_token: String(body.refresh_token), scope };
    expect(await ask(renew)).toMatchObject(refused('invalid_grant', 50057));
    await m365.desk('PATCH', `people/${bo}`, { enabled: true });
  });

  it('serves several tenants at organizations, each with its own people', async () => {
    const eve = '00000000-0000-4000-8000-00000000000e';
    const { back } = await press({ person: eve }, {}, 'organizations');
    const { body } = await ask({ code: back.get('code') ?? '' }, { tenant: 'organizations' });
    expect(decodeJwt(String(body.access_token))).toMatchObject({ oid: eve, tid: otherTenantId });
  });
});
