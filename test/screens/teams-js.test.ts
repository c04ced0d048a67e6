/**
 * The host page against the real teams-js in a browser: every call that an app could make here, what the library says of the rest, and what the
 * manifest decides. The app is nobody's: a page that starts the library and does what the test tells it.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type * as TeamsJs from '@microsoft/teams-js';
import type { Browser, Frame, Page } from 'playwright-core';
import { ada, bo, givenApp, givenM365, tenantId, type GivenM365 } from '#infra/local/m365/given.ts';
import { findBrowser, launchBrowser } from '#test/browser.ts';
import { startAppPage, type AppPage } from '#test/given/app-page.ts';

/** What the app's page has at hand, inside the browser. */
type AppWindow = { teams: typeof TeamsJs; ready: Promise<void>; heard: unknown[] };
type Call = { func: string; outcome: string; host: string; frame: string };

describe.runIf(findBrowser())('teams-js in the host page', () => {
  let browser: Browser;
  let app: AppPage;
  let m365: GivenM365;
  let page: Page;
  let chatId: string;
  let joinUrl: string;

  beforeAll(async () => {
    [browser, app] = await Promise.all([launchBrowser(), startAppPage()]);
    m365 = await givenM365({ app: { manifestDir: app.manifestDir, tabUrl: app.url } });
    m365.clock.moveTo(new Date('2026-12-07T07:00:00Z'));
    ({ chatId, joinUrl } = await meetingOfAda());
    const context = await browser.newContext({ viewport: { width: 1280, height: 860 }, reducedMotion: 'reduce' });
    await context.addInitScript(() => {
      const languages = { '00000000-0000-4000-8000-00000000000a': 'en', '00000000-0000-4000-8000-00000000000b': 'en' };
      if (!localStorage.getItem('local-microsoft-365'))
        localStorage.setItem('local-microsoft-365', JSON.stringify({ theme: 'default', languages }));
    });
    // teams-js takes https only for this one; the app's own server answers.
    await context.route('https://sign-in.example/*', async (route) =>
      route.fulfill({ response: await route.fetch({ url: `${app.url}${new URL(route.request().url()).pathname}` }) }),
    );
    page = await context.newPage();
  });
  afterAll(async () => {
    await browser?.close();
    await m365?.stop();
    await app?.stop();
  });

  async function meetingOfAda(): Promise<{ chatId: string; joinUrl: string }> {
    type Event = { meeting: { chatId: string; joinUrl: string } | null };
    const week = 'from=2026-12-07T00:00:00Z&to=2026-12-14T00:00:00Z';
    const { body } = await m365.desk<{ events: Event[] }>('GET', `people/${ada}/calendar?${week}`);
    const meeting = body.events.find((event) => event.meeting !== null)?.meeting;
    if (!meeting) throw new Error('Ada has a meeting in Teams that week');
    return meeting;
  }

  const goto = (path: string, query = ''): Promise<unknown> =>
    page.goto(`${m365.url.replace('127.0.0.1', 'localhost')}${path}?person=${ada}${query}`);
  /** The frame in which the app shows this page of its own, once the library has started. */
  async function frameOf(path: string, within = page, origin = app.url): Promise<Frame> {
    await expect.poll(() => within.frames().some((frame) => frame.url().startsWith(`${origin}${path}`))).toBe(true);
    const frame = within.frames().find((one) => one.url().startsWith(`${origin}${path}`));
    if (!frame) throw new Error(`No frame shows ${path}`);
    await frame.waitForFunction(() => 'ready' in window);
    await frame.evaluate(() => (window as unknown as AppWindow).ready);
    return frame;
  }
  const calls = async (): Promise<Call[]> => (await m365.desk<{ calls: Call[] }>('GET', 'app-calls')).body.calls;
  const untilTold = async (call: Partial<Call>): Promise<void> => {
    await expect.poll(calls).toContainEqual(expect.objectContaining(call));
  };

  it('says who, where and in which host', async () => {
    for (const [host, name] of [
      ['office', 'Office'],
      ['outlook', 'Outlook'],
      ['teams', 'Teams'],
    ]) {
      await goto('/app', `&host=${host ?? ''}&at=a%2Fplace`);
      const frame = await frameOf('/own');
      const [context, can] = await frame.evaluate(async () => {
        const { teams } = window as unknown as AppWindow;
        return [await teams.app.getContext(), { people: teams.people.isSupported(), calendar: teams.calendar.isSupported() }] as const;
      });
      expect(context).toMatchObject({
        app: { host: { name }, locale: 'en-gb', theme: 'default' },
        page: { id: 'own', subPageId: 'a/place', frameContext: 'content' },
        user: { id: ada, tenant: { id: tenantId } },
      });
      expect(context.chat).toBeUndefined();
      expect(can).toEqual({ people: name === 'Teams', calendar: name !== 'Office' });
    }
  });

  it('gives a token, its own settings, and the theme when it changes', async () => {
    const frame = await frameOf('/own');
    const [token, config] = await frame.evaluate(async () => {
      const { teams, heard } = window as unknown as AppWindow;
      teams.app.registerOnThemeChangeHandler((theme) => heard.push(theme));
      return [await teams.authentication.getAuthToken(), await teams.pages.getConfig()] as const;
    });
    expect(token.split('.')).toHaveLength(3);
    expect(config).toMatchObject({ entityId: 'own', suggestedDisplayName: 'Own' });
    await page.getByRole('button', { name: 'Settings' }).click();
    await page.getByRole('menuitemradio', { name: 'Dark' }).click();
    await expect.poll(() => frame.evaluate(() => (window as unknown as AppWindow).heard)).toEqual(['dark']);
  });

  it('opens a dialog of the app, which talks with its opener and ends with a result', async () => {
    const frame = await frameOf('/own');
    const url = `${app.url}/dialog`;
    await frame.evaluate((address) => {
      const { teams, heard } = window as unknown as AppWindow;
      teams.dialog.url.open(
        { title: 'Pick one', url: address, size: { width: 500, height: 300 } },
        (end) => heard.push({ end: end.result ?? end.err }),
        (message) => heard.push({ message }),
      );
    }, url);
    await page.getByRole('dialog', { name: 'Pick one' }).waitFor();
    const dialog = await frameOf('/dialog');
    await dialog.evaluate(() => {
      const { teams, heard } = window as unknown as AppWindow;
      teams.dialog.url.parentCommunication.registerOnMessageFromParent((message) => heard.push({ message }));
      teams.dialog.url.parentCommunication.sendMessageToParentFromDialog('up');
      teams.dialog.update.resize({ width: 700, height: 400 });
    });
    await frame.evaluate(() => (window as unknown as AppWindow).teams.dialog.url.parentCommunication.sendMessageToDialog('down'));
    await expect.poll(() => dialog.evaluate(() => (window as unknown as AppWindow).heard)).toEqual([{ message: 'down' }]);
    await expect.poll(() => page.getByRole('dialog').evaluate((element) => element.clientWidth)).toBeGreaterThan(690);
    await dialog.evaluate(() => (window as unknown as AppWindow).teams.dialog.url.submit({ answer: 42 }));
    const heard = (): Promise<unknown[]> => frame.evaluate(() => (window as unknown as AppWindow).heard.slice(-2));
    await expect.poll(heard).toEqual([{ message: 'up' }, { end: { answer: 42 } }]);
    expect(await page.getByRole('dialog').count()).toBe(0);
  });

  it('ends a dialog that the person closes, that is a card, or that comes from elsewhere', async () => {
    const frame = await frameOf('/own');
    const open = (question: object, card: boolean): Promise<void> =>
      frame.evaluate(
        ([asked, isCard]) => {
          const { teams, heard } = window as unknown as AppWindow;
          const end = ({ err, result }: TeamsJs.dialog.ISdkResponse): void => void heard.push(err ?? result);
          if (isCard) teams.dialog.adaptiveCard.open(asked as TeamsJs.AdaptiveCardDialogInfo, end);
          else teams.dialog.url.open(asked as TeamsJs.UrlDialogInfo, end);
        },
        [question, card] as const,
      );
    const last = (): Promise<unknown> => frame.evaluate(() => (window as unknown as AppWindow).heard.at(-1));
    const size = { width: 'small', height: 'small' };
    await open({ title: 'Page', url: `${app.url}/dialog`, size }, false);
    await page.getByRole('dialog', { name: 'Page' }).getByRole('button', { name: 'Close' }).click();
    await expect.poll(last).toContain('cancelled');
    const body = [{ type: 'Input.Text', id: 'word', label: 'Word' }];
    const card = {
      type: 'AdaptiveCard',
      version: '1.5',
      body,
      actions: [{ type: 'Action.Submit', title: 'Send', data: { from: 'card' } }],
    };
    await open({ title: 'Card', card: JSON.stringify(card), size }, true);
    await page.getByRole('textbox', { name: 'Word' }).fill('hello');
    await page.getByRole('button', { name: 'Send' }).click();
    await expect.poll(last).toEqual({ from: 'card', word: 'hello' });
    await open({ title: 'Stranger', url: 'https://elsewhere.example/', size }, false);
    await expect.poll(last).toContain('valid domains');
  });

  it('lets people be picked, or not', async () => {
    const frame = await frameOf('/own');
    const pick = (): Promise<unknown> =>
      frame.evaluate(() => (window as unknown as AppWindow).teams.people.selectPeople({ title: 'Whom?' }).catch((error: unknown) => error));
    const picked = pick();
    await page.getByRole('checkbox', { name: /^Bo Berg/ }).check();
    await page.getByRole('button', { name: 'Done' }).click();
    expect(await picked).toEqual([{ objectId: bo, displayName: 'Bo Berg', email: 'bo@bakery.example' }]);
    const nobody = pick();
    await page.getByRole('button', { name: 'Cancel' }).click();
    expect(await nobody).toMatchObject({ errorCode: 8000 });
  });

  it('signs the person in elsewhere, in a window', async () => {
    const frame = await frameOf('/own');
    const signIn = (address: string): Promise<unknown> =>
      frame.evaluate(
        (url) => (window as unknown as AppWindow).teams.authentication.authenticate({ url }).catch((error: Error) => error.message),
        address,
      );
    const opened = page.waitForEvent('popup');
    const signedIn = signIn('https://sign-in.example/sign-in');
    const popup = await opened;
    const within = await frameOf('/sign-in', popup, 'https://sign-in.example');
    await within.evaluate(() => (window as unknown as AppWindow).teams.authentication.notifySuccess('a code'));
    expect(await signedIn).toBe('a code');
    const again = page.waitForEvent('popup');
    const cancelled = signIn('https://sign-in.example/sign-in');
    await (await again).close();
    expect(await cancelled).toBe('CancelledByUser');
    expect(await signIn('https://elsewhere.example/')).toContain('valid domains');
  });

  it('opens events, forms, links to share and places of the app', async () => {
    const frame = await frameOf('/own');
    const [wrongItem, otherApp] = await frame.evaluate(async () => {
      const { teams } = window as unknown as AppWindow;
      await teams.calendar.composeMeeting({ subject: 'A talk', attendees: ['bo@bakery.example'] });
      const failed = (error: Error): string => error.message;
      return [
        await teams.calendar.openCalendarItem({ itemId: 'nobody-knows' }).catch(failed),
        await teams.pages.navigateToApp({ appId: 'fe4a8eba-2a31-4737-8e33-e5fae6fee194', pageId: 'x' }).catch(failed),
      ] as const;
    });
    expect(wrongItem).toContain('no such item');
    expect(otherApp).toContain('not here');
    await page.getByRole('dialog', { name: 'New meeting' }).getByText('A talk').waitFor();
    await page.getByRole('button', { name: 'Close' }).click();
    await frame.evaluate(() =>
      (window as unknown as AppWindow).teams.pages.shareDeepLink({ subPageId: 'talks/7', subPageLabel: 'Talk 7' }),
    );
    await expect.poll(() => page.getByRole('textbox', { name: 'Link to this place' }).inputValue()).toContain('talks%2F7');
    await page.getByRole('button', { name: 'Close' }).click();
    // The app starts anew at the place, so that nobody is left to hear the answer.
    await frame.evaluate(() => Object.assign(window, { isOld: true }) && undefined);
    await frame.evaluate(() => void (window as unknown as AppWindow).teams.pages.currentApp.navigateTo({ pageId: 'own', subPageId: 'b' }));
    await expect.poll(() => new URL(page.url()).searchParams.get('at')).toBe('b');
    // The address changes before the app is there anew: until then its old frame is about to go.
    await expect.poll(async () => (await frameOf('/own')).evaluate(() => 'isOld' in window).catch(() => true)).toBe(false);
  });

  it('asks the app before it is left, and keeps one that wants to go on', async () => {
    const frame = await frameOf('/own');
    await frame.evaluate(() => {
      const { teams, heard } = window as unknown as AppWindow;
      teams.pages.backStack.registerBackButtonHandler(() => {
        heard.push('back');
        return true;
      });
      teams.app.lifecycle.registerBeforeSuspendOrTerminateHandler(() => {
        heard.push('rests');
        return new Promise((resolve) => Object.assign(window, { letGo: resolve }));
      });
      teams.app.lifecycle.registerOnResumeHandler(() => heard.push('resumes'));
    });
    const heard = (): Promise<unknown[]> => frame.evaluate(() => (window as unknown as AppWindow).heard);
    await page.getByRole('main').getByRole('button', { name: 'Back' }).click();
    await expect.poll(heard).toEqual(['back']);
    await page.getByRole('link', { name: 'Calendar' }).click();
    await expect.poll(heard).toEqual(['back', 'rests']);
    expect(await page.getByRole('heading', { name: 'Trial' }).isVisible()).toBe(true);
    await frame.evaluate(() => (window as unknown as { letGo(): void }).letGo());
    await page.getByRole('button', { name: 'Today' }).waitFor();
    await page.getByRole('link', { name: 'Trial' }).click();
    await expect.poll(heard).toEqual(['back', 'rests', 'resumes']);
    expect(await page.locator('iframe[title="Trial"]').isVisible()).toBe(true);
  });

  it('refuses what no host here has, so that the promise rejects, and tells the desk of it', async () => {
    const frame = await frameOf('/own');
    const errors = await frame.evaluate(() => {
      const { teams } = window as unknown as AppWindow;
      const codeOf = (error: { errorCode?: number; message?: string }): unknown => error.errorCode ?? error.message;
      return Promise.all([
        teams.pages.navigateCrossDomain('https://elsewhere.example').catch(codeOf),
        new Promise((resolve) => teams.meeting.getAppContentStageSharingCapabilities(resolve)).catch(codeOf),
        Promise.resolve()
          .then(() => teams.chat.openChat({ user: 'bo@bakery.example' }))
          .catch(codeOf),
        Promise.resolve()
          .then(() => teams.clipboard.read())
          .catch(codeOf),
      ]);
    });
    expect(errors).toHaveLength(4);
    for (const error of errors) expect(error).toBeTruthy();
    await untilTold({ func: 'navigateCrossDomain', outcome: 'unsupported', host: 'teams', frame: 'content' });
    expect(await calls()).toContainEqual(expect.objectContaining({ func: 'people.selectPeople', outcome: 'refused' }));
    expect(await calls()).toContainEqual(expect.objectContaining({ func: 'tasks.completeTask', outcome: 'heard', frame: 'task' }));
  });

  it('offers the app where the manifest declares a tab, and describes the meeting there', async () => {
    await installInChat();
    await goto(`/meeting/${encodeURIComponent(chatId)}`);
    const panel = await frameOf('/panel');
    const [context, details] = await panel.evaluate(async () => {
      const { teams } = window as unknown as AppWindow;
      const asked = new Promise((resolve, reject) =>
        teams.meeting.getMeetingDetails((error, found) => (error ? reject(new Error(error.message ?? '')) : resolve(found))),
      );
      return [await teams.app.getContext(), await asked] as const;
    });
    expect(context).toMatchObject({
      page: { id: 'panel', frameContext: 'sidePanel' },
      chat: { id: chatId },
      app: { host: { name: 'Teams' } },
    });
    expect(details).toMatchObject({ details: { joinUrl, title: 'Flour' }, conversation: { id: chatId }, organizer: { id: ada } });
    await goto(`/chat/${encodeURIComponent(chatId)}`, '&at=app');
    await page.getByRole('tab', { name: 'Details' }).waitFor();
    expect(await page.getByRole('tab', { name: 'Trial' }).count()).toBe(0);
    await goto('/calendar', '&at=2026-12-07T08:00:00.000Z');
    await page.getByRole('button', { name: /^Flour/ }).click();
    await page.getByRole('button', { name: 'Trial' }).click();
    const inDetails = await frameOf('/panel');
    expect(await inDetails.evaluate(() => (window as unknown as AppWindow).teams.app.getContext())).toMatchObject({ chat: { id: chatId } });
  });

  async function installInChat(): Promise<void> {
    const { clientId, clientSecret, teamsAppId } = givenApp;
    const granted = await fetch(`${m365.url}/login.microsoftonline.com/${tenantId}/oauth2/v2.0/token`, {
      method: 'POST',
      body: new URLSearchParams({
        ...{ grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret },
        scope: 'https://graph.microsoft.com/.default',
      }),
    });
    const { access_token: token } = (await granted.json()) as { access_token: string };
    const installed = await fetch(`${m365.url}/graph.microsoft.com/v1.0/chats/${encodeURIComponent(chatId)}/installedApps`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({
        'teamsApp@odata.bind': `https://graph.microsoft.com/v1.0/appCatalogs/teamsApps/${teamsAppId}`,
        consentedPermissionSet: {
          resourceSpecificPermissions: [{ permissionValue: 'OnlineMeeting.ReadBasic.Chat', permissionType: 'delegated' }],
        },
      }),
    });
    expect([installed.status, await installed.text()]).toEqual([201, '']);
  }

  it('does not open an app from outside the valid domains, and offers none that is not declared', async () => {
    app.declare({ validDomains: ['elsewhere.example'] });
    await goto('/app');
    await page.getByText('is not among the valid domains').waitFor();
    app.declare({ staticTabs: [] });
    await goto('/app');
    await page.getByText('declares no tab').waitFor();
    expect(await page.getByRole('link', { name: 'Trial' }).count()).toBe(0);
  });
});
