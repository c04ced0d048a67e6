/**
 * A check-in, due at once: answered by its employee, taken back, given again and changed, found by the manager; and what is still there when a newer one or
 * another manager comes while somebody writes. All of it by keyboard, in three themes at three widths.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, Locator } from 'playwright-core';
import { answerCheckIn, readCheckIns } from '#api/checkin/answer/contract.ts';
import { listMyTopics } from '#api/checkin/contract.ts';
import { proposeCheckIn } from '#api/talk/holding/contract.ts';
import { startUnplanned } from '#api/talk/unplanned/contract.ts';
import { findBrowser, launchBrowser } from '#test/browser.ts';
import { givenHeld, givenSigned } from '#test/given/held-talk.ts';
import { givenLaunchedCycle } from '#test/given/launched-cycle.ts';
import { inEveryLook, pressOn, tabTo, typeInto, untilAt } from '#test/given/looks.ts';
import { follow, openAt } from '#test/given/place.ts';
import { givenSamtal, type GivenSamtal } from '#test/given/samtal.ts';
import type { Look, Window } from '#test/given/window.ts';
import { anyOf, filled, wordsIn } from '#test/given/words.ts';
import { refusalTexts } from '#tabs/platform/texts/refusals-sv.ts';

const { app: common, checkin, history, talk } = wordsIn('sv');
const { answer } = checkin;
const [boss, staff] = ['Maja Hallberg', 'Erik Storm'];
const written = {
  first: 'Två veckor räcker inte.',
  lost: 'Båten höll, och vi med.',
  next: 'Jag ledde hela mätningen själv.',
  topic: 'Kursen i maj',
};
const [back, share] = ['Shift+Tab', filled(answer.share, { name: 'Maja' })];

describe.runIf(findBrowser())('A check-in, in a browser', () => {
  let browser: Browser;
  let samtal: GivenSamtal;
  let params = { talkId: '' };

  beforeAll(async () => {
    [browser, samtal] = await Promise.all([launchBrowser(), givenSamtal()]);
    const { talkOf } = await givenLaunchedCycle(samtal, { settings: { departments: ['Charts'] } });
    params = { talkId: (await talkOf('erik')).talkId };
    await givenHeld(samtal, params.talkId);
    const day = (await samtal.desk.clock.now()).toISOString().slice(0, 10);
    await samtal.as('maja').must(proposeCheckIn, { params, body: { day }, version: 0 });
    await givenSigned(samtal, params.talkId, ['erik']);
  });
  afterAll(async () => {
    await browser?.close();
    await samtal?.stop();
  });

  const open = async (who: string, at: string, look: Look): Promise<Window> => openAt(browser, samtal, who, at, look);
  const partOf = ({ app }: Window): Locator => app.getByRole('region', { name: answer.title });
  const chosen = (part: Locator): Locator => part.getByRole('radiogroup', { name: answer.how }).getByRole('radio', { checked: true });

  it('the employee is told what is missing, finds again what was written, answers, takes it back, gives it again, and may change it', async () => {
    const window = await open('erik', 'my-talk', { language: 'sv', theme: 'dark', width: 390 });
    const { app, page } = window;
    const part = partOf(window);
    const send = part.getByRole('button', { name: share });
    await pressOn(window, send);
    await untilAt(send);
    expect(await part.getByText(answer.missing).count()).toBe(3);
    const words = part.getByLabel(answer.text);
    await typeInto(window, words, written.first, back);
    // Back into a group in which nothing is chosen leads to its last, and on from there to the first.
    for (const question of [answer.again, filled(answer.need, { name: 'Maja' }), answer.how]) {
      const choices = part.getByRole('radiogroup', { name: question }).getByRole('radio');
      await tabTo(window, choices.last(), back);
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      await untilAt(choices.nth(1));
    }
    await follow(window, app.getByRole('link', { name: history.link }), history.mine);
    await follow(window, app.getByRole('link', { name: common.tabs.myTalk }), talk.my.title, back);
    expect(await words.inputValue()).toBe(written.first);
    expect(await inEveryLook(window, window.app, 'check-in-1-form')).toEqual([]);
    const thanks = part.locator(':focus', { hasText: filled(answer.shared, { name: boss }) });
    await pressOn(window, send);
    await thanks.waitFor();
    await pressOn(window, part.getByRole('button', { name: answer.withdraw }));
    await part.locator(':focus', { hasText: answer.withdrawn }).waitFor();
    expect(await words.inputValue()).toBe(written.first);
    await pressOn(window, send);
    await thanks.waitFor();
    const change = part.getByRole('button', { name: answer.change, exact: true });
    await pressOn(window, change);
    await untilAt(chosen(part));
    await pressOn(window, part.getByRole('button', { name: common.cancel }));
    await untilAt(change);
    await window.close();
  });

  it('the manager sees in My team what was said, and reads the words on the person’s page', async () => {
    const { team } = wordsIn('en');
    const { checkIn: said } = team;
    const window = await open('maja', 'team', { language: 'en', theme: 'default', width: 1280 });
    const { app } = window;
    await app.getByText(anyOf(filled(said.employee, { day: '{{day}}', said: `${said.how.partly}, ${said.need.word}` }))).waitFor();
    await follow(window, app.locator('[data-person]', { hasText: staff }), staff);
    // The same questions are there for the manager.
    await app.getByText(written.first).waitFor();
    await tabTo(
      window,
      app
        .getByRole('radiogroup', { name: wordsIn('en').checkin.answer.how })
        .getByRole('radio')
        .first(),
    );
    expect(await window.look('check-in-2-manager')).toEqual([]);
    await window.close();
  });

  it('when a newer check-in takes the place of the one that somebody is writing to, what they wrote is still there', async () => {
    const window = await open('erik', 'my-talk', { language: 'sv', theme: 'dark', width: 280 });
    const part = partOf(window);
    await pressOn(window, part.getByRole('button', { name: answer.change, exact: true }));
    await untilAt(chosen(part));
    await typeInto(window, part.getByLabel(answer.text), written.lost);
    await samtal.desk.clock.pass({ days: 56 });
    await pressOn(window, part.getByRole('button', { name: share }));
    await part.getByText(anyOf(answer.unsaid)).waitFor();
    await part.getByText(refusalTexts['check-in-closed'].title).waitFor();
    // Neither in the newer one, nor on the button that removes the words.
    await part.locator(':focus', { hasText: anyOf(answer.unsaid) }).waitFor();
    expect([await part.getByText(written.lost).count(), await part.getByLabel(answer.text).inputValue()]).toEqual([1, '']);
    expect(await window.look('check-in-3-newer')).toEqual([]);
    await removeLost(window, part);
    await window.close();
    const { open: newer, version } = await samtal.as('erik').must(readCheckIns, { params });
    const body = { how: 'partly', need: 'word', weeks: 8, text: written.next } as const;
    await samtal.as('erik').must(answerCheckIn, { params: { ...params, day: newer?.day ?? '' }, body, version });
  });

  it('who has another manager while they answer a check-in is told so once, and what they were writing is still there', async () => {
    await givenSigned(samtal, params.talkId, ['maja']);
    const window = await open('erik', 'my-talk', { language: 'sv', theme: 'default' });
    const part = partOf(window);
    await pressOn(window, part.getByRole('button', { name: answer.change, exact: true }));
    await untilAt(chosen(part));
    await typeInto(window, part.getByLabel(answer.text), written.lost);
    const topics = await writeTopic(window);
    await samtal.desk.change('erik', { manager: 'vera' });
    await samtal.readDirectory();
    await refuseTopic(window, topics);
    await samtal.as('erik').must(startUnplanned, { body: { withId: samtal.find('vera').id } });
    await pressOn(window, part.getByRole('button', { name: share }));
    await part.getByRole('alert').getByText(answer.handedOverSaid).waitFor();
    // Not on the button that removes the words.
    await part.locator(':focus', { hasText: answer.handedOverSaid }).waitFor();
    for (const words of [written.lost, written.next, answer.onlyMe]) expect(await part.getByText(words, { exact: true }).count()).toBe(1);
    expect(await part.getByText(refusalTexts['check-in-closed'].title).count()).toBe(0);
    expect(await part.getByRole('status').count()).toBe(0);
    expect(await inEveryLook(window, window.app, 'check-in-4-closed', [390, 280, 1280])).toEqual([]);
    await removeLost(window, part);
    await window.close();
  });

  /** Something for Maja, not sent yet, on a page that does not hear who comes after her. */
  async function writeTopic(window: Window): Promise<Locator> {
    const topics = window.app.getByRole('region', { name: checkin.mine });
    await typeInto(window, topics.getByRole('textbox', { name: checkin.label }), written.topic);
    await window.page.route('**/api/topics', (route) => (route.request().method() === 'GET' ? route.abort() : route.continue()));
    return topics;
  }

  /** What was meant for Maja is shared with nobody, and is still there; the page says who it would be now. */
  async function refuseTopic(window: Window, topics: Locator): Promise<void> {
    await pressOn(window, topics.getByRole('button', { name: filled(checkin.shareNow, { name: 'Maja' }) }));
    await topics.getByText(refusalTexts['another-manager'].title).waitFor();
    await window.page.unroute('**/api/topics');
    await topics.getByRole('button', { name: filled(checkin.shareNow, { name: 'Vera' }) }).waitFor({ timeout: 40_000 });
    expect(await topics.getByRole('textbox', { name: checkin.label }).inputValue()).toBe(written.topic);
    expect((await samtal.as('erik').must(listMyTopics)).topics).toEqual([]);
  }

  /** The keyboard goes on at what comes next in the part. */
  async function removeLost(window: Window, part: Locator): Promise<void> {
    await pressOn(window, part.getByRole('button', { name: checkin.remove, exact: true }));
    await part.getByText(written.lost).waitFor({ state: 'detached' });
    await untilAt(part.getByRole('button', { name: answer.earlier }));
  }
});
