/** Waits for a condition instead of for a time: the one place in the tests that polls. */
import { setTimeout as pause } from 'node:timers/promises';

export type Patience = {
  /** What is waited for, as it is said when it does not happen: "every talk is booked". */
  message: string;
  /** 10 seconds unless given; at most what the test itself may take. */
  withinMs?: number;
  /** What to show when it does not happen, for example the last progress. */
  seen?: () => unknown;
};

/**
 * Asks again and again until the answer is neither false, null nor undefined, and gives that answer. An error counts as "not yet" and is the
 * cause of the one that is thrown when the time is over.
 */
export async function until<T>(
  condition: () => T | Promise<T>,
  { message, withinMs = 10_000, seen }: Patience,
): Promise<Exclude<T, false | null | undefined>> {
  const end = performance.now() + withinMs;
  let last: unknown;
  let pauseMs = 10;
  for (;;) {
    try {
      const answer = await condition();
      if (answer !== false && answer !== null && answer !== undefined) return answer as Exclude<T, false | null | undefined>;
      last = undefined;
    } catch (error) {
      last = error;
    }
    if (performance.now() >= end) break;
    await pause(pauseMs);
    pauseMs = Math.min(100, pauseMs * 2);
  }
  const shown = seen ? ` Last seen: ${JSON.stringify(await seen())}` : '';
  const why = last instanceof Error ? ` ${last.message}` : '';
  throw new Error(`Waited ${withinMs} ms in vain until ${message}.${shown}${why}`, { cause: last });
}
