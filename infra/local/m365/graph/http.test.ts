import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { until } from '#test/given/until.ts';
import { ada, bo, dan, tenantId } from '../given.ts';
import { root, startTrial, type Trial } from './trial.ts';

let trial: Trial;
beforeAll(async () => {
  trial = await startTrial();
});
beforeEach(() => trial.world.faults.clear());
afterAll(() => trial.stop());

const bearer = (token: string): Record<string, string> => ({ Authorization: `Bearer ${token}` });
const now = (): number => Math.floor(trial.world.clock.now().getTime() / 1000);
const event = {
  subject: 'Bread',
  start: { dateTime: '2026-12-10T09:00:00', timeZone: 'UTC' },
  end: { dateTime: '2026-12-10T10:00:00', timeZone: 'UTC' },
};

describe('the token', () => {
  const refusals: [string, () => Promise<Record<string, string>>][] = [
    ['is missing', async () => ({ Authorization: '' })],
    ['is no token', async () => bearer('abc')],
    ['is for somebody else', async () => bearer(await trial.appToken({ claims: { aud: 'api://another' } }))],
    ['has expired', async () => bearer(await trial.appToken({ claims: { exp: now() - 600 } }))],
    ['is not valid yet', async () => bearer(await trial.appToken({ claims: { nbf: now() + 900, exp: now() + 1800 } }))],
    ['is of a tenant that does not exist', async () => bearer(await trial.appToken({ tenant: 'b0000000-0000-4000-8000-000000000000' }))],
    ['speaks for somebody who has left', async () => bearer(await trial.userToken(dan, ['User.Read']))],
    [
      'was signed by a stranger',
      async () => bearer(await trial.keys.sign({ aud: 'https://graph.microsoft.com', exp: now() + 600, tid: tenantId }, {}, 'stranger')),
    ],
    [
      'was signed by nobody',
      async () => bearer(await trial.keys.sign({ aud: 'https://graph.microsoft.com', exp: now() + 600, tid: tenantId }, {}, 'nobody')),
    ],
  ];
  it.each(refusals)('is refused when it %s', async (_why, headers) => {
    const { status, body } = await trial.call('GET', '/users', undefined, await headers());
    expect([status, body.error?.code]).toEqual([401, 'InvalidAuthenticationToken']);
  });

  it('ends when the clock here says so', async () => {
    const token = await trial.appToken();
    const before = trial.world.clock.now();
    trial.world.clock.moveTo(new Date(before.getTime() + 2 * 3_600_000));
    expect((await trial.call('GET', '/users', undefined, bearer(token))).status).toBe(401);
    trial.world.clock.moveTo(before);
    expect((await trial.call('GET', '/users', undefined, bearer(token))).status).toBe(200);
  });

  it('opens its own tenant only', async () => {
    const { body } = await trial.call('GET', '/users/eve@mill.example');
    expect(body.error?.code).toBe('Request_ResourceNotFound');
  });
});

describe('an answer', () => {
  it('carries ids and the time; an error names them again', async () => {
    const { headers, body } = await trial.call('GET', '/users/nobody', undefined, { 'client-request-id': 'mine' });
    expect(headers.get('client-request-id')).toBe('mine');
    expect(body.error).toEqual({
      code: 'Request_ResourceNotFound',
      message: expect.stringContaining("Resource 'nobody' does not exist"),
      innerError: {
        date: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/),
        'request-id': headers.get('request-id'),
        'client-request-id': 'mine',
      },
    });
    expect(new Date(headers.get('date') ?? '').getTime()).toBeCloseTo(trial.world.clock.now().getTime(), -5);
  });

  const wrong: [string, string, unknown, number, string][] = [
    ['GET', '/unheard/of', undefined, 400, 'BadRequest'],
    ['PATCH', '/users', {}, 405, 'Request_BadRequest'],
    ['GET', '/users?$select=shoeSize', undefined, 400, 'BadRequest'],
    ['GET', '/users?$search=bo', undefined, 400, 'BadRequest'],
    ['GET', '/me', undefined, 400, 'BadRequest'],
    ['GET', 'https://graph.microsoft.com/beta/users', undefined, 400, 'BadRequest'],
  ];
  it.each(wrong)('refuses %s %s', async (method, path, body, status, code) => {
    const answer = await trial.call(method, path, body);
    expect([answer.status, answer.body.error?.code]).toEqual([status, code]);
  });

  it('refuses a body that is no JSON', async () => {
    const answer = await fetch(`${root}/$batch`, { method: 'POST', body: '{', headers: bearer(await trial.appToken()) });
    expect(answer.status).toBe(400);
  });
});

describe('permissions', () => {
  const denied: [string, string, unknown, string][] = [
    ['GET', '/users', undefined, 'Authorization_RequestDenied'],
    ['GET', `/users/${ada}/manager`, undefined, 'Authorization_RequestDenied'],
    ['GET', `/users/${ada}/mailboxSettings`, undefined, 'ErrorAccessDenied'],
    ['POST', `/users/${ada}/events`, event, 'ErrorAccessDenied'],
    ['POST', `/users/${ada}/sendMail`, {}, 'ErrorAccessDenied'],
    ['GET', '/chats/19:meeting_x@thread.v2', undefined, 'Forbidden'],
    ['POST', `/users/${ada}/teamwork/sendActivityNotification`, {}, 'Forbidden'],
    ['GET', `/users/${ada}/onlineMeetings`, undefined, 'Forbidden'],
  ];
  it.each(denied)('that a token lacks close %s %s', async (method, path, body, code) => {
    const answer = await trial.callWith(['Files.Read.All'], method, path, body);
    expect([answer.status, answer.body.error?.code]).toEqual([403, code]);
  });

  it('for reading do not open writing', async () => {
    expect((await trial.callWith(['Calendars.Read'], 'POST', `/users/${ada}/events`, event)).status).toBe(403);
    expect((await trial.callWith(['Calendars.Read'], 'GET', `/users/${ada}/events`)).status).toBe(200);
  });

  it('of a person reach what is theirs', async () => {
    const token = bearer(await trial.userToken(bo, ['User.Read', 'MailboxSettings.Read', 'Calendars.ReadWrite']));
    expect((await trial.call('GET', '/me', undefined, token)).body).toMatchObject({ id: bo, displayName: 'Bo Berg' });
    expect((await trial.call('GET', '/me/mailboxSettings', undefined, token)).body).toMatchObject({ language: { locale: 'sv-SE' } });
    expect((await trial.call('GET', `/users/${ada}`, undefined, token)).body.error?.code).toBe('Authorization_RequestDenied');
    expect((await trial.call('GET', `/users/${ada}/mailboxSettings`, undefined, token)).body.error?.code).toBe('ErrorAccessDenied');
    expect((await trial.call('GET', `/users/${ada}/events`, undefined, token)).body.error?.code).toBe('ErrorAccessDenied');
  });
});

describe('faults', () => {
  const fault = {
    service: 'graph' as const,
    status: 503,
    code: null,
    retryAfterSeconds: null,
    method: 'POST',
    pathContains: '/events',
    times: 1,
  };
  const made = (): number => trial.world.events.by('user', ada).filter(({ subject }) => subject === 'Bread').length;

  it('refuse before anything happens, with the wait asked for', async () => {
    trial.world.faults.add({ ...fault, kind: 'refuse', status: 429, retryAfterSeconds: 7 });
    const before = made();
    const { status, headers, body } = await trial.call('POST', `/users/${ada}/events`, event);
    expect([status, headers.get('retry-after'), body.error?.code]).toEqual([429, '7', 'TooManyRequests']);
    expect(made()).toBe(before);
  });

  it('refuse after it happened', async () => {
    trial.world.faults.add({ ...fault, kind: 'refuse-after' });
    const before = made();
    expect((await trial.call('POST', `/users/${ada}/events`, event)).status).toBe(503);
    expect(made()).toBe(before + 1);
  });

  it('lose the answer of what happened, or cut the call before', async () => {
    const before = made();
    trial.world.faults.add({ ...fault, kind: 'lose-answer' });
    await expect(trial.call('POST', `/users/${ada}/events`, event)).rejects.toThrow();
    expect(made()).toBe(before + 1);
    trial.world.faults.add({ ...fault, kind: 'cut' });
    await expect(trial.call('POST', `/users/${ada}/events`, event)).rejects.toThrow();
    expect(made()).toBe(before + 1);
  });

  it('let the answer come late, or never, and whoever asked gives up', async () => {
    const headers = { Authorization: `Bearer ${await trial.appToken()}`, 'Content-Type': 'application/json' };
    const post = (signal?: AbortSignal): Promise<Response> => {
      const body = JSON.stringify(event);
      return fetch(`https://graph.microsoft.com/v1.0/users/${ada}/events`, {
        method: 'POST',
        headers,
        body,
        ...(signal ? { signal } : {}),
      });
    };
    const givenUpWhen = async (condition: () => boolean, message: string): Promise<void> => {
      const patience = new AbortController();
      const answer = expect(post(patience.signal)).rejects.toThrow('abort');
      await until(condition, { message });
      patience.abort();
      await answer;
    };
    const before = made();
    trial.world.faults.add({ ...fault, kind: 'slow', seconds: 0.2 });
    const began = performance.now();
    expect((await post()).status).toBe(201);
    expect(performance.now() - began).toBeGreaterThan(190);
    trial.world.faults.add({ ...fault, kind: 'slow', seconds: 600 });
    await givenUpWhen(() => made() === before + 2, 'the event is made, its answer still to come');
    trial.world.faults.add({ ...fault, kind: 'hang' });
    await givenUpWhen(() => trial.world.calls.at(-1)?.code === 'hang', 'the call has come and is left alone');
    expect(made()).toBe(before + 2);
  });

  it('are recorded like every answer', async () => {
    const from = trial.world.callsFrom(0).next;
    trial.world.faults.add({ ...fault, kind: 'refuse', code: 'Tired' });
    await trial.call('POST', `/users/${ada}/events`, event);
    await trial.call('GET', '/users?$top=1');
    expect(trial.world.callsFrom(from).calls.map(({ method, path, status, code }) => [method, path, status, code])).toEqual([
      ['POST', `/v1.0/users/${ada}/events`, 503, 'Tired'],
      ['GET', '/v1.0/users?$top=1', 200, null],
    ]);
  });
});
