/**
 * A link for after leaving: made on My data in Teams, shown once, taken back; and opened in a plain browser by somebody who has no account any more, with
 * nothing of it left behind in the browser.
 */
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { savePrivateNotes } from '#api/note/contract.ts';
import { readLeavingLink } from '#api/privacy/leaving/contract.ts';
import { findBrowser, launchBrowser } from '#test/browser.ts';
import { givenLaunchedCycle } from '#test/given/launched-cycle.ts';
import { inEveryLook, isAt } from '#test/given/looks.ts';
import { givenSamtal, type GivenSamtal } from '#test/given/samtal.ts';
import { openWindow, windowOn, type Look, type Window } from '#test/given/window.ts';
import { anyOf, filled, wordsIn } from '#test/given/words.ts';

const noted = 'Havet var lugnt den dagen.';

describe.runIf(findBrowser())('A link for after leaving, in a browser', () => {
  let browser: Browser;
  let samtal: GivenSamtal;
  let link = '';

  beforeAll(async () => {
    [browser, samtal] = await Promise.all([launchBrowser(), givenSamtal()]);
    const { talkOf } = await givenLaunchedCycle(samtal, { settings: { departments: ['Charts'] } });
    const { talkId } = await talkOf('erik');
    await samtal.as('erik').must(savePrivateNotes, { params: { talkId }, body: { text: noted }, version: 0 });
  });
  afterAll(async () => {
    await browser?.close();
    await samtal?.stop();
  });

  const inTeams = async (who: string, look: Look): Promise<Window> => {
    const window = await openWindow(browser, samtal, who, '/app?at=my-data', look);
    await window.app.getByRole('button', { name: wordsIn(look.language).app.welcome.action }).click();
    return window;
  };
  const outside = async (options: BrowserContextOptions, name: string) => {
    const context = await browser.newContext({ reducedMotion: 'reduce', acceptDownloads: true, ...options });
    const page = await context.newPage();
    return { context, page, window: windowOn(page, name, () => context.close()) };
  };

  it('is made by keyboard, and shown this once: marked, to copy', async () => {
    const { leaving } = wordsIn('sv').data;
    const window = await inTeams('erik', { language: 'sv', theme: 'default' });
    const part = window.app.getByRole('region', { name: leaving.title });
    await part.getByRole('button', { name: leaving.make }).press('Enter');
    const field = part.getByLabel(leaving.label);
    await field.waitFor();
    link = await field.inputValue();
    expect(link).toMatch(/^http:\/\/[^#?]+\/leaving#[\w-]{43}$/);
    expect(await isAt(field)).toBe(true);
    expect(await field.evaluate((box: HTMLTextAreaElement) => box.selectionEnd - box.selectionStart)).toBe(link.length);
    await part.getByText(leaving.unused).waitFor();
    await part.scrollIntoViewIfNeeded();
    expect(await inEveryLook(window, window.app, 'leaving-made')).toEqual([]);
    await window.page.reload();
    await part.getByText(anyOf(leaving.since)).waitFor();
    expect(await field.count()).toBe(0);
    await window.close();
  });

  it('is made and taken back; another window that has not seen it is told, and loses nothing', async () => {
    const { data, app } = wordsIn('en');
    const { leaving } = data;
    const window = await inTeams('elin', { language: 'en', theme: 'dark', width: 390 });
    const part = window.app.getByRole('region', { name: leaving.title });
    await part.getByRole('button', { name: leaving.make }).click();
    await part.getByLabel(leaving.label).waitFor();
    const late = await inTeams('elin', { language: 'en', theme: 'default', width: 280 });
    const there = late.app.getByRole('region', { name: leaving.title });
    await there.getByText(anyOf(leaving.since)).waitFor();
    await part.getByRole('button', { name: leaving.takeBack }).press('Enter');
    await part.getByText(leaving.takenBack).waitFor();
    await part.getByRole('button', { name: leaving.make, exact: true }).waitFor();
    expect(await part.getByLabel(leaving.label).count()).toBe(0);
    expect(await inEveryLook(window, window.app, 'leaving-taken-back')).toEqual([]);
    await there.getByRole('button', { name: leaving.makeAnew }).click();
    await there.getByRole('button', { name: app.tryAgain }).click();
    await there.getByRole('button', { name: leaving.make, exact: true }).waitFor();
    expect((await samtal.as('elin').must(readLeavingLink)).made).toBeNull();
    for (const one of [window, late]) await one.close();
  });

  it('opens nothing while its maker works here, and says what may be the matter', async () => {
    const { left } = wordsIn('en').data;
    const { context, page, window } = await outside({ viewport: { width: 280, height: 800 }, locale: 'en-GB' }, 'en-default-280');
    await page.goto(link);
    await page.getByText(left.closedText).waitFor();
    expect(await window.look('left-closed')).toEqual([]);
    await context.close();
  });

  it('gives its maker, who has left, their file in a plain browser, and leaves nothing of the link behind', async () => {
    const { data } = wordsIn('sv');
    const { left } = data;
    await samtal.desk.remove('erik');
    await samtal.readDirectory();
    await samtal.desk.clock.pass({ minutes: 1 });
    const look = { viewport: { width: 390, height: 800 }, locale: 'sv-SE', colorScheme: 'dark' as const };
    const { context, page, window } = await outside(look, 'sv-dark-390');
    const asked: { url: string; referer: string }[] = [];
    page.on('request', (request) => void asked.push({ url: request.url(), referer: request.headers()['referer'] ?? '' }));
    await page.goto(link);
    await page.getByText(anyOf(left.until)).waitFor();
    expect(await window.look('left-open')).toEqual([]);
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: data.file.page }).press('Enter')]);
    expect(await readFile(await file.path(), 'utf8')).toContain(noted);
    await page.getByText(filled(left.saved, { name: file.suggestedFilename() })).waitFor();
    // Neither an address nor the browser holds the secret; and nobody but Samtal was asked anything.
    const { origin, hash } = new URL(link);
    const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie]));
    expect([page.url(), kept]).toEqual([`${origin}/leaving`, '[{},{},""]']);
    expect(asked.filter(({ url }) => /^https?:/.test(url) && !url.startsWith(`${origin}/`))).toEqual([]);
    const after = asked.slice(1);
    expect(after.length).toBeGreaterThan(3);
    expect(after.filter(({ url, referer }) => `${url} ${referer}`.includes(hash.slice(1)) || referer !== '')).toEqual([]);
    await page.reload();
    await page.getByText(left.againText).waitFor();
    expect(await window.look('left-again')).toEqual([]);
    await page.goto('about:blank');
    await page.goto(link);
    await page.getByText(anyOf(left.used_one)).waitFor();
    await page.setViewportSize({ width: 1280, height: 860 });
    expect(await window.look('left-used-1280')).toEqual([]);
    await context.close();
  });
});
