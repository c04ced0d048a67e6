/**
 * Samtal without Teams: from the link in a mail to the very page, in a browser that knows nothing of Teams, signed in by unmodified msal-browser at the
 * local Microsoft Entra; and what may come in between. What each address of Entra refuses is tried beside it (infra/local/m365/entra/sign-in).
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { readMissed } from '#api/reminder/missed/contract.ts';
import { readMyReminders } from '#api/reminder/choices/contract.ts';
import { remindToPrepare } from '#api/reminder/asking/contract.ts';
import { readPreparations } from '#api/preparation/contract.ts';
import { findBrowser, launchBrowser } from '#test/browser.ts';
import { givenLaunchedCycle } from '#test/given/launched-cycle.ts';
import { givenSamtal, type GivenSamtal } from '#test/given/samtal.ts';
import { until } from '#test/given/until.ts';
import { windowOn } from '#test/given/window.ts';
import { wordsIn } from '#test/given/words.ts';

describe.runIf(findBrowser())('In a plain browser', () => {
  let browser: Browser;
  let samtal: GivenSamtal;
  let origin: string;
  let cycleId: string;
  let talkOf: Awaited<ReturnType<typeof givenLaunchedCycle>>['talkOf'];
  beforeAll(async () => {
    [browser, samtal] = await Promise.all([launchBrowser(), givenSamtal()]);
    origin = samtal.platform.config.publicUrl;
    // Erik has no Teams: neither the feed nor an installation reaches him.
    await samtal.desk.removeApp('erik');
    await samtal.desk.faults.add({
      ...{ service: 'graph', kind: 'refuse', status: 403, times: 100 },
      pathContains: `${samtal.find('erik').id}/teamwork`,
    });
    const launched = await givenLaunchedCycle(samtal);
    [{ cycleId }, { talkOf }] = [launched.cycle, launched];
    // Emil's account was closed and is open again, which Samtal cannot read yet: Microsoft lets him in, Samtal does not.
    await samtal.desk.change('emil', { enabled: false });
    await samtal.readDirectory();
    await samtal.desk.faults.add({ service: 'graph', kind: 'refuse', status: 503, pathContains: 'users/delta', times: 10_000 });
    await samtal.desk.change('emil', { enabled: true });
  });
  afterAll(async () => {
    await browser?.close();
    await samtal?.stop();
  });

  const open = async (options: BrowserContextOptions): Promise<{ context: BrowserContext; page: Page }> => {
    const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
    return { context, page: await context.newPage() };
  };
  const choose = async (page: Page, who: string): Promise<void> => {
    await page.getByRole('button', { name: samtal.find(who).name }).click();
  };
  const answers = async (who: string): Promise<string[]> => {
    const { talkId } = await talkOf(who);
    return (await samtal.as(who).must(readPreparations, { params: { talkId } })).mine.answers.map(({ text }) => text);
  };
  /** Everything that the browser keeps for Samtal after a page is left, as text. */
  const keptIn = async (context: BrowserContext, page: Page): Promise<string> => {
    const stores = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie]));
    const cookies = (await context.cookies(origin)).map(({ name }) => name);
    return JSON.stringify([stores, cookies, page.url()]);
  };

  it('whoever has no Teams opens the mail’s link, chooses the own account and lands in the preparation; answers, loads again, and signs out', async () => {
    const { web, app, preparation } = wordsIn('sv');
    const { talkId } = await talkOf('erik');
    const subjects = async (): Promise<string[]> => (await samtal.desk.mails('erik')).map(({ subject }) => subject);
    await until(async () => (await subjects()).length > 0, { message: 'Erik has the first mail' });
    await samtal.as('maja').must(remindToPrepare, { body: { talkIds: [talkId] } });
    await until(async () => (await subjects()).length > 1, { message: 'Erik has the second mail', seen: subjects });
    const mails = (await samtal.desk.mails('erik')).map(({ html }) => [...html.matchAll(/href="([^"]*)"/g)].map(([, link]) => link));
    const links = mails.find((one) => !one.some((link) => link?.startsWith('https://teams.microsoft.com/'))) ?? [];
    expect(links, JSON.stringify(mails)).toEqual([`${origin}/talks/${talkId}/prepare`, `${origin}/reminders`]);
    // Whom Teams reaches finds the browser as the second way.
    const [elins = ''] = (await samtal.desk.mails('elin')).map(({ html }) => html);
    expect(elins).toMatch(new RegExp(`https://teams.microsoft.com/l/entity/.*${origin}/talks/.*/prepare`));
    const { context, page } = await open({ viewport: { width: 390, height: 800 }, locale: 'sv-SE', colorScheme: 'dark' });
    const window = windowOn(page, 'sv-dark-390', () => context.close());
    const asked: string[] = [];
    page.on('request', (request) => void asked.push(request.url()));
    await page.goto(links[0] ?? '');
    await page.getByRole('heading', { name: 'Vem loggar in?' }).waitFor();
    expect(await window.look('web-choose')).toEqual([]);
    await choose(page, 'erik');
    const box = page.getByRole('textbox').first();
    await box.waitFor();
    expect(page.url()).toBe(links[0]);
    await page.getByText(samtal.find('erik').name).first().waitFor();
    expect(await window.look('web-prepare')).toEqual([]);
    await box.fill('Utan Teams gick det också.');
    await page.getByText(app.saved.saved, { exact: true }).first().waitFor();
    expect(await answers('erik')).toEqual(['Utan Teams gick det också.']);
    // Neither a token nor a name is anywhere but in memory, and no address had one.
    const kept = await keptIn(context, page);
    expect(kept).not.toMatch(/eyJ[\w-]+\.eyJ|secret|refresh|Erik/i);
    expect(JSON.parse(kept)[1]).toEqual([]);
    expect(asked.filter((url) => /eyJ[\w-]+\.eyJ|[?&]code=/.test(url))).toEqual([]);
    // teams-js asks for its list of host pages as soon as it is loaded; nothing else leaves this machine.
    const elsewhere = asked.filter((url) => /^https?:/.test(url) && !/^http:\/\/(localhost|127\.0\.0\.1):/.test(url));
    expect(elsewhere.filter((url) => !url.startsWith('https://res.cdn.office.net/teams-js/'))).toEqual([]);
    await page.reload();
    await page.getByRole('button', { name: preparation.way.all }).press('Enter');
    await expect.poll(() => box.inputValue()).toBe('Utan Teams gick det också.');
    expect(page.url()).toBe(links[0]);
    const other = await context.newPage();
    await other.goto(`${origin}/my-talk`);
    await other.getByRole('button', { name: web.signOut }).waitFor();
    // What is typed at the last moment is stored before the sign-out, which ends every window.
    let letGo = (): void => undefined;
    const mayGo = new Promise<void>((resolve) => (letGo = resolve));
    await page.route('**/preparation/answers/*', (route) => mayGo.then(() => route.continue()));
    const saving = page.waitForRequest((request) => request.method() === 'PUT');
    await box.fill('Utan Teams gick det också, ända till slutet.');
    await page.getByRole('button', { name: web.signOut }).click();
    await saving;
    expect(await box.count()).toBe(1);
    letGo();
    await page.getByText(web.stop['signed-out'].title).waitFor();
    expect(await answers('erik')).toEqual(['Utan Teams gick det också, ända till slutet.']);
    expect(await window.look('web-signed-out')).toEqual([]);
    expect(await keptIn(context, page)).toBe(JSON.stringify([JSON.stringify([{}, {}, '']), [], `${origin}/sign-in`]));
    await other.getByText(web.stop['signed-out'].title).waitFor();
    // Going back shows nothing of what was there.
    await page.goBack();
    await page.getByText(web.stop.cancelled.title).waitFor();
    expect(await box.count()).toBe(0);
    await context.close();
  });

  it('says what happened and what to do: turned back, not known; a sign-in that runs out keeps what is typed, and goes on in a small window', async () => {
    const { web, app } = wordsIn('sv');
    const en = wordsIn('en').web;
    const { context, page } = await open({ viewport: { width: 1280, height: 860 }, locale: 'en-GB' });
    const window = windowOn(page, 'en-default-1280', () => context.close());
    const { talkId } = await talkOf('elin');
    await page.goto(`${origin}/talks/${talkId}/prepare`);
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByText(en.stop.cancelled.title).waitFor();
    expect(await window.look('web-cancelled')).toEqual([]);
    await page.getByRole('button', { name: en.again }).click();
    await choose(page, 'emil');
    await page.getByText(en.unknown.title).waitFor();
    expect(await page.getByText(samtal.find('emil').name).count()).toBe(1);
    await page.setViewportSize({ width: 280, height: 700 });
    await page.emulateMedia({ forcedColors: 'active' });
    expect(await window.look('web-unknown-280-contrast')).toEqual([]);
    // In forced colours axe reads the colours of links that the browser does not paint.
    await page.emulateMedia({ forcedColors: 'none' });
    await page.getByRole('button', { name: en.unknown.action }).click();
    await choose(page, 'elin');
    const box = page.getByRole('textbox').first();
    await box.fill('Före.');
    await page.getByText(app.saved.saved, { exact: true }).first().waitFor();
    // A day later, Entra renews nothing any more.
    await samtal.desk.clock.pass({ hours: 25 });
    await box.fill('Efter.');
    const again = page.getByRole('button', { name: web.again });
    await again.waitFor();
    expect(await box.inputValue()).toBe('Efter.');
    expect(await window.look('web-ended-280')).toEqual([]);
    // Nobody loses what is not stored by signing out.
    await page.getByRole('button', { name: web.signOut, exact: true }).click();
    await page.getByText(web.wouldLose).waitFor();
    await page.getByRole('button', { name: web.stay }).click();
    // A browser that lets no small window open is told of, and what is typed stays.
    await page.evaluate(() => void Object.assign(globalThis, { kept: Reflect.get(globalThis, 'open'), open: () => null }));
    await again.click();
    await page.getByText(web.blocked).waitFor();
    expect(await box.inputValue()).toBe('Efter.');
    await page.evaluate(() => void Object.assign(globalThis, { open: Reflect.get(globalThis, 'kept') }));
    const [small] = await Promise.all([context.waitForEvent('page'), again.click()]);
    // Entra still knows her: the small window asks nothing.
    await until(async () => (await answers('elin')).includes('Efter.'), { message: 'what was typed is saved', withinMs: 20_000 });
    await until(() => small.isClosed(), { message: 'the small window closes by itself' });
    await again.waitFor({ state: 'detached' });
    // The sign-in ends while the page is still asking who she is: she is not told that nobody knows her.
    let letGo = (): void => undefined;
    const mayGo = new Promise<void>((resolve) => (letGo = resolve));
    await page.route('**/api/me', (route) => mayGo.then(() => route.continue()));
    const first = page.waitForRequest('**/api/me');
    await page.reload();
    await first;
    await samtal.desk.clock.pass({ hours: 25 });
    letGo();
    await page.getByText(en.endedEarly.title).waitFor();
    expect(await page.getByText(en.unknown.title).count()).toBe(0);
    expect(await window.look('web-ended-early-280')).toEqual([]);
    await page.getByRole('button', { name: en.endedEarly.action }).click();
    await box.waitFor();
    expect(page.url()).toBe(`${origin}/talks/${talkId}/prepare`);
    await context.close();
  });

  it('where the browser keeps nothing for Samtal, says so; opens no window to sign in; and brings back nothing that it had kept whole', async () => {
    const { web } = wordsIn('sv');
    const { context, page } = await open({ viewport: { width: 390, height: 800 }, locale: 'sv-SE' });
    const window = windowOn(page, 'sv-default-390', () => context.close());
    // As in a window, or under a rule, that blocks site data: to look is an error already; until it is allowed, which a cookie tells this script.
    await page.addInitScript(() => {
      const get = (): never => {
        throw new DOMException('Access is denied for this document.', 'SecurityError');
      };
      Object.defineProperty(globalThis, 'localStorage', { get });
      if (!document.cookie.includes('allowed')) Object.defineProperty(globalThis, 'sessionStorage', { get });
      Object.assign(globalThis, { open: () => null });
    });
    const asked: string[] = [];
    page.on('request', (request) => void asked.push(request.url()));
    await page.goto(`${origin}/my-talk`);
    await page.getByText(web.stop['no-storage'].title).waitFor();
    expect(await window.look('web-no-storage')).toEqual([]);
    expect(asked.filter((url) => url.includes('/authorize'))).toEqual([]);
    await page.evaluate(() => void (document.cookie = 'allowed=yes'));
    await page.getByRole('button', { name: web.tryAgain }).click();
    await choose(page, 'elin');
    const out = page.getByRole('button', { name: web.signOut });
    await out.waitFor();
    // Chromium under test keeps no page whole, so the two events are told as it tells them: what was shown is hidden before, and read anew after.
    await page.evaluate(() => void globalThis.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true })));
    expect(await out.isVisible()).toBe(false);
    const anew = page.waitForRequest('**/api/me');
    await page.evaluate(() => void globalThis.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
    await anew;
    await out.click();
    await page.getByText(web.stop['signed-out'].title).waitFor();
    await context.close();
  });

  const openHr = async (page: Page, who: string): Promise<void> => {
    await page.goto(`${origin}/hr`);
    await choose(page, who);
  };
  /** The heading, at the top of what is seen, with a bar below it; not before what stands above is there, which would move both. */
  const shown = async (page: Page, { ofAll, again }: { ofAll: string; again: string }): Promise<Locator> => {
    const heading = page.getByRole('heading', { name: ofAll });
    await Promise.all([page.getByRole('progressbar').first().waitFor(), page.getByRole('button', { name: again }).waitFor()]);
    await heading.evaluate((one) => one.scrollIntoView());
    return heading;
  };

  it('HR sees whom no reminder has reached, why, and what helps; sends it again once that is mended', async () => {
    const { web, reminder } = wordsIn('en');
    const { talkId } = await talkOf('aino');
    for (const pathContains of ['sendActivityNotification', 'messages', 'sendMail'])
      await samtal.desk.faults.add({ service: 'graph', kind: 'refuse', status: 403, pathContains, times: 1000 });
    await samtal.as('maja').must(remindToPrepare, { body: { talkIds: [talkId] } });
    const missed = async () => (await samtal.as('hedda').must(readMissed, { params: { cycleId } })).missed;
    await until(async () => (await missed()).length > 0, { message: 'HR can see that Aino is not reached' });
    // Of all cycles and of none: beside them, for whatever it was.
    const wide = await open({ viewport: { width: 1280, height: 860 }, locale: 'sv-SE' });
    await openHr(wide.page, 'henrik');
    await shown(wide.page, wordsIn('sv').reminder.missed);
    expect(await windowOn(wide.page, 'sv-default-1280', () => wide.context.close()).look('missed-of-all')).toEqual([]);
    await wide.context.close();
    const { context, page } = await open({ viewport: { width: 280, height: 800 }, locale: 'en-GB', colorScheme: 'dark' });
    const window = windowOn(page, 'en-dark-280', () => context.close());
    await openHr(page, 'hedda');
    const ofAll = await shown(page, reminder.missed);
    expect(await page.getByText(samtal.find('aino').name).count()).toBeGreaterThan(0);
    expect(await window.look('missed-of-all')).toEqual([]);
    await page.goto(`${origin}/hr/cycles/${cycleId}`);
    const why = page.getByText(reminder.missed.why.refused);
    await why.waitFor();
    expect(await page.getByText(samtal.find('aino').name).count()).toBeGreaterThan(0);
    await why.scrollIntoViewIfNeeded();
    expect(await window.look('missed')).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
    await samtal.desk.faults.clear();
    await page.getByRole('button', { name: reminder.missed.again }).click();
    await page.getByText(reminder.missed.none).waitFor();
    expect(await missed()).toEqual([]);
    expect(await page.getByRole('button', { name: web.signOut }).count()).toBe(1);
    await page.goto(`${origin}/hr`);
    await page.getByRole('progressbar').first().waitFor();
    await expect.poll(() => ofAll.count()).toBe(0);
    await context.close();
  });

  it('the link of a mail opens the same page in Teams, in Outlook and in the Microsoft 365 app', async () => {
    const { talkId } = await talkOf('aino');
    const [{ html = '' } = {}] = await samtal.desk.mails('aino');
    const link = [...html.matchAll(/href="([^"]*)"/g)]
      .map(([, href = '']) => href.replaceAll('&amp;', '&'))
      .find((href) => href.includes('/l/entity/'));
    const { subEntityId } = JSON.parse(new URL(link ?? '').searchParams.get('context') ?? '{}') as { subEntityId?: string };
    const host = samtal.hostUrl.replace('127.0.0.1', 'localhost');
    for (const name of ['teams', 'outlook', 'office']) {
      const { context, page } = await open({ viewport: { width: 1000, height: 800 }, locale: 'sv-SE' });
      // What each host makes of the link: the app, at the place in it (infra/local/m365/host/link).
      const query = new URLSearchParams({ person: samtal.find('aino').id, host: name, at: subEntityId ?? '' });
      await page.goto(`${host}/app?${query.toString()}`);
      await page.frameLocator('iframe[title="Samtal"]').getByRole('textbox').first().waitFor();
      const app = page.frames().find((frame) => frame.url().startsWith(origin));
      expect(new URL(app?.url() ?? '').pathname, name).toBe(`/talks/${talkId}/prepare`);
      await context.close();
    }
  });

  it('the other link of a mail leads to when, where and about what one is reminded, and what is chosen there holds', async () => {
    const { reminder } = wordsIn('sv');
    const { context, page } = await open({ viewport: { width: 390, height: 800 }, locale: 'sv-SE' });
    const window = windowOn(page, 'sv-default-390', () => context.close());
    await page.goto(`${origin}/reminders`);
    await choose(page, 'elin');
    await page.getByRole('combobox', { name: reminder.first }).selectOption({ label: reminder.ways.mail });
    await page.getByLabel(reminder.from, { exact: true }).fill('09:00');
    for (const name of [reminder.subjects.released, reminder.days.day5]) await page.getByRole('checkbox', { name }).uncheck();
    await page.getByRole('checkbox', { name: reminder.newsWaits }).check();
    await page.getByRole('button', { name: reminder.save, exact: true }).click();
    await page.getByText(reminder.saved, { exact: true }).first().waitFor();
    expect(await window.look('reminders')).toEqual([]);
    const { choices } = await samtal.as('elin').must(readMyReminders);
    expect(choices).toMatchObject({ first: 'mail', from: 540, weekdays: [1, 2, 3, 4], newsWaits: true, off: ['released'] });
    await context.close();
  });
});
