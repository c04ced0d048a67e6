/**
 * What stood on the pages of a browser test that failed, in the words of its error: a run elsewhere leaves nothing else behind. Runs beside every
 * screens test; pages are watched by whoever opens a window (`given/window.ts`).
 */
import { afterEach } from 'vitest';
import type { Frame, Page } from 'playwright-core';

type Watched = { name: string; said: string[] };

/** Pages that are open in this process; its files run one after another. */
const watched = new Map<Page, Watched>();
/** Enough of a page to see where it stopped; enough of what it said before. */
const [mostLetters, mostLines] = [3_000, 15];

/** Keeps what the page complains about, until it is closed. */
export function watchPage(page: Page, name: string): void {
  if (watched.has(page)) return;
  const said: string[] = [];
  const hear = (line: string): void => void said.push(line.slice(0, 300));
  watched.set(page, { name, said });
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && hear(`${message.type()}: ${message.text()}`));
  page.on('pageerror', ({ message }) => hear(`uncaught: ${message}`));
  page.on('requestfailed', (request) => hear(`${request.failure()?.errorText ?? 'failed'}: ${placeOf(request.url())}`));
  page.on('response', (response) => response.status() >= 400 && hear(`${response.status()}: ${placeOf(response.url())}`));
  page.on('close', () => watched.delete(page));
}

const placeOf = (url: string): string => new URL(url).pathname;

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

afterEach(async ({ task }) => {
  const [error] = task.result?.state === 'fail' ? (task.result.errors ?? []) : [];
  if (!error) return;
  // The newest first: where it stopped, mostly, and the first that is read when somebody cuts the rest.
  const seen = await Promise.all([...watched].reverse().map(([page, one]) => seenOn(page, one)));
  error.message = [error.message, ...seen].join('\n');
});
