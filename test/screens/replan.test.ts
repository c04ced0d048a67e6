/** HR plans a launched cycle again by keyboard: somebody is away, one talk moves, and its employee reads why; another has a new manager. In a browser. */
import { DateTime } from 'luxon';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { startTalk } from '#api/talk/contract.ts';
import { findBrowser, launchBrowser } from '#test/browser.ts';
import { givenLaunchedCycle } from '#test/given/launched-cycle.ts';
import { givenNewManager, givenSignedUnplanned, givenTakenOver } from '#test/given/handed-over-talk.ts';
import { acceptAgain, proposeAgain } from '#test/given/planned-again.ts';
import { givenSamtal, type GivenSamtal } from '#test/given/samtal.ts';
import { openWindow, type Window } from '#test/given/window.ts';
import { anyOf, filled, wordsIn } from '#test/given/words.ts';
import { passingTexts as passingSv } from '#tabs/talk/texts/passing-sv.ts';
import { privacyTexts as privacySv } from '#tabs/privacy/texts/sv.ts';
import { partingTexts } from '#tabs/talk/texts/parting-sv.ts';
import { replanTexts } from '#tabs/talk/texts/replan-sv.ts';

const { cycle: words, app: common, talk: talkWords, signing: signingWords } = wordsIn('sv');
const english = wordsIn('en');

describe.runIf(findBrowser())('In a browser', () => {
  let browser: Browser;
  let samtal: GivenSamtal;
  let window: Window | undefined;
  beforeAll(async () => {
    [browser, samtal] = await Promise.all([launchBrowser(), givenSamtal()]);
  });
  afterAll(async () => {
    await window?.close();
    await browser?.close();
    await samtal?.stop();
  });

  it('HR says who is away, sees which talk moves and why, and lets it; the employee reads why without whose absence it was', async () => {
    const { cycle, talkOf } = await givenLaunchedCycle(samtal);
    const day = DateTime.fromISO((await talkOf('erik')).start ?? '', { zone: 'Europe/Stockholm' }).toFormat('yyyy-MM-dd');
    const at = encodeURIComponent(`hr/cycles/${cycle.cycleId}`);
    window = await openWindow(browser, samtal, 'henrik', `/app?at=${at}`, { language: 'sv', theme: 'default' });
    const { app } = window;
    const button = (name: string) => app.getByRole('button', { name, exact: true });
    const replan = words.replan;
    await app.getByRole('button', { name: common.welcome.action }).click();
    await app.getByRole('link', { name: replan.button }).press('Enter');
    await app.getByRole('heading', { name: filled(replan.title, { name: cycle.settings.name }) }).waitFor();
    await app.getByLabel(replan.away).pressSequentially('Erik');
    await app.getByRole('button', { name: /^Erik Storm/ }).press('Enter');
    const name = 'Erik Storm';
    await app.getByLabel(filled(replan.awayFrom, { name })).fill(day);
    // The last day is missing: the button is told so, and waits.
    await app.getByText(replan.fix).waitFor();
    await app.getByLabel(filled(replan.awayTo, { name })).fill(day);
    await button(replan.see).press('Enter');
    const sentence = filled(replan.moves_one, { count: 1, of: 7 });
    await app.getByRole('heading', { name: sentence }).waitFor();
    expect(await window.look('replan-difference')).toEqual([]);

    // HR leaves it out: the count follows at once, it says what that means, and there is nothing left to accept.
    const tick = app.getByRole('checkbox', { name: filled(replan.includeOf, { name }) });
    await tick.press('Space');
    await app
      .getByRole('heading', { name: `${filled(replan.moves_zero, { of: 7 })}, ${filled(replan.leftOut_one, { count: 1 })}` })
      .waitFor();
    await app.getByText(replan.left.clashes).waitFor();
    expect(await button(filled(replan.go.moves_one, { count: 1 })).count()).toBe(0);
    expect(await window.look('replan-left-out')).toEqual([]);
    await window.page.setViewportSize({ width: 390, height: 860 });
    await tick.scrollIntoViewIfNeeded();
    expect(await window.look('replan-left-out-narrow')).toEqual([]);
    await window.page.setViewportSize({ width: 1280, height: 860 });
    // Asked again, it is planned around; then HR lets it move after all.
    await button(replan.seeAgain).press('Enter');
    await app.getByText(replan.chosen).waitFor();
    await button(filled(replan.unstayOf, { name })).press('Enter');
    await app.getByRole('heading', { name: sentence }).waitFor();
    expect(await tick.isChecked()).toBe(true);
    await button(filled(replan.go.moves_one, { count: 1 })).press('Enter');
    await app.getByRole('heading', { name: replan.status.done }).waitFor();
    await app.getByText(filled(replan.status.bar, { done: 1, of: 1 })).waitFor();
    expect(await window.look('replan-done')).toEqual([]);
    // Who was said to be away is asked about when HR plans again before closing Samtal.
    await app.getByRole('link', { name: replan.button }).press('Enter');
    expect(await app.getByLabel(filled(replan.awayTo, { name })).inputValue()).toBe(day);
    await window.close();

    window = await openWindow(browser, samtal, 'erik', '/app', { language: 'sv', theme: 'dark', width: 390, height: 800 });
    await window.app.getByRole('button', { name: common.welcome.action }).click();
    await window.app.getByText(anyOf(filled(replanTexts.news, { why: replanTexts.why.calendars, from: '{{from}}' }))).waitFor();
    expect(await window.look('replan-employee')).toEqual([]);
  });

  it('An employee with a new manager in the middle of a talk sees what each choice means, and starts over by keyboard', async () => {
    const { cycle, talkOf } = await givenLaunchedCycle(samtal, { settings: { name: 'Autumn' } });
    const { talkId, version } = await talkOf('elin');
    await samtal.as('maja').must(startTalk, { params: { talkId }, version });
    await samtal.desk.change('elin', { manager: 'henrik' });
    await samtal.readDirectory();
    await acceptAgain(samtal, cycle.cycleId, await proposeAgain(samtal, cycle.cycleId));
    window = await openWindow(browser, samtal, 'elin', '/app', { language: 'sv', theme: 'contrast', width: 390, height: 1200 });
    const { app } = window;
    const names = { to: 'Henrik Falk', from: 'Maja Hallberg' };
    const press = (name: string) => app.getByRole('button', { name: filled(name, names), exact: true }).press('Enter');
    await app.getByRole('button', { name: common.welcome.action }).click();
    await app.getByRole('heading', { name: filled(partingTexts.title, names) }).waitFor();
    expect(await window.look('parting-choice')).toEqual([]);
    await press(partingTexts.over);
    await app.getByText(filled(partingTexts.confirm, names)).waitFor();
    await press(partingTexts.over);
    await app.getByText(filled(partingTexts.news.employee, { ...names, manager: names.to })).waitFor();
    await app.getByRole('heading', { name: talkWords.time.title }).waitFor();
    expect(await window.look('parting-started-over')).toEqual([]);
    await window.close();
    // What a reminder from before leads to.
    const at = encodeURIComponent(`talks/${talkId}/sign`);
    window = await openWindow(browser, samtal, 'elin', `/app?at=${at}`, { language: 'sv', theme: 'default', width: 280, height: 600 });
    await window.app.getByText(filled(signingWords.closed, { name: names.from })).waitFor();
    expect(await window.look('sign-closed')).toEqual([]);
  });

  it('An employee with a new manager sees what comes along, lets the notes of an earlier talk be read by keyboard, and takes them back', async () => {
    const written = { notes: 'Vi vill till Utö igen.', agreed: 'Två veckor på fartyget' };
    await givenSignedUnplanned(samtal, { employee: 'emil', manager: 'maja' }, written);
    await givenNewManager(samtal, 'emil', 'henrik');
    await givenTakenOver(samtal, { employee: 'emil', manager: 'henrik' });
    window = await openWindow(browser, samtal, 'emil', '/app?at=new-manager', { language: 'sv', theme: 'dark', width: 390, height: 1000 });
    const { app } = window;
    const names = { name: 'Henrik', manager: 'Maja' };
    const press = (word: string) =>
      app.getByRole('button', { name: `${filled(word, names)}: ${passingSv.items['shared-notes']}` }).press('Enter');
    await app.getByRole('button', { name: common.welcome.action }).click();
    await app.getByText(written.agreed).waitFor();
    expect(await window.look('passing')).toEqual([]);
    await press(passingSv.give);
    await app.getByText(filled(passingSv.gave, names)).waitFor();

    const at = encodeURIComponent(`people/${samtal.find('emil').id}/back`);
    const reader = await openWindow(browser, samtal, 'henrik', `/app?at=${at}`, {
      language: 'en',
      theme: 'default',
      width: 280,
      height: 1000,
    });
    await reader.app.getByRole('button', { name: english.app.welcome.action }).click();
    await reader.app.getByRole('button', { name: english.history.openAll }).press('Enter');
    await reader.app.getByText(written.notes).waitFor();
    expect(await reader.look('passed')).toEqual([]);
    await reader.close();

    // The talk's own page says who reads the notes now: no longer Maja, and Henrik since a moment ago.
    await app.getByRole('link', { name: passingSv.open }).press('Enter');
    const notes = app.getByRole('region', { name: talkWords.panel.notes });
    await notes.getByText(filled(privacySv.youAnd, names)).waitFor();
    expect(await window.look('passing-talk')).toEqual([]);
    await app.locator('body').evaluate(() => history.back());

    await press(passingSv.take);
    await app.getByText(filled(passingSv.took, names)).waitFor();
    await window.wear('contrast');
    expect(await window.look('passing-taken-back')).toEqual([]);
  });
});
