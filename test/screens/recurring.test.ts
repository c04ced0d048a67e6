/** HR lets a cycle come again, and two weeks before the next round looks at it and decides, by keyboard alone. In a browser. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, Locator } from 'playwright-core';
import { launchCycle, listCycles, readCycle } from '#api/cycle/contract.ts';
import { findBrowser, launchBrowser } from '#test/browser.ts';
import { givenPlannedCycle } from '#test/given/launched-cycle.ts';
import { givenSamtal, type GivenSamtal } from '#test/given/samtal.ts';
import { openWindow, type Look, type Window } from '#test/given/window.ts';
import { until } from '#test/given/until.ts';
import { anyOf, wordsIn } from '#test/given/words.ts';

const wide: Look = { language: 'en', theme: 'default', width: 1280 };
const narrow: Look = { language: 'sv', theme: 'contrast', width: 280, height: 800 };

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

  const open = async (place: string, look: Look): Promise<Window> => {
    const window = await openWindow(browser, samtal, 'hedda', `/app?at=${encodeURIComponent(place)}`, look);
    await window.app.getByRole('button', { name: wordsIn(look.language).app.welcome.action }).click();
    return window;
  };
  const barriers = async (window: Window, name: string): Promise<string[]> => {
    const wider = await Promise.all(
      window.page
        .frames()
        .map((frame) => frame.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)),
    );
    return [...(await window.look(name)), ...wider.filter((more) => more > 0).map((more) => `${name}: ${more} px too wide`)];
  };
  const press = async ({ page }: Window, what: Locator): Promise<void> => {
    await what.focus();
    await page.keyboard.press('Enter');
  };

  it('HR chooses how often before the launch, then looks at the next round, skips it, takes that back, and sees it on the list', async () => {
    const { cycle: words } = wordsIn('en');
    const { cycleId } = await givenPlannedCycle(samtal);
    const params = { cycleId };
    const hr = samtal.as('hedda');
    const launch = await open(`hr/cycles/${cycleId}/launch`, wide);
    const often = launch.app.getByLabel(words.repeat.field);
    await often.focus();
    await often.selectOption({ label: words.repeat.every.quarter });
    await launch.app.getByText(anyOf(words.repeat.next)).waitFor();
    expect(await barriers(launch, 'recurring-1-launch')).toEqual([]);
    await launch.close();
    const { version, recurrence } = await hr.must(readCycle, { params });
    expect(recurrence).toMatchObject({ every: 'quarter', state: 'goes-on' });
    await hr.must(launchCycle, { params, version });

    await samtal.desk.clock.moveTo('2027-04-20T06:00:01Z');
    const next = await until(async () => (await hr.must(listCycles)).cycles.find((one) => one.recurrence?.number === 2), {
      message: 'the next round is a draft',
    });
    const window = await open(`hr/cycles/${next.cycleId}`, wide);
    const { app } = window;
    await app.getByText(anyOf(words.look.fit_other)).waitFor();
    await app.getByRole('table', { name: words.round.who }).waitFor();
    expect(await barriers(window, 'recurring-2-preview')).toEqual([]);
    await press(window, app.getByRole('button', { name: words.round.skip }));
    await app.getByRole('heading', { name: words.round.skipped }).waitFor();
    expect(await barriers(window, 'recurring-3-skipped')).toEqual([]);
    // The keyboard is where the pressed button was: the next one is a key away.
    await expect.poll(() => app.locator(':focus').getAttribute('aria-label')).toBe(words.round.decide);
    await window.page.keyboard.press('Tab');
    await window.page.keyboard.press('Enter');
    await app.getByText(words.round.startsText).waitFor();
    await press(window, app.getByRole('link', { name: words.round.change }));
    await app.getByLabel(words.when.from).waitFor();
    await press(window, app.getByRole('link', { name: words.back }));
    await app.getByText(anyOf(words.repeat.line.starts)).waitFor();
    await app.getByText(anyOf(words.repeat.line.followed)).waitFor();
    await window.close();
  });

  it('The same fits into 280 px in high contrast, and HR starts it now', async () => {
    const { cycle: words } = wordsIn('sv');
    const next = (await samtal.as('hedda').must(listCycles)).cycles.find(({ recurrence }) => recurrence?.number === 2);
    const window = await open(`hr/cycles/${next?.cycleId}`, narrow);
    const { app } = window;
    await app.getByText(anyOf(words.look.fit_other)).waitFor();
    await app.getByRole('table', { name: words.round.who }).waitFor();
    expect(await barriers(window, 'recurring-preview')).toEqual([]);
    await press(window, app.getByRole('button', { name: words.round.now }));
    await press(window, app.getByRole('button', { name: words.round.nowYes }));
    await app.getByText(anyOf(words.progress.launched)).waitFor();
    await app.getByLabel(words.repeat.field).waitFor();
    expect(await barriers(window, 'recurring-progress')).toEqual([]);
    await window.close();
  });
});
