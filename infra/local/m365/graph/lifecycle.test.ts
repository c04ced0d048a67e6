import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { deleteUser, saveUser } from '../core/directory.ts';
import { ada, bo, cy } from '../given.ts';
import { createEventFor } from './calendar.ts';
import { removeSubscription, tellLifecycle } from './lifecycle.ts';
import { startTrial, type Reply, type Trial } from './trial.ts';

type Told = { subscriptionId: string; clientState: string; lifecycleEvent?: string; resourceData?: { id: string } };
let trial: Trial;
let server: Server;
let address = '';
let told: Told[] = [];
/** While it is down, the address takes nothing. */
let isDown = false;

beforeAll(async () => {
  trial = await startTrial();
  server = createServer((request, response) => {
    const token = new URL(request.url ?? '/', 'http://127.0.0.1').searchParams.get('validationToken');
    if (token !== null) return void response.writeHead(200, { 'Content-Type': 'text/plain' }).end(token);
    let text = '';
    request.on('data', (part) => (text += String(part)));
    request.on('end', () => {
      told.push(...(JSON.parse(text) as { value: Told[] }).value);
      response.writeHead(isDown && request.url === '/hook' ? 503 : 202).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
beforeEach(() => {
  told = [];
  isDown = false;
  for (const { id } of trial.world.subscriptions.all()) trial.world.subscriptions.remove(id);
});
afterAll(async () => {
  await trial.stop();
  server.close();
  server.closeAllConnections();
});

const inMinutes = (minutes: number): string => new Date(trial.world.clock.now().getTime() + minutes * 60_000).toISOString();
function pass(minutes: number): void {
  trial.world.clock.moveTo(new Date(inMinutes(minutes)));
  trial.world.announce({ personId: '*', area: 'clock' });
}
const subscribe = (person = ada, minutes = 1000): Promise<Reply> =>
  trial.call('POST', '/subscriptions', {
    changeType: 'created,updated,deleted',
    notificationUrl: `${address}/hook`,
    lifecycleNotificationUrl: `${address}/life`,
    resource: `/users/${person}/events`,
    expirationDateTime: inMinutes(minutes),
    clientState: 'secret',
  });
const events = (): (string | undefined)[] => told.map(({ lifecycleEvent }) => lifecycleEvent).filter(Boolean);
const times = { start: '2026-12-10T08:00:00.000Z', end: '2026-12-10T09:00:00.000Z' };
const about = (id: string): Told[] => told.filter(({ resourceData }) => resourceData?.id === id);

it('a subscription that is about to end: its owner is asked once, and again after it was renewed', async () => {
  const { body } = await subscribe(ada, 100);
  pass(69);
  await trial.call('GET', '/subscriptions');
  expect(events()).toEqual([]);
  pass(2);
  await vi.waitFor(() =>
    expect(told).toMatchObject([{ lifecycleEvent: 'reauthorizationRequired', subscriptionId: body.id, clientState: 'secret' }]),
  );
  const path = `/subscriptions/${String(body.id)}`;
  expect((await trial.call('POST', `${path}/reauthorize`)).status).toBe(204);
  expect((await trial.call('PATCH', path, { expirationDateTime: inMinutes(100) })).status).toBe(200);
  pass(80);
  await vi.waitFor(() => expect(events()).toEqual(['reauthorizationRequired', 'reauthorizationRequired']));
  pass(21);
  expect((await trial.call('GET', path)).status).toBe(404);
});

it('a subscription whose mailbox is deleted is removed, and its owner told', async () => {
  const { body } = await subscribe(cy);
  const user = trial.world.users.get(cy);
  if (!user) throw new Error('Cy is there');
  deleteUser(trial.world, user);
  await vi.waitFor(() => expect(told).toMatchObject([{ lifecycleEvent: 'subscriptionRemoved', subscriptionId: body.id }]));
  expect((await trial.call('GET', `/subscriptions/${String(body.id)}`)).status).toBe(404);
  saveUser(trial.world, user);
});

it('a notice that nobody takes comes again for four hours; then it is told that something was missed', async () => {
  await subscribe();
  isDown = true;
  const made = createEventFor(trial.world, ada, times);
  await vi.waitFor(() => expect(about(made.id)).toHaveLength(1));
  for (let tries = 1; !events().includes('missed') && tries < 30; tries += 1) {
    const before = told.length;
    await vi.waitFor(() => {
      pass(30);
      expect(told.length).toBeGreaterThan(before);
    });
  }
  expect(events()).toEqual(['missed']);
  expect(about(made.id).length).toBeGreaterThan(5);
});

it('at the desk a notice can be lost, come twice, and everything be said that Graph says of a subscription', async () => {
  const { body } = await subscribe(bo);
  const fault = {
    service: 'graph',
    status: 503,
    code: null,
    retryAfterSeconds: null,
    method: null,
    pathContains: `Users/${bo}`,
    times: 1,
  } as const;
  trial.world.faults.add({ ...fault, kind: 'drop' });
  const lost = createEventFor(trial.world, bo, times);
  trial.world.faults.add({ ...fault, kind: 'repeat' });
  const twice = createEventFor(trial.world, bo, times);
  await vi.waitFor(() => expect(about(twice.id)).toHaveLength(2));
  expect(about(lost.id)).toEqual([]);
  const subscription = trial.world.subscriptions.get(String(body.id));
  if (!subscription) throw new Error('It is there');
  tellLifecycle(trial.world, subscription, 'missed');
  await vi.waitFor(() => expect(events()).toEqual(['missed']));
  removeSubscription(trial.world, subscription);
  await vi.waitFor(() => expect(events()).toEqual(['missed', 'subscriptionRemoved']));
});

it('one mailbox has a thousand subscriptions at most', async () => {
  const { body } = await subscribe();
  const one = trial.world.subscriptions.get(String(body.id));
  if (!one) throw new Error('It is there');
  for (let at = 1; at < 1000; at += 1) trial.world.subscriptions.put(`more-${at}`, { ...one, id: `more-${at}` });
  const refused = await subscribe();
  expect([refused.status, refused.body.error?.code]).toEqual([403, 'ExtensionError']);
  expect((await subscribe(bo)).status).toBe(201);
});
