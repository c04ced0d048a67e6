/** A manager goes about in the tab: what looking back says of a talk that nobody held. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { findBrowser, launchBrowser } from '#test/browser.ts';
import { givenLaunchedCycle } from '#test/given/launched-cycle.ts';
import { givenSamtal, type GivenSamtal } from '#test/given/samtal.ts';
import { openWindow } from '#test/given/window.ts';
import { wordsIn } from '#test/given/words.ts';

describe.skipIf(findBrowser() === null)('Going about in the tab', () => {
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
