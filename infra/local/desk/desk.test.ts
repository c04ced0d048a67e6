import { request as httpRequest } from 'node:http';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { redirectMicrosoft } from '#infra/local/redirect.ts';
import { ada, bo, cy, dan, givenApp, givenM365, tenantId, type GivenM365 } from '#infra/local/m365/given.ts';

let m365: GivenM365;
let giveBack: () => void;
beforeAll(async () => {
  m365 = await givenM365();
  giveBack = redirectMicrosoft(m365.url);
});
afterAll(async () => {
  giveBack();
  await m365.stop();
});

type Person = { id: string; managerId: string | null; isManager: boolean; enabled: boolean; roles: string[] };
type Company = { now: string; app: Record<string, unknown>; tenants: { id: string; people: Person[] }[] };
type Event = { id: string; subject: string; start: string; response: string; meeting: { chatId: string; joinUrl: string } | null };
const company = async (): Promise<Company> => (await m365.desk<Company>('GET', 'company')).body;
const personNow = async (id: string): Promise<Person | undefined> =>
  (await company()).tenants.flatMap(({ people }) => people).find((person) => person.id === id);
const week = 'from=2026-12-07T00:00:00Z&to=2026-12-14T00:00:00Z';
const calendar = async (id: string): Promise<Event[]> =>
  (await m365.desk<{ events: Event[] }>('GET', `people/${id}/calendar?${week}`)).body.events;

describe('the desk shows', () => {
  it('tenants, people and the app with its tabs', async () => {
    const { app, tenants } = await company();
    expect(app).toMatchObject({ name: 'Samtal', clientId: givenApp.clientId, personal: 'samtal', meeting: 'samtal-meeting' });
    expect(app.tabs).toContainEqual(expect.objectContaining({ entityId: 'samtal', contentUrl: 'http://localhost:5001/' }));
    expect(tenants.map(({ people }) => people.length)).toEqual([4, 1]);
    expect(tenants[0]?.people[0]).toEqual({
      id: ada,
      name: 'Ada Berg',
      givenName: 'Ada',
      mail: 'ada@bakery.example',
      userPrincipalName: 'ada@bakery.example',
      jobTitle: 'Baker',
      department: 'Bakery',
      managerId: null,
      isManager: true,
      roles: ['Samtal.HR'],
      enabled: true,
      hasMailbox: true,
      hasApp: true,
      locale: 'sv-SE',
      timeZone: 'W. Europe Standard Time',
    });
  });

  it('a calendar as its owner sees it, within the time asked for', async () => {
    const events = await calendar(ada);
    expect(events.map(({ subject, start }) => [subject, start])).toEqual([
      ['Flour', '2026-12-07T08:00:00.000Z'],
      ['Dentist', '2026-12-08T12:00:00.000Z'],
    ]);
    expect(events[0]).toMatchObject({ isOrganizer: true, response: 'organizer', attendees: [{ id: bo, response: 'accepted' }] });
    expect(events[1]).toMatchObject({ isPrivate: true, showAs: 'oof', meeting: null });
    expect(await calendar(bo)).toMatchObject([
      { subject: 'Flour', isOrganizer: false, organizer: { id: ada, name: 'Ada Berg' }, response: 'accepted' },
    ]);
    expect((await m365.desk('GET', `people/${ada}/calendar?from=2026-12-08T13:00:00Z&to=2026-12-09T00:00:00Z`)).body).toEqual({
      events: [],
    });
  });

  it('a meeting to its people only', async () => {
    const [{ meeting } = { meeting: null }] = await calendar(bo);
    const joinUrl = encodeURIComponent(meeting?.joinUrl ?? '');
    const seen = await m365.desk('GET', `people/${bo}/meeting?joinUrl=${joinUrl}`);
    expect(seen.body).toMatchObject({ chatId: meeting?.chatId, subject: 'Flour', organizer: { id: ada }, hasApp: false });
    expect(seen.body.eventId).toBe((await calendar(bo))[0]?.id);
    expect((await m365.desk('GET', `people/${bo}/meeting?chatId=${encodeURIComponent(meeting?.chatId ?? '')}`)).body).toEqual(seen.body);
    expect((await m365.desk('GET', `people/${cy}/meeting?joinUrl=${joinUrl}`)).status).toBe(404);
    expect((await m365.desk('GET', `people/${cy}/chats`)).body).toEqual({ chats: [] });
  });
});

describe('in Outlook', () => {
  it('an attendee answers, the organiser moves, and nobody else does', async () => {
    const act = (id: string, event: string, verb: string, body: object = {}) =>
      m365.desk('POST', `people/${id}/calendar/${encodeURIComponent(event)}/${verb}`, body);
    const [hers] = await calendar(ada);
    const [his] = await calendar(bo);
    expect((await act(bo, his?.id ?? '', 'respond', { response: 'tentative' })).status).toBe(200);
    expect((await calendar(ada))[0]).toMatchObject({ attendees: [{ id: bo, response: 'tentativelyAccepted' }] });
    const times = { start: '2026-12-09T08:00:00Z', end: '2026-12-09T09:00:00Z' };
    expect((await act(bo, his?.id ?? '', 'move', times)).status).toBe(400);
    expect((await act(ada, hers?.id ?? '', 'move', times)).status).toBe(200);
    expect((await calendar(bo)).map(({ start }) => start)).toEqual(['2026-12-09T08:00:00.000Z']);
    expect((await act(ada, hers?.id ?? '', 'respond', { response: 'maybe' })).status).toBe(400);
    expect((await act(cy, hers?.id ?? '', 'cancel')).status).toBe(404);
    expect((await act(ada, hers?.id ?? '', 'cancel')).status).toBe(200);
    expect((await calendar(ada)).map(({ subject }) => subject)).toEqual(['Dentist']);
  });
});

describe('in Outlook, as Graph writes it', () => {
  const at = (dateTime: string): object => ({ dateTime, timeZone: 'UTC' });
  const daily = {
    pattern: { type: 'daily', interval: 1 },
    range: { type: 'numbered', startDate: '2026-12-09', numberOfOccurrences: 3 },
  };
  const dough = { subject: 'Dough', start: at('2026-12-09T05:00:00'), end: at('2026-12-09T05:30:00'), recurrence: daily };
  const doughs = async (id: string): Promise<Event[]> => (await calendar(id)).filter(({ subject }) => subject.endsWith('Dough'));

  it('somebody makes a series, changes it, throws it away and takes it back, which the guest sees', async () => {
    const attendees = [{ emailAddress: { address: 'cy@bakery.example' } }];
    const { body: made } = await m365.desk<Event>('POST', `people/${bo}/calendar`, { ...dough, attendees });
    expect((await doughs(cy)).map(({ start }) => start.slice(8, 10))).toEqual(['09', '10', '11']);
    const [, second] = await doughs(bo);
    const moved = { start: at('2026-12-10T06:00:00'), end: at('2026-12-10T06:30:00') };
    expect((await m365.desk('PATCH', `people/${bo}/calendar/${second?.id ?? ''}`, moved)).status).toBe(200);
    expect((await doughs(cy)).map(({ start }) => start.slice(11, 13))).toEqual(['05', '06', '05']);
    await m365.desk('POST', `people/${bo}/calendar/${made.id}/cancel`);
    expect([await doughs(bo), (await doughs(cy))[0]?.subject]).toEqual([[], 'Canceled: Dough']);
    expect((await m365.desk<{ events: Event[] }>('GET', `people/${bo}/bin`)).body.events[0]).toMatchObject({
      id: made.id,
      subject: 'Dough',
    });
    expect((await m365.desk<Event>('POST', `people/${bo}/bin/${made.id}/restore`)).body.id).not.toBe(made.id);
    expect(await doughs(bo)).toHaveLength(3);
  });

  it('what makes no sense is refused', async () => {
    const refused = [
      await m365.desk('POST', `people/${bo}/calendar`, { subject: 'Dough' }),
      await m365.desk('POST', `people/${bo}/calendar`, { ...dough, colour: 'red' }),
      await m365.desk('PATCH', `people/${bo}/calendar/none`, { subject: 'x' }),
      await m365.desk('POST', `people/${bo}/bin/none/restore`),
    ];
    expect(refused.map(({ status }) => status)).toEqual([400, 400, 404, 404]);
  });
});

describe('the directory', () => {
  it('changes as an administrator changes it', async () => {
    expect((await m365.desk('PATCH', `people/${cy}`, { managerId: bo, department: 'Cakes', roles: ['Samtal.HR'] })).status).toBe(200);
    expect(await personNow(cy)).toMatchObject({ managerId: bo, department: 'Cakes', roles: ['Samtal.HR'] });
    expect(await personNow(bo)).toMatchObject({ isManager: true });
  });

  it.each<[string, object]>([
    ['managerId', { managerId: cy }],
    ['managerId', { managerId: '00000000-0000-4000-8000-00000000000e' }],
    ['roles', { roles: ['King'] }],
    ['enabled', { enabled: 'no' }],
    ['body', { salary: 1 }],
  ])('refuses what cannot be, and names %s', async (field, change) => {
    const answer = await m365.desk('PATCH', `people/${cy}`, change);
    expect(answer.status).toBe(400);
    expect(answer.body.error).toContain(field);
  });

  it('forgets a deleted account, and those it managed have no manager', async () => {
    await m365.desk('PATCH', `people/${cy}`, { managerId: dan });
    expect((await m365.desk('DELETE', `people/${dan}`)).status).toBe(200);
    expect(await personNow(dan)).toBeUndefined();
    expect((await personNow(cy))?.managerId).toBeNull();
    expect((await m365.desk('GET', `people/${dan}/feed`)).status).toBe(404);
  });
});

describe('a token', () => {
  it('carries what was asked for, and nothing that was taken out', async () => {
    const { body } = await m365.desk<{ token: string; expiresAt: string }>('POST', `people/${bo}/token`, {
      claims: { name: null, tid: 'x' },
      header: { kid: 'k' },
      expiresInSeconds: -60,
    });
    const claims = decodeJwt(body.token);
    expect(claims).toMatchObject({ oid: bo, tid: 'x' });
    expect(claims.name).toBeUndefined();
    expect(decodeProtectedHeader(body.token).kid).toBe('k');
    expect(new Date(body.expiresAt).getTime()).toBeLessThan(m365.clock.now().getTime());
  });
});

describe('the clock', () => {
  it('moves for every service, and goes on', async () => {
    const { body } = await m365.desk<{ now: string }>('POST', 'clock', { to: '2027-01-01T00:00:00Z' });
    expect(body.now.slice(0, 19)).toBe('2027-01-01T00:00:00');
    const moved = await m365.desk<{ now: string }>('POST', 'clock', { minutes: 90 });
    expect(moved.body.now.slice(0, 16)).toBe('2027-01-01T01:30');
    expect(m365.clock.now().getTime()).toBeGreaterThanOrEqual(Date.parse(moved.body.now));
    expect((await m365.desk('POST', 'clock', { to: 'tomorrow' })).status).toBe(400);
    const claims = decodeJwt(await m365.token(ada));
    expect(new Date((claims.iat ?? 0) * 1000).getUTCFullYear()).toBe(2027);
  });
});

describe('faults', () => {
  const metadata = `https://login.microsoftonline.com/${tenantId}/v2.0/.well-known/openid-configuration`;
  const fault = (body: object) => m365.desk('POST', 'faults', { service: 'entra', ...body });
  const statuses = async (count: number): Promise<(number | 'cut')[]> => {
    const seen: (number | 'cut')[] = [];
    for (let at = 0; at < count; at += 1)
      seen.push(
        await fetch(metadata).then(
          ({ status }) => status,
          () => 'cut' as const,
        ),
      );
    return seen;
  };

  it('meet the calls they were asked for, as often as was said, and are recorded', async () => {
    const { next } = (await m365.desk<{ next: number }>('GET', 'calls')).body;
    await fault({ kind: 'refuse', status: 503, times: 2, pathContains: 'openid' });
    await fault({ kind: 'refuse', pathContains: 'elsewhere' });
    await fault({ kind: 'cut', method: 'get', pathContains: 'openid' });
    expect(await statuses(4)).toEqual([503, 503, 'cut', 200]);
    const { calls } = (await m365.desk<{ calls: { status: number }[] }>('GET', `calls?service=entra&after=${next}`)).body;
    expect(calls.map(({ status }) => status)).toEqual([503, 503, 0, 200]);
    expect((await m365.desk<{ faults: unknown[] }>('GET', 'faults')).body.faults).toHaveLength(1);
    expect((await m365.desk('DELETE', 'faults')).body).toEqual({ faults: [] });
  });

  it('may let the work be done first, and lose or replace the answer', async () => {
    await fault({ kind: 'refuse-after', status: 429, retryAfterSeconds: 7 });
    const answer = await fetch(metadata);
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '7']);
    await fault({ kind: 'lose-answer' });
    expect(await statuses(2)).toEqual(['cut', 200]);
  });

  it('are refused when they make no sense', async () => {
    expect((await fault({ kind: 'explode' })).body.error).toContain('kind');
    expect((await fault({ kind: 'refuse', status: 200 })).body.error).toContain('status');
  });
});

describe('word of changes', () => {
  it('reaches the person it is about, and nobody else', async () => {
    const stop = new AbortController();
    const heard = await fetch(`${m365.url}/desk/api/changes?person=${bo}`, { signal: stop.signal });
    const reader = heard.body?.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    const until = async (part: string): Promise<void> => {
      while (!text.includes(part)) text += (await reader?.read())?.value ?? '';
    };
    await until('watching');
    await m365.desk('POST', `people/${ada}/chats/bot`);
    await m365.desk('POST', `people/${bo}/chats/bot`);
    await until('"chat"');
    // Whether somebody has the app is seen by everybody.
    await until('"app"');
    await m365.desk('POST', 'clock', { minutes: 1 });
    await until('"clock"');
    expect(text.match(/"chat"/g)).toHaveLength(1);
    stop.abort();
  });
});

describe('calls of the app', () => {
  const told = { personId: ada, host: 'teams', frame: 'content', func: 'getContext', outcome: 'answered' };
  type Calls = { calls: { func: string; times: number; person: { name: string } }[] };

  it('are shown newest first, the same one once with how often', async () => {
    const other = { ...told, func: 'chat.openChat', outcome: 'unsupported' };
    await m365.desk('POST', 'app-calls', { calls: [told, other, told] });
    const { calls } = (await m365.desk<Calls>('GET', 'app-calls')).body;
    expect(calls.map(({ func, times, person }) => [func, times, person.name])).toEqual([
      ['getContext', 2, 'Ada Berg'],
      ['chat.openChat', 1, 'Ada Berg'],
    ]);
    await m365.desk('DELETE', 'app-calls');
    expect((await m365.desk<Calls>('GET', 'app-calls')).body.calls).toEqual([]);
  });

  it('are refused when they are none', async () => {
    expect((await m365.desk('POST', 'app-calls', { calls: [{ ...told, outcome: 'fine' }] })).status).toBe(400);
  });
});

describe('strangers', () => {
  const ask = (headers: Record<string, string>): Promise<number> =>
    new Promise((resolve, reject) => {
      httpRequest(`${m365.url}/desk/api/clock`, { headers }, (answer) => {
        answer.resume();
        resolve(answer.statusCode ?? 0);
      })
        .on('error', reject)
        .end();
    });

  it('do not reach the desk under another name or from another page', async () => {
    const host = new URL(m365.url).host;
    expect(await ask({ host })).toBe(200);
    expect(await ask({ host, origin: `http://${host}` })).toBe(200);
    expect(await ask({ host: 'evil.example' })).toBe(403);
    expect(await ask({ host: 'teams.microsoft.com' })).toBe(403);
    expect(await ask({ host, origin: 'http://localhost:1' })).toBe(403);
  });
});
