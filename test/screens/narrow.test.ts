/**
 * The same pages where there is little room or little contrast: the side panel's 280 px, and a wide window, each in high contrast.
 * Nothing may be wider than its frame, and nobody may be barred.
 */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, Locator } from 'playwright-core';
import { addTopic } from '#api/checkin/contract.ts';
import { addGoal, listMyGoals, proposeGoal } from '#api/development/goal/contract.ts';
import { releasePreparation, saveAnswer } from '#api/preparation/contract.ts';
import { findTalk, readTalk, startTalk } from '#api/talk/contract.ts';
import { findBrowser, launchBrowser } from '#test/browser.ts';
import { barriersIn } from '#test/given/barriers.ts';
import { givenLaunchedCycle } from '#test/given/launched-cycle.ts';
import { givenSignedTalk } from '#test/given/signed-talk.ts';
import { givenSamtal, type GivenSamtal } from '#test/given/samtal.ts';
import { until } from '#test/given/until.ts';
import { goInside } from '#test/given/place.ts';
import { isAt, pressOn, tabTo, typeInto, untilAt, untilWorn } from '#test/given/looks.ts';
import { openWindow, type Look, type Theme } from '#test/given/window.ts';
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
    await samtal.as('erik').must(releasePreparation, { params: { talkId }, body: { withId: samtal.find('maja').id }, version: 0 });
    const topic = {
      topicId: randomUUID(),
      employeeId: samtal.find('erik').id,
      text: 'Bemanningsplaneringsförutsättningarna',
      withId: samtal.find('maja').id,
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
    expect(await barriersIn(page)).toEqual([expect.stringMatching(/^in “Inside”: button-name button /)]);
    await page.close();
  });

  it('what is around the app is judged anew in another theme, and in another size', async () => {
    const window = await openWindow(browser, samtal, 'erik', '/app', wide);
    const { app, page } = window;
    await app.getByRole('heading', { level: 1 }).waitFor();
    // Letters that are too faint on the dark theme's ground, though not on black; and a button without a name where there are less than 1600 px.
    await page.evaluate(() => {
      const style = '<style>@media (min-width: 1600px) { #trial button { display: none } }</style>';
      const words = '<p style="color: #777; background: var(--colorNeutralBackground1)">Trial</p><button></button>';
      const trial = `<div id="trial" style="position: fixed; top: 0; right: 0; z-index: 9">${style}${words}</div>`;
      document.querySelector('.fui-FluentProvider')?.insertAdjacentHTML('beforeend', trial);
    });
    const wear = async (theme: Theme): Promise<void> => {
      await window.wear(theme);
      await Promise.all([untilWorn(page, theme), untilWorn(app, theme)]);
    };
    expect(await barriersIn(page)).toEqual([]);
    await wear('dark');
    expect(await barriersIn(page)).toEqual([expect.stringMatching(/^color-contrast p /)]);
    await wear('contrast');
    await page.setViewportSize({ width: 1599, height: 900 });
    expect(await barriersIn(page)).toEqual([expect.stringMatching(/^button-name /)]);
    await window.close();
  });

  it.each(seen.map((one) => ({ ...one, width: one.look.width })))(
    '$who at $width px: every page fits, and bars nobody',
    async ({ look, who, places }) => {
      const all = Object.entries(places).map(
        ([name, place]) => [name, place.replace(/TALK|CYCLE|SIGNED|ERIK/, (word) => ids[word] ?? '')] as const,
      );
      const window = await openWindow(browser, samtal, who, `/app?at=${encodeURIComponent(all[0]?.[1] ?? '')}`, look);
      const welcome = window.app.getByRole('button', { name: wordsIn(look.language).app.welcome.action });
      await welcome.click();
      await welcome.waitFor({ state: 'detached' });
      await window.app.getByRole('heading', { level: 1 }).waitFor();
      const findings: string[] = [];
      for (const [at, [name, place]] of all.entries()) {
        if (at > 0) await goInside(window, place);
        findings.push(...(await window.look(name)), ...(await widerThanItsFrame(window)));
        if (name === 'paper') expect(await lettersOnPaper(window)).toEqual(['#ffffff', '#242424', '#ffffff']);
      }
      await window.close();
      expect(findings).toEqual([]);
    },
  );

  const back = { by: 'Shift+Tab' };

  it('from the overview a manager reaches what an employee prepared in one press, and finds it again by its words; all with the keyboard', async () => {
    const { app: common, history, team } = wordsIn('en');
    const window = await openWindow(browser, samtal, 'maja', '/app', wide);
    const { app, page } = window;
    const title = (name: string): Locator => app.getByRole('heading', { level: 1, name, exact: true });
    await pressOn(window, app.getByRole('button', { name: common.welcome.action }));
    await pressOn(window, app.getByRole('navigation', { name: common.tabs.label }).getByRole('link', { name: common.tabs.team }), back);
    await untilAt(title(team.table.title));
    const answer = app.getByText('sjömätningskvalitetssäkringsdokumentationsarkivet');
    const erik = app.getByRole('rowheader', { name: 'Erik Storm' }).getByRole('link');
    await tabTo(window, app.getByRole('rowheader').first().getByRole('link'));
    for (let pressed = 0; pressed < 4 && !(await isAt(erik)); pressed += 1) await page.keyboard.press('ArrowDown');
    await untilAt(erik);
    expect(await answer.count()).toBe(0);
    let presses = 0;
    await page.keyboard.press('Enter');
    presses += 1;
    await untilAt(title('Erik Storm'));
    await answer.first().waitFor();
    expect(presses).toBe(1);
    // From what is going on now the way to the foot of the page is long; who looks back begins with last time.
    await tabTo(window, app.getByRole('tab', { name: team.person.now, exact: true }));
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await pressOn(window, app.getByRole('link', { name: history.link }));
    await untilAt(title(filled(history.with, { name: 'Erik Storm' })));
    const box = app.getByRole('searchbox', { name: history.find });
    await typeInto(window, box, 'SÄKRINGS plats');
    await page.keyboard.press('Enter');
    await app.getByText(anyOf(history.foundIn_one)).waitFor();
    await untilAt(box);
    expect(await window.look('found')).toEqual([]);
    expect(await widerThanItsFrame(window)).toEqual([]);
    await pressOn(window, app.getByRole('button', { name: history.clear, exact: true }));
    await untilAt(box);
    await pressOn(window, app.getByRole('main').getByRole('link', { name: 'Erik Storm' }), back);
    await untilAt(title('Erik Storm'));
    await pressOn(window, app.getByRole('main').getByRole('link', { name: common.tabs.team }), back);
    await untilAt(title(team.table.title));
    await window.close();
  });

  it('with the keyboard an employee takes a proposed goal on, changed, says that it is reached, and writes another', async () => {
    const { app: common, goal: words, talk } = wordsIn('en');
    const [proposed, taken, own] = ['Leda en sjömätning', 'Leda två sjömätningar', 'Lära mig Utös grund'];
    const window = await openWindow(browser, samtal, 'erik', '/app?at=goals', wide);
    const { app, page } = window;
    const button = (name: string): Locator => app.getByRole('button', { name, exact: true });
    const title = (name: string): Locator => app.getByRole('heading', { level: 1, name, exact: true });
    const edit = (what: string): Locator => button(filled(words.editOne, { what }));
    const field = app.getByRole('textbox', { name: words.what });
    await pressOn(window, button(common.welcome.action));
    await pressOn(window, button(`${words.acceptChanged}: ${proposed}`));
    await untilAt(field);
    await typeInto(window, field, taken);
    // What is typed is still there when the page was left and is shown again.
    await pressOn(window, app.getByRole('link', { name: words.back }), back);
    await untilAt(title(talk.my.title));
    await pressOn(window, app.getByRole('link', { name: words.all }));
    await untilAt(title(words.title));
    await pressOn(window, button(`${words.acceptChanged}: ${proposed}`));
    await untilAt(field);
    expect(await field.inputValue()).toBe(taken);
    await tabTo(window, app.getByRole('radio', { checked: true }));
    const organisation = app.getByRole('radio', { name: words.visibility.organisation });
    for (let pressed = 0; pressed < 3 && !(await isAt(organisation)); pressed += 1) await page.keyboard.press('ArrowDown');
    await app.getByRole('radio', { name: words.visibility.organisation, checked: true }).waitFor();
    expect(await window.look('goal-form')).toEqual([]);
    await pressOn(window, button(words.save));
    await untilAt(edit(taken));
    await pressOn(window, button(filled(words.sayOne, { what: taken })));
    await untilAt(app.getByRole('radio', { name: words.state['going-on'] }));
    await page.keyboard.press('ArrowUp');
    await typeInto(window, app.getByRole('textbox', { name: words.note }), 'Båda är klara.');
    await pressOn(window, button(words.save));
    await app.getByRole('list', { name: words.open }).getByText(taken).waitFor({ state: 'detached' });
    await app.locator(':focus').waitFor();
    await pressOn(window, app.getByRole('button', { name: words.ended }));
    await app.getByRole('list', { name: words.ended }).getByText(taken).first().waitFor();
    expect(await widerThanItsFrame(window)).toEqual([]);
    // One of their own: left alone, written, opened and closed again, removed, and brought back.
    const add = button(words.add);
    await pressOn(window, add);
    await untilAt(field);
    await pressOn(window, button(common.cancel));
    await untilAt(add);
    await page.keyboard.press('Enter');
    await untilAt(field);
    await page.keyboard.type(own);
    await tabTo(window, app.getByLabel(words.due));
    await page.keyboard.type('06062027');
    await pressOn(window, button(words.save));
    await untilAt(add);
    await pressOn(window, edit(own), back);
    await untilAt(field);
    await pressOn(window, button(common.cancel));
    await untilAt(edit(own));
    await pressOn(window, button(filled(words.removeOne, { what: own })));
    await edit(own).waitFor({ state: 'detached' });
    await pressOn(window, button(words.undo));
    await edit(own).waitFor();
    const { goals } = await samtal.as('erik').must(listMyGoals);
    expect(goals.find(({ what }) => what === own)).toMatchObject({ due: '2027-06-06', state: 'going-on' });
    expect(goals.find(({ what }) => what === taken)).toMatchObject({ state: 'reached', visibility: 'organisation' });
    await window.close();
  });

  it('with the keyboard a manager proposes a goal, and the employee says no to it, and thinks better of that', async () => {
    const { app: common, goal: words, team } = wordsIn('en');
    const what = 'Rita om farledskartan';
    const places = { maja: `people/${samtal.find('erik').id}`, erik: 'goals' };
    const [maja, erik] = await Promise.all(
      (['maja', 'erik'] as const).map(async (who) => {
        const window = await openWindow(browser, samtal, who, `/app?at=${encodeURIComponent(places[who])}`, wide);
        await pressOn(window, window.app.getByRole('button', { name: common.welcome.action }));
        return window;
      }),
    );
    if (!maja || !erik) throw new Error('A window is missing');
    const plan = maja.app.getByRole('tab', { name: team.person.plan, exact: true });
    await tabTo(maja, maja.app.getByRole('tab', { selected: true }));
    for (let pressed = 0; pressed < 3 && !(await isAt(plan)); pressed += 1) await maja.page.keyboard.press('ArrowRight');
    await maja.page.keyboard.press('Enter');
    const propose = maja.app.getByRole('button', { name: filled(words.propose, { name: 'Erik Storm' }) });
    await pressOn(maja, propose);
    await untilAt(maja.app.getByRole('textbox', { name: filled(words.whatTo, { name: 'Erik Storm' }) }));
    await maja.page.keyboard.type(what);
    await pressOn(maja, maja.app.getByRole('button', { name: words.send, exact: true }));
    await untilAt(propose);
    await maja.close();
    await erik.app.getByText(what).first().waitFor();
    await pressOn(erik, erik.app.getByRole('button', { name: `${words.decline}: ${what}` }));
    await erik.app.getByRole('list', { name: words.open }).getByText(what).waitFor({ state: 'detached' });
    await erik.app.locator(':focus').waitFor();
    const ended = erik.app.getByRole('button', { name: words.ended });
    if ((await ended.getAttribute('aria-expanded')) !== 'true') await pressOn(erik, ended);
    await pressOn(erik, erik.app.getByRole('button', { name: `${words.acceptAfterAll}: ${what}` }));
    await erik.app.getByRole('list', { name: words.open }).getByText(what).waitFor();
    await erik.app.locator(':focus').waitFor();
    await erik.close();
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
      if (who === 'maja') await pressOn(window, window.panel.getByRole('textbox').first(), { key: 'F8' });
      await window.panel.getByText('Now: Now, and strengths').waitFor();
      expect(await window.look(`panel-${who}`)).toEqual([]);
      expect(await widerThanItsFrame(window)).toEqual([]);
      // What Teams has around it is looked at as well, and anew when something has come.
      await window.page.evaluate(() => document.body.append(document.createElement('button')));
      expect(await barriersIn(window.page)).toEqual([expect.stringMatching(/^button-name /)]);
      await window.panel.locator('body').evaluate((body) => body.append(document.createElement('button')));
      expect(await barriersIn(window.page)).toEqual([
        expect.stringMatching(/^button-name /),
        expect.stringMatching(/^in “[^”]+”: button-name /),
      ]);
      // Where nothing of the app is seen, a look says so rather than that all is well.
      await window.page.locator('iframe').evaluate((frame) => (frame.style.display = 'none'));
      await expect(window.look('panel-unseen')).rejects.toThrow('none of it was judged');
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
