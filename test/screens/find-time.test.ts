/**
 * The manager gives a talk without a time one, in a browser: from My team to a press of a button to a time that both see. Then it is moved, the
 * employee objects, it goes back, and the employee moves it in the chat with the bot.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, Route } from 'playwright-core';
import { findTimes, moveTalk, objectToTime, readTalk, type Talk } from '#api/talk/contract.ts';
import { findBrowser, launchBrowser } from '#test/browser.ts';
import { pressOn, untilAt } from '#test/given/looks.ts';
import { givenSamtal, type GivenSamtal } from '#test/given/samtal.ts';
import { givenTalkWithoutTime, type TalkWithoutTime } from '#test/given/talk-without-time.ts';
import { until } from '#test/given/until.ts';
import { openWindow, type Look, type Window } from '#test/given/window.ts';
import { anyOf, filled, wordsIn } from '#test/given/words.ts';

/**
 * From My team, by keyboard: whom, a time for each, another one for the first, and one press. That time is taken meanwhile, which is said of this talk;
 * the next one is booked.
 */
async function proposesToSeveral(window: Window, samtal: GivenSamtal, talk: Talk, inTheWay: string): Promise<void> {
  const { app, page, look } = window;
  const { app: common, team } = wordsIn('en');
  const params = { talkId: talk.talkId };
  const isThere = async (): Promise<boolean> => (await samtal.as('maja').must(readTalk, { params })).move?.outcome === 'done';
  await until(isThere, { message: 'the move is in the calendars' });
  await app.getByRole('navigation', { name: common.tabs.label }).getByRole('link', { name: common.tabs.team }).click();
  const open = app.getByRole('button', { name: team.timesMove });
  await pressOn(window, open);
  const whom = app.getByRole('group', { name: team.timesWhom });
  await pressOn(window, whom.getByRole('checkbox', { name: talk.employee.name }), { key: 'Space' });
  await pressOn(window, app.getByRole('button', { name: filled(team.timesFind_one, { count: '1' }) }));
  const list = app.getByRole('list', { name: team.timesBook });
  const proposed = list.getByRole('checkbox', { name: talk.employee.name });
  await proposed.waitFor();
  const first = await list.innerText();
  await pressOn(window, list.getByRole('button', { name: filled(team.anotherFor, { name: talk.employee.name }) }), { by: 'Shift+Tab' });
  await until(async () => (await list.innerText()) !== first, { message: 'another time is proposed' });
  expect(await look('times-proposed')).toEqual([]);
  const find = async (after?: string) => (await samtal.as('maja').must(findTimes, { params, query: after ? { after } : {} })).times[0];
  const second = await find((await find())?.start);
  if (!second) throw new Error('There is no second time');
  await samtal.desk.move('maja', inTheWay, second);
  const book = app.getByRole('button', { name: filled(team.timesYes_one, { count: '1' }) });
  await pressOn(window, book);
  await app.getByRole('list', { name: team.timesTold }).getByText('no longer free').waitFor();
  expect(await look('times-taken')).toEqual([]);
  await pressOn(window, app.getByRole('button', { name: team.again }));
  await untilAt(book);
  // The employee says that the present time does not suit just before it is booked: the talk has changed, and nobody has written anything.
  const object = async (route: Route): Promise<void> => {
    const { version } = await samtal.as(talk.employee.id).must(readTalk, { params });
    await samtal.as(talk.employee.id).must(objectToTime, { params, version });
    await route.continue();
  };
  await page.route('**/move', (route) => object(route), { times: 1 });
  await pressOn(window, book);
  await app.getByText(filled(team.timeStale, { name: talk.employee.name })).waitFor();
  await pressOn(window, app.getByRole('button', { name: team.again }));
  await untilAt(book);
  await page.keyboard.press('Enter');
  await app.getByText(filled(team.booked_one, { count: '1' })).waitFor();
  expect(await look('times-booked')).toEqual([]);
  const { start, move } = await samtal.as('maja').must(readTalk, { params });
  expect(move).toMatchObject({ byMe: true, from: { start: talk.start } });
  expect(start).not.toBe(talk.start);
  await pressOn(window, app.getByRole('button', { name: team.close }));
  await untilAt(open);
}

/** Moving is the manager's, by keyboard, in the wide window; and the employee's where there is least room. */
const looks: (Look & { withEmployee: boolean })[] = [
  { language: 'en', theme: 'default', width: 1280, withEmployee: false },
  { language: 'sv', theme: 'contrast', width: 280, height: 800, withEmployee: true },
];

describe.runIf(findBrowser())('In a browser', () => {
  let browser: Browser;
  let samtal: GivenSamtal;
  let given: TalkWithoutTime;
  let manager: Window | undefined;
  let employee: Window | undefined;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await manager?.close();
    await employee?.close();
    await browser?.close();
    await samtal?.stop();
  });

  it.each(looks)('a talk gets a time, and another, in $language at $width px', async ({ withEmployee, ...look }) => {
    await manager?.close();
    await employee?.close();
    await samtal?.stop();
    samtal = await givenSamtal();
    given = await givenTalkWithoutTime(samtal);
    const { talk, inTheWay } = given;
    const params = { talkId: talk.talkId };
    const { app: common, talk: words, team } = wordsIn(look.language);
    manager = await openWindow(browser, samtal, 'maja', '/app', look);
    const { app } = manager;
    await app.getByRole('button', { name: common.welcome.action }).click();
    await app.getByRole('navigation', { name: common.tabs.label }).getByRole('link', { name: common.tabs.team }).click();
    const name = filled(team.table.actFor, { act: team.table.act['find-time'], name: talk.employee.name });
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

    const { move } = words;
    if (!withEmployee) {
      // The manager moves it, by keyboard; Escape keeps the time and gives the focus back.
      const moveButton = app.getByRole('button', { name: move.button, exact: true });
      await moveButton.press('Enter');
      const moves = app.getByRole('list', { name: move.title }).getByRole('button');
      await moves.first().waitFor();
      expect(await moves.count()).toBe(3);
      expect(await manager.look('move')).toEqual([]);
      await app.getByRole('group', { name: move.title }).press('Escape');
      await moves.first().waitFor({ state: 'detached' });
      expect(await moveButton.evaluate((button) => button === document.activeElement)).toBe(true);
      await moveButton.press('Enter');
      await app.getByRole('button', { name: move.more }).click();
      await until(async () => (await moves.count()) > 3, { message: 'later times are there' });
      await moves.nth(1).press('Enter');
      await moves.first().waitFor({ state: 'detached' });
      await app.getByText(anyOf(move.byMe)).waitFor();
      const moved = await samtal.as('maja').must(readTalk, { params });
      expect(moved).toMatchObject({ move: { byMe: true, from: { start: booked.start } } });
      expect(moved.start).not.toBe(booked.start);
      await proposesToSeveral(manager, samtal, moved, inTheWay);
      return;
    }
    // The manager has moved it. The employee sees it on My talk and says that it does not suit; the manager moves it back.
    const [next] = (await samtal.as('maja').must(findTimes, { params, query: {} })).times;
    await samtal.as('maja').must(moveTalk, { params, body: { start: next?.start ?? '' }, version: booked.version });
    employee = await openWindow(browser, samtal, given.employee.person.id, '/app', look);
    await employee.app.getByRole('button', { name: common.welcome.action }).click();
    await employee.app.getByText(anyOf(move.byOther)).waitFor();
    await employee.app.getByRole('button', { name: move.button, exact: true }).click();
    await employee.app.getByRole('list', { name: move.title }).waitFor();
    expect(await employee.look('move-employee')).toEqual([]);
    await employee.app.getByRole('button', { name: move.object }).click();
    await employee.app.getByText(anyOf(move.objected)).waitFor();
    await manager.page.reload();
    await app.getByRole('navigation', { name: common.tabs.label }).getByRole('link', { name: common.tabs.team }).click();
    await app.getByRole('link', { name: filled(team.table.actFor, { act: team.table.act.move, name: talk.employee.name }) }).click();
    await app.getByText(anyOf(move.notSuited)).waitFor();
    expect(await manager.look('move-objected')).toEqual([]);
    await app.getByRole('button', { name: anyOf(move.back) }).click();
    const atManager = (): Promise<Talk> => samtal.as('maja').must(readTalk, { params });
    const isBack = async (): Promise<boolean> => {
      const { start, move: last } = await atManager();
      return start === booked.start && last?.outcome === 'done';
    };
    await until(isBack, { message: 'it is back, also in the calendars' });

    // Then the employee moves it once more, on a card in the chat with the bot.
    await employee.close();
    const { id: chatId } = await samtal.desk.openBotChat(given.employee.person.id);
    employee = await openWindow(browser, samtal, given.employee.person.id, `/chat/${encodeURIComponent(chatId)}`, look);
    const { page } = employee;
    await page.getByRole('textbox').fill('mitt samtal');
    await page.getByRole('textbox').press('Enter');
    const another = page.getByRole('button', { name: /^(Annan tid|Another time)$/ });
    await another.nth(1).click();
    const choices = page.getByRole('button', { name: /^\p{L}+ \d+ \p{L}+ \d\d:\d\d$/u });
    await choices.first().waitFor();
    expect(await employee.look('bot-times')).toEqual([]);
    await choices.first().click();
    await page.getByText(/^(Klart|Done): /).waitFor();
    expect(await employee.look('bot-moved')).toEqual([]);
    expect((await atManager()).start).not.toBe(booked.start);
  });
});
