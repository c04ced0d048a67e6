/**
 * A client that nobody here wrote does a day's work with the local Microsoft 365: Microsoft's own, unmodified, with msal-node's tokens, over the real
 * addresses. Users with managers, free/busy, an event made, moved and cancelled, the delta followed, a notification received. No special cases.
 */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ConfidentialClientApplication } from '@azure/msal-node';
import { Client, PageIterator, type PageCollection } from '@microsoft/microsoft-graph-client';
import type { Event, ScheduleInformation, Subscription, User } from '@microsoft/microsoft-graph-types';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { givenApp } from '#infra/local/m365/given.ts';
import { generateCompany } from '#infra/local/m365/generate/generate-company.ts';
import { startM365 } from '#infra/local/m365/start.ts';
import { redirectMicrosoft } from '#infra/local/redirect.ts';

type Notice = { subscriptionId: string; clientState: string; changeType: string; resourceData: { id: string } };

const company = generateCompany({ people: 130, week: new Date('2027-02-01T00:00:00Z') });
const [, manager, employee] = [company.people[0], company.people[1], company.people[9]];
const mail = (alias = ''): string => `${alias}@${company.tenant.domain}`;
const notices: Notice[] = [];
const ends: (() => unknown)[] = [];
let client: Client;
let hook: Server;

beforeAll(async () => {
  const m365 = await startM365({ port: 0, app: givenApp });
  ends.push(() => m365.stop(), redirectMicrosoft(m365.url));
  await m365.load(company);
  hook = createServer((request, response) => {
    const token = new URL(request.url ?? '/', 'http://localhost').searchParams.get('validationToken');
    if (token !== null) return void response.writeHead(200, { 'Content-Type': 'text/plain' }).end(token);
    let text = '';
    request.on('data', (part) => (text += String(part)));
    request.on('end', () => {
      notices.push(...(JSON.parse(text) as { value: Notice[] }).value);
      response.writeHead(202).end();
    });
  });
  await new Promise<void>((resolve) => hook.listen(0, '127.0.0.1', resolve));
  ends.push(() => hook.close());
  const authority = `https://login.microsoftonline.com/${company.tenant.id}`;
  const app = new ConfidentialClientApplication({
    auth: { clientId: givenApp.clientId, clientSecret: givenApp.clientSecret, authority },
  });
  client = Client.initWithMiddleware({
    authProvider: {
      getAccessToken: async () =>
        (await app.acquireTokenByClientCredential({ scopes: ['https://graph.microsoft.com/.default'] }))?.accessToken ?? '',
    },
  });
});
afterAll(async () => {
  for (const end of ends.reverse()) await end();
});

/** Every item of a collection, page by page, as the client's own iterator turns them. */
async function everything<T>(first: PageCollection): Promise<{ items: T[]; deltaLink: string | undefined }> {
  const items: T[] = [];
  const iterator = new PageIterator(client, first, (item: T) => {
    items.push(item);
    return true;
  });
  await iterator.iterate();
  return { items, deltaLink: iterator.getDeltaLink() };
}

it('lists users with managers, asks free/busy, makes, moves and cancels an event, follows the delta and is told', async () => {
  const asked: PageCollection = await client
    .api('/users')
    .expand('manager($select=id,displayName)')
    .select(['displayName', 'mail'])
    .top(50)
    .get();
  const { items: users } = await everything<User>(asked);
  expect(users).toHaveLength(130);
  const found = users.find(({ mail: address }) => address === mail(employee?.alias));
  expect(found?.manager).toMatchObject({ id: manager?.id });

  const calendar = `/users/${manager?.id ?? ''}`;
  const day = (hour: number): { dateTime: string; timeZone: string } => ({
    dateTime: `2027-02-03T${hour}:00:00`,
    timeZone: 'Europe/Stockholm',
  });
  const free = async (hour: number): Promise<string> => {
    const body = { schedules: [mail(employee?.alias)], startTime: day(hour), endTime: day(hour + 1), availabilityViewInterval: 60 };
    const { value } = (await client.api(`${calendar}/calendar/getSchedule`).post(body)) as { value: ScheduleInformation[] };
    expect(value[0]?.workingHours?.daysOfWeek).toContain('wednesday');
    return value[0]?.availabilityView ?? '';
  };
  expect(await free(18)).toBe('0');

  const window = { startDateTime: '2027-02-03T00:00:00Z', endDateTime: '2027-02-04T00:00:00Z' };
  const first: PageCollection = await client.api(`${calendar}/calendarView/delta`).query(window).get();
  let { deltaLink = '' } = await everything<Event>(first);
  const changed = async (): Promise<(Event & { '@removed'?: object })[]> => {
    const round = await everything<Event>((await client.api(deltaLink).get()) as PageCollection);
    deltaLink = round.deltaLink ?? '';
    return round.items;
  };
  expect(await changed()).toEqual([]);

  const subscription = (await client.api('/subscriptions').post({
    changeType: 'created,updated,deleted',
    notificationUrl: `http://127.0.0.1:${(hook.address() as AddressInfo).port}/told`,
    resource: `${calendar}/events`,
    expirationDateTime: new Date(Date.now() + 3_600_000).toISOString(),
    clientState: 'a secret of mine',
  })) as Subscription;
  const told = (changeType: string, id = ''): Promise<void> =>
    vi.waitFor(() =>
      expect(notices.filter((notice) => notice.resourceData.id === id && notice.changeType === changeType)).toMatchObject([
        { subscriptionId: subscription.id, clientState: 'a secret of mine' },
      ]),
    );

  const attendees = [{ type: 'required', emailAddress: { address: mail(employee?.alias) } }];
  const made = (await client.api(`${calendar}/events`).post({
    ...{ subject: 'A talk', start: day(18), end: day(19), attendees },
    ...{ isOnlineMeeting: true, onlineMeetingProvider: 'teamsForBusiness' },
  })) as Event;
  expect(made.onlineMeeting?.joinUrl).toMatch(/^https:\/\/teams\.microsoft\.com\//);
  expect(await free(18)).toBe('1');
  expect(await changed()).toMatchObject([{ id: made.id, subject: 'A talk' }]);
  await told('created', made.id);

  const moved = (await client
    .api(`${calendar}/events/${made.id ?? ''}`)
    .header('Prefer', 'outlook.timezone="Europe/Stockholm"')
    .patch({
      start: day(20),
      end: day(21),
    })) as Event;
  expect(moved.start).toMatchObject({ dateTime: '2027-02-03T20:00:00.0000000', timeZone: 'Europe/Stockholm' });
  expect([await free(18), await free(20)]).toEqual(['0', '1']);
  await told('updated', made.id);

  await client.api(`${calendar}/events/${made.id ?? ''}/cancel`).post({ comment: 'Another time' });
  await expect(client.api(`${calendar}/events/${made.id ?? ''}`).get()).rejects.toMatchObject({
    statusCode: 404,
    code: 'ErrorItemNotFound',
  });
  expect(await free(20)).toBe('0');
  expect(await changed()).toMatchObject([{ id: made.id, '@removed': { reason: 'deleted' } }]);
  await told('deleted', made.id);
  await client.api(`/subscriptions/${subscription.id ?? ''}`).delete();
});
