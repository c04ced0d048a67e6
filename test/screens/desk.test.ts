/** The desk in a browser: every switch and button that changes something is pressed once, and what it says it does has happened. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, Locator, Page } from 'playwright-core';
import { ada, bo, cy, givenApp, givenM365, tenantId, type GivenM365 } from '#infra/local/m365/given.ts';
import { findBrowser, launchBrowser } from '#test/browser.ts';
import { barriersIn } from '#test/given/barriers.ts';

type Person = { id: string; managerId: string | null; enabled: boolean; hasApp: boolean };

describe.runIf(findBrowser())('The desk', () => {
  let browser: Browser;
  let m365: GivenM365;
  let page: Page;
  let hook: Server;

  beforeAll(async () => {
    [browser, m365] = await Promise.all([launchBrowser(), givenM365()]);
    hook = createServer((request, response) => {
      request.resume();
      response.setHeader('Content-Type', 'text/plain');
      response.end(new URL(request.url ?? '/', 'http://localhost').searchParams.get('validationToken') ?? '');
    });
    await new Promise<void>((resolve) => hook.listen(0, '127.0.0.1', resolve));
    page = await (await browser.newContext({ locale: 'en-GB', reducedMotion: 'reduce' })).newPage();
  });
  afterAll(async () => {
    await browser?.close();
    hook?.close();
    await m365?.stop();
  });

  const open = (place: string): Promise<unknown> => page.goto(`${m365.url.replace('127.0.0.1', 'localhost')}${place}`);
  const press = (name: string | RegExp, within: Page | Locator = page): Promise<void> =>
    within.getByRole('button', { name, exact: true }).first().click();
  const read = async <T>(path: string): Promise<T> => (await m365.desk<T>('GET', path)).body;
  const personNow = async (id: string): Promise<Person | undefined> =>
    (await read<{ tenants: { people: Person[] }[] }>('company')).tenants.flatMap(({ people }) => people).find((one) => one.id === id);
  it('lets services fail by the usual switches and by a fault of one’s own', async () => {
    await open('/desk?at=faults');
    const faults = async (): Promise<unknown[]> => (await read<{ faults: unknown[] }>('faults')).faults;
    const switches = page.getByRole('list', { name: 'What can go wrong' }).getByRole('button');
    await switches.first().waitFor();
    const count = await switches.count();
    for (let at = 0; at < count; at += 1) {
      await switches.nth(at).click();
      await expect.poll(async () => (await faults()).length).toBe(at + 1);
    }
    expect(await faults()).toContainEqual(expect.objectContaining({ service: 'graph', status: 429, retryAfterSeconds: 10, times: 5 }));
    await page.getByText('5 × graph').first().waitFor();
    expect(await barriersIn(page)).toEqual([]);
    await press('Clear all');
    await expect.poll(faults).toEqual([]);
    await page.getByRole('combobox', { name: 'What happens' }).selectOption('cut');
    await page.getByRole('textbox', { name: 'Only paths with' }).fill('/users');
    await press('Add the fault');
    await expect.poll(faults).toContainEqual(expect.objectContaining({ kind: 'cut', pathContains: '/users', times: 1 }));
  });

  it('takes permissions back and turns limits off', async () => {
    await page.getByRole('switch', { name: 'Calendars.ReadWrite' }).click();
    await expect.poll(() => read('permissions')).toMatchObject({ revoked: ['Calendars.ReadWrite'] });
    await page.getByRole('switch', { name: 'Calendars.ReadWrite' }).click();
    await expect.poll(() => read('permissions')).toMatchObject({ revoked: [] });
    await page.getByRole('switch', { name: /5 single notifications/ }).click();
    await page.getByRole('combobox', { name: 'Four requests at a time' }).selectOption('app');
    await expect.poll(() => read('limits')).toMatchObject({ off: ['activity'], concurrencyPer: 'app' });
  });

  it('moves the clock', async () => {
    await open('/desk?at=clock');
    const now = async (): Promise<number> => Date.parse((await read<{ now: string }>('clock')).now);
    const before = await now();
    for (const step of ['1 hour later', '1 day later', '1 week later']) await press(step);
    await expect.poll(now).toBeGreaterThan(before + (8 * 24 + 1) * 3600_000 - 1000);
    await page.getByLabel('To a moment').fill('2027-03-01T08:00');
    await press('Set the clock');
    await expect.poll(async () => new Date(await now()).toISOString()).toContain('2027-03-01T');
  });

  it('gives new signing keys, shows the calls and forgets those of the app', async () => {
    await m365.desk('DELETE', 'faults');
    await m365.desk('POST', 'app-calls', {
      calls: [{ personId: ada, host: 'outlook', frame: 'content', func: 'chat.openChat', outcome: 'unsupported' }],
    });
    await subscribe();
    await open('/desk?at=calls');
    await page.getByRole('cell', { name: 'POST /v1.0/subscriptions' }).waitFor();
    await press('New key for entra');
    await press('New key for connector');
    await page.getByText('A new key signs from now on').first().waitFor();
    await open('/desk?at=app');
    await page.getByRole('row', { name: /chat\.openChat not supported 1 Ada Berg Outlook, tab/ }).waitFor();
    expect(await barriersIn(page)).toEqual([]);
    await press('Clear the list');
    await page.getByText('No app has asked anything yet').waitFor();
  });

  it('lets Graph say the three things about a subscription', async () => {
    await open('/desk?at=subscriptions');
    await page.getByRole('heading', { name: `/users/${ada}/events` }).waitFor();
    expect(await barriersIn(page)).toEqual([]);
    for (const name of ['Ask to authorise anew', 'Say that something was missed', 'Remove it']) await press(name);
    await page.getByText('Nobody has subscribed to anything').waitFor();
  });

  it('gives a person another manager, disables them, shows a token, takes the app away and deletes the account', async () => {
    await open(`/desk/${bo}`);
    await page.getByRole('combobox', { name: 'Manager' }).selectOption(cy);
    await press('Save');
    await expect.poll(() => personNow(bo)).toMatchObject({ managerId: cy });
    await page.getByRole('tab', { name: 'Token' }).click();
    await press('Get a sign-in token');
    await page.getByText('bo@bakery.example').last().waitFor();
    expect(await barriersIn(page)).toEqual([]);
    await press('Remove the app from this person');
    await expect.poll(() => personNow(bo)).toMatchObject({ hasApp: false });
    await page.getByRole('switch', { name: 'Account is enabled' }).click();
    await expect.poll(() => personNow(bo)).toMatchObject({ enabled: false });
    await press('Delete the account');
    await press('Delete it', page.getByRole('dialog'));
    await expect.poll(() => personNow(bo)).toBeUndefined();
  });

  async function subscribe(): Promise<void> {
    const secret = { client_id: givenApp.clientId, client_secret: givenApp.clientSecret };
    const form = { ...secret, grant_type: 'client_credentials', scope: 'https://graph.microsoft.com/.default' };
    const address = `${m365.url}/login.microsoftonline.com/${tenantId}/oauth2/v2.0/token`;
    const granted = (await (await fetch(address, { method: 'POST', body: new URLSearchParams(form) })).json()) as { access_token: string };
    const { now } = await read<{ now: string }>('clock');
    const inTwoHours = new Date(Date.parse(now) + 7_200_000).toISOString();
    const told = `http://127.0.0.1:${(hook.address() as AddressInfo).port}`;
    const made = await fetch(`${m365.url}/graph.microsoft.com/v1.0/subscriptions`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${granted.access_token}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({
        ...{ changeType: 'updated', notificationUrl: `${told}/told`, lifecycleNotificationUrl: `${told}/life` },
        ...{ resource: `/users/${ada}/events`, expirationDateTime: inTwoHours },
      }),
    });
    expect([made.status, await made.text()]).toEqual([201, expect.any(String)]);
  }
});
