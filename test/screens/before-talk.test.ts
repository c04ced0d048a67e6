/**
 * What lies ahead of a talk, in a browser: where it stands on My talk, a topic written down the moment it comes up, what was agreed last time marked while
 * preparing, and answers that open for both when both are ready. Preparing itself is in too-long.test.ts.
 */
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { listFollowed } from '#api/agreement/following/contract.ts';
import { listTopicsWith } from '#api/checkin/contract.ts';
import { addGoal, listMyGoals } from '#api/development/goal/contract.ts';
import { readPreparations, releasePreparation, saveAnswer } from '#api/preparation/contract.ts';
import { readTalk, type Talk } from '#api/talk/contract.ts';
import { findBrowser, launchBrowser } from '#test/browser.ts';
import { givenSignedUnplanned } from '#test/given/handed-over-talk.ts';
import { givenLaunchedCycle } from '#test/given/launched-cycle.ts';
import { inEveryLook } from '#test/given/looks.ts';
import { givenSamtal, type GivenSamtal } from '#test/given/samtal.ts';
import { openWindow, type Look, type Window } from '#test/given/window.ts';
import { anyOf, filled, wordsIn } from '#test/given/words.ts';

const boss = 'Maja Hallberg';
const agreed = 'Två veckor på fartyget';
const notes = 'Vi vill till Utö.';
const goal = 'Leda en egen sjömätning';
const raised = { kept: 'Orolig för vintern', shared: 'Kursen i maj' };
const answers = { his: 'Kartan över Utö blev klar.', hers: 'Lugnet när vädret slog om.' };

describe.runIf(findBrowser())('Before the talk, in a browser', () => {
  let browser: Browser;
  let samtal: GivenSamtal;
  let talk: Talk;

  beforeAll(async () => {
    [browser, samtal] = await Promise.all([launchBrowser(), givenSamtal()]);
    await givenSignedUnplanned(samtal, { employee: 'erik', manager: 'maja' }, { notes, agreed });
    const body = {
      goalId: randomUUID(),
      what: goal,
      why: null,
      due: null,
      visibility: 'manager' as const,
      managerId: samtal.find('maja').id,
    };
    await samtal.as('erik').must(addGoal, { body });
    talk = await (await givenLaunchedCycle(samtal, { settings: { departments: ['Charts'] } })).talkOf('erik');
  });
  afterAll(async () => {
    await browser?.close();
    await samtal?.stop();
  });

  const open = async (who: string, place: string, look: Look): Promise<Window> => {
    const window = await openWindow(browser, samtal, who, `/app?at=${encodeURIComponent(place)}`, look);
    await window.app.getByRole('button', { name: wordsIn(look.language).app.welcome.action }).click();
    return window;
  };

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
    const [saved] = await Promise.all([page.waitForEvent('download'), app.getByRole('button', { name: words.my.calendar }).press('Enter')]);
    const file = await readFile(await saved.path(), 'utf8');
    expect(file).toContain(`DTSTART:${(talk.start ?? '').replace(/[-:]|\.000/g, '')}`);
    await window.close();
  });

  it('a topic is written down by keyboard and kept; shared later, the manager has it before the talk, and never the one that is kept', async () => {
    const { app: common, checkin, history } = wordsIn('sv');
    const window = await open('erik', 'my-talk', { language: 'sv', theme: 'contrast', width: 280 });
    const { app, page } = window;
    const part = app.getByRole('region', { name: checkin.mine });
    const box = part.getByRole('textbox', { name: checkin.label });
    await part.getByRole('button', { name: checkin.keep }).press('Enter');
    await part.getByText(checkin.missing).waitFor();
    for (const text of [raised.kept, raised.shared]) {
      await box.focus();
      await page.keyboard.type(text);
      await part.getByRole('button', { name: checkin.keep }).press('Enter');
      await part.getByText(text, { exact: true }).waitFor();
    }
    await expect.poll(() => part.getByText(checkin.onlyYou, { exact: true }).count()).toBe(2);
    // What is being changed is still there when the page was left and is shown again.
    const edit = part.getByRole('button', { name: filled(checkin.editOne, { text: raised.shared }) });
    await edit.press('Enter');
    await part.getByRole('textbox', { name: checkin.label }).first().fill(`${raised.shared}?`);
    await app.getByRole('link', { name: history.link }).press('Enter');
    await app.getByRole('link', { name: common.tabs.myTalk }).press('Enter');
    await expect.poll(() => part.getByRole('textbox', { name: checkin.label }).first().inputValue()).toBe(`${raised.shared}?`);
    await part.getByRole('button', { name: common.cancel, exact: true }).press('Enter');
    await part.getByRole('button', { name: filled(checkin.shareOne, { name: boss, text: raised.shared }) }).press('Enter');
    await part.getByText(checkin.both, { exact: true }).waitFor();
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
    const { app } = window;
    const { template } = await samtal.as('erik').must(readTalk, { params: { talkId: talk.talkId } });
    const [first] = template.parts.flatMap(({ questions }) => questions);
    const hint = first?.hint.sv ?? '';
    expect(hint).not.toBe('');
    await app.getByText(hint).waitFor();
    const since = app.getByRole('list', { name: following.since });
    await since.getByText(agreed).waitFor();
    for (const status of ['kept', 'changed', 'dropped'] as const) {
      await since.getByRole('button', { name: filled(following.sayOne, { text: agreed }) }).press('Enter');
      await since.getByRole('radio', { name: agreement.status[status] }).press('Space');
      await since.getByRole('button', { name: following.save, exact: true }).press('Enter');
      await since.getByText(agreement.status[status], { exact: true }).first().waitFor();
      await since.getByRole('radio').first().waitFor({ state: 'detached' });
    }
    const goals = app.getByRole('list', { name: words.talk });
    await goals.getByRole('button', { name: filled(words.sayOne, { what: goal }) }).press('Enter');
    await goals.getByRole('radio', { name: words.state.reached }).press('Space');
    expect(await inEveryLook(window, app, 'before-3-last-time')).toEqual([]);
    await goals.getByRole('button', { name: words.save, exact: true }).press('Enter');
    await goals.getByText(words.state.reached, { exact: true }).first().waitFor();
    const { agreements } = await samtal.as('maja').must(listFollowed, { query: { as: 'manager', show: 'all' } });
    expect(agreements.map(({ text, status, steps }) => [text, status, steps.length])).toEqual([[agreed, 'dropped', 3]]);
    expect((await samtal.as('erik').must(listMyGoals)).goals.map(({ state }) => state)).toEqual(['reached']);
    await app.getByRole('button', { name: preparation.way.all }).waitFor();
    await window.close();
  });

  it('with “when both are ready” the page says who has shared, and shows what the other wrote once both have, without being loaded again', async () => {
    const { preparation: words } = wordsIn('sv');
    const params = { talkId: talk.talkId };
    const window = await open('erik', `talks/${talk.talkId}/prepare`, { language: 'sv', theme: 'default', width: 1280 });
    const { app } = window;
    await app.getByRole('textbox').first().fill(answers.his);
    await app.getByRole('navigation', { name: words.parts }).getByRole('button').last().click();
    const preview = app.getByRole('region', { name: filled(words.preview.title, { name: boss }) });
    await preview.getByText(answers.his).waitFor();
    await app.getByRole('button', { name: filled(words.preview.share, { name: boss }) }).press('Enter');
    const ready = app.getByRole('list', { name: words.ready.label });
    await ready.getByText(filled(words.ready.not, { name: boss })).waitFor();
    await samtal.as('maja').must(saveAnswer, { params: { ...params, questionId: 'proud-of' }, body: { text: answers.hers }, version: 0 });
    expect((await samtal.as('maja').must(readPreparations, { params })).theirs.answers).toBeNull();
    expect(await app.getByText(answers.hers).count()).toBe(0);
    await samtal.as('maja').must(releasePreparation, { params, version: 0 });
    await ready.getByText(anyOf(filled(words.ready.shared, { name: boss, when: '{{when}}' }))).waitFor({ timeout: 30_000 });
    await app
      .getByText(filled(words.shared.reads, { name: boss }))
      .first()
      .waitFor();
    await app.getByRole('button', { name: words.way.all }).press('Enter');
    await app.getByText(answers.hers).waitFor();
    expect(await window.look('before-4-both-ready')).toEqual([]);
    await window.close();
  });

  it('looking back is printed with what was written and agreed, and without what is only for the screen', async () => {
    const { history } = wordsIn('sv');
    const window = await open('erik', `people/${samtal.find('erik').id}/back`, { language: 'sv', theme: 'contrast', width: 390 });
    const { app, page } = window;
    await app.getByRole('button', { name: history.openAll }).press('Enter');
    const kept = [app.getByText(notes).first(), app.getByText(agreed).first()];
    for (const one of kept) await one.waitFor();
    // No printer is here: the browser is told what it would print.
    await app.locator('body').evaluate((body) => {
      globalThis.print = () => void (body.dataset.printed = 'yes');
    });
    const print = app.getByRole('button', { name: history.print, exact: true });
    await print.press('Enter');
    expect(await app.locator('body').getAttribute('data-printed')).toBe('yes');
    await page.emulateMedia({ media: 'print' });
    for (const one of kept) await expect.poll(() => one.isVisible()).toBe(true);
    await expect.poll(() => print.isVisible()).toBe(false);
    await page.emulateMedia({ media: 'screen' });
    await window.close();
  });
});
