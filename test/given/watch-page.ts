/** Which pages of a browser test are open in this process, and what each has complained of. Shows nothing: `seen-pages.ts` does when a test fails. */
import type { Page } from 'playwright-core';

export type Watched = { name: string; said: string[] };

/** Files run one after another in a process: what is open is of the one that runs. */
export const watched = new Map<Page, Watched>();

export const placeOf = (url: string): string => new URL(url).pathname;

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
