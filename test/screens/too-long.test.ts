/**
 * Preparing in a browser, and what goes wrong meanwhile: the page cannot be fetched, an answer is too long, the connection is gone, another window was
 * faster. The screen says so and keeps everything. All of it by keyboard.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, Locator } from 'playwright-core';
import { answerLimit, readPreparations, saveAnswer } from '#api/preparation/contract.ts';
import { readAgenda } from '#api/talk/agenda/contract.ts';
import { findBrowser, launchBrowser } from '#test/browser.ts';
import { givenLaunchedCycle } from '#test/given/launched-cycle.ts';
import { givenSamtal, type GivenSamtal } from '#test/given/samtal.ts';
import { until } from '#test/given/until.ts';
import { pressOn, tabTo, typeInto, untilAt } from '#test/given/looks.ts';
import { openWindow, type Look, type Window } from '#test/given/window.ts';
import { anyOf, filled, wordsIn } from '#test/given/words.ts';
import { refusalTexts } from '#tabs/platform/texts/refusals-sv.ts';
import { faultTexts } from '#tabs/platform/texts/sv.ts';

describe.runIf(findBrowser())('In a browser', () => {
  let browser: Browser;
  let samtal: GivenSamtal;
  let talkId: string;
  let elins: string;
  beforeAll(async () => {
    [browser, samtal] = await Promise.all([launchBrowser(), givenSamtal()]);
    const { talkOf } = await givenLaunchedCycle(samtal);
    [{ talkId }, { talkId: elins }] = await Promise.all([talkOf('erik'), talkOf('elin')]);
  });
  afterAll(async () => {
    await browser?.close();
    await samtal?.stop();
  });

  it('a page that cannot be fetched says so and comes when asked again; a text that is too long stays on the screen, with the limit beside it, and is saved as soon as it is short enough', async () => {
    const at = encodeURIComponent(`talks/${talkId}/prepare`);
    const window = await openWindow(browser, samtal, 'erik', '/app', { language: 'sv', theme: 'default' });
    const { app: common } = wordsIn('sv');
    await window.app.getByRole('button', { name: common.welcome.action }).click();
    // The words of a refusal that the first page does not bring are fetched when it comes.
    const refused = { reason: 'already-signed', type: 'urn:samtal:already-signed', title: 'already-signed', status: 409 };
    const talks = '**/api/talks/mine';
    await window.page.route(talks, (route) => route.fulfill({ status: 409, contentType: 'application/problem+json', json: refused }));
    await window.page.reload();
    await window.app.getByText(refusalTexts['already-signed'].title).waitFor();
    await window.page.unroute(talks);
    await window.page.route(/assets\/PreparationPage-.*\.js/, (route) => route.abort());
    await window.page.goto(`${window.page.url()}&at=${at}`);
    await window.app.getByText(faultTexts['not-loaded'].title).waitFor();
    expect(await window.look('not-loaded')).toEqual([]);
    await window.page.unroute(/assets\/PreparationPage-.*\.js/);
    await pressOn(window, window.app.getByRole('button', { name: common.tryAgain }));
    const box = window.app.getByRole('textbox').first();
    const badge = window.app.getByRole('button', { name: anyOf(common.whoSees.button) });
    await pressOn(window, badge);
    await window.app
      .getByRole('dialog', { name: common.whoSees.title })
      .or(window.app.getByLabel(common.whoSees.title, { exact: true }))
      .first()
      .waitFor();
    // It stands above the page, which is still to be seen.
    const isSeen = (heading: Element): boolean => {
      const { left, top, height } = heading.getBoundingClientRect();
      return heading.contains(document.elementFromPoint(left + 5, top + height / 2));
    };
    expect(await window.app.locator('h1').first().evaluate(isSeen)).toBe(true);
    expect(await window.look('who-sees')).toEqual([]);
    await window.page.keyboard.press('Escape');
    await untilAt(badge);
    const long = 'å'.repeat(answerLimit + 7);
    await tabTo(window, box, 'Shift+Tab');
    await window.page.keyboard.insertText(long);
    await window.app
      .getByText(/20[\s\u00a0]?000/)
      .first()
      .waitFor();
    expect(await box.inputValue()).toBe(long);
    expect(await window.look('too-long')).toEqual([]);
    await typeInto(window, box, 'Lagom långt.');
    await window.app.getByText(wordsIn('sv').app.saved.saved, { exact: true }).first().waitFor();
    const { mine } = await samtal.as('erik').must(readPreparations, { params: { talkId } });
    expect(mine.answers).toMatchObject([{ text: 'Lagom långt.' }]);
  });

  /** What is stored for Elin, by question. */
  const stored = async (): Promise<Record<string, string>> => {
    const { mine } = await samtal.as('elin').must(readPreparations, { params: { talkId: elins } });
    return Object.fromEntries(mine.answers.map(({ questionId, text }) => [questionId, text]));
  };
  const saved = (questionId: string, text: string) =>
    until(async () => (await stored())[questionId] === text, { message: `${questionId} is saved as ${JSON.stringify(text)}` });
  const open = async (who: string, look: Look) => {
    const window = await openWindow(browser, samtal, who, '/app', look);
    await pressOn(window, window.app.getByRole('button', { name: wordsIn(look.language).app.welcome.action }));
    await window.page.goto(`${window.page.url()}&at=${encodeURIComponent(`talks/${elins}/prepare`)}`);
    return window;
  };

  const back = { by: 'Shift+Tab' };
  /** As somebody goes through a page of questions: from box to box, and on to what comes after them. */
  async function through(window: Window, boxes: Locator, to: Locator): Promise<void> {
    const after = await to.elementHandle();
    const isBefore = (box: Locator): Promise<boolean> =>
      box.evaluate((one, end) => Boolean(end && one.compareDocumentPosition(end) & Node.DOCUMENT_POSITION_FOLLOWING), after);
    for (const box of await boxes.all()) if (await isBefore(box)) await tabTo(window, box);
    await tabTo(window, to);
  }

  it('one press on the notification leads to the first question; from there the keyboard alone prepares, at 280 px, without a connection for a while', async () => {
    const { preparation: words, app: common } = wordsIn('sv');
    const window = await openWindow(browser, samtal, 'elin', '/activity', { language: 'sv', theme: 'default', width: 280, height: 700 });
    const { app, page } = window;
    const keys = page.keyboard;
    const next = app.getByRole('button', { name: words.next, exact: true });
    const button = (name: string): Locator => app.getByRole('button', { name, exact: true });
    await page.getByRole('main').getByText(/Maja/).first().click();
    const box = app.getByRole('textbox').first();
    await tabTo(window, box);
    await keys.type('Kartan blev ');
    await keys.press('Control+b');
    await keys.type('klar');
    await saved('proud-of', 'Kartan blev **klar**');
    await page.context().setOffline(true);
    await keys.press('End');
    await keys.type('!\n- tidigt\nbra');
    await app.getByText(common.saved.notConnected).first().waitFor();
    await pressOn(window, next);
    await untilAt(app.locator('#question-learned'));
    await pressOn(window, button(words.tools.list));
    await untilAt(box);
    await keys.type('Fråga förr.');
    expect(await stored()).toEqual({ 'proud-of': 'Kartan blev **klar**' });
    await page.context().setOffline(false);
    await saved('proud-of', 'Kartan blev **klar**!\n- tidigt\n- bra');
    await saved('learned', '- Fråga förr.');
    for (const question of ['energy', 'strengths', 'clear-direction']) {
      await pressOn(window, next);
      await untilAt(app.locator(`#question-${question}`));
    }
    await pressOn(window, button(words.previous));
    await untilAt(app.locator('#question-strengths'));
    await pressOn(window, next);
    await untilAt(app.locator('#question-clear-direction'));
    await tabTo(window, app.getByRole('radio').first());
    await keys.press('ArrowRight');
    await keys.press('ArrowRight');
    await saved('clear-direction', 'between');
    await pressOn(window, button(common.undo));
    await saved('clear-direction', 'near-from');
    await button(common.undo).waitFor({ state: 'detached' });
    await pressOn(window, button(words.clear), back);
    await saved('clear-direction', '');
    await pressOn(window, button(common.undo));
    await saved('clear-direction', 'near-from');
    expect(await window.look('prepare-scale')).toEqual([]);
    await pressOn(window, button(words.way.all), back);
    await untilAt(app.getByRole('heading', { level: 1 }));
    await through(window, app.getByRole('textbox'), app.getByRole('checkbox').first());
    await keys.press('ArrowDown');
    await keys.press('Space');
    await keys.press('ArrowUp');
    await keys.press('Space');
    await saved('ways-to-learn', 'new-task alongside');
    const preview = app.getByRole('region', { name: filled(words.preview.title, { name: 'Maja Hallberg' }) });
    await preview.locator('strong').getByText('klar', { exact: true }).waitFor();
    await preview.getByRole('listitem').getByText('Prova en ny uppgift').waitFor();
    expect(await window.look('prepare-all')).toEqual([]);
    await page.reload();
    await app.getByRole('button', { name: words.way.one }).waitFor();
    const share = app.getByRole('button', { name: filled(words.preview.share, { name: 'Maja Hallberg' }) });
    await through(window, app.getByRole('textbox'), share);
    await keys.press('Enter');
    await app.locator(':focus', { hasText: anyOf(words.shared.at) }).waitFor();
    await app
      .getByText(filled(words.ready.not, { name: 'Maja Hallberg' }))
      .first()
      .waitFor();
    await window.close();
  });

  it('the manager has the answers beside the own ones, plans the hour, and what another window wrote meanwhile is put together with it', async () => {
    const { preparation: words, app: common } = wordsIn('en');
    const window = await open('maja', { language: 'en', theme: 'dark' });
    const { app, page } = window;
    const maja = samtal.as('maja');
    const button = (name: string): Locator => app.getByRole('button', { name, exact: true });
    const parts = app.getByRole('navigation', { name: words.parts }).getByRole('button');
    const part = (name: string): Locator => parts.filter({ hasText: name });
    const untilFocusOn = (name: string): Promise<void> => app.locator(':focus').getByRole('heading', { name }).waitFor();
    const [params, questionId] = [{ talkId: elins }, 'proud-of'];
    const box = app.getByRole('textbox').first();
    await typeInto(window, box, 'The map.');
    await app.getByText(common.saved.saved, { exact: true }).first().waitFor();
    await maja.must(saveAnswer, { params: { ...params, questionId }, body: { text: 'From the phone.' }, version: 1 });
    await typeInto(window, box, 'The map, and the calm.');
    await app.getByText(common.twoTexts.title).waitFor();
    expect(await window.look('prepare-two-texts')).toEqual([]);
    await pressOn(window, button(common.twoTexts.keepBoth));
    const both = 'From the phone.\n\nThe map, and the calm.';
    await until(async () => (await maja.must(readPreparations, { params })).mine.answers[0]?.text === both, { message: 'both are saved' });
    await untilAt(box);
    await pressOn(window, part(words.agenda.step), back);
    await untilFocusOn(words.agenda.title);
    const minutes = app.getByRole('combobox', { name: filled(words.agenda.minutesFor, { name: 'Ahead' }) });
    await tabTo(window, minutes);
    await page.keyboard.type('30');
    expect(await minutes.inputValue()).toBe('30');
    const [first, second] = [1, 2].map((at) => app.getByRole('textbox', { name: filled(words.agenda.point, { at }) }));
    if (!first || !second) throw new Error('Two points are needed');
    for (const [point, text] of [
      [first, 'The survey ship in spring'],
      [second, 'The summer'],
    ] as const) {
      await pressOn(window, button(words.agenda.add));
      await untilAt(point);
      await page.keyboard.type(text);
    }
    await pressOn(window, button(filled(words.agenda.removeOne, { name: 'The summer' })));
    await second.waitFor({ state: 'detached' });
    await untilAt(first);
    const points = async (): Promise<string[]> => (await samtal.as('elin').must(readAgenda, { params })).points.map(({ text }) => text);
    await until(async () => (await points()).join() === 'The survey ship in spring', { message: 'Elin sees the point' });
    await app.getByText(filled(words.agenda.over, { count: 75, of: 60 })).waitFor();
    expect(await window.look('prepare-agenda')).toEqual([]);
    await pressOn(window, parts.last(), back);
    await untilFocusOn(words.toShare);
    const share = button(filled(words.preview.share, { name: 'Elin Vik' }));
    await pressOn(window, share);
    const told = app.locator(':focus', { hasText: anyOf(words.shared.at) });
    await told.waitFor();
    await pressOn(window, button(words.shared.withdraw));
    await untilAt(share);
    await page.keyboard.press('Enter');
    await told.waitFor();
    await pressOn(window, parts.first(), back);
    await app.getByText(anyOf(words.theyWrote)).first().waitFor();
    await untilAt(app.locator('#question-learned'));
    await pressOn(window, button(words.way.all), back);
    await untilAt(app.getByRole('heading', { level: 1 }));
    await pressOn(window, part(words.agenda.step));
    await untilFocusOn(words.agenda.title);
    await window.close();
  });
});
