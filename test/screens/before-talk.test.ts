/**
 * What lies ahead of a talk, in a browser: where it stands on My talk, a topic written down the moment it comes up, what was agreed last time marked while
 * preparing, and answers that open for both when both are ready. All of it by keyboard. Preparing itself is in too-long.test.ts.
 */
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, Locator } from 'playwright-core';
import { listFollowed } from '#api/agreement/following/contract.ts';
import { listTopicsWith } from '#api/checkin/contract.ts';
import { listMyGoals } from '#api/development/goal/contract.ts';
import { readPreparations, releasePreparation, saveAnswer } from '#api/preparation/contract.ts';
import { readTalk, type Talk } from '#api/talk/contract.ts';
import { smallCompany } from '#infra/local/company/company.ts';
import { findBrowser, launchBrowser } from '#test/browser.ts';
import { givenSignedUnplanned } from '#test/given/handed-over-talk.ts';
import { givenGoal } from '#test/given/goal.ts';
import { givenLaunchedCycle } from '#test/given/launched-cycle.ts';
import { inEveryLook, pressOn, tabTo, typeInto, untilAt } from '#test/given/looks.ts';
import { givenSamtal, type GivenSamtal } from '#test/given/samtal.ts';
import { readPdf } from '#test/given/files.ts';
import { openWindow, windowOn, type Look, type Window } from '#test/given/window.ts';
import { anyOf, filled, wordsIn } from '#test/given/words.ts';
import { holdingTexts as holdingEn } from '#tabs/talk/texts/holding-en.ts';
import { holdingTexts as holdingSv } from '#tabs/talk/texts/holding-sv.ts';

const boss = 'Maja Hallberg';
const agreed = 'Två veckor på fartyget';
const half = 'Tre veckor på';
const notes = 'Vi vill till Utö.';
const goal = 'Leda en egen sjömätning';
const raised = { kept: 'Orolig för vintern', first: 'Kursen i mars', shared: 'Kursen i maj', atOnce: 'Fler sjökort' };
const back = { by: 'Shift+Tab' };
const answers = { his: 'Kartan över Utö blev klar.', hers: 'Lugnet när vädret slog om.' };

/** Outside Teams the tab speaks the language of the mailbox: Erik's is Swedish. */
function withEnglishBoss() {
  const company = smallCompany({ week: new Date('2027-02-01T07:30:00Z') });
  const people = company.people.map((one) =>
    one.alias === 'maja' && one.mailbox ? { ...one, mailbox: { ...one.mailbox, locale: 'en-GB' } } : one,
  );
  return { ...company, people };
}

/** Height of a page, in pixels. */
const a4 = (297 / 25.4) * 96;
/** However a line is broken. */
const plain = (text: string): string => text.replaceAll(/\s+/g, ' ');

describe.runIf(findBrowser())('Before the talk, in a browser', () => {
  let browser: Browser;
  let samtal: GivenSamtal;
  let talk: Talk;

  beforeAll(async () => {
    [browser, samtal] = await Promise.all([launchBrowser(), givenSamtal({ companies: [withEnglishBoss()] })]);
    await givenSignedUnplanned(samtal, { employee: 'erik', manager: 'maja' }, { notes, agreed });
    await givenGoal(samtal, 'erik', 'maja', goal);
    talk = await (await givenLaunchedCycle(samtal, { settings: { departments: ['Charts'] } })).talkOf('erik');
  });
  afterAll(async () => {
    await browser?.close();
    await samtal?.stop();
  });

  const open = async (who: string, place: string, look: Look): Promise<Window> => {
    const window = await openWindow(browser, samtal, who, `/app?at=${encodeURIComponent(place)}`, look);
    await pressOn(window, window.app.getByRole('button', { name: wordsIn(look.language).app.welcome.action }));
    return window;
  };
  const title = ({ app }: Window): Locator => app.getByRole('heading', { level: 1 });

  it('My talk says where it stands in steps with days, with whom and when, has one filled button, and gives the time as a calendar file', async () => {
    const { talk: words } = wordsIn('sv');
    const window = await open('erik', 'my-talk', { language: 'sv', theme: 'default', width: 390 });
    const { app, page } = window;
    const steps = app.getByRole('list', { name: words.steps.label }).getByRole('listitem');
    await steps.first().waitFor();
    const said = await steps.allInnerTexts();
    const { invited, prepare, talk: held, sign, follow } = words.steps;
    for (const [at, name] of [invited, prepare, held, sign, follow].entries()) expect(said[at]?.split('\n')).toContain(name);
    const day = (instant: string | null): string =>
      new Intl.DateTimeFormat('sv-SE', { day: 'numeric', month: 'short', timeZone: 'Europe/Stockholm' })
        .format(new Date(instant ?? ''))
        .replace('.', '');
    expect([said[1], said[2]]).toEqual([expect.stringContaining(day(talk.prepareBy)), expect.stringContaining(day(talk.start))]);
    const card = app.getByRole('region', { name: filled(words.my.with, { name: boss }) });
    await card.getByText(anyOf(words.my.time)).waitFor();
    // One thing to do is filled, whatever else can be done.
    const filledOnes = await app.locator('main a, main button').evaluateAll((all) => {
      const brand = getComputedStyle(document.querySelector('.fui-FluentProvider') ?? document.body).getPropertyValue(
        '--colorBrandBackground',
      );
      const probe = document.body.appendChild(document.createElement('i'));
      probe.style.backgroundColor = brand;
      const colour = getComputedStyle(probe).backgroundColor;
      probe.remove();
      return all.filter((one) => getComputedStyle(one).backgroundColor === colour).map(({ textContent }) => textContent);
    });
    expect(filledOnes).toEqual([words.my.start]);
    expect(await inEveryLook(window, app, 'before-1-my-talk')).toEqual([]);
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      pressOn(window, app.getByRole('button', { name: words.my.calendar })),
    ]);
    const file = await readFile(await saved.path(), 'utf8');
    expect(file).toContain(`DTSTART:${(talk.start ?? '').replace(/[-:]|\.000/g, '')}`);
    await pressOn(window, app.getByRole('link', { name: words.my.start }), back);
    await untilAt(title(window).filter({ hasText: boss }));
    await window.close();
  });

  it('a topic is written down by keyboard and kept; shared later, the manager has it before the talk, and never the one that is kept', async () => {
    const { app: common, checkin, history, talk: words } = wordsIn('sv');
    const window = await open('erik', 'my-talk', { language: 'sv', theme: 'contrast', width: 280 });
    const { app, page } = window;
    const part = app.getByRole('region', { name: checkin.mine });
    const box = part.getByRole('textbox', { name: checkin.label });
    const button = (name: string): Locator => part.getByRole('button', { name, exact: true });
    const edit = (text: string): Locator => button(filled(checkin.editOne, { text }));
    await pressOn(window, button(checkin.keep));
    await part.getByText(checkin.missing).waitFor();
    // What is typed while the one before is being stored stays, and is the next one.
    let arrive = (): void => undefined;
    const arrived = new Promise<void>((done) => (arrive = done));
    await page.route('**/api/topics', (route) => arrived.then(() => route.continue()), { times: 1 });
    await typeInto(window, box, raised.kept, 'Shift+Tab');
    await pressOn(window, button(checkin.keep));
    await typeInto(window, box, raised.first, 'Shift+Tab');
    arrive();
    const listed = (text: string): Locator => part.getByRole('listitem').getByText(text, { exact: true });
    await listed(raised.kept).waitFor();
    expect(await box.inputValue()).toBe(raised.first);
    await pressOn(window, button(checkin.keep));
    await listed(raised.first).waitFor();
    await untilAt(button(checkin.keep));
    expect(await box.inputValue()).toBe('');
    await expect.poll(() => part.getByText(checkin.onlyYou, { exact: true }).count()).toBe(2);
    // What is being changed is still there when the page was left and is shown again.
    await pressOn(window, edit(raised.first), back);
    await untilAt(box.first());
    await page.keyboard.press('Control+End');
    await page.keyboard.type('?');
    await pressOn(window, app.getByRole('link', { name: history.link }));
    await untilAt(title(window).filter({ hasText: history.mine }));
    await pressOn(window, app.getByRole('link', { name: common.tabs.myTalk }), back);
    await untilAt(title(window).filter({ hasText: words.my.title }));
    await expect.poll(() => box.first().inputValue()).toBe(`${raised.first}?`);
    await pressOn(window, button(common.cancel));
    await untilAt(edit(raised.first));
    await page.keyboard.press('Enter');
    await untilAt(box.first());
    await typeInto(window, box.first(), raised.shared);
    await pressOn(window, button(checkin.save));
    await untilAt(edit(raised.shared));
    await pressOn(window, button(filled(checkin.shareOne, { name: boss, text: raised.shared })), back);
    await part.getByText(checkin.both, { exact: true }).waitFor();
    await untilAt(edit(raised.shared));
    // Shared as it is written; then taken up, not after all, removed, brought back, and removed for good.
    await typeInto(window, box, raised.atOnce);
    await pressOn(window, button(filled(checkin.shareNow, { name: 'Maja' })));
    await expect.poll(() => part.getByText(checkin.both, { exact: true }).count()).toBe(2);
    const done = part.getByRole('checkbox', { name: filled(checkin.done, { text: raised.atOnce }) });
    const earlier = part.getByRole('button', { name: checkin.earlier });
    await pressOn(window, done, { key: 'Space', by: 'Shift+Tab' });
    await pressOn(window, earlier);
    await pressOn(window, done, { key: 'Space' });
    await earlier.waitFor({ state: 'detached' });
    await app.locator(':focus').waitFor();
    const remove = button(filled(checkin.removeOne, { text: raised.atOnce }));
    const undo = button(checkin.undo);
    await pressOn(window, remove, back);
    await pressOn(window, undo);
    await undo.waitFor({ state: 'detached' });
    await pressOn(window, remove, back);
    await remove.waitFor({ state: 'detached' });
    await tabTo(window, undo);
    expect(await inEveryLook(window, app, 'before-2-topics', [280, 390, 1280], part)).toEqual([]);
    await window.close();
    const { topics } = await samtal.as('maja').must(listTopicsWith, { params: { employeeId: samtal.find('erik').id } });
    expect(topics.map(({ text }) => text)).toEqual([raised.shared]);
    const hers = await open('maja', `people/${samtal.find('erik').id}`, { language: 'en', theme: 'default' });
    await hers.app.getByText(raised.shared).waitFor();
    expect(await hers.app.getByText(raised.kept).count()).toBe(0);
    await hers.close();
  });

  it('preparing begins with what was agreed and the goals: each is marked as kept or changed where it stands, with a hint at every question', async () => {
    const { preparation, following, agreement, goal: words } = wordsIn('sv');
    const window = await open('erik', `talks/${talk.talkId}/prepare`, { language: 'sv', theme: 'dark', width: 390 });
    const { app, page } = window;
    const { template } = await samtal.as('erik').must(readTalk, { params: { talkId: talk.talkId } });
    const [first] = template.parts.flatMap(({ questions }) => questions);
    const hint = first?.hint.sv ?? '';
    const guidance = template.parts[0]?.guidance.sv ?? '';
    expect(Math.min(hint.length, guidance.length)).toBeGreaterThan(0);
    await app.getByText(hint).waitFor();
    await app.getByText(guidance).waitFor();
    const since = app.getByRole('list', { name: following.since });
    await since.getByText(agreed).waitFor();
    for (const status of ['kept', 'changed', 'dropped'] as const) {
      const say = since.getByRole('button', { name: filled(following.sayOne, { text: agreed }) });
      await pressOn(window, say);
      await untilAt(since.getByRole('radio', { checked: true }));
      const chosen = since.getByRole('radio', { name: agreement.status[status], checked: true });
      for (let pressed = 0; pressed < 4 && (await chosen.count()) === 0; pressed += 1) await page.keyboard.press('ArrowDown');
      await pressOn(window, since.getByRole('button', { name: following.save, exact: true }));
      await untilAt(say);
      await since.getByText(agreement.status[status], { exact: true }).first().waitFor();
      await since.getByRole('radio').first().waitFor({ state: 'detached' });
    }
    const goals = app.getByRole('list', { name: words.talk });
    const sayGoal = goals.getByRole('button', { name: filled(words.sayOne, { what: goal }) });
    await pressOn(window, sayGoal);
    await untilAt(goals.getByRole('radio', { name: words.state['going-on'] }));
    await page.keyboard.press('ArrowUp');
    expect(await inEveryLook(window, app, 'before-3-last-time')).toEqual([]);
    await pressOn(window, goals.getByRole('button', { name: words.save, exact: true }));
    await untilAt(sayGoal);
    await goals.getByText(words.state.reached, { exact: true }).first().waitFor();
    await goals.getByRole('radio').first().waitFor({ state: 'detached' });
    const { agreements } = await samtal.as('maja').must(listFollowed, { query: { as: 'manager', show: 'all' } });
    expect(agreements.map(({ text, status, steps }) => [text, status, steps.length])).toEqual([[agreed, 'dropped', 3]]);
    expect((await samtal.as('erik').must(listMyGoals)).goals.map(({ state }) => state)).toEqual(['reached']);
    await pressOn(window, app.getByRole('button', { name: preparation.way.all }), back);
    await untilAt(title(window));
    for (const part of template.parts) await app.getByText(part.guidance.sv).waitFor();
    await window.close();
  });

  it('a change of what was signed that is half written is still there when the page was left and is shown again', async () => {
    const { following, agreement, talk: words } = wordsIn('sv');
    const window = await open('erik', 'agreements', { language: 'sv', theme: 'contrast', width: 390 });
    const { app, page } = window;
    await tabTo(window, app.getByRole('tab', { name: following.open, exact: true }));
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await pressOn(window, app.getByRole('button', { name: filled(following.changeOne, { text: agreed }) }));
    const what = app.getByRole('textbox', { name: agreement.what });
    await untilAt(what);
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type(half);
    await pressOn(window, app.getByRole('link', { name: following.back }), { by: 'Shift+Tab' });
    await what.waitFor({ state: 'detached' });
    await untilAt(title(window).filter({ hasText: words.my.title }));
    await pressOn(window, app.getByRole('link', { name: agreement.all, exact: true }));
    await untilAt(title(window).filter({ hasText: following.title }));
    await tabTo(window, app.getByRole('tab', { name: following.open, exact: true }));
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await what.waitFor();
    expect(await what.inputValue()).toBe(half);
    expect(await window.look('before-3-change')).toEqual([]);
    const { agreements } = await samtal.as('maja').must(listFollowed, { query: { as: 'manager', show: 'all' } });
    expect(agreements.map(({ text, changeWaits }) => [text, changeWaits])).toEqual([[agreed, false]]);
    await window.close();
  });

  it('with “when both are ready” the page says who has shared, and shows what the other wrote once both have, without being loaded again', async () => {
    const {
      preparation: words,
      talk: { page },
    } = wordsIn('sv');
    const params = { talkId: talk.talkId };
    const window = await open('erik', `talks/${talk.talkId}/prepare`, { language: 'sv', theme: 'default', width: 1280 });
    const { app } = window;
    await typeInto(window, app.getByRole('textbox').first(), answers.his);
    await pressOn(window, app.getByRole('navigation', { name: words.parts }).getByRole('button').last(), back);
    const preview = app.getByRole('region', { name: filled(words.preview.title, { name: boss }) });
    await preview.getByText(answers.his).waitFor();
    await app.locator(':focus').getByRole('heading', { name: words.toShare }).waitFor();
    await pressOn(window, app.getByRole('button', { name: filled(words.preview.share, { name: boss }) }));
    await app.locator(':focus', { hasText: anyOf(words.shared.at) }).waitFor();
    const ready = app.getByRole('list', { name: words.ready.label });
    await ready.getByText(filled(words.ready.not, { name: boss })).waitFor();
    await samtal.as('maja').must(saveAnswer, { params: { ...params, questionId: 'proud-of' }, body: { text: answers.hers }, version: 0 });
    expect((await samtal.as('maja').must(readPreparations, { params })).theirs.answers).toBeNull();
    expect(await app.getByText(answers.hers).count()).toBe(0);
    await samtal.as('maja').must(releasePreparation, { params, body: { withId: samtal.find('erik').id }, version: 0 });
    await ready.getByText(anyOf(filled(words.ready.shared, { name: boss, when: '{{when}}' }))).waitFor({ timeout: 30_000 });
    await app
      .getByText(filled(words.shared.reads, { name: boss }))
      .first()
      .waitFor();
    await pressOn(window, app.getByRole('button', { name: words.way.all }), back);
    await untilAt(title(window));
    await app.getByText(answers.hers).waitFor();
    expect(await window.look('before-4-both-ready')).toEqual([]);
    // On to the talk, to its paper for the room, and back.
    await pressOn(window, app.getByRole('navigation', { name: words.parts }).getByRole('button').last());
    await pressOn(window, app.getByRole('link', { name: words.shared.talk }));
    await untilAt(title(window).filter({ hasText: filled(page.title, { name: boss }) }));
    await pressOn(window, app.getByRole('link', { name: holdingSv.print }));
    await untilAt(title(window).filter({ hasText: ' · ' }));
    await pressOn(window, app.getByRole('link', { name: holdingSv.paper.back }));
    await untilAt(title(window).filter({ hasText: filled(page.title, { name: boss }) }));
    await window.close();
  });

  it('looking back is printed with what was written and agreed, and without what is only for the screen', async () => {
    const { history } = wordsIn('sv');
    const window = await open('erik', `people/${samtal.find('erik').id}/back`, { language: 'sv', theme: 'contrast', width: 390 });
    const { app, page } = window;
    await pressOn(window, app.getByRole('button', { name: history.compare }).first());
    await pressOn(window, app.getByRole('button', { name: history.stop }));
    await untilAt(app.getByRole('button', { name: history.compare }).first());
    await pressOn(window, app.getByRole('button', { name: history.openAll }), back);
    await untilAt(app.getByRole('button', { name: history.foldAll }));
    const kept = [app.getByText(notes).first(), app.getByText(agreed).first()];
    for (const one of kept) await one.waitFor();
    // No printer is here: the browser is told what it would print.
    await app.locator('body').evaluate((body) => {
      globalThis.print = () => void (body.dataset.printed = 'yes');
    });
    const print = app.getByRole('button', { name: history.print, exact: true });
    await pressOn(window, print);
    expect(await app.locator('body').getAttribute('data-printed')).toBe('yes');
    await page.emulateMedia({ media: 'print' });
    for (const one of kept) await expect.poll(() => one.isVisible()).toBe(true);
    for (const one of [print, app.getByRole('searchbox', { name: history.find }), app.getByRole('button', { name: history.openAll })])
      await expect.poll(() => one.isVisible()).toBe(false);
    // In high contrast the screen has light letters; paper has dark ones, on white.
    const [letters, ground] = await app.locator('body').evaluate(
      (body, words) => {
        dispatchEvent(new Event('beforeprint'));
        const all = [...body.querySelectorAll('*')].filter((one) => one.childElementCount === 0);
        const said = words.flatMap((text) => all.find(({ textContent }) => textContent?.includes(text)) ?? []);
        const brightness = (colour: string): number => Math.max(...(colour.match(/\d+/g) ?? []).slice(0, 3).map(Number));
        const grounds = said.map((one) => {
          let at: Element | null = one;
          while (at && getComputedStyle(at).backgroundColor === 'rgba(0, 0, 0, 0)') at = at.parentElement;
          return at ? brightness(getComputedStyle(at).backgroundColor) : 255;
        });
        return [said.map((one) => brightness(getComputedStyle(one).color)), grounds];
      },
      [notes, agreed],
    );
    expect(letters).toHaveLength(2);
    expect([Math.max(...(letters ?? [])) < 100, Math.min(...(ground ?? [])) > 240], JSON.stringify([letters, ground])).toEqual([
      true,
      true,
    ]);
    await page.emulateMedia({ media: 'screen' });
    await window.close();
  });

  it('the paper for the room is one page with room to write; chosen so, a page for each part, with what both have shared', async () => {
    const parts = (await samtal.as('erik').must(readTalk, { params: { talkId: talk.talkId } })).template.parts;
    for (const [language, who, words] of [
      ['sv', 'erik', holdingSv],
      ['en', 'maja', holdingEn],
    ] as const) {
      // In a browser of its own: a frame is not printed alone.
      const context = await browser.newContext({ viewport: { width: 1280, height: 860 }, colorScheme: 'dark', reducedMotion: 'reduce' });
      const page = await context.newPage();
      const asked: string[] = [];
      page.on('request', (request) => asked.push(new URL(request.url()).pathname));
      await page.goto(`${samtal.platform.config.publicUrl}/talks/${talk.talkId}/paper`);
      await page.getByRole('button', { name: samtal.find(who).name }).click();
      for (const text of [agreed, goal]) await page.getByText(text).waitFor();
      const margin = { top: '1cm', bottom: '1cm', left: '1cm', right: '1cm' };
      const printed = async () => readPdf(await page.pdf({ format: 'A4', margin }));
      const one = await printed();
      expect(one.pages).toBe(1);
      await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
      await page.emulateMedia({ media: 'print' });
      await page.setViewportSize({ width: 718, height: 1047 });
      expect(await windowOn(page, `${language}-paper`, () => context.close()).look('before-5-one-page')).toEqual([]);
      await page.emulateMedia({ media: 'screen' });
      for (const part of parts)
        for (const text of [part.title, ...part.questions.map((each) => each.text)])
          expect(plain(one.text)).toContain(plain(text[language]));
      for (const text of [agreed, goal]) expect(plain(one.text)).toContain(text);
      for (const text of Object.values(answers)) expect(one.text).not.toContain(text);
      // Whoever prints it has not opened the answers, and is not written down as if they had.
      expect(asked.filter((path) => path.endsWith('/preparations'))).toEqual([]);
      // Lines to write on, over more than a third of its height.
      const room = await page
        .locator('article [aria-hidden] > div')
        .evaluateAll((lines) => lines.map((line) => line.getBoundingClientRect().height));
      expect(room.reduce((sum, height) => sum + height, 0)).toBeGreaterThan(a4 / 3);
      await pressOn(
        windowOn(page, `${language}-paper`, () => context.close()),
        page.getByRole('button', { name: words.paper.byPart }),
      );
      await untilAt(page.getByRole('button', { name: words.paper.onePage }));
      for (const text of Object.values(answers)) await page.getByText(text).waitFor();
      const many = await printed();
      expect(many.pages).toBe(parts.length);
      for (const text of Object.values(answers)) expect(plain(many.text)).toContain(text);
      await context.close();
    }
  });
});
