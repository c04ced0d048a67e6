/**
 * Looking back: two talks side by side, everything of one's own as a file, and the notes of a talk that go when the next one is signed. All of it by keyboard,
 * in three themes at three widths.
 */
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, Download, Locator } from 'playwright-core';
import { createAgeStep } from '#api/privacy/erasure/find-erasures.ts';
import { readTalk, type Talk } from '#api/talk/contract.ts';
import { findBrowser, launchBrowser } from '#test/browser.ts';
import { givenHeld, givenShared, givenSigned } from '#test/given/held-talk.ts';
import { givenLaunchedCycle } from '#test/given/launched-cycle.ts';
import { inEveryLook, pressOn, tabTo, untilAt } from '#test/given/looks.ts';
import { follow, goTo, openAt } from '#test/given/place.ts';
import { givenSamtal, type GivenSamtal } from '#test/given/samtal.ts';
import { until } from '#test/given/until.ts';
import type { Look, Window } from '#test/given/window.ts';
import { anyOf, filled, wordsIn } from '#test/given/words.ts';

const { app: common, data, history, signing, talk: words } = wordsIn('sv');
const departments = ['Charts'];
const autumn = { name: 'Autumn talks', windowFrom: '2027-03-08', windowTo: '2027-04-02' };
const [then, since] = ['Båten höll, och vi med.', 'Jag ledde hela mätningen själv.'];
const [boss, back] = ['Maja Hallberg', 'Shift+Tab'];

describe.runIf(findBrowser())('Looking back, in a browser', () => {
  let browser: Browser;
  let samtal: GivenSamtal;
  let [held, next] = [] as unknown as [Talk, Talk];

  beforeAll(async () => {
    [browser, samtal] = await Promise.all([launchBrowser(), givenSamtal()]);
    held = await (await givenLaunchedCycle(samtal, { settings: { departments } })).talkOf('erik');
    await givenShared(samtal, held.talkId, then);
    await givenHeld(samtal, held.talkId);
    await givenSigned(samtal, held.talkId, ['erik', 'maja']);
    next = await (await givenLaunchedCycle(samtal, { settings: { departments, ...autumn } })).talkOf('erik');
    await givenShared(samtal, next.talkId, since);
  });
  afterAll(async () => {
    await browser?.close();
    await samtal?.stop();
  });

  const open = (at: string, look: Look): Promise<Window> => openAt(browser, samtal, 'erik', at, look);
  const saved = async (window: Window, button: Locator, by?: string): Promise<Download> => {
    const [download] = await Promise.all([window.page.waitForEvent('download'), pressOn(window, button, by ? { by } : {})]);
    return download;
  };

  it('two talks stand side by side, what was written then and now, until Escape or the button closes them', async () => {
    const window = await open('my-talk', { language: 'sv', theme: 'contrast', width: 280 });
    const { app, page } = window;
    await follow(window, app.getByRole('link', { name: history.link }), history.mine);
    const compare = app.getByRole('button', { name: history.compare });
    await pressOn(window, compare);
    await untilAt(compare);
    const both = app.getByRole('region', { name: history.compareTitle });
    await both.getByText(then).waitFor();
    await both.getByText(since).waitFor();
    expect(await inEveryLook(window, window.app, 'look-back-1-compare')).toEqual([]);
    await pressOn(window, both.getByRole('button', { name: history.stop }));
    await untilAt(compare);
    expect(await both.count()).toBe(0);
    await page.keyboard.press('Enter');
    await tabTo(window, both.getByRole('button', { name: history.stop }));
    await page.keyboard.press('Escape');
    await untilAt(compare);
    expect(await both.count()).toBe(0);
    // All of it unfolds at one press, and folds again at the next.
    await pressOn(window, app.getByRole('button', { name: history.openAll }), { by: back });
    await untilAt(app.getByRole('button', { name: history.foldAll }));
    for (const text of [then, since]) await app.getByText(text).waitFor();
    await page.keyboard.press('Enter');
    await untilAt(app.getByRole('button', { name: history.openAll }));
    await follow(window, app.getByRole('link', { name: history.open }).first(), filled(words.page.title, { name: boss }));
    await window.close();
  });

  it('whoever wants all that is kept of them finds it from My talk, is told when it does not come, and gets it as a file', async () => {
    const window = await open('my-talk', { language: 'sv', theme: 'default' });
    const { app, page } = window;
    await follow(window, app.getByRole('link', { name: history.dataLink }), data.title);
    // What is kept is one row of headings to step along.
    const [first, secret] = [data.subject.talks.title, data.subject['private-notes'].title];
    await tabTo(window, app.getByRole('button', { name: first, exact: true }));
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await untilAt(app.getByRole('button', { name: secret }));
    await page.keyboard.press('Enter');
    await app.getByText(data.ends['year-unchanged']).waitFor();
    const [asPage, asJson] = (['page', 'json'] as const).map((kind) => app.getByRole('button', { name: data.file[kind] })) as [
      Locator,
      Locator,
    ];
    const address = '**/api/my-data/json';
    await page.route(address, (route) => route.abort());
    await pressOn(window, asJson, { by: back });
    const again = app.getByRole('button', { name: common.tryAgain });
    await again.waitFor();
    await untilAt(asJson);
    expect(await inEveryLook(window, window.app, 'look-back-2-data')).toEqual([]);
    await page.unroute(address);
    for (const [kind, button, ending] of [
      ['json', again, 'json'],
      ['page', asPage, 'html'],
    ] as const) {
      const file = await saved(window, button, kind === 'page' ? back : 'Tab');
      await untilAt(kind === 'page' ? asPage : asJson);
      expect(file.suggestedFilename()).toMatch(/^samtal-\d{4}-\d\d-\d\d\.(json|html)$/);
      expect(file.suggestedFilename().endsWith(ending)).toBe(true);
      const text = await readFile(await file.path(), 'utf8');
      for (const word of [then, since]) expect(text).toContain(word);
      await app.getByText(filled(data.file.saved, { name: file.suggestedFilename() })).waitFor();
    }
    await window.close();
  });

  it('before the next talk is signed it is said which notes go with it, and afterwards, where they were, that they are gone', async () => {
    await givenHeld(samtal, next.talkId);
    const window = await open('my-talk', { language: 'sv', theme: 'dark', width: 390 });
    const { app } = window;
    await follow(
      window,
      app.getByRole('link', { name: words.my.sign }).or(app.getByRole('button', { name: words.my.sign })),
      signing.title,
    );
    const ending = app.getByRole('region', { name: signing.ending.title });
    const copy = ending.getByRole('button', { name: signing.file.pdf });
    await copy.waitFor();
    expect(await ending.getByRole('listitem').count()).toBe(1);
    expect((await saved(window, copy)).suggestedFilename()).toMatch(/\.pdf$/);
    await untilAt(copy);
    expect(await inEveryLook(window, app, 'look-back-3-ending')).toEqual([]);
    await givenSigned(samtal, next.talkId, ['erik', 'maja']);
    const step = createAgeStep(samtal.platform);
    while (await step());
    samtal.platform.wake();
    const isErased = async (): Promise<boolean> =>
      (await samtal.as('erik').must(readTalk, { params: { talkId: held.talkId } })).notesErased !== undefined;
    await until(isErased, { message: 'the notes of the first talk are erased' });
    await goTo(window, `people/${samtal.find('erik').id}/back`);
    await app.getByText(anyOf(signing.erased['next-signed'])).first().waitFor();
    await pressOn(window, app.getByRole('button', { name: history.compare }).first());
    expect(await inEveryLook(window, app, 'look-back-4-erased')).toEqual([]);
    await window.close();
  });
});
