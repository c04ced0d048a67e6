/** The manager gives a talk without a time one, in a browser: from My team to a press of a button to a time that both see. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { findTimes, readTalk } from '#api/talk/contract.ts';
import { findBrowser, launchBrowser } from '#test/browser.ts';
import { givenSamtal, type GivenSamtal } from '#test/given/samtal.ts';
import { givenTalkWithoutTime, type TalkWithoutTime } from '#test/given/talk-without-time.ts';
import { until } from '#test/given/until.ts';
import { openWindow, type Look, type Window } from '#test/given/window.ts';
import { filled, wordsIn } from '#test/given/words.ts';

const looks: Look[] = [
  { language: 'en', theme: 'default', width: 1280 },
  { language: 'sv', theme: 'contrast', width: 280, height: 800 },
];

describe.runIf(findBrowser())('In a browser', () => {
  let browser: Browser;
  let samtal: GivenSamtal;
  let given: TalkWithoutTime;
  let manager: Window | undefined;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await manager?.close();
    await browser?.close();
    await samtal?.stop();
  });

  it.each(looks)('a talk gets a time, in $language at $width px', async (look) => {
    await manager?.close();
    await samtal?.stop();
    samtal = await givenSamtal();
    given = await givenTalkWithoutTime(samtal);
    const { talk, inTheWay } = given;
    const params = { talkId: talk.talkId };
    const { app: common, talk: words } = wordsIn(look.language);
    manager = await openWindow(browser, samtal, 'maja', '/app', look);
    const { app } = manager;
    await app.getByRole('button', { name: common.welcome.action }).click();
    await app.getByRole('tab', { name: common.tabs.team }).click();
    const name = filled(words.team.actFor, { act: words.team.act['find-time'], name: talk.employee.name });
    await app.getByRole('link', { name }).click();
    const times = app.getByRole('list', { name: words.time.title }).getByRole('button');
    await times.first().waitFor();
    expect(await times.count()).toBeGreaterThanOrEqual(3);
    expect(await manager.look('find-time')).toEqual([]);

    // The first is taken while the manager looks at it: nothing is booked, and the next times are there.
    const [first, second] = (await samtal.as('maja').must(findTimes, { params, query: {} })).times;
    if (!first || !second) throw new Error('Too few times are offered');
    await samtal.desk.move('maja', inTheWay, first);
    await times.first().click();
    await app.getByText(words.time.taken).waitFor();
    expect(await manager.look('find-time-taken')).toEqual([]);

    const offered = (await samtal.as('maja').must(findTimes, { params, query: {} })).times[0];
    await times.first().click();
    await times.first().waitFor({ state: 'detached' });
    const booked = await until(
      async () => {
        const now = await samtal.as('maja').must(readTalk, { params });
        return now.booking === 'booked' ? now : null;
      },
      { message: 'the talk is booked', withinMs: 15_000 },
    );
    expect(booked.start).toBe(offered?.start);
    await app.getByRole('heading', { name: filled(words.page.title, { name: talk.employee.name }) }).waitFor();
    expect(await app.getByRole('heading', { name: words.time.title }).count()).toBe(0);
    expect(await manager.look('find-time-booked')).toEqual([]);
  });
});
