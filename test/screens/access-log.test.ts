/**
 * Two views of the access log that need some history: HR's list of months, in numbers, and what a new manager has opened of an earlier talk, beside what
 * was passed on to them. Who has opened a talk, as its two see it, is in after-talk.test.ts.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { readPreparations, saveAnswer } from '#api/preparation/contract.ts';
import { checkNextChains } from '#api/privacy/access-chain/check-next.ts';
import { countAccesses } from '#api/privacy/access-count/contract.ts';
import { readTalk } from '#api/talk/contract.ts';
import { passOn } from '#api/talk/passing/contract.ts';
import { findBrowser, launchBrowser } from '#test/browser.ts';
import { givenNewManager, givenSignedUnplanned, givenTakenOver } from '#test/given/handed-over-talk.ts';
import { givenLaunchedCycle } from '#test/given/launched-cycle.ts';
import { inEveryLook } from '#test/given/looks.ts';
import { givenSamtal, type GivenSamtal } from '#test/given/samtal.ts';
import { openWindow } from '#test/given/window.ts';
import { filled, wordsIn } from '#test/given/words.ts';
import { privacyTexts as privacyEn } from '#tabs/privacy/texts/en.ts';
import { privacyTexts as privacySv } from '#tabs/privacy/texts/sv.ts';

const secret = 'Kantarell';
const passed = { notes: 'Vi vill till Utö igen.', agreed: 'Två veckor på fartyget' };

describe.runIf(findBrowser())('The access log, in a browser', () => {
  let browser: Browser;
  let samtal: GivenSamtal;
  beforeAll(async () => {
    [browser, samtal] = await Promise.all([launchBrowser(), givenSamtal()]);
  });
  afterAll(async () => {
    await browser?.close();
    await samtal?.stop();
  });

  it('HR sees by month how often something was opened, and asked for in vain, once five people and talks are in it and the month is over', async () => {
    const { cycle, talkOf } = await givenLaunchedCycle(samtal, { settings: { departments: ['Charts'] } });
    const charts = ['erik', 'elin', 'emil', 'aino', 'maja'];
    const ids = await Promise.all(charts.map(async (who) => (await talkOf(who)).talkId));
    for (const [at, who] of charts.entries()) {
      const params = { talkId: ids[at] ?? '' };
      await samtal.as(who).must(saveAnswer, { params: { ...params, questionId: 'proud-of' }, body: { text: secret }, version: 0 });
      await samtal.as(who).must(readPreparations, { params });
      // In vain: the talk of the next of them; Maja manages them all.
      if (who !== 'maja') await samtal.as(who).refused(readPreparations, { params: { talkId: ids[(at + 1) % 4] ?? '' } });
    }
    for (const who of ['vera', 'hedda']) await samtal.as(who).refused(readPreparations, { params: { talkId: ids[0] ?? '' } });
    await samtal.desk.clock.pass({ days: 31 });
    while (await checkNextChains(samtal.platform));
    const { months } = await samtal.as('hedda').must(countAccesses, { params: { cycleId: cycle.cycleId } });
    expect(months).toEqual([{ month: '2027-02', accesses: expect.any(Number) as number, refused: 6 }]);
    for (const [language, words, month, checked] of [
      ['sv', privacySv, 'februari 2027', 'torsdag 4 mars'],
      ['en', privacyEn, 'February 2027', 'Thursday 4 March'],
    ] as const) {
      const { counts, opened } = words;
      const window = await openWindow(browser, samtal, 'hedda', `/app?at=${encodeURIComponent(`hr/cycles/${cycle.cycleId}`)}`, {
        language,
        theme: 'default',
      });
      await window.app.getByRole('button', { name: wordsIn(language).app.welcome.action }).click();
      const part = window.app.getByRole('region', { name: counts.title, exact: true });
      await part.getByRole('button', { name: filled(opened.showAll, { title: counts.title }) }).press('Enter');
      const said = `${filled(counts.opened_other, { count: months[0]?.accesses ?? 0 })} ${filled(counts.refused_other, { count: 6 })}`;
      const line = part.getByRole('list', { name: counts.title }).getByRole('listitem');
      await line.filter({ hasText: month }).getByText(said).waitFor();
      expect(await line.count()).toBe(1);
      await part.getByText(filled(counts.checked, { day: checked }), { exact: true }).waitFor();
      expect(await part.getByText(counts.none).count()).toBe(0);
      const text = await part.innerText();
      for (const name of charts) expect(text).not.toContain(samtal.find(name).name);
      expect(await inEveryLook(window, window.app, 'access-log-1-months', [280, 390, 1280], part)).toEqual([]);
      await window.close();
    }
  });

  it('a new manager sees, beside what was passed on to them, what they have opened of it themselves and nobody else’s', async () => {
    const talkId = await givenSignedUnplanned(samtal, { employee: 'emil', manager: 'maja' }, passed);
    await givenNewManager(samtal, 'emil', 'henrik');
    await givenTakenOver(samtal, { employee: 'emil', manager: 'henrik' });
    const { version } = await samtal.as('emil').must(readTalk, { params: { talkId } });
    const body = { what: 'shared-notes' as const, managerId: samtal.find('henrik').id };
    await samtal.as('emil').must(passOn, { params: { talkId }, body, version });
    const { history, app: common } = wordsIn('sv');
    const { act, item, titleMine } = privacySv.opened;
    const place = encodeURIComponent(`people/${samtal.find('emil').id}/back`);
    const window = await openWindow(browser, samtal, 'henrik', `/app?at=${place}`, { language: 'sv', theme: 'dark', width: 390 });
    const { app } = window;
    await app.getByRole('button', { name: common.welcome.action }).click();
    const fold = app.getByRole('button', { name: titleMine, exact: true });
    await app.getByRole('button', { name: history.openAll }).press('Enter');
    await app.getByText(passed.notes).waitFor();
    await fold.press('Enter');
    const read = filled(act.read, { name: privacySv.you, what: item['shared-notes'] });
    await app.getByText(read, { exact: true }).first().waitFor();
    const text = await app.locator('body').innerText();
    for (const name of ['Maja Hallberg', 'Emil Ask'])
      for (const one of [act.read, act.live]) expect(text).not.toContain(filled(one, { name, what: item['shared-notes'] }));
    expect(await inEveryLook(window, app, 'access-log-2-passed', [280, 390, 1280], fold)).toEqual([]);
    await window.close();
  });
});
