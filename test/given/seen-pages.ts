/**
 * What stood on the pages of a browser test that failed, in the words of its error: a run elsewhere leaves nothing else behind. Runs beside every
 * screens test. Which pages are open is kept elsewhere (`watch-page.ts`): this file runs anew for each test file, and what it kept would be gone.
 */
import { afterEach } from 'vitest';
import type { Frame, Page } from 'playwright-core';
import { placeOf, watched, type Watched } from './watch-page.ts';

async function shownIn(frame: Frame): Promise<string> {
  // A page that hangs answers nothing, which is what there is to say about it.
  const tree = await frame
    .locator('body')
    .ariaSnapshot({ timeout: 3_000 })
    .catch((error: unknown) => String(error).slice(0, 200));
  return `${placeOf(frame.url())}\n${tree.slice(0, mostLetters)}`;
}

async function seenOn(page: Page, { name, said }: Watched): Promise<string> {
  const frames = await Promise.all(
    page
      .frames()
      .filter((frame) => frame.url().startsWith('http'))
      .map(shownIn),
  );
  return [`— The window of ${name}:`, ...said.slice(-mostLines), ...frames].join('\n');
}

/** Enough of a page to see where it stopped; enough of what it said before. */
const [mostLetters, mostLines] = [3_000, 15];

afterEach(async ({ task }) => {
  const [error] = task.result?.state === 'fail' ? (task.result.errors ?? []) : [];
  if (!error) return;
  // The newest first: where it stopped, mostly, and the first that is read when somebody cuts the rest.
  const seen = await Promise.all([...watched].reverse().map(([page, one]) => seenOn(page, one)));
  error.message = [error.message, ...seen].join('\n');
});
