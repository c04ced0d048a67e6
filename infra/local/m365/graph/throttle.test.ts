import { beforeEach, describe, expect, it } from 'vitest';
import { loadCompany } from '../core/load-company.ts';
import { limitNames, type LimitName } from '../core/limits.ts';
import { createWorld, type World } from '../core/world.ts';
import { ada, bakery, bo, cy, givenApp, mill, otherTenantId, tenantId } from '../given.ts';
import type { Answer, Caller, Route } from './call.ts';
import { createDispatch } from './dispatch.ts';
import { routes } from './routes.ts';
import { concurrencyRule, messageRule, rules } from './throttle-rules.ts';

/** Time stands still unless it is moved here. */
let now = 0;
let world: World;
let ask: (method: string, url: string, body?: unknown, change?: Partial<Caller>) => Promise<Answer>;

const everyPermission = [
  ...['User.Read.All', 'Calendars.ReadWrite', 'Mail.Send', 'TeamsActivity.Send', 'TeamsTab.Read.All', 'Mail.ReadWrite'],
  ...['TeamsAppInstallation.ReadWriteAndConsentSelfForChat.All', 'TeamsAppInstallation.ReadWriteSelfForUser.All', 'MailboxSettings.Read'],
];

function given(routesOf: Route[] = routes): void {
  const caller = (): Caller => ({
    ...{ tenantId, appId: givenApp.clientId, userId: null, permissions: new Set(everyPermission) },
    expiresAt: new Date(now + 3_600_000),
  });
  const dispatch = createDispatch(world, routesOf);
  ask = (method, url, body, change = {}) =>
    dispatch({ method, url, body, header: () => undefined, caller: { ...caller(), ...change }, requestId: 'r' });
}

beforeEach(() => {
  now = Date.parse('2026-12-01T08:00:00Z');
  const clock = { now: () => new Date(now), moveTo: (to: Date) => void (now = to.getTime()) };
  world = Object.assign(createWorld({ ...givenApp }), { clock });
  loadCompany(world, bakery);
  loadCompany(world, mill);
  given();
});

async function inTurn(count: number, one: () => Promise<Answer>): Promise<number[]> {
  const statuses: number[] = [];
  for (let index = 0; index < count; index += 1) statuses.push((await one()).status);
  return statuses;
}

const times = { start: { dateTime: '2026-12-10T09:00:00', timeZone: 'UTC' }, end: { dateTime: '2026-12-10T10:00:00', timeZone: 'UTC' } };
const invitation = { ...times, attendees: [{ type: 'required', emailAddress: { address: 'bo@bakery.example', name: 'Bo' } }] };
const mail = { message: { subject: 's', toRecipients: [{ emailAddress: { address: 'bo@bakery.example' } }] } };
const activity = {
  topic: { source: 'text', value: 't', webUrl: 'https://teams.microsoft.com/l/entity/a/b' },
  activityType: 'systemDefault',
  previewText: { content: 'p' },
  templateParameters: [{ name: 'systemDefaultText', value: 'x' }],
};
const toMany = { ...activity, recipients: [{ '@odata.type': '#microsoft.graph.aadUserNotificationRecipient', userId: bo }] };
const mebibyte = 'x'.repeat(2 ** 20 - 100);

type Trip = { limit: LimitName; most: number; seconds: number; one: () => Promise<Answer>; elsewhere: () => Promise<Answer> };
const eve = { tenantId: otherTenantId };
const trips: Trip[] = [
  {
    ...{ limit: 'mailboxRequests', most: 10_000, seconds: 600 },
    one: () => ask('GET', `/users/${ada}/mailboxSettings`),
    elsewhere: () => ask('GET', `/users/${bo}/mailboxSettings`),
  },
  {
    ...{ limit: 'mailboxUpload', most: 150, seconds: 300 },
    one: () => ask('POST', `/users/${ada}/messages`, { subject: mebibyte }),
    elsewhere: () => ask('POST', `/users/${bo}/messages`, { subject: mebibyte }),
  },
  {
    ...{ limit: 'activity', most: 5, seconds: 1 },
    one: () => ask('POST', `/users/${bo}/teamwork/sendActivityNotification`, activity),
    elsewhere: () => ask('POST', '/users/eve@mill.example/teamwork/sendActivityNotification', activity, eve),
  },
  {
    ...{ limit: 'activityToMany', most: 2, seconds: 1 },
    one: () => ask('POST', '/teamwork/sendActivityNotificationToRecipients', toMany),
    elsewhere: () => ask('POST', '/teamwork/sendActivityNotificationToRecipients', toMany, eve),
  },
  {
    ...{ limit: 'installations', most: 30, seconds: 1 },
    one: () => ask('GET', `/users/${bo}/teamwork/installedApps`),
    elsewhere: () => ask('GET', '/users/eve@mill.example/teamwork/installedApps', undefined, eve),
  },
  {
    ...{ limit: 'removals', most: 15, seconds: 1 },
    one: () => ask('DELETE', `/users/${bo}/teamwork/installedApps/none`),
    elsewhere: () => ask('DELETE', '/users/eve@mill.example/teamwork/installedApps/none', undefined, eve),
  },
  {
    ...{ limit: 'tabs', most: 30, seconds: 1 },
    one: () => ask('GET', `/chats/${encodeURIComponent(world.chats.all()[0]?.id ?? '')}/tabs`),
    elsewhere: () => ask('GET', `/users/${bo}`),
  },
  {
    // A list without $select costs two units; a tenant below fifty people has 3500.
    ...{ limit: 'identity', most: 1750, seconds: 10 },
    one: () => ask('GET', '/users'),
    elsewhere: () => ask('GET', '/users', undefined, eve),
  },
  {
    ...{ limit: 'subscriptions', most: 1000, seconds: 20 },
    one: async () => ({ ...(await ask('DELETE', '/subscriptions/none')) }),
    elsewhere: () => ask('DELETE', '/subscriptions/none', undefined, eve),
  },
  {
    ...{ limit: 'mailboxMessages', most: 30, seconds: 60 },
    one: () => ask('POST', `/users/${ada}/events`, invitation),
    elsewhere: () => ask('POST', `/users/${bo}/events`, invitation),
  },
];

describe('a limit', () => {
  it.each(trips)('$limit: $most in $seconds s, then 429 with the time to wait, after which it goes on', async (trip) => {
    const statuses = await inTurn(trip.most, trip.one);
    expect(statuses.filter((status) => status === 429)).toEqual([]);
    const refused = await trip.one();
    expect([refused.status, refused.headers?.['Retry-After']]).toEqual([429, String(trip.seconds)]);
    expect((await trip.elsewhere()).status).not.toBe(429);
    now += trip.seconds * 1000 + 1;
    expect((await trip.one()).status).not.toBe(429);
  });

  it.each(trips)('$limit can be turned off by itself', async (trip) => {
    world.limits.off = [trip.limit];
    expect(await inTurn(trip.most + 1, trip.one)).not.toContain(429);
  });

  it('everything: 130 000 calls of an app in ten seconds, over all tenants', async () => {
    world.limits.off = limitNames.filter((name) => name !== 'everything');
    given([{ method: 'GET', path: '/users', answer: () => ({ status: 200 }) }]);
    for (let index = 0; index < 130_000; index += 1) await ask('GET', '/users', undefined, index % 2 ? eve : {});
    expect((await ask('GET', '/users')).status).toBe(429);
  }, 60_000);

  it('is tried for each that has a name', () => {
    const tried = [...trips.map(({ limit }) => limit), 'everything', concurrencyRule.limit];
    expect(tried.sort()).toEqual([...limitNames].sort());
    expect([...rules.map(({ limit }) => limit), messageRule.limit, concurrencyRule.limit].sort()).toEqual([...limitNames].sort());
  });

  it('counts tries that were refused', async () => {
    const [one] = [() => ask('POST', `/users/${bo}/teamwork/sendActivityNotification`, activity)];
    await inTurn(5, one);
    now += 600;
    await inTurn(5, one);
    now += 500;
    expect((await one()).status).toBe(429);
  });
});

describe('messages of a mailbox', () => {
  it('are mails, invitations, changes that are told, cancellations and answers; not what nobody is told of', async () => {
    const made = await ask('POST', `/users/${ada}/events`, invitation);
    const path = `/users/${ada}/events/${String((made.body as { id: string }).id)}`;
    await inTurn(10, () => ask('PATCH', path, { subject: 'New' }));
    await inTurn(10, () => ask('PATCH', path, { isReminderOn: false }));
    await inTurn(10, () => ask('POST', `/users/${ada}/events`, times));
    expect(await inTurn(18, () => ask('POST', `/users/${ada}/sendMail`, mail))).not.toContain(429);
    expect((await ask('POST', `${path}/cancel`, {})).status).toBe(202);
    expect((await ask('POST', `/users/${ada}/sendMail`, mail)).status).toBe(429);
    const copy = world.events.by('user', bo).find(({ responseStatus }) => responseStatus.response === 'accepted');
    expect(await inTurn(30, () => ask('POST', `/users/${bo}/events/${copy?.id ?? ''}/accept`, {}))).not.toContain(429);
    expect((await ask('POST', `/users/${bo}/events/${copy?.id ?? ''}/accept`, {})).status).toBe(429);
  });
});

describe('requests under way', () => {
  let open: () => void;
  beforeEach(() => {
    const gate = new Promise<Answer>((resolve) => (open = () => resolve({ status: 200 })));
    given([{ method: 'GET', path: '/users/{user}/events', answer: () => gate }]);
  });
  const calls = (...people: string[]): Promise<Answer>[] => people.map((person) => ask('GET', `/users/${person}/events`));

  it('are four at a time in one mailbox, by whatever name it is called', async () => {
    const four = calls(ada, ada, 'ada@bakery.example', 'ADA@bakery.example');
    expect(await Promise.all(calls(ada))).toMatchObject([{ status: 429, headers: { 'Retry-After': '1' } }]);
    const others = calls(bo, bo, cy);
    open();
    expect((await Promise.all([...four, ...others])).map(({ status }) => status)).toEqual(Array(7).fill(200));
    expect((await Promise.all(calls(ada)))[0]?.status).toBe(200);
  });

  it('are four at a time over all mailboxes when the limit is read so', async () => {
    world.limits.concurrencyPer = 'app';
    const four = calls(ada, ada, bo, cy);
    expect((await Promise.all(calls(bo)))[0]?.status).toBe(429);
    open();
    await Promise.all(four);
    expect((await Promise.all(calls(bo)))[0]?.status).toBe(200);
  });

  it('are not counted when the limit is off', async () => {
    world.limits.off = ['mailboxConcurrency'];
    const six = calls(ada, ada, ada, ada, ada, ada);
    open();
    expect((await Promise.all(six)).map(({ status }) => status)).toEqual(Array(6).fill(200));
  });
});

describe('a batch', () => {
  const batchOf = (urls: string[], body: unknown): unknown => ({
    requests: urls.map((url, at) => ({ id: String(at), method: 'POST', url, headers: { 'Content-Type': 'application/json' }, body })),
  });

  it('counts each of its requests', async () => {
    const urls = Array<string>(8).fill(`/users/${bo}/teamwork/sendActivityNotification`);
    const { status, body } = await ask('POST', '/$batch', batchOf(urls, activity));
    const inner = (body as { responses: { status: number; headers: Record<string, string> }[] }).responses;
    expect([status, inner.map((one) => one.status).sort()]).toEqual([200, [204, 204, 204, 204, 204, 429, 429, 429]]);
    expect(inner.find((one) => one.status === 429)?.headers['Retry-After']).toBe('1');
  });
});

it('what a call to the directory costs is told, and from eight tenths on how much is used', async () => {
  expect((await ask('GET', '/users')).headers).toMatchObject({ 'x-ms-resource-unit': '2' });
  expect((await ask('GET', '/users?$select=id&$top=5')).headers).toMatchObject({ 'x-ms-resource-unit': '1' });
  await inTurn(1400, () => ask('GET', '/users'));
  expect((await ask('GET', '/users')).headers?.['x-ms-throttle-limit-percentage']).toBe('0.80');
});
