/** What goes wrong while somebody prepares: the page cannot be fetched, or an answer is too long. The screen says so and keeps everything. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { answerLimit, readPreparations } from '#api/preparation/contract.ts';
import { findBrowser, launchBrowser } from '#test/browser.ts';
import { givenLaunchedCycle } from '#test/given/launched-cycle.ts';
import { givenSamtal, type GivenSamtal } from '#test/given/samtal.ts';
import { openWindow } from '#test/given/window.ts';
import { anyOf, wordsIn } from '#test/given/words.ts';
import { refusalTexts } from '#tabs/platform/texts/sv.ts';

describe.runIf(findBrowser())('In a browser', () => {
  let browser: Browser;
  let samtal: GivenSamtal;
  beforeAll(async () => {
    [browser, samtal] = await Promise.all([launchBrowser(), givenSamtal()]);
  });
  afterAll(async () => {
    await browser?.close();
    await samtal?.stop();
  });

  it('a page that cannot be fetched says so and comes when asked again; a text that is too long stays on the screen, with the limit beside it, and is saved as soon as it is short enough', async () => {
    const { talkId } = await (await givenLaunchedCycle(samtal)).talkOf('erik');
    const at = encodeURIComponent(`talks/${talkId}/prepare`);
    const window = await openWindow(browser, samtal, 'erik', '/app', { language: 'sv', theme: 'default' });
    const { app: common } = wordsIn('sv');
    await window.app.getByRole('button', { name: common.welcome.action }).click();
    await window.page.route(/assets\/PreparationPage-.*\.js/, (route) => route.abort());
    await window.page.goto(`${window.page.url()}&at=${at}`);
    await window.app.getByText(refusalTexts['not-loaded'].title).waitFor();
    expect(await window.look('not-loaded')).toEqual([]);
    await window.page.unroute(/assets\/PreparationPage-.*\.js/);
    await window.app.getByRole('button', { name: common.tryAgain }).click();
    const box = window.app.getByRole('textbox').first();
    const badge = window.app.getByRole('button', { name: anyOf(common.whoSees.button) });
    await badge.press('Enter');
    await window.app
      .getByRole('dialog', { name: common.whoSees.title })
      .or(window.app.getByLabel(common.whoSees.title, { exact: true }))
      .first()
      .waitFor();
    expect(await window.look('who-sees')).toEqual([]);
    await window.page.keyboard.press('Escape');
    await expect.poll(() => badge.evaluate((button) => button === document.activeElement)).toBe(true);
    const long = 'å'.repeat(answerLimit + 7);
    await box.fill(long);
    await window.app
      .getByText(/20[\s\u00a0]?000/)
      .first()
      .waitFor();
    expect(await box.inputValue()).toBe(long);
    expect(await window.look('too-long')).toEqual([]);
    await box.fill('Lagom långt.');
    await window.app.getByText(wordsIn('sv').app.saved.saved, { exact: true }).first().waitFor();
    const { mine } = await samtal.as('erik').must(readPreparations, { params: { talkId } });
    expect(mine.answers).toMatchObject([{ text: 'Lagom långt.' }]);
  });
});
