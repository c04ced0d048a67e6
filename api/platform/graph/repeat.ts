/**
 * Makes one call, and makes it again where that is safe: never before the time that the answer asked for, and never past the time that all tries
 * together may take. Goes through the pacer each time. Knows neither addresses nor what the call is about.
 */
import type { Timer } from '../clock/clock.ts';
import type { Wait } from './pace.ts';
import type { Entry, Leave, Pacer } from './pacer.ts';

/** A call and its repeats take at most this long: well under the lease of the work that makes it (api/platform/db/due.ts). */
const longestCallMs = 25_000;
/** Longer waits are left to the due mark of the work, so that it does not hold its claim meanwhile. */
const longestWaitMs = 5_000;
const mostTries = 3;
const usualWaitSeconds = 1;

/** `pacer`: absent for a call that enters no mailbox as the app. */
export type Ways = { clock: Timer; pacer?: Pacer };
/** How a call failed: `refused` as too much (429), with how long to `wait`, and whether it may be made again. */
export type Failure = { refused: boolean; wait: Wait | null; mayRepeat: boolean };
export type Attempt<T> = {
  /** Null when no mailbox is entered. */
  entry: Entry | null;
  once(signal: AbortSignal): Promise<T>;
  failureOf(error: unknown): Failure;
  /** What to throw when the mailbox stays closed for longer than is waited here. */
  closed(seconds: number): Error;
};

/** Answers the first good answer; throws the last error as it came. */
export async function repeat<T>({ clock, pacer }: Ways, { entry, once, failureOf, closed }: Attempt<T>): Promise<T> {
  const limit = new AbortController();
  const done = new AbortController();
  try {
    for (let tries = 1; ; tries += 1) {
      const leave = pacer && entry ? await comeIn(pacer, entry, closed) : null;
      // Waiting to be let in is no part of the call.
      if (tries === 1) void clock.wait(longestCallMs, done.signal).then(() => limit.abort());
      try {
        const answer = await once(limit.signal);
        leave?.({ refused: false, wait: null });
        return answer;
      } catch (error) {
        const { refused, wait, mayRepeat } = failureOf(error);
        leave?.({ refused, wait });
        const waitMs = (wait?.retryAfterSeconds ?? usualWaitSeconds) * 1000;
        if (tries >= mostTries || limit.signal.aborted || waitMs > longestWaitMs || !mayRepeat) throw error;
        // Whoever goes through the pacer waits there, without holding a place.
        if (!leave || !wait) await clock.wait(waitMs);
      }
    }
  } finally {
    done.abort();
  }
}

async function comeIn(pacer: Pacer, entry: Entry, closed: (seconds: number) => Error): Promise<Leave> {
  const entered = await pacer.enter(entry, longestWaitMs);
  if ('leave' in entered) return entered.leave;
  throw closed(entered.closedMs / 1000);
}
