/** HR tightens the rules until not all fit, sees it at once, and mends it by buttons; an employee says when talks do not suit. In a browser. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, Locator } from 'playwright-core';
import { readCycle } from '#api/cycle/contract.ts';
import { readMyWishes } from '#api/wish/contract.ts';
import { refusalTexts as refusalsEn } from '#tabs/platform/texts/refusals-en.ts';
import { refusalTexts as refusalsSv } from '#tabs/platform/texts/refusals-sv.ts';
import { findBrowser, launchBrowser } from '#test/browser.ts';
import { givenSamtal, type GivenSamtal } from '#test/given/samtal.ts';
import { givenPlannedCycle } from '#test/given/launched-cycle.ts';
import { openWindow, type Look, type Window } from '#test/given/window.ts';
import { until } from '#test/given/until.ts';
import { anyOf, filled, wordsIn } from '#test/given/words.ts';

const looks: Look[] = [
  { language: 'en', theme: 'default', width: 1280 },
  { language: 'sv', theme: 'contrast', width: 280, height: 800 },
];

/** One talk or many: how many there are depends on the calendars. */
const eitherOf = (one: string, other: string): RegExp => new RegExp(`${anyOf(one).source}|${anyOf(other).source}`);

describe.runIf(findBrowser())('In a browser', () => {
  let browser: Browser;
  let samtal: GivenSamtal;
  beforeAll(async () => {
    [browser, samtal] = await Promise.all([launchBrowser(), givenSamtal()]);
  });
  afterAll(async () => {
    await browser?.close();
    await samtal?.stop();
  });

  /** What needs more room than the frame has. */
  const tooWide = async ({ page }: Window): Promise<string[]> => {
    const found = await Promise.all(
      page.frames().map((frame) => frame.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)),
    );
    return found.filter((more) => more > 0).map((more) => `${more} px too wide`);
  };

  it.each(looks)('HR sees what fits while changing the rules, in $language at $width px', async (look) => {
    const { cycle: words, app: common } = wordsIn(look.language);
    const refusal = look.language === 'sv' ? refusalsSv : refusalsEn;
    const window = await openWindow(browser, samtal, 'hedda', `/app?at=${encodeURIComponent('hr/cycles/new/when')}`, look);
    const { app } = window;
    await app.getByRole('button', { name: common.welcome.action }).click();
    await app.getByText(filled(words.look.fit_other, { count: '7', of: '8' })).waitFor();
    await app.getByRole('button', { name: words.rules.title }).click();
    await app.getByLabel(words.weekday.day5).selectOption('avoid');
    await app.getByRole('button', { name: words.rules.addHours }).click();
    await app.getByLabel(words.rules.partner).fill('Falk');
    await app.getByRole('button', { name: /Henrik Falk/ }).click();
    await app.getByRole('button', { name: words.rules.noPartner }).waitFor();
    await app.locator('input[type=file]').setInputFiles({
      name: 'off.ics',
      mimeType: 'text/calendar',
      buffer: Buffer.from('BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20270217\nSUMMARY:Inventory\nEND:VEVENT\nEND:VCALENDAR'),
    });
    await app.getByText(/Inventory/).waitFor();
    // This company's directory has no rooms: they are named by address, and a colleague's is none.
    const rooms = app.getByRole('switch', { name: words.rooms.switch });
    await rooms.click();
    await app.getByText(words.wrong['no-rooms']).waitFor();
    await app.getByRole('textbox', { name: words.rooms.address }).fill('erik@lillvik.example');
    await window.page.keyboard.press('Enter');
    await app.getByText(refusal['room-unknown'].text).waitFor();
    expect([...(await window.look('rules-1-more')), ...(await tooWide(window))]).toEqual([]);
    await rooms.click();
    await app.getByRole('button', { name: words.rules.noPartner }).click();

    // One day, one talk per person: most do not fit.
    const first = await app.getByLabel(words.when.from).inputValue();
    await app.getByLabel(words.when.to).fill(first);
    await app.getByLabel(words.when.perDay).selectOption('1');
    const helps = app.getByRole('group', { name: filled(words.estimate.helpsFor, { name: 'Maja Hallberg' }) });
    await helps.getByRole('button').first().waitFor();
    expect([...(await window.look('rules-2-too-much')), ...(await tooWide(window))]).toEqual([]);
    await useSecondWindow(window, look, helps);
    const perDay = filled(words.change['more-per-day_other'], { count: '2' });
    await helps.getByRole('button', { name: perDay }).first().click();
    expect(await app.getByLabel(words.when.perDay).inputValue()).toBe('2');

    await app.getByRole('button', { name: words.wizard.find }).click();
    await app.getByText(anyOf(words.look.plannedAt)).waitFor();
    // How far it is from the best there can be, and which days are full.
    await app
      .getByText(new RegExp(`${anyOf(words.look.noneMore).source}|${eitherOf(words.look.more_one, words.look.more_other).source}`))
      .waitFor();
    await app.getByText(new RegExp(`${anyOf(words.look.noneBetter).source}|${anyOf(words.look.better).source}`)).waitFor();
    await app.getByText(words.look.betterCounts).scrollIntoViewIfNeeded();
    expect([...(await window.look('rules-5-how-far')), ...(await tooWide(window))]).toEqual([]);
    const days = app.getByRole('table', { name: words.look.calendar });
    await days.getByTitle(eitherOf(words.look.cell_one, words.look.cell_other)).first().waitFor();
    await giveAnotherTime(window, look);
    // The way on is the same at any width.
    if (look.width === 280) return window.close();
    const rows = app.getByRole('table', { name: words.look.unplaced }).getByRole('row');
    const before = await rows.count();
    expect(await app.getByText(anyOf(words.reason.figures_other)).count()).toBeGreaterThan(0);
    await rows.first().scrollIntoViewIfNeeded();
    expect([...(await window.look('rules-3-unplaced')), ...(await tooWide(window))]).toEqual([]);
    await mend(app.getByRole('table', { name: words.look.unplaced }), words.change);
    await until(async () => (await rows.count()) < before && (await app.getByText(anyOf(words.look.plannedAt)).count()) > 0, {
      message: 'fewer talks are without a time',
      withinMs: 15_000,
    });
    await window.close();
  });

  /** Those who do not fit get weeks of their own by one press, and back. */
  async function useSecondWindow({ app, look: lookAt, ...window }: Window, { language }: Look, helps: Locator): Promise<void> {
    const { second, change, rules } = wordsIn(language).cycle;
    await helps.getByRole('button', { name: anyOf(change['second-window_other']) }).click();
    const days = app.getByRole('group', { name: second.title });
    await days.getByText(anyOf(second.count_other)).waitFor();
    await helps.waitFor({ state: 'detached' });
    expect([...(await lookAt('rules-4-second')), ...(await tooWide({ app, look: lookAt, ...window }))]).toEqual([]);
    await days.getByRole('button', { name: rules.undo }).click();
    await helps.getByRole('button').first().waitFor();
  }

  /** A talk of the plan gets another time and is taken back, all by keyboard. */
  async function giveAnotherTime(window: Window, { language }: Look): Promise<void> {
    const { app, page } = window;
    const { look, place } = wordsIn(language).cycle;
    const press = async (name: string | RegExp): Promise<void> => {
      await app.getByRole('button', { name }).first().focus();
      await page.keyboard.press('Enter');
    };
    const managers = app.getByRole('table', { name: look.managers });
    await press(anyOf(look.showOf));
    const another = managers.getByRole('button', { name: anyOf(place.anotherFor) }).first();
    const name = ((await another.getAttribute('aria-label')) ?? '').split(': ')[1] ?? '';
    await press(filled(place.anotherFor, { name }));
    const panel = app.getByRole('group', { name: filled(place.title, { name }) });
    await panel.getByRole('listitem').first().or(panel.getByText(place.none)).waitFor();
    expect([...(await window.look('place-1-times')), ...(await tooWide(window))]).toEqual([]);
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'detached' });
    // The button has the focus again.
    await page.keyboard.press('Enter');
    await panel.getByRole('listitem').first().waitFor();
    await panel.getByRole('listitem').first().getByRole('button').focus();
    await page.keyboard.press('Enter');
    await app.getByText(place.byMe).first().waitFor();
    expect([...(await window.look('place-2-chosen')), ...(await tooWide(window))]).toEqual([]);
    await press(filled(place.undoFor, { name }));
    await app.getByText(anyOf(filled(place.back, { name, when: '{{when}}' }))).waitFor();
    await app.getByText(place.byMe).waitFor({ state: 'detached' });
  }

  /** Presses the first change that is proposed. */
  async function mend(table: Locator, change: Record<string, string>): Promise<void> {
    const beginnings = [change['more-per-day_other'], change['longer-window'], change['shorter-talk_other'], change['without-buffer']];
    const proposed = new RegExp(beginnings.map((text) => (text ?? '').replace(/\{\{\w+\}\}/g, '.+')).join('|'));
    await table.getByRole('button', { name: proposed }).first().click();
  }

  it('An employee says which times do not suit, at 280 px', async () => {
    const look: Look = { language: 'sv', theme: 'contrast', width: 280, height: 800 };
    const { wish: words, app: common } = wordsIn('sv');
    const who = 'erik';
    const window = await openWindow(browser, samtal, who, '/app', look);
    const { app } = window;
    await app.getByRole('button', { name: common.welcome.action }).click();
    await app.getByRole('link', { name: words.link }).click();
    await app.getByRole('button', { name: words.addHours }).click();
    await app.getByLabel(words.weekday).selectOption('3');
    await app.getByLabel(words.to, { exact: true }).fill('07:00');
    await app.getByText(words.wrong['hours-order']).waitFor();
    await app.getByLabel(words.to, { exact: true }).fill('12:00');
    await app.getByRole('button', { name: words.addDays }).click();
    expect([...(await window.look('my-times')), ...(await tooWide(window))]).toEqual([]);
    await app.getByRole('button', { name: words.save }).click();
    await app.getByText(words.saved, { exact: true }).waitFor();
    const { wishes } = await samtal.as(who).must(readMyWishes);
    expect(wishes).toMatchObject({ weekly: [{ kind: 'blocked', weekday: 3, from: 480, to: 720 }], days: [{}] });
    await window.close();
  });

  it.each(looks)('HR comes back to a plan that has waited, and mends it by one press, in $language at $width px', async (look) => {
    const { cycle: words, app: common } = wordsIn(look.language);
    const cycle = await givenPlannedCycle(samtal, { settings: { prepareDays: 7, maxPerDay: 1 } });
    const [first] = (cycle.plan?.placed ?? []).map(({ start }) => start).sort();
    await samtal.desk.clock.moveTo(new Date(Date.parse(first ?? '') - 6 * 86_400_000));
    const window = await openWindow(browser, samtal, 'hedda', `/app?at=${encodeURIComponent(`hr/cycles/${cycle.cycleId}/launch`)}`, look);
    const { app, page } = window;
    const welcome = app.getByRole('button', { name: common.welcome.action });
    const launch = app.getByRole('button', { name: words.launch.button, exact: true });
    await welcome.or(launch).first().waitFor();
    if (await welcome.isVisible()) await welcome.click();
    const heading = app.getByRole('heading', { name: words.outdated.heading });
    await heading.waitFor();
    expect(await launch.getAttribute('aria-disabled')).toBe('true');
    const changes = app.getByRole('region', { name: words.outdated.heading });
    await changes.getByRole('button', { name: eitherOf(words.outdated.which_one, words.outdated.which_other) }).click();
    await changes.getByRole('listitem').first().waitFor();
    await heading.scrollIntoViewIfNeeded();
    expect([...(await window.look('waited-1')), ...(await tooWide(window))]).toEqual([]);
    await changes.getByRole('button', { name: eitherOf(words.outdated.go_one, words.outdated.go_other) }).focus();
    await page.keyboard.press('Enter');
    await app.getByText(eitherOf(words.outdated.renewed_one, words.outdated.renewed_other)).waitFor();
    await heading.waitFor({ state: 'detached' });
    expect(await launch.getAttribute('aria-disabled')).toBe(null);
    // The button is gone, and the keyboard goes on from what came of it.
    expect(await app.locator(':focus').getAttribute('role')).toBe('status');
    expect([...(await window.look('waited-2')), ...(await tooWide(window))]).toEqual([]);
    // The page stays open for days; the refusal leads to what cannot stay, and goes.
    const { plan } = await samtal.as('hedda').must(readCycle, { params: { cycleId: cycle.cycleId } });
    const [next] = (plan?.placed ?? []).map(({ start }) => start).sort();
    await samtal.desk.clock.moveTo(new Date(Date.parse(next ?? '') - 6 * 86_400_000));
    await launch.click();
    await app.getByRole('button', { name: words.launch.yes, exact: true }).click();
    await app.getByRole('alert').getByRole('button', { name: common.tryAgain }).click();
    await heading.waitFor();
    expect(await app.getByRole('alert').count()).toBe(0);
    expect(await launch.getAttribute('aria-disabled')).toBe('true');
    await window.close();
  });
});
