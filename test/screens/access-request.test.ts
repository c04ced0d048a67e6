/** An access request in a browser: asked for by one officer, approved by another after being asked once more, downloaded; and what those it is about see of it. */
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { savePrivateNotes } from '#api/note/contract.ts';
import { findBrowser, launchBrowser } from '#test/browser.ts';
import { givenLaunchedCycle } from '#test/given/launched-cycle.ts';
import { inEveryLook } from '#test/given/looks.ts';
import { givenSamtal, type GivenSamtal } from '#test/given/samtal.ts';
import { openWindow, type Look, type Window } from '#test/given/window.ts';
import { filled, wordsIn } from '#test/given/words.ts';
import { privacyTexts } from '#tabs/privacy/texts/en.ts';

const reason = 'Erik har begärt ut det som står om honom.';
const noted = 'Tordmule. Erik är tyst när Elin talar.';

describe.runIf(findBrowser())('An access request, in a browser', () => {
  let browser: Browser;
  let samtal: GivenSamtal;
  let talkId = '';

  beforeAll(async () => {
    [browser, samtal] = await Promise.all([launchBrowser(), givenSamtal()]);
    await samtal.desk.change('hedda', { roles: ['Samtal.HR', 'Samtal.AccessOfficer'] });
    await samtal.desk.change('vera', { roles: ['Samtal.AccessOfficer'] });
    ({ talkId } = await (await givenLaunchedCycle(samtal, { settings: { departments: ['Charts'] } })).talkOf('erik'));
    await samtal.as('maja').must(savePrivateNotes, { params: { talkId }, body: { text: noted }, version: 0 });
  });
  afterAll(async () => {
    await browser?.close();
    await samtal?.stop();
  });

  const open = async (who: string, at: string, look: Look): Promise<Window> => {
    const window = await openWindow(browser, samtal, who, `/app?at=${at}`, look);
    await window.app.getByRole('button', { name: wordsIn(look.language).app.welcome.action }).click();
    return window;
  };

  const listIn = ({ app }: Window, language: Look['language']) =>
    app.getByRole('region', { name: wordsIn(language).access.list.title, exact: true });

  it('has not been opened: Maja sees in the talk that there is no such reading', async () => {
    const { opened } = privacyTexts;
    const window = await open('maja', `talks/${talkId}`, { language: 'en', theme: 'default' });
    const part = window.app.getByRole('region', { name: opened.titleMine, exact: true });
    const others = window.page.waitForResponse((answer) => answer.url().includes(`/talks/${talkId}/accesses?whose=others`));
    await part.getByRole('button', { name: filled(opened.showAll, { title: opened.titleMine }) }).press('Enter');
    expect(await (await others).json()).toMatchObject({ entries: [] });
    await part.getByRole('listitem').or(part.getByText(opened.noneMine)).first().waitFor();
    expect(await part.getByRole('button', { name: opened.bundles }).count()).toBe(0);
    await window.close();
  });

  it('is asked for by keyboard, with a reason, and waits for another officer', async () => {
    const { access, app } = wordsIn('en');
    const window = await open('hedda', 'access-requests', { language: 'en', theme: 'default' });
    await window.app.getByRole('link', { name: app.tabs.accessRequests }).waitFor();
    await window.app.getByLabel(access.ask.who).fill('erik');
    await window.app.getByRole('button', { name: /Erik Storm/ }).press('Enter');
    await window.app.getByText(filled(access.ask.chosen, { name: 'Erik Storm' })).waitFor();
    const send = window.app.getByRole('button', { name: access.ask.send });
    await window.app.getByLabel(access.ask.reason).fill('Short.');
    expect(await send.getAttribute('aria-disabled')).toBe('true');
    // Nothing is cut off what is too long, and it outlives the page.
    const long = `${reason} `.repeat(60);
    await window.app.getByLabel(access.ask.reason).fill(long);
    await window.app.getByText(filled(app.characters, { done: '2,519', of: '2,000' })).waitFor();
    expect(await send.getAttribute('aria-disabled')).toBe('true');
    await window.app.getByRole('link', { name: app.tabs.hr, exact: true }).press('Enter');
    await send.waitFor({ state: 'detached' });
    await window.app.getByRole('link', { name: app.tabs.accessRequests }).press('Enter');
    expect(await window.app.getByLabel(access.ask.reason).inputValue()).toBe(long);
    await window.app.getByLabel(access.ask.who).fill('erik');
    await window.app.getByRole('button', { name: /Erik Storm/ }).press('Enter');
    await window.app.getByLabel(access.ask.reason).fill(reason);
    await send.press('Enter');
    await window.app.getByText(access.ask.sent).waitFor();
    await window.app.getByText(`${access.list.reason}: ${reason}`).waitFor();
    // Who has asked can take it back, and not approve it.
    await window.app.getByRole('button', { name: access.takeBack }).waitFor();
    expect(await window.app.getByRole('button', { name: access.approve }).count()).toBe(0);
    expect(await inEveryLook(window, window.app, 'access-form')).toEqual([]);
    expect(await inEveryLook(window, window.app, 'access-asked', [280, 390, 1280], listIn(window, 'en'))).toEqual([]);
    await window.close();
  });

  it('is approved by another after one more question, downloaded with the names of others taken out, and told to Erik and Maja without why', async () => {
    const { access, data } = wordsIn('sv');
    const window = await open('vera', 'access-requests', { language: 'sv', theme: 'default' });
    await window.app.getByRole('button', { name: access.approve }).click();
    await window.app.getByText(filled(access.confirm, { name: 'Erik Storm' })).waitFor();
    expect(await inEveryLook(window, window.app, 'access-confirm', [280, 390, 1280], listIn(window, 'sv'))).toEqual([]);
    await window.app.getByRole('button', { name: access.confirmDo }).press('Enter');
    const download = window.app.getByRole('button', { name: data.file.page });
    await download.waitFor({ timeout: 20_000 });
    const [file] = await Promise.all([window.page.waitForEvent('download'), download.press('Enter')]);
    expect(file.suggestedFilename()).toMatch(/^samtal-\d{4}-\d\d-\d\d\.html$/);
    const text = await readFile(await file.path(), 'utf8');
    expect([text.includes('Tordmule'), text.includes('[en annan person] talar'), text.includes('Elin')]).toEqual([true, true, false]);
    expect(await inEveryLook(window, window.app, 'access-open', [280, 390, 1280], listIn(window, 'sv'))).toEqual([]);
    await window.close();
    for (const who of ['erik', 'maja']) {
      const told = await open(who, 'my-data', { language: 'sv', theme: 'default' });
      const part = told.app.getByRole('region', { name: access.told.title });
      await part.getByText(/Hedda Nyman.*Vera Strand/).waitFor();
      expect(await part.textContent()).not.toContain(reason);
      await part.scrollIntoViewIfNeeded();
      expect(await inEveryLook(told, told.app, `access-told-${who}`, [280, 390, 1280], part)).toEqual([]);
      await told.close();
    }
  });

  it('has been opened, and Maja sees it in the talk: by whom and when, beside what she has opened herself', async () => {
    const { opened } = privacyTexts;
    const window = await open('maja', `talks/${talkId}`, { language: 'en', theme: 'default' });
    const part = window.app.getByRole('region', { name: opened.titleMine, exact: true });
    await part.getByRole('button', { name: filled(opened.showAll, { title: opened.titleMine }) }).press('Enter');
    await part.getByRole('button', { name: opened.bundles }).waitFor();
    const line = filled(opened.act.export, { name: 'Vera Strand', what: opened.item['access-bundle'] });
    await part.getByText(line, { exact: true }).waitFor();
    expect(await part.textContent()).not.toContain(reason);
    expect(await inEveryLook(window, window.app, 'access-in-talk', [280, 390, 1280], part)).toEqual([]);
    await window.close();
  });

  it('is one of four tabs for an officer of HR who has a team, on the narrowest of screens too', async () => {
    await samtal.desk.change('maja', { roles: ['Samtal.HR', 'Samtal.AccessOfficer'] });
    for (const language of ['sv', 'en'] as const) {
      const { app, access } = wordsIn(language);
      const window = await open('maja', 'access-requests', { language, theme: 'default' });
      await window.app.getByRole('heading', { level: 1, name: access.title }).waitFor();
      const tabs = window.app.getByRole('navigation', { name: app.tabs.label }).getByRole('link');
      expect(await tabs.allTextContents()).toEqual([app.tabs.myTalk, app.tabs.team, app.tabs.hr, app.tabs.accessRequests]);
      // What is asked about her own employee is not in her list.
      await window.app.getByText(access.list.none).waitFor();
      expect(await inEveryLook(window, window.app, 'access-tabs')).toEqual([]);
      await window.close();
    }
  });

  it('is no page for anybody without the role', async () => {
    const { app, access } = wordsIn('sv');
    const window = await open('henrik', 'access-requests', { language: 'sv', theme: 'default' });
    await window.app.getByRole('link', { name: app.tabs.hr }).waitFor();
    expect(await window.app.getByRole('link', { name: app.tabs.accessRequests }).count()).toBe(0);
    expect(await window.app.getByRole('heading', { name: access.title }).count()).toBe(0);
    await window.close();
  });
});
