import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { redirectMicrosoft } from '#infra/local/redirect.ts';
import { ada, bo, givenApp, givenM365, tenantId, type GivenM365 } from '#infra/local/m365/given.ts';

let m365: GivenM365;
let hook: Server;
const told: { lifecycleEvent?: string }[] = [];
const ends: (() => unknown)[] = [];

beforeAll(async () => {
  m365 = await givenM365();
  ends.push(() => m365.stop(), redirectMicrosoft(m365.url));
  hook = createServer((request, response) => {
    const token = new URL(request.url ?? '/', 'http://localhost').searchParams.get('validationToken');
    if (token !== null) return void response.writeHead(200, { 'Content-Type': 'text/plain' }).end(token);
    let text = '';
    request.on('data', (part) => (text += String(part)));
    request.on('end', () => {
      told.push(...(JSON.parse(text) as { value: object[] }).value);
      response.writeHead(202).end();
    });
  });
  await new Promise<void>((resolve) => hook.listen(0, '127.0.0.1', resolve));
  ends.push(() => hook.close());
});
afterAll(async () => {
  for (const end of ends.reverse()) await end();
});

async function graph(method: string, path: string, body?: unknown): Promise<{ status: number; body: Record<string, unknown> }> {
  const secret = { client_id: givenApp.clientId, client_secret: givenApp.clientSecret };
  const form = { ...secret, grant_type: 'client_credentials', scope: 'https://graph.microsoft.com/.default' };
  const address = `https://login.microsoftonline.com/${tenantId}/oauth2/v2.0/token`;
  const granted = (await (await fetch(address, { method: 'POST', body: new URLSearchParams(form) })).json()) as { access_token: string };
  const headers = { Authorization: `Bearer ${granted.access_token}`, 'Content-Type': 'application/json' };
  const sent = body === undefined ? {} : { body: JSON.stringify(body) };
  const answer = await fetch(`https://graph.microsoft.com/v1.0${path}`, { method, headers, ...sent });
  const text = await answer.text();
  return { status: answer.status, body: text === '' ? {} : (JSON.parse(text) as Record<string, unknown>) };
}

it('the record of calls says which permission opened each, and of none that was refused', async () => {
  await graph('GET', `/users/${ada}/events`);
  await graph('GET', `/users/${bo}/photo`);
  const { body } = await m365.desk<{ calls: { path: string; status: number; permission: string | null }[] }>('GET', 'calls?service=graph');
  expect(body.calls).toMatchObject([
    { status: 200, permission: 'Calendars.ReadWrite' },
    { status: 404, permission: 'User.Read.All' },
  ]);
  expect((await graph('GET', '/chats/19:meeting_x@thread.v2')).status).toBe(403);
  const after = await m365.desk<typeof body>('GET', 'calls?service=graph&after=0');
  expect(after.body.calls.at(-1)).toMatchObject({ status: 403, permission: null });
});

it('limits are turned off by name, and the one of two readings is chosen', async () => {
  const { body } = await m365.desk<{ off: string[]; concurrencyPer: string; names: string[] }>('GET', 'limits');
  expect(body).toMatchObject({ off: [], concurrencyPer: 'mailbox' });
  expect((await m365.desk('PATCH', 'limits', { off: ['mailboxMessages'], concurrencyPer: 'app' })).body).toMatchObject({
    off: ['mailboxMessages'],
    concurrencyPer: 'app',
  });
  const message = { subject: 's', toRecipients: [{ emailAddress: { address: 'bo@bakery.example' } }] };
  const statuses = new Set<number>();
  for (let at = 0; at < 31; at += 1) statuses.add((await graph('POST', `/users/${ada}/sendMail`, { message })).status);
  expect([...statuses]).toEqual([202]);
  expect((await m365.desk('PATCH', 'limits', { off: ['speed'] })).status).toBe(400);
  expect((await m365.desk('PATCH', 'limits', { off: [] })).body).toMatchObject({ off: [], concurrencyPer: 'app' });
});

it('permissions are taken back at once, from tokens of before as well, and given again', async () => {
  type Granted = { application: string[]; delegated: string[]; revoked: string[] };
  const { body } = await m365.desk<Granted>('GET', 'permissions');
  expect(body).toMatchObject({ application: expect.arrayContaining(['Calendars.ReadWrite']), revoked: [] });
  expect((await m365.desk('PATCH', 'permissions', { revoked: ['Directory.ReadWrite.All'] })).status).toBe(400);
  expect((await m365.desk<Granted>('PATCH', 'permissions', { revoked: ['Calendars.ReadWrite'] })).body.revoked).toEqual([
    'Calendars.ReadWrite',
  ]);
  expect((await graph('GET', `/users/${ada}/events`)).status).toBe(403);
  await m365.desk('PATCH', 'permissions', { revoked: [] });
  expect((await graph('GET', `/users/${ada}/events`)).status).toBe(200);
});

it('subscriptions are shown without their secret, and what Graph says of them can be said', async () => {
  const address = `http://127.0.0.1:${(hook.address() as AddressInfo).port}`;
  const made = await graph('POST', '/subscriptions', {
    changeType: 'updated',
    notificationUrl: `${address}/told`,
    lifecycleNotificationUrl: `${address}/life`,
    resource: `/users/${ada}/events`,
    expirationDateTime: new Date(Date.now() + 7_200_000).toISOString(),
    clientState: 'secret',
  });
  const id = String(made.body.id);
  const shown = await m365.desk<{ subscriptions: object[] }>('GET', 'subscriptions');
  expect(shown.body.subscriptions).toMatchObject([{ id, resource: `/users/${ada}/events` }]);
  expect(JSON.stringify(shown.body)).not.toContain('secret');
  for (const event of ['missed', 'reauthorizationRequired', 'subscriptionRemoved'])
    expect((await m365.desk('POST', `subscriptions/${id}/lifecycle`, { event })).status).toBe(200);
  await vi.waitFor(() =>
    expect(told.map(({ lifecycleEvent }) => lifecycleEvent).sort()).toEqual(['missed', 'reauthorizationRequired', 'subscriptionRemoved']),
  );
  expect((await m365.desk<{ subscriptions: object[] }>('GET', 'subscriptions')).body.subscriptions).toEqual([]);
  expect((await m365.desk('POST', `subscriptions/${id}/lifecycle`, { event: 'missed' })).status).toBe(404);
});
