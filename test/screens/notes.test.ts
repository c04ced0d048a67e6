/** Shared notes in the side panel, 280 px wide, as two people use them: formatting, each other's cursors, a lost connection, undo, history, bad input. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, Locator } from 'playwright-core';
import { readSharedNotes } from '#api/note/contract.ts';
import { finishTalk, readSummary, readTalk, signTalk } from '#api/talk/contract.ts';
import { findBrowser, launchBrowser } from '#test/browser.ts';
import { givenLiveTalk, type LiveTalk } from '#test/given/live-talk.ts';
import { givenSamtal, type GivenSamtal } from '#test/given/samtal.ts';
import { isAt, pressOn, tabTo, untilAt } from '#test/given/looks.ts';
import { openWindow, type Window } from '#test/given/window.ts';
import { filled, wordsIn } from '#test/given/words.ts';

const { note, app } = wordsIn('en');

describe.runIf(findBrowser())('Shared notes', () => {
  let browser: Browser;
  let samtal: GivenSamtal;
  let talk: LiveTalk;
  let [boss, staff] = [] as unknown as [Window, Window];
  const box = ({ panel }: Window): Locator => panel.getByRole('textbox', { name: note.label });
  const tool = ({ panel }: Window, name: keyof typeof note.mark): Locator =>
    panel.getByRole('button', { name: note.mark[name], exact: true });
  const saved = ({ panel }: Window): Promise<void> => panel.getByText(app.saved.saved, { exact: true }).waitFor();
  /** To the beginning or the end. The editor hears a little later where the browser has put the caret, and a key that comes sooner would not know. */
  const goTo = async (window: Window, key: 'Control+Home' | 'Control+End'): Promise<void> => {
    const heard = (): Promise<void> =>
      box(window).evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))));
    await box(window).click();
    await heard();
    await window.page.keyboard.press(key);
    await heard();
  };
  /** Escape leads to the tools, arrows along them, and Enter back into the text. */
  const use = async (window: Window, name: keyof typeof note.mark): Promise<void> => {
    const { keyboard } = window.page;
    await keyboard.press('Escape');
    const last = Object.keys(note.mark).length;
    for (let pressed = 0; pressed < last && !(await isAt(tool(window, name))); pressed += 1) await keyboard.press('ArrowRight');
    expect(await isAt(tool(window, name))).toBe(true);
    await keyboard.press('Enter');
    await untilAt(box(window));
  };
  /** Whether the browser would ask before this window is closed. */
  const warns = ({ panel }: Window): Promise<boolean> =>
    panel.locator('body').evaluate(() => !window.dispatchEvent(new Event('beforeunload', { cancelable: true })));
  const stored = async (): Promise<string> => (await samtal.as('maja').must(readSharedNotes, { params: { talkId: talk.talkId } })).text;

  beforeAll(async () => {
    [browser, samtal] = await Promise.all([launchBrowser(), givenSamtal()]);
    talk = await givenLiveTalk(samtal);
    const look = { language: 'en', theme: 'default' } as const;
    [boss, staff] = await Promise.all([
      openWindow(browser, samtal, 'maja', talk.path, look),
      openWindow(browser, samtal, 'erik', talk.path, { ...look, theme: 'dark' }),
    ]);
    await Promise.all([box(boss).waitFor(), box(staff).waitFor()]);
  });
  afterAll(async () => {
    await browser?.close();
    await samtal?.stop();
  });

  it('are written with headings, lists, boxes, bold and safe links, and each sees where the other is', async () => {
    const typing = boss.page.keyboard;
    await tabTo(boss, box(boss));
    await use(boss, 'heading');
    await typing.type('Ahead');
    await typing.press('Enter');
    await use(boss, 'taskList');
    await typing.type('See https://kort.example/uto soon');
    await typing.press('Enter');
    await use(boss, 'bold');
    await typing.type('Book the ship');
    await typing.press('Control+Enter');
    expect(await box(boss).getByRole('checkbox', { name: 'Book the ship' }).isChecked()).toBe(true);
    await expect.poll(stored).toBe('Ahead\n[ ] See https://kort.example/uto soon\n[x] Book the ship');
    await expect(box(staff).getByRole('heading', { name: 'Ahead' }).count()).resolves.toBe(1);
    await expect.poll(() => box(staff).getByRole('checkbox', { name: 'Book the ship' }).isChecked()).toBe(true);
    expect(await box(staff).getByRole('link').getAttribute('href')).toBe('https://kort.example/uto');
    expect(await box(staff).locator('strong').innerText()).toBe('Book the ship');
    await staff.panel.getByText(filled(note.here, { names: 'Maja Hallberg' })).waitFor();
    await box(staff).locator('[data-name="Maja Hallberg"]').waitFor();
    expect([...(await boss.look('notes-1-formatted')), ...(await staff.look('notes-1-formatted'))]).toEqual([]);
  });

  it('link only to https and mail addresses, and say so', async () => {
    await boss.page.keyboard.press('Control+End');
    await boss.page.keyboard.press('Control+K');
    const address = boss.panel.getByRole('textbox', { name: note.link.label });
    await untilAt(address);
    await boss.page.keyboard.type('javascript:alert(1)');
    await boss.page.keyboard.press('Enter');
    await boss.panel.getByText(note.link.wrong).waitFor();
    expect(await boss.look('notes-2-link')).toEqual([]);
    await boss.page.keyboard.press('Control+A');
    await boss.page.keyboard.type('maja@lillvik.example');
    await boss.page.keyboard.press('Enter');
    await untilAt(box(boss));
    await expect.poll(() => box(staff).getByRole('link').last().getAttribute('href')).toBe('mailto:maja@lillvik.example');
  });

  it('go on without a connection, say so, and merge when it is back; undo takes back one’s own only', async () => {
    await staff.page.context().setOffline(true);
    await staff.panel.getByText(app.saved.notConnected).first().waitFor();
    await goTo(staff, 'Control+End');
    await staff.page.keyboard.press('Enter');
    await staff.page.keyboard.press('Enter');
    await staff.page.keyboard.type('Written on the train.');
    expect([await warns(staff), await warns(boss)]).toEqual([true, false]);
    await goTo(boss, 'Control+Home');
    await boss.page.keyboard.type('Meanwhile. ');
    await expect.poll(stored).toContain('Meanwhile. ');
    expect(await box(boss).innerText()).not.toContain('train');
    await staff.page.context().setOffline(false);
    await expect.poll(() => box(boss).innerText()).toContain('Written on the train.');
    await saved(staff);
    expect(await warns(staff)).toBe(false);
    await expect.poll(() => box(staff).innerText()).toContain('Meanwhile.');
    await use(boss, 'undo');
    await expect.poll(() => box(staff).innerText()).not.toContain('Meanwhile.');
    expect(await box(staff).innerText()).toContain('Written on the train.');
  });

  it('can be looked at as they stood, and what was deleted can be put back as an edit', async () => {
    // Three presses mark the paragraph. A step of its own: it is deleted half an hour later.
    await box(staff).getByText('Written on the train.').click({ clickCount: 3 });
    await samtal.desk.clock.pass({ minutes: 30 });
    await staff.page.keyboard.press('Delete');
    await expect.poll(stored).not.toContain('train');
    await pressOn(boss, boss.panel.getByRole('button', { name: note.history.open }));
    const history = boss.panel.getByRole('region', { name: note.history.title });
    await expect.poll(() => history.getByRole('listitem').count()).toBe(2);
    await untilAt(history.getByRole('heading', { name: note.history.title }));
    await pressOn(boss, history.getByRole('button', { name: /Erik Storm/ }).last());
    await history.getByText('Written on the train.').waitFor();
    expect(await boss.look('notes-3-history')).toEqual([]);
    const written = history.getByRole('listitem').filter({ hasText: 'on the train' });
    await pressOn(boss, written.getByRole('button', { name: note.history.bring }));
    await history.getByText(note.history.brought).waitFor();
    await pressOn(boss, history.getByRole('button', { name: note.history.close }), { by: 'Shift+Tab' });
    await untilAt(box(boss));
    await expect.poll(() => box(staff).innerText()).toContain('Written on the train.');
    await expect.poll(stored).toContain('Written on the train.');
  });

  it('take emoji, right-to-left text and half characters as they are on both sides, and keep what does not fit on the page', async () => {
    await paste(box(staff), ' 👩‍🚀 שלום \uD83D end ');
    await expect.poll(() => box(boss).innerText()).toContain('👩‍🚀 שלום \uFFFD end');
    await expect.poll(stored).toContain('👩‍🚀 שלום \uFFFD end');
    const large = 'å'.repeat(1_000_000);
    await paste(box(staff), large);
    await staff.panel.getByText(note.tooMuch.title).waitFor();
    expect(await staff.panel.getByRole('textbox', { name: note.tooMuch.label }).inputValue()).toBe(large);
    expect(await box(staff).innerText()).not.toContain('ååå');
    expect(await staff.look('notes-4-too-much')).toEqual([]);
    await pressOn(staff, staff.panel.getByRole('button', { name: note.tooMuch.drop }));
    await untilAt(box(staff));
    await staff.page.keyboard.type('Room again.');
    await expect.poll(stored).toContain('Room again.');
    await saved(staff);
  });

  it.each(['heading', 'bulletList'] as const)('keep what one types into what the other has made with %s and undoes', async (made) => {
    await goTo(boss, 'Control+End');
    await boss.page.keyboard.press('Enter');
    await boss.page.keyboard.press('Enter');
    await use(boss, made);
    await boss.page.keyboard.type('Plan');
    await box(staff).getByText('Plan', { exact: true }).waitFor();
    await goTo(staff, 'Control+End');
    const typed = `, by me in a ${made}`;
    await staff.page.keyboard.type(typed);
    await box(boss).getByText(`Plan${typed}`, { exact: true }).waitFor();
    for (let undone = 0; undone < 6 && (await box(boss).innerText()).includes('Plan'); undone += 1) await use(boss, 'undo');
    for (const window of [boss, staff]) {
      await expect.poll(() => box(window).innerText()).not.toContain('Plan');
      expect(await box(window).innerText()).toContain(typed);
    }
    await expect.poll(stored).not.toContain('Plan');
    expect(await stored()).toContain(typed);
  });

  it('keep what one types into a line that the other, without a connection, makes something else of', async () => {
    await staff.page.context().setOffline(true);
    await staff.panel.getByText(app.saved.notConnected).first().waitFor();
    await goTo(staff, 'Control+Home');
    await use(staff, 'heading');
    await expect.poll(() => box(staff).getByRole('heading', { name: 'Ahead' }).count()).toBe(0);
    await goTo(boss, 'Control+Home');
    await boss.page.keyboard.type('Kept. ');
    await expect.poll(stored).toMatch(/^Kept. Ahead/);
    await staff.page.context().setOffline(false);
    for (const window of [staff, boss]) {
      await expect.poll(() => box(window).locator('p').first().innerText()).toBe('Kept. Ahead');
      expect(await box(window).getByRole('heading', { name: 'Ahead' }).count()).toBe(0);
    }
    await expect.poll(stored).toMatch(/^Kept. Ahead/);
    await saved(staff);
  });

  it('are closed by the first signature, in every window that is open, and say why', async () => {
    const params = { talkId: talk.talkId };
    const version = async (): Promise<number> => (await samtal.as('maja').must(readTalk, { params })).version;
    await samtal.as('maja').must(finishTalk, { params, version: await version() });
    const { hash, notes } = await samtal.as('maja').must(readSummary, { params });
    expect(notes).toContain('maja@lillvik.example');
    await samtal.as('maja').must(signTalk, { params, body: { hash }, version: await version() });
    for (const window of [boss, staff]) {
      await window.panel.getByText(note.closed, { exact: true }).waitFor();
      expect(await box(window).getAttribute('contenteditable')).toBe('false');
      await expect(tool(window, 'bold').count()).resolves.toBe(0);
      await window.panel.getByRole('button', { name: note.history.open }).waitFor();
    }
    expect(await staff.look('notes-5-closed')).toEqual([]);
  });
});

/** Pastes text as the browser does when a person presses the keys. */
async function paste(into: Locator, text: string): Promise<void> {
  await into.click();
  await into.press('Control+End');
  await into.evaluate((element, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}
