/** The app at one of its places, as one person who has read the welcome; and going about in it by its own links, or by those that Teams has. */
import type { Browser, Locator } from 'playwright-core';
import { insideMark } from '#tabs/platform/routes/use-place.ts';
import { pressOn, untilAt } from './looks.ts';
import type { GivenSamtal } from './samtal.ts';
import { openWindow, type Look, type Window } from './window.ts';
import { wordsIn } from './words.ts';

/** The welcome is put away with a key, and the keyboard goes on elsewhere in the app. @param at the place, as a deep link names it */
export async function openAt(browser: Browser, samtal: GivenSamtal, who: string, at: string, look: Look): Promise<Window> {
  const window = await openWindow(browser, samtal, who, `/app?at=${encodeURIComponent(at)}`, look);
  await window.app.getByRole('heading', { level: 1 }).waitFor();
  await pressOn(window, window.app.getByRole('button', { name: wordsIn(look.language).app.welcome.action }));
  await window.app.locator(':focus').waitFor();
  return window;
}

/** Follows a link with the Tab key, to the page of that title, where the heading has the focus. @param by `Shift+Tab` when the link lies behind */
export async function follow(window: Window, link: Locator, title: string, by = 'Tab'): Promise<void> {
  await pressOn(window, link, { by });
  await untilAt(window.app.getByRole('heading', { level: 1, name: title, exact: true }));
}

/** Where the way is not the point: as a link of Teams leads there. */
export async function goTo({ page }: Window, place: string): Promise<void> {
  const address = new URL(page.url());
  address.searchParams.set('at', place);
  await page.goto(address.href);
}

/** The same as the app's own links do, without anything being loaded again. What stands there is marked: a heading without the mark is of the next page. */
export async function goInside({ app }: Window, place: string): Promise<void> {
  await app.locator('body').evaluate(
    (body, [path, mark]) => {
      for (const heading of body.querySelectorAll('h1, h2')) heading.setAttribute('data-left', '');
      history.pushState(mark, '', path);
    },
    [`/${place}`, insideMark] as const,
  );
  await app.locator(':is(h1, h2):not([data-left])').first().waitFor();
}
