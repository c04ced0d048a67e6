/**
 * A manager of forty: who needs them first, the rest at a press, filters and names, all who have not prepared reminded at once, and one page for each person.
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
import { inEveryLook } from '#test/given/looks.ts';
import { givenSamtal, type GivenSamtal } from '#test/given/samtal.ts';
import { openWindow, type Window } from '#test/given/window.ts';
import { filled, wordsIn } from '#test/given/words.ts';

const week = new Date('2027-02-01T07:30:00Z');
const agreed = 'Two weeks on the survey ship';
const answer = 'The chart of the sound is done.';
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
    await samtal.as('erik').must(releasePreparation, { params, version: 0 });
    await samtal.as('maja').must(saveAnswer, { params: { ...params, questionId: 'proud-of' }, body: { text: 'So it is.' }, version: 0 });
    const { mine } = await samtal.as('maja').must(readPreparations, { params });
    await samtal.as('maja').must(releasePreparation, { params, version: mine.version });
    window = await openWindow(browser, samtal, 'maja', '/app?at=team', { language: 'en', theme: 'default' });
    await window.app.getByRole('button', { name: common.welcome.action }).click();
  }, 240_000);
  afterAll(async () => {
    await browser?.close();
    await samtal?.stop();
  });

  const names = () => window.app.getByRole('rowheader');

  it('the first who need the manager are shown, and all forty at a press, which goes on where the new ones begin', async () => {
    const { app } = window;
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
    await app.getByRole('button', { name: filled(team.more_other, { count: 40 - first }) }).press('Enter');
    await expect.poll(() => names().count()).toBe(40);
    const next = names().nth(first).getByRole('link');
    await expect.poll(() => next.evaluate((link) => link === document.activeElement)).toBe(true);
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
    await app.getByRole('button', { name: filled(team.filter.unprepared, { count: 39 }) }).press('Enter');
    expect(await app.getByRole('rowheader', { name: 'Erik Storm' }).count()).toBe(0);
    const find = app.getByRole('searchbox', { name: team.table.find });
    await find.fill('nr 36');
    await expect.poll(() => names().allInnerTexts()).toEqual([expect.stringContaining('Maker Nr 36')]);
    await find.fill('Erik');
    await app.getByText(team.noneFound, { exact: true }).waitFor();
    expect(await window.look('forty-2-none')).toEqual([]);
    await app.getByRole('button', { name: team.table.showAll }).press('Enter');
    await expect.poll(() => names().count()).toBeGreaterThan(10);
  });

  it('one press reminds all thirty-nine who have not prepared, each once', async () => {
    const { app } = window;
    await app.getByRole('button', { name: filled(team.remind_other, { count: 39 }) }).press('Enter');
    const panel = app.getByRole('group', { name: team.remindTitle });
    await panel.getByRole('checkbox', { name: 'Maker Nr 36' }).press('Space');
    expect(await inEveryLook(window, app, 'forty-3-remind')).toEqual([]);
    await panel.getByRole('button', { name: filled(team.remindYes_other, { count: 38 }) }).press('Enter');
    await panel.getByText(filled(team.reminded_other, { count: 38 })).waitFor();
    await panel.getByRole('button', { name: team.close }).press('Enter');
    const talkIds = (await samtal.as('maja').must(listTeam)).rows.flatMap(({ talk }) => talk?.talkId ?? []);
    const again = await samtal.as('maja').must(remindToPrepare, { body: { talkIds } });
    expect([again.already.length, again.reminded.length, again.needless.length]).toEqual([38, 1, 1]);
  });

  it('one click opens a person: now with both preparations, last time, the plan with goals and agreements, private notes in a drawer', async () => {
    const { app } = window;
    await app.getByRole('searchbox', { name: team.table.find }).fill('Erik');
    await app.getByRole('rowheader', { name: 'Erik Storm' }).getByRole('link').click();
    for (const text of [answer, 'So it is.']) await app.getByText(text).first().waitFor();
    const part = (name: string) => app.getByRole('tab', { name, exact: true }).press('Enter');
    await part(team.person.last);
    await app.getByText('We want to go to Utö again.').waitFor();
    await app.getByText(agreed).first().waitFor();
    expect(await inEveryLook(window, app, 'forty-4-last')).toEqual([]);
    await part(team.person.plan);
    await app.getByText(agreed).first().waitFor();
    await app.getByRole('heading', { name: goal.title, exact: true }).waitFor();
    await app.getByRole('button', { name: words.page.privateOpen }).press('Enter');
    await app.getByRole('textbox', { name: note.private.title }).fill('Praise the chart.');
    await app.getByText(common.saved.saved, { exact: true }).waitFor();
    expect(await inEveryLook(window, app, 'forty-5-plan')).toEqual([]);
    await app.getByRole('link', { name: history.link }).waitFor();
    await window.close();
  });
});
