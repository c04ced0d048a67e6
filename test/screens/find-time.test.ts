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

const back = { by: 'Shift+Tab' };

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
  await pressOn(window, app.getByRole('navigation', { name: common.tabs.label }).getByRole('link', { name: common.tabs.team }), back);
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
  { language: 'sv', theme: 'contrast', width: 280, height: 800, withEmployee: true },
  { language: 'en', theme: 'default', width: 1280, withEmployee: false },
];

describe.runIf(findBrowser())('In a browser', () => {
  let browser: Browser;
  let samtal: GivenSamtal;
  let given: TalkWithoutTime;
  let manager: Window | undefined;
  let employee: Window | undefined;
  let moved: Talk | undefined;
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
    const window = await openWindow(browser, samtal, 'maja', '/app', look);
    manager = window;
    const { app, page } = window;
    const title = app.getByRole('heading', { level: 1 });
    const toTeam = app.getByRole('navigation', { name: common.tabs.label }).getByRole('link', { name: common.tabs.team });
    const toTalk = async (act: 'find-time' | 'move'): Promise<void> => {
      const name = filled(team.table.actFor, { act: team.table.act[act], name: talk.employee.name });
      await pressOn(window, app.getByRole('link', { name }));
    };
    await pressOn(window, app.getByRole('button', { name: common.welcome.action }));
    await pressOn(window, toTeam, back);
    await untilAt(title.filter({ hasText: team.table.title }));
    await toTalk('find-time');
    await untilAt(title.filter({ hasText: talk.employee.name }));
    const times = app.getByRole('list', { name: words.time.title }).getByRole('button');
    await times.first().waitFor();
    expect(await times.count()).toBeGreaterThanOrEqual(3);
    expect(await window.look('find-time')).toEqual([]);

    // The first is taken while the manager looks at it: nothing is booked, and the next times are there.
    const [first, second] = (await samtal.as('maja').must(findTimes, { params, query: {} })).times;
    if (!first || !second) throw new Error('Too few times are offered');
    await samtal.desk.move('maja', inTheWay, first);
    await pressOn(window, times.first());
    await app.getByText(words.time.taken).waitFor();
    await untilAt(times.first());
    expect(await window.look('find-time-taken')).toEqual([]);

    const offered = (await samtal.as('maja').must(findTimes, { params, query: {} })).times[0];
    await page.keyboard.press('Enter');
    await times.first().waitFor({ state: 'detached' });
    await untilAt(title);
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
    expect(await window.look('find-time-booked')).toEqual([]);

    const { move } = words;
    const moveButton = app.getByRole('button', { name: move.button, exact: true });
    // While a move is under way there is no button, and the focus is on the sentence that says so.
    const said = app.locator(':focus').filter({ hasText: anyOf(move.byMe) });
    const untilSaid = (): Promise<void> => moveButton.and(app.locator(':focus')).or(said).waitFor();
    if (!withEmployee) {
      // The manager moves it, by keyboard; Escape keeps the time and gives the focus back.
      await pressOn(window, moveButton);
      await untilAt(app.getByRole('group', { name: move.title }));
      const moves = app.getByRole('list', { name: move.title }).getByRole('button');
      await moves.first().waitFor();
      expect(await moves.count()).toBe(3);
      expect(await window.look('move')).toEqual([]);
      await page.keyboard.press('Escape');
      await moves.first().waitFor({ state: 'detached' });
      await untilAt(moveButton);
      await page.keyboard.press('Enter');
      await pressOn(window, app.getByRole('button', { name: move.keep }));
      await untilAt(moveButton);
      await page.keyboard.press('Enter');
      await pressOn(window, app.getByRole('button', { name: move.more }));
      await until(async () => (await moves.count()) > 3, { message: 'later times are there' });
      await untilAt(moves.nth(3));
      await pressOn(window, moves.nth(1), back);
      await moves.first().waitFor({ state: 'detached' });
      await untilSaid();
      await app.getByText(anyOf(move.byMe)).waitFor();
      moved = await samtal.as('maja').must(readTalk, { params });
      expect(moved).toMatchObject({ move: { byMe: true, from: { start: booked.start } } });
      expect(moved.start).not.toBe(booked.start);
      return;
    }
    // The manager has moved it. The employee sees it on My talk and says that it does not suit; the manager moves it back.
    const [next] = (await samtal.as('maja').must(findTimes, { params, query: {} })).times;
    await samtal.as('maja').must(moveTalk, { params, body: { start: next?.start ?? '' }, version: booked.version });
    employee = await openWindow(browser, samtal, given.employee.person.id, '/app', look);
    const { app: theirs } = employee;
    await pressOn(employee, theirs.getByRole('button', { name: common.welcome.action }));
    await theirs.getByText(anyOf(move.byOther)).waitFor();
    await pressOn(employee, theirs.getByRole('button', { name: move.button, exact: true }));
    await theirs.getByRole('list', { name: move.title }).waitFor();
    await untilAt(theirs.getByRole('group', { name: move.title }));
    expect(await employee.look('move-employee')).toEqual([]);
    await pressOn(employee, theirs.getByRole('button', { name: move.object }), back);
    await theirs.getByText(anyOf(move.objected)).waitFor();
    await theirs.locator(':focus', { hasText: anyOf(move.objected) }).waitFor();
    await page.reload();
    await pressOn(window, toTeam);
    await untilAt(title.filter({ hasText: team.table.title }));
    await toTalk('move');
    await app.getByText(anyOf(move.notSuited)).waitFor();
    await untilAt(app.getByRole('group', { name: move.title }));
    expect(await window.look('move-objected')).toEqual([]);
    await pressOn(window, app.getByRole('button', { name: anyOf(move.back) }), back);
    await untilSaid();
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
    const { page: chat } = employee;
    await chat.getByRole('textbox').fill('mitt samtal');
    await chat.getByRole('textbox').press('Enter');
    const another = chat.getByRole('button', { name: /^(Annan tid|Another time)$/ });
    await another.nth(1).click();
    const choices = chat.getByRole('button', { name: /^\p{L}+ \d+ \p{L}+ \d\d:\d\d$/u });
    await choices.first().waitFor();
    expect(await employee.look('bot-times')).toEqual([]);
    await choices.first().click();
    await chat.getByText(/^(Klart|Done): /).waitFor();
    expect(await employee.look('bot-moved')).toEqual([]);
    expect((await atManager()).start).not.toBe(booked.start);
  });

  it('from My team the manager proposes another time, and books it once nothing is in the way', async () => {
    if (!manager || !moved) throw new Error('Nothing has been moved');
    await proposesToSeveral(manager, samtal, moved, given.inTheWay);
  });
});
