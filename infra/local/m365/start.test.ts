import { mkdtempSync, rmSync } from 'node:fs';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeProtectedHeader } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { redirectMicrosoft } from '#infra/local/redirect.ts';
import { ada, bakery, bo, cy, givenApp, givenM365, tenantId } from './given.ts';

const folder = mkdtempSync(join(tmpdir(), 'm365-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('a restart', () => {
  it('keeps people, chats, installed apps, keys and the clock', async () => {
    const dir = join(folder, 'kept');
    const first = await givenM365({ dir });
    await first.desk('PATCH', `people/${cy}`, { managerId: bo });
    await first.desk('POST', `people/${ada}/chats/bot`);
    const chats = (await first.desk('GET', `people/${ada}/chats`)).body;
    const calendar = await first.desk('GET', `people/${ada}/calendar?from=2026-12-07T00:00:00Z&to=2026-12-14T00:00:00Z`);
    const kid = decodeProtectedHeader(await first.token(ada)).kid;
    await first.desk('POST', 'clock', { to: '2027-03-01T00:00:00Z' });
    const company = (await first.desk<{ tenants: unknown }>('GET', 'company')).body.tenants;
    await first.stop();

    const second = await givenM365({ dir });
    expect((await second.desk<{ tenants: unknown }>('GET', 'company')).body.tenants).toEqual(company);
    expect((await second.desk('GET', `people/${ada}/chats`)).body).toEqual(chats);
    expect((await second.desk('GET', `people/${ada}/calendar?from=2026-12-07T00:00:00Z&to=2026-12-14T00:00:00Z`)).body).toEqual(
      calendar.body,
    );
    expect(decodeProtectedHeader(await second.token(ada)).kid).toBe(kid);
    expect(second.clock.now().toISOString()).toMatch(/^2027-03-01/);
    await second.stop();
  });

  it('leaves a company alone that is there already', async () => {
    const m365 = await givenM365();
    await m365.desk('PATCH', `people/${cy}`, { department: 'Cakes' });
    await m365.load(bakery);
    const { tenants } = (await m365.desk<{ tenants: { people: { id: string; department: string }[] }[] }>('GET', 'company')).body;
    expect(tenants[0]?.people.find(({ id }) => id === cy)?.department).toBe('Cakes');
    await m365.stop();
  });
});

describe('the server', () => {
  it('ends with an open page still listening', async () => {
    const m365 = await givenM365();
    const page = await fetch(`${m365.url}/desk/api/changes?person=${ada}`);
    await m365.stop();
    await expect(page.text()).rejects.toThrow();
    await expect(fetch(m365.url)).rejects.toThrow();
  });

  it('answers page addresses with a page, and what is neither page nor service with 404', async () => {
    const m365 = await givenM365();
    for (const path of ['/', '/desk', `/meeting/${encodeURIComponent('19:meeting_x@thread.v2')}`]) {
      const page = await fetch(`${m365.url}${path}`);
      expect(page.headers.get('content-type')).toContain('text/html');
      // Built or not, it says something.
      expect(await page.text()).toContain('<html');
    }
    expect((await fetch(`${m365.url}/assets/none.js`)).status).toBe(404);
    expect((await fetch(`${m365.url}/desk/api/none`)).status).toBe(404);
    expect((await fetch(`${m365.url}/graph.microsoft.com/v1.0/users`)).status).toBe(401);
    await m365.stop();
  });
});

describe('redirected calls', () => {
  type Seen = { method: string; url: string; headers: IncomingHttpHeaders; body: string };
  let server: Server;
  let url: string;
  const seen: Seen[] = [];
  beforeAll(async () => {
    server = createServer(async (request, response) => {
      let body = '';
      for await (const part of request) body += String(part);
      seen.push({ method: request.method ?? '', url: request.url ?? '', headers: request.headers, body });
      response.end('here');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  it('keep method, headers and body, whether given as text, URL or Request', async () => {
    const giveBack = redirectMicrosoft(`${url}/`);
    const address = 'https://graph.microsoft.com/v1.0/users?$filter=a%20b';
    const init = { method: 'POST', headers: { 'X-One': '1' }, body: 'hello' };
    await fetch(address, init);
    await fetch(new URL(address), init);
    await fetch(new Request(address, init));
    await fetch(new Request(address), init);
    giveBack();
    expect(seen).toHaveLength(4);
    for (const one of seen)
      expect(one).toMatchObject({
        method: 'POST',
        url: '/graph.microsoft.com/v1.0/users?$filter=a%20b',
        headers: { 'x-one': '1' },
        body: 'hello',
      });
  });

  it('are Microsoft’s four hosts over https, nothing else, and only until it is undone', async () => {
    const original = fetch;
    const outer = redirectMicrosoft('http://127.0.0.1:1');
    const inner = redirectMicrosoft(url);
    for (const host of ['login.microsoftonline.com', 'login.botframework.com', 'smba.trafficmanager.net', 'graph.microsoft.com'])
      expect(await (await fetch(`https://${host}/x`)).text()).toBe('here');
    expect(await (await fetch(`${url}/y`)).text()).toBe('here');
    expect(seen.at(-1)?.url).toBe('/y');
    outer();
    expect((await fetch('https://graph.microsoft.com/z')).ok).toBe(true);
    inner();
    expect(fetch).toBe(original);
  });
});

describe('a meeting that the app is in', () => {
  it('is told to the bot at its start and end', async () => {
    const events: { name?: string; channelData?: unknown; value?: Record<string, unknown> }[] = [];
    const bot = createServer(async (request, response) => {
      let body = '';
      for await (const part of request) body += String(part);
      events.push(JSON.parse(body));
      response.end();
    });
    await new Promise<void>((resolve) => bot.listen(0, '127.0.0.1', resolve));
    const manifestDir = join(folder, 'manifest');
    cpSync(givenApp.manifestDir, manifestDir, { recursive: true });
    const manifest = JSON.parse(readFileSync(join(manifestDir, 'manifest.json'), 'utf8'));
    manifest.bots[0].scopes = ['personal', 'groupChat'];
    writeFileSync(join(manifestDir, 'manifest.json'), JSON.stringify(manifest));
    const m365 = await givenM365({ app: { manifestDir, botUrl: `http://127.0.0.1:${(bot.address() as AddressInfo).port}` } });
    const { chats } = (await m365.desk<{ chats: { id: string; meeting: { meetingId: string } }[] }>('GET', `people/${ada}/chats`)).body;
    const chat = encodeURIComponent(chats[0]?.id ?? '');
    expect((await m365.desk('POST', `meetings/${chat}/start`)).body).toEqual({ told: false, status: null });

    const form = { client_id: givenApp.clientId, client_secret: givenApp.clientSecret, grant_type: 'client_credentials' };
    const asked = new URLSearchParams({ ...form, scope: 'https://graph.microsoft.com/.default' });
    const answer = await fetch(`${m365.url}/login.microsoftonline.com/${tenantId}/oauth2/v2.0/token`, { method: 'POST', body: asked });
    const { access_token: token } = (await answer.json()) as { access_token: string };
    const consent = ['Delegated', 'Application'].map((permissionType) => ({
      permissionValue: 'OnlineMeeting.ReadBasic.Chat',
      permissionType,
    }));
    const installed = await fetch(`${m365.url}/graph.microsoft.com/v1.0/chats/${chat}/installedApps`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({
        'teamsApp@odata.bind': `https://graph.microsoft.com/v1.0/appCatalogs/teamsApps/${givenApp.teamsAppId}`,
        consentedPermissionSet: { resourceSpecificPermissions: consent },
      }),
    });
    expect(installed.status).toBe(201);
    expect((await m365.desk('POST', `meetings/${chat}/start`)).body).toEqual({ told: true, status: 200 });
    expect((await m365.desk('POST', `meetings/${chat}/end`)).body).toEqual({ told: true, status: 200 });
    expect(events.map(({ name }) => name)).toEqual(['application/vnd.microsoft.meetingStart', 'application/vnd.microsoft.meetingEnd']);
    expect(events[0]).toMatchObject({
      channelData: { meeting: { id: chats[0]?.meeting.meetingId } },
      value: { Title: 'Flour', StartTime: expect.any(String) },
    });
    await m365.stop();
    bot.closeAllConnections();
    bot.close();
  });
});
