/**
 * What comes after the talk, and a talk that went another way than planned: the whole way and the two questions by keyboard, the hint to the manager, a talk
 * held without Samtal, who has opened the talk, a meeting that Samtal did not book. Each screen in three themes at three widths. Check-ins are in
 * check-in.test.ts, earlier talks and one's own data in look-back.test.ts.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { listSigns } from '#api/insight/weak/contract.ts';
import { listMyTalks, readTalk, type Talk } from '#api/talk/contract.ts';
import { findBrowser, launchBrowser } from '#test/browser.ts';
import { givenForeignMeeting } from '#test/given/foreign-meeting.ts';
import { givenHeld, givenShared } from '#test/given/held-talk.ts';
import { givenLaunchedCycle } from '#test/given/launched-cycle.ts';
import { inEveryLook, isAt, pressOn, tabTo, typeInto, untilAt } from '#test/given/looks.ts';
import { follow, goTo, openAt } from '#test/given/place.ts';
import { givenSamtal, type GivenSamtal } from '#test/given/samtal.ts';
import { openWindow, type Look, type Window } from '#test/given/window.ts';
import { anyOf, filled, wordsIn } from '#test/given/words.ts';
import { privacyTexts as privacyEn } from '#tabs/privacy/texts/en.ts';
import { privacyTexts as privacySv } from '#tabs/privacy/texts/sv.ts';
import { holdingTexts as holdingEn } from '#tabs/talk/texts/holding-en.ts';
import { holdingTexts as holdingSv } from '#tabs/talk/texts/holding-sv.ts';

const departments = ['Charts'];
const then = 'Båten höll, och vi med.';
const [boss, staff] = ['Maja Hallberg', 'Erik Storm'];
const back = 'Shift+Tab';

describe.runIf(findBrowser())('After the talk, in a browser', () => {
  let browser: Browser;
  let samtal: GivenSamtal;
  let [held, ahead] = [] as unknown as [Talk, Talk];
  let [chatId, cycleName] = ['', ''];

  beforeAll(async () => {
    [browser, samtal] = await Promise.all([launchBrowser(), givenSamtal()]);
    const { cycle, talkOf } = await givenLaunchedCycle(samtal, { settings: { departments } });
    cycleName = cycle.settings.name;
    [held, ahead] = await Promise.all([talkOf('erik'), talkOf('emil')]);
    await givenShared(samtal, held.talkId, then);
    await givenHeld(samtal, held.talkId);
    chatId = await givenForeignMeeting(samtal, 'maja', ['aino', 'hedda']);
    // Hedda has no talk in this cycle; without a manager there is nobody she could start one with.
    await samtal.desk.change('hedda', { manager: null });
    await samtal.readDirectory();
  });
  afterAll(async () => {
    await browser?.close();
    await samtal?.stop();
  });

  const of = (talkId: string) => ({ params: { talkId } });
  const open = (who: string, at: string, look: Look): Promise<Window> => openAt(browser, samtal, who, at, look);

  it('the employee signs and answers the two questions with the keyboard alone, lets the manager know, and goes back to My talk', async () => {
    const { app: common, insight, signing, talk } = wordsIn('sv');
    const window = await open('erik', `talks/${held.talkId}/sign`, { language: 'sv', theme: 'dark', width: 390 });
    const { app, page } = window;
    await pressOn(window, app.getByRole('button', { name: signing.button, exact: true }));
    await app.locator(':focus', { hasText: signing.thanks }).waitFor();
    const send = app.getByRole('button', { name: insight.send });
    await pressOn(window, send);
    await untilAt(send);
    expect(await app.getByText(insight.both).count()).toBe(2);
    expect(await inEveryLook(window, window.app, 'after-1-questions')).toEqual([]);
    // Back into a group in which nothing is chosen leads to its last, and on from there to the first.
    await tabTo(window, app.getByRole('radiogroup', { name: insight.heard }).getByRole('radio').last(), back);
    await page.keyboard.press('ArrowDown');
    for (const question of [insight.heard, insight.next]) {
      await tabTo(window, app.getByRole('radiogroup', { name: question }).getByRole('radio').first());
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
    }
    await pressOn(window, send);
    await app.locator(':focus', { hasText: insight.thanks }).waitFor();
    const tell = app.getByRole('checkbox', { name: filled(insight.tell, { name: boss }) });
    await pressOn(window, tell, { key: 'Space' });
    await app.getByText(filled(insight.told, { name: boss })).waitFor();
    await untilAt(tell);
    expect((await samtal.as('maja').must(listSigns, of(held.talkId))).signs).toContain('not-heard');
    await follow(window, app.getByRole('link', { name: signing.back }), filled(talk.page.title, { name: boss }), back);
    await follow(window, app.getByRole('link', { name: common.tabs.myTalk }), talk.my.title, back);
    await window.close();
  });

  it('from My talk to the signature with Tab, Enter and letters alone: every stop is seen, Escape closes what opened, and the way out stays free', async () => {
    const { app: common, preparation, signing, talk } = wordsIn('sv');
    const window = await open('elin', 'my-talk', { language: 'sv', theme: 'dark', width: 1280 });
    const { app, page } = window;
    const button = (name: string) => app.getByRole('button', { name, exact: true }).or(app.getByRole('link', { name, exact: true }));
    const press = async (name: string): Promise<void> => {
      await button(name).first().waitFor();
      await tabTo(window, button(name).first());
      await page.keyboard.press('Enter');
    };
    await press(talk.my.start);
    await app.getByRole('textbox').first().waitFor();
    await tabTo(window, app.getByRole('textbox').first());
    await page.keyboard.type(then);
    await app.getByText(common.saved.saved, { exact: true }).first().waitFor();
    // Who can see it opens beside the answer, and Escape leads back.
    const sees = app.getByRole('button', { name: anyOf(common.whoSees.button) }).first();
    await tabTo(window, sees);
    await page.keyboard.press('Enter');
    await expect.poll(() => sees.getAttribute('aria-expanded')).toBe('true');
    await page.keyboard.press('Escape');
    await expect.poll(() => isAt(sees)).toBe(true);
    await tabTo(window, button(preparation.toShare).first(), 'Shift+Tab');
    await page.keyboard.press('Enter');
    await press(filled(preparation.preview.share, { name: boss }));
    await app.getByRole('heading', { name: preparation.shared.title }).waitFor();
    const mine = (await samtal.as('elin').must(listMyTalks)).talks.find(({ employeeReleasedAt }) => employeeReleasedAt !== null);
    if (!mine) throw new Error('Nothing was shared');
    await givenHeld(samtal, mine.talkId);
    await goTo(window, 'my-talk');
    await press(talk.my.sign);
    await press(signing.button);
    await app.getByText(signing.thanks).waitFor();
    // Tab leads out of the page again, to what Teams has around it.
    const inApp = (): Promise<boolean> => page.evaluate(() => document.activeElement?.tagName === 'IFRAME');
    for (let pressed = 0; pressed < 40 && (await inApp()); pressed += 1) await page.keyboard.press('Tab');
    expect(await inApp()).toBe(false);
    await window.close();
  });

  it('the manager finds from My team why a talk is worth a second look, and records one that was held without Samtal', async () => {
    const { app: common, checkin, insight, talk, team } = wordsIn('en');
    const window = await open('maja', 'my-talk', { language: 'en', theme: 'default', width: 1280 });
    const { app, page } = window;
    const tabs = app.getByRole('navigation', { name: common.tabs.label });
    const titleOf = (name: string): string => filled(talk.page.title, { name });
    /** The names are stepped through with arrows, from the one that has the focus first. */
    const person = async (name: string): Promise<void> => {
      await tabTo(window, app.locator('[data-person]').first());
      const link = app.locator('[data-person]', { hasText: name });
      for (let pressed = 0; pressed < 10 && !(await isAt(link)); pressed += 1) await page.keyboard.press('ArrowDown');
      await follow(window, link, name);
      await follow(window, app.getByRole('link', { name: team.person.openTalk }), titleOf(name));
    };
    await follow(window, tabs.getByRole('link', { name: common.tabs.team }), team.table.title, back);
    await person(staff);
    for (const sign of ['not-heard', 'no-agreements', 'short'] as const)
      await app.getByText(filled(insight.weak[sign], { name: staff })).waitFor();
    // What the two write together stands above all that there is to read.
    const headings = await app.getByRole('heading', { level: 2 }).allTextContents();
    const [notes, raised] = [talk.panel.notes, checkin.talk].map((title) => headings.indexOf(title));
    expect(notes).toBeGreaterThan(-1);
    expect(raised).toBeGreaterThan(notes ?? 0);
    expect(await inEveryLook(window, window.app, 'after-2-signs')).toEqual([]);
    await follow(window, app.getByRole('main').getByRole('link', { name: common.tabs.team }), team.table.title, back);
    await person(samtal.find('emil').name);
    const record = app.getByRole('button', { name: holdingEn.held });
    await pressOn(window, record);
    await untilAt(app.getByRole('group', { name: holdingEn.record.title }));
    await page.keyboard.press('Escape');
    await untilAt(record);
    await page.keyboard.press('Enter');
    const time = app.getByLabel(holdingEn.record.time);
    await tabTo(window, time);
    await page.keyboard.type('1159PM');
    const save = app.getByRole('button', { name: holdingEn.record.save });
    await pressOn(window, save);
    await app.getByText(holdingEn.record.wrong).waitFor();
    await untilAt(save);
    expect(await inEveryLook(window, window.app, 'after-3-record')).toEqual([]);
    // Back beyond it, to begin with its hours.
    await tabTo(window, app.getByLabel(holdingEn.record.day), back);
    await tabTo(window, time);
    await page.keyboard.type('1205AM');
    await typeInto(window, app.getByLabel(holdingEn.record.minutes), '45');
    await pressOn(window, save);
    await app.locator(':focus', { hasText: talk.page.say.sign }).waitFor();
    const sign = { name: talk.page.sign };
    await follow(window, app.getByRole('link', sign).or(app.getByRole('button', sign)), wordsIn('en').signing.title);
    expect(await samtal.as('emil').must(readTalk, of(ahead.talkId))).toMatchObject({ status: 'held', next: 'sign' });
    await window.close();
  });

  it('the employee sees by day who has opened the talk, their own accesses folded away; the manager sees what they opened themselves', async () => {
    const [sv, en] = [privacySv.opened, privacyEn.opened];
    const window = await open('erik', `talks/${held.talkId}`, { language: 'sv', theme: 'dark', width: 390 });
    const part = window.app.getByRole('region', { name: sv.title, exact: true });
    await pressOn(window, part.getByRole('button', { name: filled(sv.showAll, { title: sv.title }) }));
    const line = (words: { act: { read: string }; item: { ownPreparation: string } }, name: string): string =>
      filled(words.act.read, { name, what: words.item.ownPreparation });
    await part.locator(':focus', { hasText: line(sv, boss) }).waitFor();
    expect(await part.getByText(line(sv, privacySv.you), { exact: true }).count()).toBe(0);
    const mine = part.getByRole('button', { name: sv.mine });
    await pressOn(window, mine);
    await untilAt(mine);
    await part.getByText(line(sv, privacySv.you), { exact: true }).first().waitFor();
    expect(await inEveryLook(window, window.app, 'after-9-opened', [280, 390, 1280], part)).toEqual([]);
    await window.close();
    const other = await open('maja', `talks/${held.talkId}`, { language: 'en', theme: 'default', width: 280 });
    const hers = other.app.getByRole('region', { name: en.titleMine, exact: true });
    await pressOn(other, hers.getByRole('button'));
    await hers.locator(':focus', { hasText: filled(en.act.read, { name: privacyEn.you, what: en.item.employeesPreparation }) }).waitFor();
    expect(await inEveryLook(other, other.app, 'after-9-opened-manager', [280, 390, 1280], hers)).toEqual([]);
    await other.close();
  });

  it.each(['sv', 'en'] as const)('HR goes to a cycle and asks how often its talks were opened, in %s', async (language) => {
    const { counts, opened } = { sv: privacySv, en: privacyEn }[language];
    const window = await open('hedda', 'hr', { language, theme: 'default' });
    const { app } = window;
    await follow(window, app.getByRole('link', { name: cycleName }), cycleName);
    const part = app.getByRole('region', { name: counts.title, exact: true });
    await pressOn(window, part.getByRole('button', { name: filled(opened.showAll, { title: counts.title }) }));
    await part.locator(':focus', { hasText: counts.none }).waitFor();
    expect(await inEveryLook(window, app, 'after-9-opened-hr', [280, 390, 1280], part)).toEqual([]);
    await window.close();
  });

  it('in a meeting that Samtal did not book the two hold a talk of theirs; whoever has none there, or none at all, is told so', async () => {
    const path = `/meeting/${encodeURIComponent(chatId)}`;
    const outside = await openWindow(browser, samtal, 'hedda', path, { language: 'en', theme: 'default' });
    await outside.panel.getByText(holdingEn.none.outside).waitFor();
    expect(await outside.look('after-5-outside')).toEqual([]);
    await outside.close();
    const lone = await open('hedda', 'my-talk', { language: 'en', theme: 'default' });
    await lone.app.getByText(wordsIn('en').talk.my.emptyTitle).waitFor();
    await lone.close();

    const window = await openWindow(browser, samtal, 'aino', path, { language: 'sv', theme: 'default' });
    const { panel } = window;
    const hold = panel.getByRole('button', { name: filled(holdingSv.none.holdFor, { name: boss }) }).first();
    await hold.waitFor();
    expect(await inEveryLook(window, window.panel, 'after-6-hold-here', [1280])).toEqual([]);
    // It is asked again every few seconds whether there is a talk here: nothing comes and goes with that, nor does the focus.
    await tabTo(window, hold);
    const shown = await hold.elementHandle();
    const again = await window.page.waitForRequest((request) => request.url().includes('joinUrl='));
    await (await again.response())?.finished();
    expect([await shown?.evaluate((one) => one.isConnected), await isAt(hold)]).toEqual([true, true]);
    await pressOn(window, hold);
    await untilAt(panel.getByRole('heading', { level: 1, name: anyOf(wordsIn('sv').talk.page.title) }));
    await window.close();
    // Or they start one that nobody planned.
    const another = await givenForeignMeeting(samtal, 'emil', ['maja']);
    const fresh = await openWindow(browser, samtal, 'emil', `/meeting/${encodeURIComponent(another)}`, {
      language: 'en',
      theme: 'contrast',
    });
    await pressOn(fresh, fresh.panel.getByRole('button', { name: filled(holdingEn.none.with, { name: boss }), exact: true }));
    await untilAt(fresh.panel.getByRole('heading', { level: 1, name: filled(wordsIn('en').talk.panel.title, { name: boss }) }));
    await fresh.close();
  });
});
