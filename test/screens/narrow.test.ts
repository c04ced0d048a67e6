/**
 * The same pages where there is little room or little contrast: the side panel's 280 px, and a wide window, each in high contrast.
 * Nothing may be wider than its frame, and nobody may be barred.
 */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { addTopic } from '#api/checkin/contract.ts';
import { addGoal, proposeGoal } from '#api/development/goal/contract.ts';
import { releasePreparation, saveAnswer } from '#api/preparation/contract.ts';
import { findTalk, readTalk, startTalk } from '#api/talk/contract.ts';
import { findBrowser, launchBrowser } from '#test/browser.ts';
import { barriersIn } from '#test/given/barriers.ts';
import { givenLaunchedCycle } from '#test/given/launched-cycle.ts';
import { givenSignedTalk } from '#test/given/signed-talk.ts';
import { givenSamtal, type GivenSamtal } from '#test/given/samtal.ts';
import { until } from '#test/given/until.ts';
import { openWindow, type Look } from '#test/given/window.ts';
import { anyOf, filled, wordsIn } from '#test/given/words.ts';

type Seen = { look: Look; who: string; places: Record<string, string> };
const narrow: Look = { language: 'sv', theme: 'contrast', width: 280, height: 700 };
const wide: Look = { language: 'en', theme: 'contrast', width: 1600, height: 900 };
/** Who opens what; `TALK`, `SIGNED` (another talk, signed by one and objected to by the other) and `CYCLE` are filled in. */
const seen: Seen[] = [
  {
    look: narrow,
    who: 'erik',
    places: {
      'my-talk': 'my-talk',
      reminders: 'reminders',
      prepare: 'talks/TALK/prepare',
      talk: 'talks/TALK',
      paper: 'talks/TALK/paper',
      'look-back': 'people/ERIK/back',
      goals: 'goals',
      nothing: 'talks/nobody-knows',
    },
  },
  {
    look: narrow,
    who: 'maja',
    places: {
      team: 'team',
      person: 'people/ERIK',
      'talk-of-manager': 'talks/TALK',
      sign: 'talks/TALK/sign',
      agreements: 'agreements/team',
      'goals-of-team': 'goals/team',
    },
  },
  { look: narrow, who: 'elin', places: { objected: 'talks/SIGNED/sign', followed: 'talks/SIGNED', mine: 'agreements' } },
  { look: narrow, who: 'hedda', places: { cycles: 'hr', 'new-cycle': 'hr/cycles/new', cycle: 'hr/cycles/CYCLE' } },
  { look: wide, who: 'erik', places: { 'my-talk': 'my-talk', prepare: 'talks/TALK/prepare' } },
  {
    look: wide,
    who: 'maja',
    places: {
      team: 'team',
      person: 'people/ERIK',
      'look-back': 'people/ERIK/back',
      'talk-of-manager': 'talks/TALK',
      signed: 'talks/SIGNED/sign',
    },
  },
];

describe.runIf(findBrowser())('Narrow and in high contrast', () => {
  let browser: Browser;
  let samtal: GivenSamtal;
  let ids: Record<string, string>;
  let chatId: string;

  beforeAll(async () => {
    [browser, samtal] = await Promise.all([launchBrowser(), givenSamtal()]);
    const { cycle, talkOf } = await givenLaunchedCycle(samtal);
    const { talkId, start, joinUrl } = await talkOf('erik');
    ids = { TALK: talkId, CYCLE: cycle.cycleId, SIGNED: (await talkOf('elin')).talkId, ERIK: samtal.find('erik').id };
    const text = 'Ett ord som inte får plats: sjömätningskvalitetssäkringsdokumentationsarkivet. '.repeat(3);
    await samtal.as('erik').must(saveAnswer, { params: { talkId, questionId: 'proud-of' }, body: { text }, version: 0 });
    await samtal.as('erik').must(releasePreparation, { params: { talkId }, version: 0 });
    const topic = {
      topicId: randomUUID(),
      employeeId: samtal.find('erik').id,
      text: 'Bemanningsplaneringsförutsättningarna',
      shared: true,
    };
    await samtal.as('erik').must(addTopic, { body: topic });
    const goal = { goalId: randomUUID(), what: text, why: text, due: '2027-01-10', visibility: 'team' as const };
    await samtal.as('erik').must(addGoal, { body: { ...goal, managerId: samtal.find('maja').id } });
    const proposed = { goalId: randomUUID(), employeeId: samtal.find('erik').id, what: 'Leda en sjömätning', why: null, due: null };
    await samtal.as('maja').must(proposeGoal, { body: proposed });
    await samtal.desk.clock.moveTo(new Date(start ?? ''));
    const params = { talkId };
    await samtal.as('maja').must(startTalk, { params, version: (await samtal.as('maja').must(readTalk, { params })).version });
    await givenSignedTalk(samtal, ids.SIGNED ?? '', { manager: 'maja', employee: 'elin' });
    ({ chatId } = await samtal.desk.meeting('erik', { joinUrl: joinUrl ?? '' }));
    await until(() => samtal.as('erik').must(findTalk, { query: { chatId } }), { message: 'Samtal is in the meeting’s chat' });
  });
  afterAll(async () => {
    await browser?.close();
    await samtal?.stop();
  });

  it('what bars people is found, inside frames as well', async () => {
    const page = await browser.newPage();
    await page.setContent(
      '<html lang="en"><title>Trial</title><main><iframe title="Inside" srcdoc="<main><button></button></main>"></iframe></main>',
    );
    await page.frameLocator('iframe').getByRole('button').waitFor();
    expect(await barriersIn(page)).toEqual([expect.stringMatching(/^button-name iframe button /)]);
    await page.close();
  });

  it.each(seen.map((one) => ({ ...one, width: one.look.width })))(
    '$who at $width px: every page fits, and bars nobody',
    async ({ look, who, places }) => {
      const window = await openWindow(browser, samtal, who, '/app', look);
      await window.app.getByRole('button', { name: wordsIn(look.language).app.welcome.action }).click();
      const findings: string[] = [];
      for (const [name, place] of Object.entries(places)) {
        const at = place.replace(/TALK|CYCLE|SIGNED|ERIK/, (word) => ids[word] ?? '');
        const address = new URL(window.page.url());
        address.searchParams.set('at', at);
        await window.page.goto(address.href);
        await window.app.locator('h1, h2').first().waitFor();
        findings.push(...(await window.look(name)), ...(await widerThanItsFrame(window)));
        if (name === 'paper') expect(await lettersOnPaper(window)).toEqual(['#ffffff', '#242424', '#ffffff']);
      }
      await window.close();
      expect(findings).toEqual([]);
    },
  );

  it('from the overview a manager reaches what an employee prepared in one click, and finds it again by its words with the keyboard', async () => {
    const { app: common, history } = wordsIn('en');
    const window = await openWindow(browser, samtal, 'maja', '/app', wide);
    const { app, page } = window;
    await app.getByRole('button', { name: common.welcome.action }).click();
    await app.getByRole('navigation', { name: common.tabs.label }).getByRole('link', { name: common.tabs.team }).click();
    const answer = app.getByText('sjömätningskvalitetssäkringsdokumentationsarkivet');
    await app.getByRole('rowheader', { name: 'Erik Storm' }).waitFor();
    expect(await answer.count()).toBe(0);
    let clicks = 0;
    await app.getByRole('rowheader', { name: 'Erik Storm' }).getByRole('link').click();
    clicks += 1;
    await app.getByRole('heading', { level: 1, name: 'Erik Storm' }).waitFor();
    await answer.first().waitFor();
    expect(clicks).toBe(1);
    await app.getByRole('link', { name: history.link }).focus();
    await page.keyboard.press('Enter');
    await app.getByRole('searchbox', { name: history.find }).focus();
    await page.keyboard.type('SÄKRINGS plats');
    await page.keyboard.press('Enter');
    await app.getByText(anyOf(history.foundIn_one)).waitFor();
    expect(await window.look('found')).toEqual([]);
    expect(await widerThanItsFrame(window)).toEqual([]);
    await window.close();
  });

  it('with the keyboard an employee takes a proposed goal on, changed, and says that it is reached', async () => {
    const { app: common, goal: words } = wordsIn('en');
    const window = await openWindow(browser, samtal, 'erik', '/app?at=goals', wide);
    const { app, page } = window;
    await app.getByRole('button', { name: common.welcome.action }).click();
    await app.getByRole('button', { name: `${words.acceptChanged}: Leda en sjömätning` }).focus();
    await page.keyboard.press('Enter');
    await app.getByRole('textbox', { name: words.what }).fill('Leda två sjömätningar');
    // What is typed is still there when the page was left and is shown again.
    await app.getByRole('link', { name: words.back }).press('Enter');
    await app.getByRole('link', { name: words.all }).press('Enter');
    await app.getByRole('button', { name: `${words.acceptChanged}: Leda en sjömätning` }).press('Enter');
    await app.getByRole('radio', { name: words.visibility.organisation }).press('Space');
    expect(await window.look('goal-form')).toEqual([]);
    await app.getByRole('button', { name: words.save, exact: true }).press('Enter');
    await app.getByRole('button', { name: filled(words.sayOne, { what: 'Leda två sjömätningar' }) }).press('Enter');
    await app.getByRole('radio', { name: words.state.reached }).press('Space');
    await app.getByRole('button', { name: words.save, exact: true }).press('Enter');
    await app.getByRole('button', { name: words.ended }).press('Enter');
    await app.getByRole('list', { name: words.ended }).getByText('Leda två sjömätningar').first().waitFor();
    expect(await widerThanItsFrame(window)).toEqual([]);
    await window.close();
  });

  it('the side panel in a running meeting fits its 280 px, and bars nobody', async () => {
    for (const who of ['maja', 'erik']) {
      const window = await openWindow(browser, samtal, who, `/meeting/${encodeURIComponent(chatId)}`, {
        ...wide,
        width: 1280,
        height: 800,
      });
      await window.panel.getByRole('textbox').first().waitFor();
      // One key goes on to the next part, and whoever opens the panel afterwards is there as well.
      if (who === 'maja') await window.panel.getByRole('textbox').first().press('F8');
      await window.panel.getByText('Now: Now, and strengths').waitFor();
      expect(await window.look(`panel-${who}`)).toEqual([]);
      expect(await widerThanItsFrame(window)).toEqual([]);
      await window.close();
    }
  });

  /** The colour of letters on the screen, while it is printed, and afterwards. */
  const lettersOnPaper = ({ app }: Awaited<ReturnType<typeof openWindow>>): Promise<string[]> =>
    app.getByRole('heading', { level: 1 }).evaluate(async (heading) => {
      const letters = (): string => getComputedStyle(heading).getPropertyValue('--colorNeutralForeground1').trim();
      const before = letters();
      dispatchEvent(new Event('beforeprint'));
      const printed = letters();
      dispatchEvent(new Event('afterprint'));
      for (let left = 300; left > 0 && letters() === printed; left -= 1) await new Promise(requestAnimationFrame);
      return [before, printed, letters()];
    });

  /** Frames in which something has to be scrolled sideways. */
  async function widerThanItsFrame({ page }: { page: Awaited<ReturnType<typeof openWindow>>['page'] }): Promise<string[]> {
    const found = await Promise.all(
      page.frames().map(async (frame) => {
        const [needs, has] = await frame.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
        return (needs ?? 0) > (has ?? 0) ? `${frame.url()} needs ${needs} px and has ${has}` : null;
      }),
    );
    return found.filter((one) => one !== null);
  }
});
