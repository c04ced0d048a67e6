/**
 * A manager of forty: who needs them first, the rest at a press, filters and names, all who have not prepared reminded at once, and one page for each person.
 * All of it by keyboard.
 * Times for several are in find-time.test.ts; the rules of the filters in tabs/talk/use-team.test.ts.
 */
import { randomUUID } from 'node:crypto';
import { DateTime } from 'luxon';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { readPreparations, releasePreparation, saveAnswer } from '#api/preparation/contract.ts';
import { remindToPrepare } from '#api/reminder/asking/contract.ts';
import { listTeam } from '#api/talk/team/contract.ts';
import { smallCompany } from '#infra/local/company/company.ts';
import { findBrowser, launchBrowser } from '#test/browser.ts';
import { givenSignedUnplanned } from '#test/given/handed-over-talk.ts';
import { givenLaunchedCycle, type LaunchedCycle } from '#test/given/launched-cycle.ts';
import { inEveryLook, pressOn, tabTo, typeInto, untilAt } from '#test/given/looks.ts';
import { givenSamtal, type GivenSamtal } from '#test/given/samtal.ts';
import { openWindow, type Window } from '#test/given/window.ts';
import { filled, wordsIn } from '#test/given/words.ts';

const week = new Date('2027-02-01T07:30:00Z');
const agreed = 'Two weeks on the survey ship';
const answer = 'The chart of the sound is done.';
const back = { by: 'Shift+Tab' };
const { app: common, history, team, talk: words, note, goal } = wordsIn('en');

/** Four of Maja's people have names; the others are called by number, so that there are forty. */
function companyOfForty() {
  const company = smallCompany({ week });
  const erik = company.people.find(({ alias }) => alias === 'erik');
  if (!erik) throw new Error('There is no Erik');
  const more = Array.from({ length: 36 }, (_nothing, at) => ({
    ...{ ...erik, id: randomUUID(), alias: `maker-${at}`, givenName: 'Maker', surname: `Nr ${at + 1}`, events: [] },
  }));
  return { ...company, people: [...company.people, ...more] };
}

describe.runIf(findBrowser())('A team of forty, in a browser', () => {
  let browser: Browser;
  let samtal: GivenSamtal;
  let launched: LaunchedCycle;
  let window: Window;

  beforeAll(async () => {
    [browser, samtal] = await Promise.all([launchBrowser(), givenSamtal({ companies: [companyOfForty()], now: week })]);
    await givenSignedUnplanned(samtal, { employee: 'erik', manager: 'maja' }, { notes: 'We want to go to Utö again.', agreed });
    launched = await givenLaunchedCycle(samtal, { settings: { departments: ['Charts'] }, withinMs: 120_000 });
    const params = { talkId: (await launched.talkOf('erik')).talkId };
    await samtal.as('erik').must(saveAnswer, { params: { ...params, questionId: 'proud-of' }, body: { text: answer }, version: 0 });
    await samtal.as('erik').must(releasePreparation, { params, body: { withId: samtal.find('maja').id }, version: 0 });
    await samtal.as('maja').must(saveAnswer, { params: { ...params, questionId: 'proud-of' }, body: { text: 'So it is.' }, version: 0 });
    const { mine } = await samtal.as('maja').must(readPreparations, { params });
    await samtal.as('maja').must(releasePreparation, { params, body: { withId: samtal.find('erik').id }, version: mine.version });
    window = await openWindow(browser, samtal, 'maja', '/app?at=team', { language: 'en', theme: 'default' });
    await window.app.getByRole('button', { name: common.welcome.action }).click();
  }, 240_000);
  afterAll(async () => {
    await browser?.close();
    await samtal?.stop();
  });

  const names = () => window.app.getByRole('rowheader');

  it('the first who need the manager are shown, and all forty at a press, which goes on where the new ones begin', async () => {
    const { app, page } = window;
    const { rows } = await samtal.as('maja').must(listTeam);
    expect(rows).toHaveLength(40);
    await names().first().waitFor();
    const first = await names().count();
    expect(first).toBeLessThan(20);
    // What is due later than in a week waits for nobody yet.
    const now = DateTime.fromISO((await samtal.desk.clock.now()).toISOString(), { zone: 'Europe/Stockholm' }).startOf('day');
    const lastDay = now.plus({ days: 7 }).endOf('day').toUTC().toISO() ?? '';
    const due = rows.filter(({ talk }) => talk?.next === 'prepare' && (talk.prepareBy ?? '9') <= lastDay).length;
    expect([due > 0, due < 39]).toEqual([true, true]);
    await app.getByText(filled(team.table[due === 1 ? 'later_one' : 'later_other'], { count: due }), { exact: true }).waitFor();
    expect(await names().first().innerText()).toContain(rows[0]?.person.name);
    expect(await inEveryLook(window, app, 'forty-1-first')).toEqual([]);
    // With the arrows from name to name; Tab would stop at each button on the way.
    await tabTo(window, names().first().getByRole('link'));
    await page.keyboard.press('End');
    await untilAt(names().last().getByRole('link'));
    await pressOn(window, app.getByRole('button', { name: filled(team.more_other, { count: 40 - first }) }));
    await expect.poll(() => names().count()).toBe(40);
    await untilAt(names().nth(first).getByRole('link'));
    await page.keyboard.press('Home');
    await untilAt(names().first().getByRole('link'));
    // Each row says how far both are, when they meet, where it stands, and what to do.
    const row = app.getByRole('row').filter({ hasText: 'Erik Storm' });
    expect(await row.getByRole('img').evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')))).toEqual(
      expect.arrayContaining([`Erik: ${team.table.shared}`, `${team.table.you}: ${team.table.shared}`]),
    );
    await row.getByText(words.status.released).waitFor();
    await row.getByRole('cell', { name: '1', exact: true }).waitFor();
  });

  it('a filter and a name find one of forty; when nobody matches it says so, with the way back', async () => {
    const { app } = window;
    await pressOn(window, app.getByRole('button', { name: filled(team.filter.unprepared, { count: 39 }) }), back);
    expect(await app.getByRole('rowheader', { name: 'Erik Storm' }).count()).toBe(0);
    const find = app.getByRole('searchbox', { name: team.table.find });
    await typeInto(window, find, 'nr 36');
    await expect.poll(() => names().allInnerTexts()).toEqual([expect.stringContaining('Maker Nr 36')]);
    await typeInto(window, find, 'Erik');
    await app.getByText(team.noneFound, { exact: true }).waitFor();
    expect(await window.look('forty-2-none')).toEqual([]);
    await pressOn(window, app.getByRole('button', { name: team.table.showAll }));
    await expect.poll(() => names().count()).toBeGreaterThan(10);
    await untilAt(app.getByRole('button', { name: filled(team.filter.all, { count: 40 }), pressed: true }));
  });

  it('one press reminds all thirty-nine who have not prepared, each once', async () => {
    const { app, page } = window;
    const open = app.getByRole('button', { name: filled(team.remind_other, { count: 39 }) });
    await pressOn(window, open);
    const panel = app.getByRole('group', { name: team.remindTitle });
    await tabTo(window, panel.getByRole('checkbox', { name: team.everybody }));
    await page.keyboard.press('End');
    await untilAt(panel.getByRole('checkbox').last());
    await page.keyboard.press('Space');
    expect(await inEveryLook(window, app, 'forty-3-remind')).toEqual([]);
    await pressOn(window, panel.getByRole('button', { name: filled(team.remindYes_other, { count: 38 }) }));
    await panel.getByText(filled(team.reminded_other, { count: 38 })).waitFor();
    await untilAt(panel.getByRole('button', { name: team.close }));
    await page.keyboard.press('Enter');
    await untilAt(open);
    const talkIds = (await samtal.as('maja').must(listTeam)).rows.flatMap(({ talk }) => talk?.talkId ?? []);
    const again = await samtal.as('maja').must(remindToPrepare, { body: { talkIds } });
    expect([again.already.length, again.reminded.length, again.needless.length]).toEqual([38, 1, 1]);
  });

  it('one press opens a person: now with both preparations, last time, the plan with goals and agreements, private notes in a drawer', async () => {
    const { app, page } = window;
    await typeInto(window, app.getByRole('searchbox', { name: team.table.find }), 'Erik', 'Shift+Tab');
    await pressOn(window, app.getByRole('rowheader', { name: 'Erik Storm' }).getByRole('link'));
    await untilAt(app.getByRole('heading', { level: 1, name: 'Erik Storm' }));
    for (const text of [answer, 'So it is.']) await app.getByText(text).first().waitFor();
    // Of the tabs one is a stop, and the arrows lead to the others.
    await tabTo(window, app.getByRole('tab', { name: team.person.now, exact: true }));
    const part = async (name: string): Promise<void> => {
      await page.keyboard.press('ArrowRight');
      await untilAt(app.getByRole('tab', { name, exact: true }));
      await page.keyboard.press('Enter');
    };
    await part(team.person.last);
    await app.getByText('We want to go to Utö again.').waitFor();
    await app.getByText(agreed).first().waitFor();
    expect(await inEveryLook(window, app, 'forty-4-last')).toEqual([]);
    await part(team.person.plan);
    await app.getByText(agreed).first().waitFor();
    await app.getByRole('heading', { name: goal.title, exact: true }).waitFor();
    const drawer = app.getByRole('button', { name: words.page.privateOpen });
    await pressOn(window, drawer, back);
    await untilAt(app.getByRole('region', { name: note.private.title }));
    await typeInto(window, app.getByRole('textbox', { name: note.private.title }), 'Praise the chart.');
    await app.getByText(common.saved.saved, { exact: true }).waitFor();
    expect(await inEveryLook(window, app, 'forty-5-plan')).toEqual([]);
    await app.getByRole('link', { name: history.link }).waitFor();
    await pressOn(window, app.getByRole('button', { name: words.page.privateClose }), back);
    await untilAt(drawer);
    await window.close();
  });
});
