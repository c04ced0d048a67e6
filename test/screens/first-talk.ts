/**
 * A whole development talk, lived through by HR, employee and manager in a browser. Every screen on the way is pictured in test/.output/screens
 * and looked through for barriers. Two files tell it, in two languages and themes, so that they run side by side.
 */
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, FrameLocator } from 'playwright-core';
import { findBrowser, launchBrowser } from '#test/browser.ts';
import { readPdf } from '#test/given/files.ts';
import { givenSamtal, type GivenSamtal } from '#test/given/samtal.ts';
import { openWindow, windowOn, type Look, type Window } from '#test/given/window.ts';
import { anyOf, filled, wordsIn } from '#test/given/words.ts';
import { findTalk, listMyTalks } from '#api/talk/contract.ts';
import { until } from '#test/given/until.ts';

/** What the two write. */
const written = {
  en: {
    answer: 'The new chart of Utö: I led the survey myself.',
    managerAnswer: 'How calm you stayed when the weather turned.',
    privateNote: 'Ask about the night watches.',
    shared: ['More time at sea next year. ', 'The survey of Utö went well. '],
    agreement: 'Two weeks on the survey ship',
    secrets: /survey|Utö|night watches/,
  },
  sv: {
    answer: 'Det nya kortet över Utö: jag ledde mätningen själv.',
    managerAnswer: 'Hur lugn du var när vädret slog om.',
    privateNote: 'Fråga om nattpassen.',
    shared: ['Mera tid till sjöss nästa år. ', 'Mätningen vid Utö gick bra. '],
    agreement: 'Två veckor på mätfartyget',
    secrets: /mätfartyget|Utö|nattpassen/,
  },
};

export function tellFirstTalk(look: Look): void {
  describe.runIf(findBrowser())(`In a browser, in ${look.language}, ${look.theme}`, () => {
    let browser: Browser;
    const words = wordsIn(look.language);
    const { answer, managerAnswer, privateNote, shared, agreement: agreed, secrets } = written[look.language];
    let samtal: GivenSamtal;
    let hr: Window;
    let employee: Window;
    let manager: Window;
    const windows: Window[] = [];
    const open = async (who: string, path: string): Promise<Window> => {
      const opened = await openWindow(browser, samtal, who, path, look);
      windows.push(opened);
      return opened;
    };
    const press = (frame: FrameLocator, name: string | RegExp) =>
      frame.getByRole('button', { name }).or(frame.getByRole('link', { name })).first().click();

    beforeAll(async () => {
      [browser, samtal] = await Promise.all([launchBrowser(), givenSamtal()]);
    });
    afterAll(async () => {
      for (const one of windows) await one.close();
      await browser?.close();
      await samtal?.stop();
    });

    it('HR launches a cycle in five screens and sees every talk booked', async () => {
      const { wizard, list, who, look: seen, launch, progress } = words.cycle;
      hr = await open('hedda', '/app');
      const { app } = hr;
      await press(app, words.app.welcome.action);
      await app.getByRole('navigation', { name: words.app.tabs.label }).getByRole('link', { name: words.app.tabs.hr }).click();
      expect(await hr.look('hr-1-empty')).toEqual([]);
      await press(app, list.plan);
      expect(await hr.look('hr-2-which')).toEqual([]);
      await press(app, filled(wizard.next, { step: wizard.step.who }));
      await app.getByRole('radio', { name: who.everyone }).waitFor();
      expect(await hr.look('hr-3-who')).toEqual([]);
      await press(app, filled(wizard.next, { step: wizard.step.when }));
      await app.getByRole('heading', { name: words.cycle.when.heading }).waitFor();
      expect(await hr.look('hr-4-when')).toEqual([]);
      await press(app, wizard.find);
      await app.getByText(anyOf(seen.plannedAt)).waitFor();
      await app.getByText('Vera Strand').first().waitFor();
      expect(await hr.look('hr-5-look')).toEqual([]);
      await press(app, filled(wizard.next, { step: wizard.step.launch }));
      await app.getByRole('heading', { name: launch.heading }).waitFor();
      expect(await hr.look('hr-6-launch')).toEqual([]);
      await press(app, launch.button);
      await press(app, launch.yes);
      await app.getByText(progress.done).waitFor();
      expect(await hr.look('hr-7-progress')).toEqual([]);
    });

    it('The employee opens the notification and stands before the first question', async () => {
      employee = await open('erik', '/activity');
      expect(await employee.look('employee-1-activity')).toEqual([]);
      await employee.page.getByRole('main').getByText(/Maja/).first().click();
      await employee.app.getByRole('textbox').first().waitFor();
      expect(await employee.look('employee-2-question')).toEqual([]);
    });

    it('Each answer saves itself, is still there after a reload, and is shared when it was read through', async () => {
      const { preparation, app: common } = words;
      const { app, page } = employee;
      await app.getByRole('textbox').first().fill(answer);
      await app.getByText(common.saved.saved, { exact: true }).first().waitFor();
      await page.reload();
      await app.getByRole('textbox').first().waitFor();
      for (let at = 0; at < 10; at += 1) {
        if (await app.getByRole('button', { name: preparation.next }).isVisible()) await press(app, preparation.next);
        else break;
      }
      await press(app, preparation.toShare);
      await app.getByText(answer).first().waitFor();
      expect(await employee.look('employee-3-preview')).toEqual([]);
      await press(app, filled(preparation.preview.share, { name: 'Maja Hallberg' }));
      await app.getByRole('heading', { name: preparation.shared.title }).waitFor();
      expect(await employee.look('employee-4-shared')).toEqual([]);
    });

    it('The manager sees the team in one overview, prepares, and keeps private notes', async () => {
      const { talk, preparation, app: common, note } = words;
      manager = await open('maja', '/app');
      const { app } = manager;
      await press(app, common.welcome.action);
      await app.getByRole('navigation', { name: common.tabs.label }).getByRole('link', { name: common.tabs.team }).click();
      await app.getByText('Erik Storm').first().waitFor();
      expect(await manager.look('manager-1-team')).toEqual([]);
      await press(app, filled(words.team.table.actFor, { act: words.team.table.act.prepare, name: 'Erik Storm' }));
      await app.getByRole('textbox').first().fill(managerAnswer);
      await app.getByText(common.saved.saved, { exact: true }).first().waitFor();
      await app.getByRole('navigation', { name: preparation.parts }).getByRole('button').last().click();
      await press(app, filled(preparation.preview.share, { name: 'Erik Storm' }));
      await press(app, preparation.shared.talk);
      await app.getByText(answer).first().waitFor();
      expect(await manager.look('manager-2-talk')).toEqual([]);
      await press(app, talk.page.privateOpen);
      await app.getByRole('textbox', { name: note.private.title }).fill(privateNote);
      await app.getByText(common.saved.saved, { exact: true }).first().waitFor();
      expect(await manager.look('manager-3-private')).toEqual([]);
    });

    it('In the meeting both type into the shared notes at once in the side panel, and see each other’s text', async () => {
      const { talk, note } = words;
      const [booked] = (await samtal.as('erik').must(listMyTalks)).talks;
      await samtal.desk.clock.moveTo(new Date(new Date(booked?.start ?? '').getTime() - 5 * 60_000));
      const { chatId } = await samtal.desk.meeting('erik', { joinUrl: booked?.joinUrl ?? '' });
      await until(() => samtal.as('erik').must(findTalk, { query: { chatId } }), { message: 'Samtal is in the meeting’s chat' });
      manager = await open('maja', `/meeting/${encodeURIComponent(chatId)}`);
      await showPanel(manager);
      expect(await manager.look('meeting-1-before')).toEqual([]);
      employee = await joinFromMyTalk();
      await press(manager.panel, talk.page.start);
      const [boss, staff] = [manager, employee].map(({ panel }) => panel.getByRole('textbox', { name: note.label }));
      if (!boss || !staff) throw new Error('Two windows are needed');
      await boss.click();
      await staff.click();
      await Promise.all([boss.pressSequentially(shared[0] ?? '', { delay: 15 }), staff.pressSequentially(shared[1] ?? '', { delay: 15 })]);
      for (const panel of [boss, staff]) {
        await expect.poll(async () => letters(await panel.innerText())).toBe(letters(shared.join('')));
      }
      await expect.poll(async () => (await boss.textContent()) === (await staff.textContent())).toBe(true);
      await manager.panel.getByText(words.app.saved.saved, { exact: true }).waitFor();
      // The picture is of the notes.
      await boss.evaluate((notes) => notes.scrollIntoView({ block: 'center' }));
      expect(await manager.look('meeting-2-live')).toEqual([]);
      expect(await employee.look('meeting-3-live')).toEqual([]);
    });

    /** However the two texts lie in each other: the same letters, none lost, none doubled. */
    const letters = (text: string): string => [...text.replace(/\s/g, '')].sort().join('');

    async function showPanel({ page, panel }: Window): Promise<void> {
      await page.getByRole('heading', { level: 1 }).first().waitFor();
      const closed = page.getByRole('button', { name: /^(Open|Öppna|Visa) Samtal/ });
      if (await closed.isVisible()) await closed.click();
      await panel.getByRole('heading', { level: 1 }).waitFor();
    }

    async function joinFromMyTalk(): Promise<Window> {
      await employee.page.goto(`${samtal.hostUrl.replace('127.0.0.1', 'localhost')}/app?person=${samtal.find('erik').id}`);
      const opened = employee.page.context().waitForEvent('page');
      const [page] = await Promise.all([opened, press(employee.app, words.talk.my.join)]);
      const joined = windowOn(page, `${look.language}-${look.theme}-1280`, () => page.close());
      await showPanel(joined);
      return joined;
    }

    it('They agree on something, finish, and both sign what they have read', async () => {
      const { talk, agreement, signing } = words;
      await press(manager.panel, agreement.add);
      await manager.panel.getByRole('textbox', { name: agreement.what }).fill(agreed);
      expect(await manager.look('meeting-4-agree')).toEqual([]);
      await press(manager.panel, agreement.save);
      await employee.panel.getByText(agreed).first().waitFor();
      await press(manager.panel, talk.page.finish);
      expect(await manager.look('meeting-5-finish')).toEqual([]);
      await press(manager.panel, talk.finish.confirm);
      // What comes next stands at the other end of the panel, and is brought into sight.
      await manager.panel.locator(':focus', { hasText: talk.page.say.sign }).waitFor();
      for (const [at, window] of [manager, employee].entries()) {
        await press(window.panel, talk.page.sign);
        await window.panel.getByText(agreed).first().waitFor();
        expect(await window.look(`meeting-6-sign-${at + 1}`)).toEqual([]);
        if (at === 0) await signWithComment(window);
        else await press(window.panel, signing.button);
        await window.panel.getByText(signing.thanks).first().waitFor();
      }
      expect(await employee.look('meeting-7-signed')).toEqual([]);
    });

    it('The employee saves the summary as a file, with what both have agreed in it', async () => {
      const { file } = words.signing;
      const [saved] = await Promise.all([employee.page.waitForEvent('download'), press(employee.panel, file.pdf)]);
      expect(saved.suggestedFilename()).toMatch(/^samtal-\d{4}-\d\d-\d\d\.pdf$/);
      expect((await readPdf(await readFile(await saved.path()))).text).toContain(agreed);
      await employee.panel.getByText(filled(file.saved, { name: saved.suggestedFilename() })).waitFor();
      expect(await employee.look('meeting-7-saved')).toEqual([]);
    });

    async function signWithComment({ panel }: Window): Promise<void> {
      const { comment } = words.signing;
      await press(panel, comment.open);
      await panel.getByRole('textbox', { name: comment.label }).fill(managerAnswer);
      await press(panel, comment.send);
    }

    it('The employee says how the agreement goes, and the manager sees it with its note', async () => {
      const { following, agreement, talk } = words;
      const { panel } = employee;
      await panel.getByText(managerAnswer).first().waitFor();
      await press(panel, talk.panel.back);
      await press(panel, filled(following.sayOne, { text: agreed }));
      await panel.getByRole('radio', { name: agreement.status['under-way'] }).check();
      await panel.getByRole('textbox', { name: following.note }).fill(answer);
      expect(await employee.look('meeting-8-follow')).toEqual([]);
      await press(panel, following.save);
      await press(panel, filled(following.history, { count: 1 }));
      await panel.getByText(answer).last().waitFor();
      const seen = await open('maja', '/app');
      // Read away first: coming later it pushes what is pressed from under the pointer.
      await press(seen.app, words.app.welcome.action);
      await seen.app.getByRole('navigation', { name: words.app.tabs.label }).getByRole('link', { name: words.app.tabs.team }).click();
      await press(seen.app, agreement.allTeam);
      await seen.app.getByText(agreement.status['under-way']).first().waitFor();
      expect(await seen.look('manager-4-agreements')).toEqual([]);
    });

    it('The employee finds the agreement later, and HR sees counts without a word of it', async () => {
      const later = await open('erik', '/app');
      await later.app.getByText(agreed).first().waitFor();
      expect(await later.look('employee-5-later')).toEqual([]);
      await hr.page.reload();
      await hr.app.getByRole('navigation', { name: words.app.tabs.label }).getByRole('link', { name: words.app.tabs.hr }).click();
      await hr.app.getByRole('link').filter({ hasText: /2027/ }).first().click();
      await hr.app.getByRole('table').first().waitFor();
      expect(await hr.look('hr-8-counts')).toEqual([]);
      expect(await hr.app.locator('body').innerText()).not.toMatch(secrets);
    });
  });
}
