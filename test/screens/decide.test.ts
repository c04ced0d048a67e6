/** What somebody has to decide about times, in a browser: HR while a cycle is booked, and a manager whose event is gone from the calendar. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { launchCycle, readCycle } from '#api/cycle/contract.ts';
import { readMissing } from '#api/people/leaving/contract.ts';
import { listComparisons } from '#api/talk/mailbox/contract.ts';
import { findBrowser, launchBrowser } from '#test/browser.ts';
import { givenLaunchedCycle, givenPlannedCycle } from '#test/given/launched-cycle.ts';
import { givenSamtal, type GivenSamtal } from '#test/given/samtal.ts';
import { talkInCalendar, talksHeldBy } from '#test/given/talk-in-calendar.ts';
import { until } from '#test/given/until.ts';
import { openWindow, type Window } from '#test/given/window.ts';
import { anyOf, filled, wordsIn } from '#test/given/words.ts';

const { talk: talkWords, team: teamWords, cycle: cycleWords, app: common } = wordsIn('sv');

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

  it('a manager is asked about an event that is gone, and a press of a button makes a new one', async () => {
    const { talkOf } = await givenLaunchedCycle(samtal);
    const talk = talkInCalendar(samtal, 'maja', (await talkOf('erik')).talkId);
    await talk.cancel();
    const { employee, manager } = await talk.becomes(({ attention }) => attention !== null, 'the talk needs Maja');
    window = await openWindow(browser, samtal, 'maja', '/app', { language: 'sv', theme: 'contrast', width: 280, height: 800 });
    const { app } = window;
    await app.getByRole('button', { name: common.welcome.action }).click();
    await app.getByRole('navigation', { name: common.tabs.label }).getByRole('link', { name: common.tabs.team }).click();
    const name = filled(teamWords.table.actFor, { act: teamWords.table.act.decide, name: employee.name });
    await app.getByRole('link', { name }).waitFor();
    expect(await window.look('decide-team')).toEqual([]);
    await app.getByRole('link', { name }).press('Enter');
    await app.getByText(filled(talkWords.attention.manager.deleted, { name: employee.name })).waitFor();
    expect(await window.look('decide-manager')).toEqual([]);

    const theirs = await openWindow(browser, samtal, 'erik', '/app', { language: 'sv', theme: 'dark', width: 390, height: 800 });
    await theirs.app.getByRole('button', { name: common.welcome.action }).click();
    await theirs.app.getByText(filled(talkWords.attention.employee.deleted, { name: manager.name })).waitFor();
    expect(await theirs.look('decide-employee')).toEqual([]);
    await theirs.close();

    await app.getByRole('button', { name: talkWords.attention.choice['book-again'] }).press('Enter');
    await talk.becomes(({ attention, booking }) => attention === null && booking === 'booked', 'it is booked again');
    await app.getByText(anyOf(talkWords.attention.manager.deleted)).waitFor({ state: 'detached' });
    await window.close();
  });

  it('HR reads in the morning what the comparison of talks and calendars at night has put right', async () => {
    const hr = samtal.as('hedda');
    const [talk] = await talksHeldBy(samtal, 'maja');
    await samtal.desk.faults.add({ service: 'graph', kind: 'drop', pathContains: 'Users/', times: 50 });
    const { start } = (await talk?.move(1)) ?? {};
    await samtal.desk.clock.pass({ hours: 24 });
    await talk?.becomes((one) => one.start === start, 'the talk has moved');
    await samtal.desk.faults.clear();
    const [night] = await until(
      async () => {
        const { days } = await hr.must(listComparisons);
        return days[0]?.found.some(({ what }) => what === 'moved') ? days : null;
      },
      { message: 'the comparison is written down' },
    );
    window = await openWindow(browser, samtal, 'hedda', '/app?at=hr', { language: 'sv', theme: 'contrast', width: 280, height: 800 });
    const { app } = window;
    await app.getByRole('button', { name: common.welcome.action }).click();
    const words = cycleWords.nightly;
    const seen = app.getByRole('region', { name: words.title });
    await seen.getByText(filled(words.found.moved_one, { count: 1 })).waitFor();
    await seen.getByText(filled(words.seen_other, { count: night?.talks ?? 0 })).scrollIntoViewIfNeeded();
    expect(await window.look('nightly')).toEqual([]);
    await window.close();
  });

  it('HR pauses the booking, lets it go on, and stops it after being asked once more', async () => {
    const { cycleId, version } = await givenPlannedCycle(samtal);
    await samtal.desk.faults.add({
      service: 'graph',
      kind: 'refuse',
      status: 503,
      method: 'POST',
      pathContains: 'getSchedule',
      times: 1000,
    });
    await samtal.as('hedda').must(launchCycle, { params: { cycleId }, version });
    const at = encodeURIComponent(`hr/cycles/${cycleId}`);
    window = await openWindow(browser, samtal, 'hedda', `/app?at=${at}`, { language: 'sv', theme: 'dark' });
    const { app } = window;
    const words = cycleWords.progress;
    const button = (name: string) => app.getByRole('button', { name, exact: true });
    await button(words.pause).press('Enter');
    await app.getByRole('heading', { name: words.paused }).waitFor();
    expect(await window.look('booking-paused')).toEqual([]);
    await button(words.resume).press('Enter');
    await app.getByRole('heading', { name: words.booking }).waitFor();
    await button(words.stop).press('Enter');
    await app.getByRole('heading', { name: words.stopTitle }).waitFor();
    expect(await window.look('booking-stop')).toEqual([]);
    await button(words.stopYes).press('Enter');
    await app.getByRole('heading', { name: words.stopTitle }).waitFor({ state: 'detached' });
    await samtal.desk.faults.clear();
    await until(async () => (await samtal.as('hedda').must(readCycle, { params: { cycleId } })).state === 'launched', {
      message: 'what was under way is seen through',
      withinMs: 20_000,
    });
    await app.getByRole('heading', { name: words.stopped }).waitFor();
    expect(await window.look('booking-stopped')).toEqual([]);
  });

  it('HR is told whom the directory suddenly lacks, and says after being asked once more that they have left', async () => {
    const gone = ['erik', 'elin', 'emil', 'aino', 'henrik'];
    for (const who of gone) await samtal.desk.remove(who);
    await samtal.readDirectory();
    const words = cycleWords.missing;
    window = await openWindow(browser, samtal, 'hedda', '/app?at=hr', { language: 'sv', theme: 'contrast', width: 280, height: 800 });
    const { app } = window;
    await app.getByText(filled(words.title_other, { count: gone.length })).waitFor();
    expect(await window.look('missing')).toEqual([]);
    await app.getByRole('button', { name: words.names }).press('Enter');
    for (const who of gone) await app.getByText(samtal.find(who).name).waitFor();
    await app.getByRole('button', { name: words.left }).press('Enter');
    await app.getByRole('heading', { name: words.sure }).waitFor();
    expect(await window.look('missing-sure')).toEqual([]);
    await app.getByRole('button', { name: words.yes }).press('Enter');
    await app.getByText(words.text).waitFor({ state: 'detached' });
    expect((await samtal.as('hedda').must(readMissing)).missing).toBeNull();
  });
});
