import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ada, bo, dan } from '../given.ts';
import { startTrial, type Reply, type Trial } from './trial.ts';

let trial: Trial;
beforeAll(async () => {
  trial = await startTrial();
});
afterAll(() => trial.stop());

type Inner = { id: string; status: number; headers: Record<string, string>; body?: { error?: { code: string } } };
const settings = (id: string, userId: string): object => ({ id, method: 'GET', url: `/users/${userId}/mailboxSettings` });
const batch = (requests: unknown): Promise<Reply> => trial.call('POST', '/$batch', { requests });
const byId = ({ body }: Reply): Map<string, Inner> => new Map((body.responses as Inner[]).map((one) => [one.id, one]));

describe('a batch', () => {
  it('answers each request for itself', async () => {
    const answers = byId(await batch([settings('1', ada), settings('2', dan), { id: '3', method: 'GET', url: 'chats/none' }]));
    expect([...answers.values()].map(({ status }) => status)).toEqual([200, 404, 400]);
    expect(answers.get('2')?.body?.error?.code).toBe('MailboxNotEnabledForRESTAPI');
  });

  it('asks permission for each', async () => {
    const requests = [settings('1', ada), { id: '2', method: 'GET', url: `/users/${ada}` }];
    const answers = byId(await trial.callWith(['MailboxSettings.Read'], 'POST', '/$batch', { requests }));
    expect([answers.get('1')?.status, answers.get('2')?.status]).toEqual([200, 403]);
  });

  it('lets faults meet single requests, and records each', async () => {
    const fault = { service: 'graph' as const, method: 'GET', code: null, times: 1 };
    trial.world.faults.add({ ...fault, kind: 'refuse', status: 429, retryAfterSeconds: 3, pathContains: `${ada}/mailboxSettings` });
    trial.world.faults.add({ ...fault, kind: 'lose-answer', status: 500, retryAfterSeconds: null, pathContains: `${bo}/mailboxSettings` });
    const from = trial.world.callsFrom(0).next;
    const answers = byId(await batch([settings('1', ada), settings('2', bo), settings('3', ada)]));
    expect([...answers.values()].map(({ status }) => status)).toEqual([429, 504, 200]);
    expect(answers.get('1')?.headers['Retry-After']).toBe('3');
    expect(
      trial.world
        .callsFrom(from)
        .calls.map(({ status }) => status)
        .sort(),
    ).toEqual([200, 200, 429, 504]);
  });

  it('waits for what a request depends on, and fails with it', async () => {
    const event = {
      subject: 'Dough',
      start: { dateTime: '2026-12-10T09:00:00', timeZone: 'UTC' },
      end: { dateTime: '2026-12-10T10:00:00', timeZone: 'UTC' },
    };
    const make = { id: 'make', method: 'POST', url: `/users/${ada}/events`, headers: { 'Content-Type': 'application/json' }, body: event };
    const look = { id: 'look', method: 'GET', url: `/users/${ada}/events?$filter=subject eq 'Dough'`, dependsOn: ['make'] };
    const done = byId(await batch([make, look]));
    expect(done.get('look')).toMatchObject({ status: 200, body: { value: [{ subject: 'Dough' }] } });
    const failed = byId(await batch([{ ...make, body: { subject: 'No time' } }, look]));
    expect([failed.get('make')?.status, failed.get('look')?.status]).toEqual([400, 424]);
  });

  const one = settings('1', ada);
  const refused: [string, unknown][] = [
    ['more than twenty requests', Array.from({ length: 21 }, (_, at) => settings(String(at), ada))],
    ['the same id twice', [one, one]],
    ['a request without id', [{ method: 'GET', url: '/users' }]],
    ['a body without its type', [{ id: '1', method: 'POST', url: '/users', body: {} }]],
    ['a dependence on what comes later', [{ ...one, dependsOn: ['2'] }, settings('2', ada)]],
    ['a batch in a batch', [{ id: '1', method: 'POST', url: '/$batch' }]],
    ['no list', 'all'],
  ];
  it.each(refused)('is refused as a whole with %s', async (_what, requests) => {
    expect((await batch(requests)).status).toBe(400);
  });
});
