import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { saveUser } from '../core/directory.ts';
import { ada, bo, dan, tenantId } from '../given.ts';
import { createEventFor } from './calendar.ts';
import { startTrial, type Reply, type Trial } from './trial.ts';

type Notice = { subscriptionId: string; clientState: string; changeType: string; tenantId: string; resourceData: { id: string } };
let trial: Trial;
let server: Server;
let address = '';
const notices: Notice[] = [];
/** Statuses the next notices are answered with; 202 when there are none. */
const answers: number[] = [];

beforeAll(async () => {
  trial = await startTrial();
  server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const token = url.searchParams.get('validationToken');
    if (token !== null)
      return void response.writeHead(200, { 'Content-Type': url.pathname === '/html' ? 'text/html' : 'text/plain' }).end(token);
    let text = '';
    request.on('data', (part) => (text += String(part)));
    request.on('end', () => {
      notices.push(...(JSON.parse(text) as { value: Notice[] }).value);
      response.writeHead(answers.shift() ?? 202).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await trial.stop();
  server.close();
  server.closeAllConnections();
});

const inMinutes = (minutes: number): string => new Date(trial.world.clock.now().getTime() + minutes * 60_000).toISOString();
const wanted = (change: object = {}): object => ({
  changeType: 'created,updated,deleted',
  notificationUrl: `${address}/hook`,
  resource: `/users/${ada}/events`,
  expirationDateTime: inMinutes(1000),
  clientState: 'secret',
  ...change,
});
const subscribe = (change: object = {}): Promise<Reply> => trial.call('POST', '/subscriptions', wanted(change));
const about = (id: unknown): Notice[] => notices.filter(({ resourceData }) => resourceData.id === id);

describe('a subscription', () => {
  it('is made after a handshake, renewed, listed and ended', async () => {
    const made = await subscribe();
    expect([made.status, made.body]).toMatchObject([201, { clientState: 'secret', applicationId: trial.world.app.clientId }]);
    const path = `/subscriptions/${String(made.body.id)}`;
    const later = inMinutes(5000);
    expect((await trial.call('PATCH', path, { expirationDateTime: later })).body.expirationDateTime).toBe(later);
    expect((await trial.call('GET', '/subscriptions')).body.value).toMatchObject([{ id: made.body.id }]);
    expect((await trial.call('POST', `${path}/reauthorize`)).status).toBe(204);
    expect((await trial.call('DELETE', path)).status).toBe(204);
    expect((await trial.call('PATCH', path, { expirationDateTime: later })).status).toBe(404);
  });

  it('lives for three quarters of an hour at least', async () => {
    const { body } = await subscribe({ expirationDateTime: inMinutes(1) });
    expect(Date.parse(String(body.expirationDateTime))).toBeGreaterThan(Date.parse(inMinutes(44)));
  });

  const refused: [string, () => object, number, string][] = [
    ['an address that does not answer', () => ({ notificationUrl: 'http://127.0.0.1:9/none' }), 400, 'ValidationError'],
    ['an address that answers HTML', () => ({ notificationUrl: `${address}/html` }), 400, 'ValidationError'],
    ['a life that is too long', () => ({ expirationDateTime: inMinutes(10_081) }), 400, 'InvalidRequest'],
    ['a life that is over', () => ({ expirationDateTime: inMinutes(-1) }), 400, 'InvalidRequest'],
    ['a kind of change there is not', () => ({ changeType: 'moved' }), 400, 'InvalidRequest'],
    ['a resource there is not', () => ({ resource: '/planets' }), 400, 'InvalidRequest'],
    ['a state that is too long', () => ({ clientState: 'x'.repeat(129) }), 400, 'InvalidRequest'],
    ['somebody without a mailbox', () => ({ resource: `/users/${dan}/events` }), 404, 'ExtensionError'],
    ['content, which is not sent here', () => ({ includeResourceData: true }), 501, 'NotImplemented'],
  ];
  it.each(refused)('is refused with %s', async (_what, change, status, code) => {
    const { status: given, body } = await subscribe(change());
    expect([given, body.error?.code]).toEqual([status, code]);
  });

  it('needs the permission to read what it is about', async () => {
    expect((await trial.callWith(['User.Read.All'], 'POST', '/subscriptions', wanted())).status).toBe(403);
  });
});

describe('a notice', () => {
  const times = { start: '2026-12-10T08:00:00.000Z', end: '2026-12-10T09:00:00.000Z' };

  it('tells of changes in the calendar that is watched, with the state that was given', async () => {
    const { body } = await subscribe({ clientState: 'mine' });
    createEventFor(trial.world, bo, times);
    const made = createEventFor(trial.world, ada, times);
    await vi.waitFor(() =>
      expect(about(made.id).find(({ subscriptionId }) => subscriptionId === body.id)).toMatchObject({
        clientState: 'mine',
        changeType: 'created',
        tenantId,
      }),
    );
    expect(notices.map(({ resourceData }) => resourceData.id)).toEqual(expect.arrayContaining([made.id]));
  });

  it('comes again when it was not taken', async () => {
    answers.push(503);
    const made = createEventFor(trial.world, ada, times);
    await vi.waitFor(() => expect(about(made.id).length).toBeGreaterThan(1), { timeout: 8_000 });
  });

  it('tells of people', async () => {
    const { status } = await subscribe({ resource: 'users', changeType: 'updated' });
    expect(status).toBe(201);
    const user = trial.world.users.get(bo);
    if (!user) throw new Error('Bo is there');
    saveUser(trial.world, { ...user, department: 'Pastry' });
    await vi.waitFor(() => expect(about(bo)).toMatchObject([{ changeType: 'updated' }]));
  });
});
