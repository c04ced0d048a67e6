/**
 * A browser window of the local Microsoft 365 as one person: the host page, the app in its frame, and a look at what is shown (picture and
 * accessibility). Found by role and label, as people find things.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import type { Language } from '#api/people/contract.ts';
import { barriersIn } from './barriers.ts';
import type { GivenSamtal } from './samtal.ts';
import { watchPage } from './watch-page.ts';
import { until } from './until.ts';

export type Theme = 'default' | 'dark' | 'contrast';
export type Look = { language: Language; theme: Theme; width?: number; height?: number };

export type Window = {
  page: Page;
  /** The personal app. */
  app: FrameLocator;
  /** The app in the meeting's side panel. */
  panel: FrameLocator;
  /** Takes a picture and answers what bars people from using the page: serious and critical findings, one line each. */
  look(name: string): Promise<string[]>;
  /** The person chooses another theme in the host's settings; the app follows. */
  wear(theme: Theme): Promise<void>;
  close(): Promise<void>;
};

/** Where the host page keeps how it looks. */
const settingsPlace = 'local-microsoft-365';
const output = fileURLToPath(new URL('../.output/screens/', import.meta.url));

/** Opens a window at a path of the host page: `/app`, `/activity`, `/meeting/CHAT`. */
export async function openWindow(browser: Browser, samtal: GivenSamtal, who: string, path: string, look: Look): Promise<Window> {
  const { language, theme, width = 1280, height = 860 } = look;
  const person = samtal.find(who);
  const context = await browser.newContext({ viewport: { width, height }, reducedMotion: 'reduce' });
  const settings = { theme, width: 'desktop', languages: { [person.id]: language } };
  // Both pages live under the name localhost; apps accept the host page under no other.
  const host = samtal.hostUrl.replace('127.0.0.1', 'localhost');
  const address = new URL(path, host);
  address.searchParams.set('person', person.id);
  await context.addInitScript(
    ([place, kept]) => {
      if (!localStorage.getItem(place)) localStorage.setItem(place, kept);
    },
    [settingsPlace, JSON.stringify(settings)] as const,
  );
  const page = await context.newPage();
  watchPage(page, `${who} at ${path}`);
  await page.goto(address.href);
  return windowOn(page, `${language}-${theme}-${width}`, () => context.close());
}

/** Until nothing is under way on the page, frames included: what is not there yet can be neither seen nor judged. */
async function untilLoaded(page: Page, name: string): Promise<void> {
  const busy = () => Promise.all(page.frames().map((frame) => frame.locator('[aria-busy="true"]').count()));
  await until(async () => (await busy()).every((count) => count === 0), {
    message: `all of ${name} is there`,
    withinMs: 20_000,
    seen: busy,
  });
}

/** The same for a page that the app has opened, for example the meeting. */
export function windowOn(page: Page, folder: string, close: () => Promise<void>): Window {
  watchPage(page, folder);
  return {
    page,
    app: page.frameLocator('iframe[title="Samtal"]'),
    panel: page.frameLocator('iframe[title*="panel" i]'),
    async look(name) {
      await untilLoaded(page, name);
      mkdirSync(join(output, folder), { recursive: true });
      await page.screenshot({ path: join(output, folder, `${name}.png`) });
      return (await barriersIn(page)).map((finding) => `${name}: ${finding}`);
    },
    async wear(theme) {
      await page.evaluate(
        ([place, chosen]) => {
          localStorage.setItem(place, JSON.stringify({ ...JSON.parse(localStorage.getItem(place) ?? '{}'), theme: chosen }));
          // As if chosen in another tab of the host: its page listens for that.
          dispatchEvent(new StorageEvent('storage', { key: place }));
        },
        [settingsPlace, theme] as const,
      );
    },
    close,
  };
}
