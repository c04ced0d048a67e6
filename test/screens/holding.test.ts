/**
 * The hour itself in the side panel, as two people hold it: who is here, where they are, an agreement out of the notes, private notes that cannot be mistaken
 * for the shared ones, what finishing points out; then an objection, signatures, a correction, and the summary as a Word file. All of it by keyboard: when
 * something closes, the keyboard goes on where that was.
 */
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, Locator } from 'playwright-core';
import { listAgreements } from '#api/agreement/contract.ts';
import { readPrivateNotes, readSharedNotes } from '#api/note/contract.ts';
import { readHolding } from '#api/talk/holding/contract.ts';
import { readTalk } from '#api/talk/contract.ts';
import { findBrowser, launchBrowser } from '#test/browser.ts';
import { givenGoal } from '#test/given/goal.ts';
import { readWord } from '#test/given/files.ts';
import { givenLiveTalk, type LiveTalk } from '#test/given/live-talk.ts';
import { givenSamtal, type GivenSamtal } from '#test/given/samtal.ts';
import { inEveryLook, pressOn, tabTo, typeInto, untilAt } from '#test/given/looks.ts';
import { openWindow, type Window } from '#test/given/window.ts';
import { anyOf, filled, wordsIn } from '#test/given/words.ts';
import { holdingTexts as holding } from '#tabs/talk/texts/holding-en.ts';

const { agreement, app, following, note, signing, talk: words } = wordsIn('en');
const [boss, staff] = ['Maja Hallberg', 'Erik Storm'];
const said = {
  line: 'Two weeks on the survey ship',
  hers: 'Three weeks on the survey ship',
  his: 'Two weeks, and one at home',
  half: 'A course in',
};
const goal = 'Lead a survey of my own';
const back = { by: 'Shift+Tab' };
const written = { secret: 'Ask about the night watches.', objection: 'It was three weeks.', correction: 'The ship is in dock until July.' };

describe.runIf(findBrowser())('The hour itself', () => {
  let browser: Browser;
  let samtal: GivenSamtal;
  let talk: LiveTalk;
  let [maja, erik] = [] as unknown as [Window, Window];
  const params = () => ({ params: { talkId: talk.talkId } });
  const button = ({ panel }: Window, name: string | RegExp): Locator => panel.getByRole('button', { name, exact: true });
  const title = ({ panel }: Window): Locator => panel.getByRole('heading', { level: 1 });
  const secret = ({ panel }: Window): Locator => panel.getByRole('region', { name: note.private.title });
  const notes = ({ panel }: Window): Locator => panel.getByRole('textbox', { name: note.label });
  const agreed = async (): Promise<string[]> => (await samtal.as('erik').must(listAgreements, params())).agreements.map(({ text }) => text);

  beforeAll(async () => {
    [browser, samtal] = await Promise.all([launchBrowser(), givenSamtal()]);
    talk = await givenLiveTalk(samtal);
    await givenGoal(samtal, 'erik', 'maja', goal);
    [maja, erik] = await Promise.all([
      openWindow(browser, samtal, 'maja', talk.path, { language: 'en', theme: 'default' }),
      openWindow(browser, samtal, 'erik', talk.path, { language: 'en', theme: 'contrast' }),
    ]);
    await Promise.all([notes(maja).waitFor(), notes(erik).waitFor()]);
  });
  afterAll(async () => {
    await browser?.close();
    await samtal?.stop();
  });

  it('each sees that the other is here and how much time is left by the server’s clock, and both go to the next part at one press', async () => {
    // The computers' own clocks are months behind.
    for (const { panel } of [maja, erik]) await panel.getByText(filled(words.panel.time, { elapsed: 0, left: 60 })).waitFor();
    for (const [{ panel }, other] of [
      [maja, staff],
      [erik, boss],
    ] as const)
      await panel.getByRole('status').filter({ hasText: other }).filter({ hasText: holding.hereNow }).waitFor();
    const { template } = await samtal.as('maja').must(readTalk, params());
    const [, second] = template.parts.map(({ title }) => title.en);
    const bar = anyOf(filled(holding.bar, { part: second ?? '', used: '{{used}}', planned: '{{planned}}' }));
    await pressOn(erik, button(erik, filled(holding.next, { part: second ?? '' })));
    for (const { panel } of [maja, erik]) {
      await panel.getByText(filled(holding.moved, { part: second ?? '' })).waitFor();
      await panel
        .locator('[aria-current="step"]')
        .getByText(second ?? '')
        .first()
        .waitFor();
      await panel.getByRole('img', { name: bar }).waitFor();
    }
    expect([...(await maja.look('holding-1-part')), ...(await erik.look('holding-1-part'))]).toEqual([]);
  });

  it('before it is finished it is said kindly what is empty and which parts they have not come to, and a day for the next check-in is proposed', async () => {
    await pressOn(maja, button(maja, words.page.finish));
    const panel = maja.panel.getByRole('group', { name: words.finish.title });
    await panel.getByText(words.finish.both).waitFor();
    await panel.getByText(anyOf(holding.finish.notReached)).waitFor();
    const day = panel.getByLabel(holding.finish.checkIn);
    const today = (await samtal.desk.clock.now()).toISOString().slice(0, 10);
    expect((await day.inputValue()) > today).toBe(true);
    await tabTo(maja, day);
    await maja.page.keyboard.type('01012020');
    await panel.getByText(holding.finish.wrong).waitFor();
    expect(await maja.look('holding-2-empty')).toEqual([]);
    await maja.page.keyboard.press('Escape');
    await untilAt(button(maja, words.page.finish));
    expect((await samtal.as('erik').must(readHolding, params())).checkIn).toBeNull();
  });

  it('a line of the notes becomes an agreement that both see; when both change it, each reads the other’s words before any are kept', async () => {
    await tabTo(maja, notes(maja), 'Shift+Tab');
    await maja.page.keyboard.type(`About the summer\n${said.line}`);
    await notes(erik).getByText(said.line).waitFor();
    await pressOn(maja, button(maja, note.agree));
    const what = ({ panel }: Window): Locator => panel.getByRole('textbox', { name: agreement.what });
    await untilAt(what(maja));
    expect(await what(maja).inputValue()).toBe(said.line);
    await tabTo(maja, maja.panel.getByRole('radio', { name: staff }));
    await maja.page.keyboard.press('ArrowDown');
    await tabTo(maja, maja.panel.getByLabel(agreement.due));
    await maja.page.keyboard.type('06062027');
    await tabTo(maja, maja.panel.getByRole('radio', { name: agreement.noGoal }));
    await maja.page.keyboard.press('ArrowDown');
    expect(await maja.look('holding-3-agree')).toEqual([]);
    await pressOn(maja, button(maja, agreement.save));
    await untilAt(button(maja, agreement.add));
    const [made] = (await samtal.as('erik').must(listAgreements, params())).agreements;
    expect(made).toMatchObject({ text: said.line, ownerName: boss, due: '2027-06-06', goal: { what: goal } });
    const edit = (text: string): string => filled(agreement.editOne, { text });
    await pressOn(maja, button(maja, edit(said.line)), back);
    await pressOn(erik, button(erik, edit(said.line)));
    await typeInto(maja, what(maja), said.hers);
    await pressOn(maja, button(maja, agreement.save));
    await expect.poll(agreed).toEqual([said.hers]);
    await untilAt(button(maja, edit(said.hers)));
    await typeInto(erik, what(erik), said.his);
    await pressOn(erik, button(erik, agreement.save));
    const both = erik.panel.getByRole('group', { name: app.twoTexts.title });
    for (const text of [said.hers, said.his]) await both.getByText(text, { exact: true }).waitFor();
    expect(await erik.look('holding-4-two-texts')).toEqual([]);
    expect(await agreed()).toEqual([said.hers]);
    await pressOn(erik, both.getByRole('button', { name: app.twoTexts.keepMine }));
    await untilAt(button(erik, edit(said.his)));
    await maja.panel.getByText(said.his).waitFor();
    expect(await agreed()).toEqual([said.his]);
  });

  it('a laptop that slept while the network was away shows what was written meanwhile, and goes on', async () => {
    const context = erik.page.context();
    const cdp = await context.newCDPSession(erik.page);
    await context.setOffline(true);
    await cdp.send('Page.setWebLifecycleState', { state: 'frozen' });
    await notes(maja).press('Control+End');
    await maja.page.keyboard.type(', in June');
    await maja.panel.getByText(app.saved.saved, { exact: true }).waitFor();
    await context.setOffline(false);
    await cdp.send('Page.setWebLifecycleState', { state: 'active' });
    await notes(erik).getByText(`${said.line}, in June`).waitFor();
    await notes(erik).press('Control+End');
    await erik.page.keyboard.type(' or July');
    await notes(maja).getByText(`${said.line}, in June or July`).waitFor();
  });

  it('on a telephone the tab in the meeting’s chat shows the same talk, with the same notes', async () => {
    const chat = `${talk.path.replace('/meeting/', '/chat/')}?at=app`;
    const phone = await openWindow(browser, samtal, 'erik', chat, { language: 'sv', theme: 'dark', width: 390, height: 800 });
    await phone.app.getByRole('heading', { level: 1, name: filled(wordsIn('sv').talk.page.title, { name: boss }) }).waitFor();
    await phone.app.getByText(`${said.line}, in June or July`).waitFor();
    await phone.app.getByText(said.his).waitFor();
    expect(await inEveryLook(phone, phone.app, 'holding-5-chat-tab', [280, 390, 1280])).toEqual([]);
    await phone.close();
  });

  it('in the meeting’s details, opened from the calendar, it is the same talk, with the same notes', async () => {
    const { start } = await samtal.as('erik').must(readTalk, params());
    const calendar = await openWindow(browser, samtal, 'erik', `/calendar?at=${start ?? ''}`, { language: 'en', theme: 'default' });
    const { page } = calendar;
    await page
      .getByRole('button', { name: /^Utvecklingssamtal/ })
      .first()
      .click();
    await page.getByRole('button', { name: 'Samtal', exact: true }).click();
    const details = page.frameLocator('iframe[title*="details"]');
    await details.getByRole('heading', { level: 1, name: filled(words.page.title, { name: boss }) }).waitFor();
    for (const text of [`${said.line}, in June or July`, said.his]) await details.getByText(text).waitFor();
    expect(await calendar.look('holding-5-details')).toEqual([]);
    await calendar.close();
  });

  it('an agreement that is half written is still there when the layer with private notes was looked at meanwhile', async () => {
    await pressOn(erik, button(erik, agreement.add));
    const what = erik.panel.getByRole('textbox', { name: agreement.what });
    await untilAt(what);
    await erik.page.keyboard.type(said.half);
    await pressOn(erik, button(erik, words.panel.private));
    await erik.panel.getByText(note.private.law).waitFor();
    await untilAt(secret(erik));
    await pressOn(erik, button(erik, words.panel.back), back);
    await untilAt(title(erik));
    expect(await what.inputValue()).toBe(said.half);
    expect(await agreed()).toEqual([said.his]);
  });

  it('private notes are another layer with a sentence about the law: nothing of them is in the shared ones or on the other’s page', async () => {
    await pressOn(maja, button(maja, words.panel.private));
    await maja.panel.getByText(note.private.law).waitFor();
    expect(await notes(maja).count()).toBe(0);
    await typeInto(maja, maja.panel.getByRole('textbox', { name: note.private.title }), written.secret);
    await maja.panel.getByText(app.saved.saved, { exact: true }).waitFor();
    expect(await maja.look('holding-5-private')).toEqual([]);
    await pressOn(maja, button(maja, words.panel.back), back);
    await notes(maja).waitFor();
    expect((await samtal.as('maja').must(readPrivateNotes, params())).text).toBe(written.secret);
    expect((await samtal.as('erik').must(readSharedNotes, params())).text).not.toContain(written.secret);
    for (const window of [maja, erik]) expect(await window.panel.locator('body').innerText()).not.toContain(written.secret);
  });

  it('they finish with the day that was proposed, and the employee reads it and objects; the manager sees why before anybody has signed', async () => {
    await pressOn(maja, button(maja, words.page.finish));
    const day = maja.panel.getByLabel(holding.finish.checkIn);
    await day.waitFor();
    expect(await maja.panel.getByText(words.finish.both).count()).toBe(0);
    const proposed = await day.inputValue();
    await pressOn(maja, button(maja, words.finish.confirm));
    await maja.panel.locator(':focus', { hasText: words.page.say.sign }).waitFor();
    await erik.panel.getByText(anyOf(holding.checkIn)).waitFor();
    expect((await samtal.as('erik').must(readHolding, params())).checkIn).toBe(proposed);
    await pressOn(erik, button(erik, words.page.sign));
    await pressOn(erik, button(erik, signing.comment.open));
    await tabTo(erik, erik.panel.getByRole('textbox', { name: signing.comment.label }));
    await erik.page.keyboard.press('Escape');
    await untilAt(button(erik, signing.comment.open));
    await pressOn(erik, button(erik, signing.objection.open));
    await erik.page.keyboard.press('Escape');
    await untilAt(button(erik, signing.objection.open));
    await erik.page.keyboard.press('Enter');
    await pressOn(erik, button(erik, signing.objection.send));
    await erik.panel.getByText(signing.empty).waitFor();
    await typeInto(erik, erik.panel.getByRole('textbox', { name: signing.objection.label }), written.objection, 'Shift+Tab');
    await pressOn(erik, button(erik, signing.objection.send));
    await untilAt(button(erik, signing.objection.open));
    await erik.panel.getByText(filled(signing.objection.mine, { name: boss })).waitFor();
    await maja.panel
      .getByText(filled(signing.objection.page, { name: staff }))
      .first()
      .waitFor();
    await pressOn(maja, button(maja, words.page.sign));
    await maja.panel.getByText(written.objection).waitFor();
    await maja.panel.getByText(filled(signing.objection.theirs, { name: staff })).waitFor();
    expect([...(await maja.look('holding-6-objection')), ...(await erik.look('holding-6-objection'))]).toEqual([]);
  });

  it('both sign; a correction counts when the other has confirmed it, and the Word file has all of it', async () => {
    for (const [window, way] of [
      [maja, {}],
      [erik, back],
    ] as const) {
      await pressOn(window, button(window, signing.button), way);
      await window.panel.locator(':focus', { hasText: signing.thanks }).waitFor();
    }
    // What he was writing when Maja signed is no agreement, and not lost.
    await pressOn(erik, button(erik, words.panel.back), back);
    await erik.panel.getByText(agreement.tooLate).waitFor();
    await erik.panel.getByText(said.half, { exact: true }).waitFor();
    expect(await agreed()).toEqual([said.his]);
    expect(await erik.look('holding-7-too-late')).toEqual([]);
    await pressOn(erik, button(erik, agreement.remove));
    await erik.panel.getByText(said.half, { exact: true }).waitFor({ state: 'detached' });
    await untilAt(button(erik, filled(following.sayOne, { text: said.his })));
    await pressOn(erik, button(erik, words.page.summary), back);
    await pressOn(erik, button(erik, signing.amend.add));
    await typeInto(erik, erik.panel.getByRole('textbox', { name: signing.amend.label }), written.correction);
    await pressOn(erik, button(erik, signing.amend.send));
    await erik.panel.locator(':focus', { hasText: signing.amend.closed }).waitFor();
    await erik.panel.getByText(filled(signing.amend.yours, { name: boss })).waitFor();
    await maja.panel.getByText(written.correction).waitFor();
    await pressOn(maja, button(maja, signing.amend.confirm));
    await maja.panel.locator(':focus', { hasText: anyOf(filled(signing.amend.confirmed, { name: boss, when: '{{when}}' })) }).waitFor();
    await maja.panel.getByText(anyOf(signing.amend.intact)).waitFor();
    expect(await maja.look('holding-7-corrected')).toEqual([]);
    const [saved] = await Promise.all([maja.page.waitForEvent('download'), pressOn(maja, button(maja, signing.file.word))]);
    expect(saved.suggestedFilename()).toMatch(/^samtal-\d{4}-\d\d-\d\d\.docx$/);
    const { text } = readWord(await readFile(await saved.path()));
    for (const one of [said.his, written.objection, written.correction]) expect(text).toContain(one);
    expect(text).not.toContain(written.secret);
  });
});
