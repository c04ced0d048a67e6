/** A manager goes about in the tab: what the tabs on top do to the way back, and what looking back says of a talk that nobody held. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { findBrowser, launchBrowser } from '#test/browser.ts';
import { givenLaunchedCycle } from '#test/given/launched-cycle.ts';
import { givenSamtal, type GivenSamtal } from '#test/given/samtal.ts';
import { pressOn } from '#test/given/looks.ts';
import { openWindow } from '#test/given/window.ts';
import { wordsIn } from '#test/given/words.ts';

describe.runIf(findBrowser())('Going about in the tab', () => {
  let samtal: GivenSamtal;
  let browser: Browser;
  beforeAll(async () => {
    samtal = await givenSamtal();
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await samtal?.stop();
  });

  it('The tab that is chosen leads nowhere, and the way back is as long as it was', { timeout: 60_000 }, async () => {
    const { app: common, team } = wordsIn('en');
    const window = await openWindow(browser, samtal, 'maja', '/app', { language: 'en', theme: 'default' });
    const { app, page, close } = window;
    const tabs = app.getByRole('navigation', { name: common.tabs.label });
    const press = (name: string) => pressOn(window, tabs.getByRole('link', { name, exact: true }), { by: 'Shift+Tab' });
    const entries = () => page.evaluate(() => history.length);
    await press(common.tabs.team);
    await app.getByRole('heading', { name: team.table.title }).waitFor();
    const before = await entries();
    for (let times = 0; times < 3; times += 1) await press(common.tabs.team);
    expect(await entries()).toBe(before);
    await press(common.tabs.myTalk);
    expect(await entries()).toBe(before + 1);
    await page.evaluate(() => history.back());
    await app.getByRole('heading', { name: team.table.title }).waitFor();
    await close();
  });

  it('Looking back says of a talk that was not held that its time has passed', { timeout: 60_000 }, async () => {
    const { talkOf } = await givenLaunchedCycle(samtal, { settings: { departments: ['Charts'] } });
    const { end } = await talkOf('erik');
    await samtal.desk.clock.moveTo(new Date(Date.parse(end ?? '') + 60_000));
    const looksBack = async (language: 'en' | 'sv'): Promise<string[]> => {
      const { talk, history } = wordsIn(language);
      const look = { language, theme: 'default', width: 390, height: 800 } as const;
      const {
        app,
        look: see,
        close,
      } = await openWindow(browser, samtal, 'maja', `/app?at=${encodeURIComponent(`people/${samtal.find('erik').id}/back`)}`, look);
      await app.getByText(history.missed).waitFor();
      expect(await app.getByText(talk.status.planned).count()).toBe(0);
      const barriers = await see('look-back-missed');
      await close();
      return barriers;
    };
    expect([...(await looksBack('en')), ...(await looksBack('sv'))]).toEqual([]);
  });
});
