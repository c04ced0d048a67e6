/**
 * What comes after the talk, and a talk that went another way than planned: the whole way and the two questions by keyboard, the hint to the manager, a talk
 * held without Samtal, a check-in, a meeting that Samtal did not book, two talks side by side, and everything as one file. Each screen in three themes
 * at three widths.
 */
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { listSigns } from '#api/insight/weak/contract.ts';
import { answerCheckIn, readCheckIns } from '#api/checkin/answer/contract.ts';
import { createAgeStep } from '#api/privacy/erasure/find-erasures.ts';
import { releasePreparation, saveAnswer } from '#api/preparation/contract.ts';
import { finishTalk, listMyTalks, readSummary, readTalk, signTalk, startTalk, type Talk } from '#api/talk/contract.ts';
import { proposeCheckIn } from '#api/talk/holding/contract.ts';
import { startUnplanned } from '#api/talk/unplanned/contract.ts';
import { findBrowser, launchBrowser } from '#test/browser.ts';
import { givenForeignMeeting } from '#test/given/foreign-meeting.ts';
import { givenLaunchedCycle } from '#test/given/launched-cycle.ts';
import { inEveryLook, isAt, pressOn, tabTo, typeInto, untilAt } from '#test/given/looks.ts';
import { givenSamtal, type GivenSamtal } from '#test/given/samtal.ts';
import { until } from '#test/given/until.ts';
import { openWindow, type Look, type Window } from '#test/given/window.ts';
import { anyOf, filled, wordsIn } from '#test/given/words.ts';
import { privacyTexts as privacyEn } from '#tabs/privacy/texts/en.ts';
import { privacyTexts as privacySv } from '#tabs/privacy/texts/sv.ts';
import { refusalTexts } from '#tabs/platform/texts/refusals-sv.ts';
import { holdingTexts as holdingEn } from '#tabs/talk/texts/holding-en.ts';
import { holdingTexts as holdingSv } from '#tabs/talk/texts/holding-sv.ts';

const departments = ['Charts'];
const autumn = { name: 'Autumn talks', windowFrom: '2027-03-08', windowTo: '2027-04-02' };
const then = 'Båten höll, och vi med.';
const since = 'Jag ledde hela mätningen själv.';
const added = 'Två veckor räcker inte.';
const boss = 'Maja Hallberg';

describe.runIf(findBrowser())('After the talk, in a browser', () => {
  let browser: Browser;
  let samtal: GivenSamtal;
  let [held, ahead, next] = [] as unknown as [Talk, Talk, Talk];
  let [chatId, cycleId] = ['', ''];

  beforeAll(async () => {
    [browser, samtal] = await Promise.all([launchBrowser(), givenSamtal()]);
    const cycle = await givenLaunchedCycle(samtal, { settings: { departments } });
    ({ cycleId } = cycle.cycle);
    [held, ahead] = await Promise.all([cycle.talkOf('erik'), cycle.talkOf('emil')]);
    await prepared(held.talkId, then);
    await through(held.talkId);
    const day = (await samtal.desk.clock.now()).toISOString().slice(0, 10);
    await samtal.as('maja').must(proposeCheckIn, { ...of(held.talkId), body: { day }, version: 0 });
    const again = await givenLaunchedCycle(samtal, { settings: { departments, ...autumn } });
    next = await again.talkOf('erik');
    await prepared(next.talkId, since);
    chatId = await givenForeignMeeting(samtal, 'maja', ['erik', 'hedda']);
    // Hedda has no talk in these cycles; without a manager there is nobody she could start one with.
    await samtal.desk.change('hedda', { manager: null });
    await samtal.readDirectory();
  });
  afterAll(async () => {
    await browser?.close();
    await samtal?.stop();
  });

  const of = (talkId: string) => ({ params: { talkId } });
  /** Maja starts the talk and finishes it. */
  const through = async (talkId: string): Promise<void> => {
    for (const entry of [startTalk, finishTalk]) {
      // Samtal may write to the talk at the same time, for example that it is booked.
      const once = async (): Promise<boolean> => {
        const { version } = await samtal.as('maja').must(readTalk, of(talkId));
        return (await samtal.as('maja').call(entry, { ...of(talkId), version })).status === 200;
      };
      await until(once, { message: `${entry.path} has been done` });
    }
  };
  const prepared = async (talkId: string, text: string): Promise<void> => {
    await samtal.as('erik').must(saveAnswer, { params: { talkId, questionId: 'proud-of' }, body: { text }, version: 0 });
    await samtal.as('erik').must(releasePreparation, { ...of(talkId), version: 0 });
  };
  const open = async (who: string, at: string, look: Look): Promise<Window> => {
    const window = await openWindow(browser, samtal, who, `/app?at=${encodeURIComponent(at)}`, look);
    await window.app.getByRole('button', { name: wordsIn(look.language).app.welcome.action }).click();
    return window;
  };

  it('the employee signs and answers the two questions with the keyboard alone, lets the manager know, and checks in', async () => {
    const { signing, insight } = wordsIn('sv');
    const window = await open('erik', `talks/${held.talkId}/sign`, { language: 'sv', theme: 'dark', width: 390 });
    const { app, page } = window;
    await app.getByRole('button', { name: signing.button, exact: true }).waitFor();
    // The heading has the focus on arrival; everything is a few tabs away.
    await pressOn(window, app.getByRole('button', { name: signing.button, exact: true }));
    await app.locator(':focus', { hasText: signing.thanks }).waitFor();
    const send = app.getByRole('button', { name: insight.send });
    await pressOn(window, send);
    expect(await app.getByText(insight.both).count()).toBe(2);
    expect(await inEveryLook(window, window.app, 'after-1-questions')).toEqual([]);
    // Back into a group in which nothing is chosen leads to its last, and on from there to the first.
    await tabTo(window, app.getByRole('radiogroup', { name: insight.heard }).getByRole('radio').last(), 'Shift+Tab');
    await page.keyboard.press('ArrowDown');
    for (const question of [insight.heard, insight.next]) {
      await tabTo(window, app.getByRole('radiogroup', { name: question }).getByRole('radio').first());
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
    }
    await pressOn(window, send);
    await app.getByText(insight.thanks).waitFor();
    await pressOn(window, app.getByRole('checkbox', { name: filled(insight.tell, { name: boss }) }), { key: 'Space' });
    await app.getByText(filled(insight.told, { name: boss })).waitFor();
    expect((await samtal.as('maja').must(listSigns, of(held.talkId))).signs).toContain('not-heard');
    await checkIn(window);
    await window.close();
  });

  /** The check-in is due at once: answered with the keyboard, what is written staying when the page is left; taken back, and given again. */
  async function checkIn(window: Window): Promise<void> {
    const { app, page } = window;
    const { checkin, history, app: shell } = wordsIn('sv');
    const { answer } = checkin;
    await goTo(window, 'my-talk');
    const part = app.getByRole('region', { name: answer.title });
    const send = part.getByRole('button', { name: filled(answer.share, { name: 'Maja' }) });
    await send.press('Enter');
    expect(await part.getByText(answer.missing).count()).toBe(3);
    const words = part.getByLabel(answer.text);
    await words.fill(added);
    for (const question of [answer.how, filled(answer.need, { name: 'Maja' }), answer.again]) {
      await part.getByRole('radiogroup', { name: question }).getByRole('radio').first().focus();
      await page.keyboard.press('ArrowDown');
    }
    await app.getByRole('link', { name: history.link }).press('Enter');
    await app.getByRole('link', { name: shell.tabs.myTalk }).press('Enter');
    expect(await words.inputValue()).toBe(added);
    expect(await inEveryLook(window, window.app, 'after-2-check-in')).toEqual([]);
    const thanks = part.getByText(filled(answer.shared, { name: boss }));
    await send.press('Enter');
    await thanks.waitFor();
    await part.getByRole('button', { name: answer.withdraw }).press('Enter');
    await part.getByText(answer.withdrawn).waitFor();
    expect(await words.inputValue()).toBe(added);
    await send.press('Enter');
    await thanks.waitFor();
  }

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
    await through(mine.talkId);
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

  it('the manager sees why a talk is worth a second look and what was said in the check-in, and records one that was held without Samtal', async () => {
    const { checkin, insight, talk } = wordsIn('en');
    const window = await open('maja', `talks/${held.talkId}`, { language: 'en', theme: 'default', width: 1280 });
    const { app, page } = window;
    for (const sign of ['not-heard', 'no-agreements', 'short'] as const)
      await app.getByText(filled(insight.weak[sign], { name: 'Erik Storm' })).waitFor();
    // What the two write together stands above all that there is to read.
    const headings = await app.getByRole('heading', { level: 2 }).allTextContents();
    const [notes, raised] = [talk.panel.notes, checkin.talk].map((title) => headings.indexOf(title));
    expect(notes).toBeGreaterThan(-1);
    expect(raised).toBeGreaterThan(notes ?? 0);
    // What the employee has said in the check-in, with the same questions for the manager.
    await app.getByText(added).waitFor();
    expect(await inEveryLook(window, window.app, 'after-2-signs')).toEqual([]);
    await goTo(window, 'team');
    const { checkIn: said } = wordsIn('en').team;
    await app.getByText(anyOf(filled(said.employee, { day: '{{day}}', said: `${said.how.partly}, ${said.need.word}` }))).waitFor();
    await goTo(window, `talks/${ahead.talkId}`);
    await pressOn(window, app.getByRole('button', { name: holdingEn.held }));
    const time = app.getByLabel(holdingEn.record.time);
    await tabTo(window, time);
    await page.keyboard.type('1159PM');
    await pressOn(window, app.getByRole('button', { name: holdingEn.record.save }));
    await app.getByText(holdingEn.record.wrong).waitFor();
    expect(await inEveryLook(window, window.app, 'after-3-record')).toEqual([]);
    // Back beyond it, to begin with its hours.
    await tabTo(window, app.getByLabel(holdingEn.record.day), 'Shift+Tab');
    await tabTo(window, time);
    await page.keyboard.type('1205AM');
    await typeInto(window, app.getByLabel(holdingEn.record.minutes), '45');
    await pressOn(window, app.getByRole('button', { name: holdingEn.record.save }));
    await app.locator(':focus', { hasText: talk.page.say.sign }).waitFor();
    await app
      .getByRole('link', { name: talk.page.sign })
      .or(app.getByRole('button', { name: talk.page.sign }))
      .waitFor();
    expect(await samtal.as('emil').must(readTalk, of(ahead.talkId))).toMatchObject({ status: 'held', next: 'sign' });
    await window.close();
  });

  it('the employee sees by day who has opened the talk, their own accesses folded away; the manager sees what they opened themselves', async () => {
    const [sv, en] = [privacySv.opened, privacyEn.opened];
    const window = await open('erik', `talks/${held.talkId}`, { language: 'sv', theme: 'dark', width: 390 });
    const part = window.app.getByRole('region', { name: sv.title, exact: true });
    await part.getByRole('button', { name: filled(sv.showAll, { title: sv.title }) }).press('Enter');
    const line = (words: { act: { read: string }; item: { ownPreparation: string } }, name: string): string =>
      filled(words.act.read, { name, what: words.item.ownPreparation });
    await part.getByText(line(sv, boss), { exact: true }).first().waitFor();
    expect(await part.getByText(line(sv, privacySv.you), { exact: true }).count()).toBe(0);
    await part.getByRole('button', { name: sv.mine }).press('Enter');
    await part.getByText(line(sv, privacySv.you), { exact: true }).first().waitFor();
    expect(await inEveryLook(window, window.app, 'after-9-opened', [280, 390, 1280], part)).toEqual([]);
    await window.close();
    const other = await open('maja', `talks/${held.talkId}`, { language: 'en', theme: 'default', width: 280 });
    const hers = other.app.getByRole('region', { name: en.titleMine, exact: true });
    await hers.getByRole('button').press('Enter');
    const read = filled(en.act.read, { name: privacyEn.you, what: en.item.employeesPreparation });
    await hers.getByText(read, { exact: true }).first().waitFor();
    expect(await inEveryLook(other, other.app, 'after-9-opened-manager', [280, 390, 1280], hers)).toEqual([]);
    await other.close();
    for (const language of ['sv', 'en'] as const) {
      const { counts, opened } = language === 'sv' ? privacySv : privacyEn;
      const cycles = await open('hedda', `hr/cycles/${cycleId}`, { language, theme: 'default' });
      const ofHr = cycles.app.getByRole('region', { name: counts.title, exact: true });
      await ofHr.getByRole('button', { name: filled(opened.showAll, { title: counts.title }) }).press('Enter');
      await ofHr.getByText(counts.none).waitFor();
      expect(await inEveryLook(cycles, cycles.app, 'after-9-opened-hr', [280, 390, 1280], ofHr)).toEqual([]);
      await cycles.close();
    }
  });

  it('two talks stand side by side, what was written then and now', async () => {
    const { history } = wordsIn('sv');
    const window = await open('erik', `people/${samtal.find('erik').id}/back`, { language: 'sv', theme: 'contrast', width: 280 });
    await window.app.getByRole('button', { name: history.compare }).press('Enter');
    const both = window.app.getByRole('region', { name: history.compareTitle });
    await both.getByText(then).waitFor();
    await both.getByText(since).waitFor();
    expect(await inEveryLook(window, window.app, 'after-4-compare')).toEqual([]);
    await window.close();
  });

  it('whoever wants all that is kept of them finds it from My talk by keyboard, is told when it does not come, and gets it as a file', async () => {
    const { data, history, app: common } = wordsIn('sv');
    const window = await open('erik', 'my-talk', { language: 'sv', theme: 'default' });
    const { app, page } = window;
    await app.getByRole('link', { name: history.dataLink }).press('Enter');
    await app.getByRole('button', { name: data.subject['private-notes'].title }).press('Enter');
    await app.getByText(data.ends['year-unchanged']).waitFor();
    const download = app.getByRole('button', { name: data.file.page });
    const address = '**/api/my-data/html';
    await page.route(address, (route) => route.abort());
    await download.press('Enter');
    const again = app.getByRole('button', { name: common.tryAgain });
    await again.waitFor();
    expect(await inEveryLook(window, window.app, 'after-5-data')).toEqual([]);
    await page.unroute(address);
    const [saved] = await Promise.all([page.waitForEvent('download'), again.press('Enter')]);
    expect(saved.suggestedFilename()).toMatch(/^samtal-\d{4}-\d\d-\d\d\.html$/);
    const text = await readFile(await saved.path(), 'utf8');
    for (const word of [then, since]) expect(text).toContain(word);
    await app.getByText(filled(data.file.saved, { name: saved.suggestedFilename() })).waitFor();
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

    const window = await openWindow(browser, samtal, 'erik', path, { language: 'sv', theme: 'default' });
    const { panel } = window;
    const hold = panel.getByRole('button', { name: filled(holdingSv.none.holdFor, { name: boss }) }).first();
    await hold.waitFor();
    expect(await inEveryLook(window, window.panel, 'after-6-hold-here', [1280])).toEqual([]);
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

  it('when a newer check-in takes the place of the one that somebody is writing to, what they wrote is still there', async () => {
    const { checkin } = wordsIn('sv');
    const { answer } = checkin;
    const window = await open('erik', 'my-talk', { language: 'sv', theme: 'dark', width: 280 });
    const part = window.app.getByRole('region', { name: answer.title });
    await part.getByRole('button', { name: answer.change, exact: true }).press('Enter');
    await part.getByLabel(answer.text).fill(then);
    await samtal.desk.clock.pass({ days: 56 });
    const share = part.getByRole('button', { name: filled(answer.share, { name: 'Maja' }) });
    await share.press('Enter');
    await part.getByText(anyOf(answer.unsaid)).waitFor();
    await part.getByText(refusalTexts['check-in-closed'].title).waitFor();
    expect([await part.getByText(then).count(), await part.getByLabel(answer.text).inputValue()]).toEqual([1, '']);
    expect(await window.look('after-7-newer')).toEqual([]);
    await part.getByRole('button', { name: checkin.remove, exact: true }).press('Enter');
    await part.getByText(then).waitFor({ state: 'detached' });
    await window.close();
    const { open: newer, version } = await samtal.as('erik').must(readCheckIns, of(held.talkId));
    const params = { ...of(held.talkId).params, day: newer?.day ?? '' };
    await samtal.as('erik').must(answerCheckIn, { params, body: { how: 'partly', need: 'word', weeks: 8, text: since }, version });
  });

  it('who has another manager while they answer a check-in is told so once, and what they were writing is still there', async () => {
    const { checkin } = wordsIn('sv');
    const { answer } = checkin;
    const { hash } = await samtal.as('maja').must(readSummary, of(held.talkId));
    const { version } = await samtal.as('maja').must(readTalk, of(held.talkId));
    await samtal.as('maja').must(signTalk, { ...of(held.talkId), body: { hash }, version });
    const window = await open('erik', 'my-talk', { language: 'sv', theme: 'default' });
    const part = window.app.getByRole('region', { name: answer.title });
    await part.getByRole('button', { name: answer.change, exact: true }).press('Enter');
    await part.getByLabel(answer.text).fill(then);
    await samtal.desk.change('erik', { manager: 'vera' });
    await samtal.readDirectory();
    await samtal.as('erik').must(startUnplanned, { body: { withId: samtal.find('vera').id } });
    await part.getByRole('button', { name: filled(answer.share, { name: 'Maja' }) }).press('Enter');
    await part.getByRole('alert').getByText(answer.handedOverSaid).waitFor();
    for (const words of [then, since, answer.onlyMe]) expect(await part.getByText(words, { exact: true }).count()).toBe(1);
    expect(await part.getByText(refusalTexts['check-in-closed'].title).count()).toBe(0);
    expect(await part.getByRole('status').count()).toBe(0);
    expect(await inEveryLook(window, window.app, 'after-8-closed', [390, 280, 1280])).toEqual([]);
    await part.getByRole('button', { name: checkin.remove, exact: true }).press('Enter');
    await part.getByText(then).waitFor({ state: 'detached' });
    await window.close();
  });

  it('before the next talk is signed it is said which notes go with it, and afterwards, where they were, that they are gone', async () => {
    const { signing, history } = wordsIn('sv');
    await through(next.talkId);
    const window = await open('erik', `talks/${next.talkId}/sign`, { language: 'sv', theme: 'dark', width: 390 });
    const { app } = window;
    const ending = app.getByRole('region', { name: signing.ending.title });
    await ending.getByRole('button', { name: signing.file.pdf }).waitFor();
    expect(await ending.getByRole('listitem').count()).toBe(1);
    expect(await inEveryLook(window, app, 'after-9-ending')).toEqual([]);
    for (const who of ['erik', 'maja']) {
      const [{ hash }, { version }] = [
        await samtal.as(who).must(readSummary, of(next.talkId)),
        await samtal.as(who).must(readTalk, of(next.talkId)),
      ];
      await samtal.as(who).must(signTalk, { ...of(next.talkId), body: { hash }, version });
    }
    const step = createAgeStep(samtal.platform);
    while (await step());
    samtal.platform.wake();
    const isErased = async (): Promise<boolean> => (await samtal.as('erik').must(readTalk, of(held.talkId))).notesErased !== undefined;
    await until(isErased, { message: 'the notes of the first talk are erased' });
    await goTo(window, `people/${samtal.find('erik').id}/back`);
    await app.getByText(anyOf(signing.erased['next-signed'])).first().waitFor();
    await app.getByRole('button', { name: history.compare }).first().press('Enter');
    expect(await inEveryLook(window, app, 'after-9-erased')).toEqual([]);
    await window.close();
  });

  const goTo = async ({ page }: Window, place: string): Promise<void> => {
    const address = new URL(page.url());
    address.searchParams.set('at', place);
    await page.goto(address.href);
  };
});
