/** An answer that is too long: the screen says so with the limit, and keeps all of it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { answerLimit, readPreparations } from '#api/preparation/contract.ts';
import { findBrowser, launchBrowser } from '#test/browser.ts';
import { givenLaunchedCycle } from '#test/given/launched-cycle.ts';
import { givenSamtal, type GivenSamtal } from '#test/given/samtal.ts';
import { openWindow } from '#test/given/window.ts';
import { wordsIn } from '#test/given/words.ts';

describe.runIf(findBrowser())('A text that is too long', () => {
  let browser: Browser;
  let samtal: GivenSamtal;
  beforeAll(async () => {
    [browser, samtal] = await Promise.all([launchBrowser(), givenSamtal()]);
  });
  afterAll(async () => {
    await browser?.close();
    await samtal?.stop();
  });

  it('stays on the screen, with the limit beside it, and is saved as soon as it is short enough', async () => {
    const { talkId } = await (await givenLaunchedCycle(samtal)).talkOf('erik');
    const at = encodeURIComponent(`talks/${talkId}/prepare`);
    const window = await openWindow(browser, samtal, 'erik', `/app?at=${at}`, { language: 'sv', theme: 'default' });
    const box = window.app.getByRole('textbox').first();
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
