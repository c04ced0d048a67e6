/**
 * Time that passes only when nothing happens: hours of waiting in a moment, for whatever waits through `wait`. It moves on to the next instant that
 * somebody waits for once all that goes on for real (calls, the store) has come to rest. Knows neither Samtal nor Microsoft 365.
 */
import { setImmediate as turn } from 'node:timers/promises';
import type { Timer } from '#api/platform/clock/clock.ts';

export type VirtualTime = Timer & {
  /** Moves to a later instant at once; whoever waits for one before it goes on. */
  skip(ms: number): void;
  /** Lets time pass until the work is done. */
  run<T>(work: () => Promise<T>): Promise<T>;
};

type Waiter = { at: number; number: number; end(): void };
/** So many turns of the event loop without anything under way count as rest. */
const quietTurns = 4;

/** @param busy how much goes on for real, now */
export function createVirtualTime(start: Date, busy: () => number): VirtualTime {
  let now = start.getTime();
  let count = 0;
  const waiters = new Set<Waiter>();
  const moveTo = (at: number): void => {
    now = Math.max(now, at);
    const ready = [...waiters].filter((one) => one.at <= now).sort((a, b) => a.at - b.at || a.number - b.number);
    for (const one of ready) one.end();
  };
  const wait = (ms: number, signal?: AbortSignal): Promise<void> =>
    new Promise((resolve) => {
      if (signal?.aborted) return resolve();
      const waiter: Waiter = {
        at: now + Math.max(0, ms),
        number: (count += 1),
        end() {
          waiters.delete(waiter);
          signal?.removeEventListener('abort', waiter.end);
          resolve();
        },
      };
      waiters.add(waiter);
      signal?.addEventListener('abort', waiter.end);
    });
  return {
    now: () => new Date(now),
    wait,
    skip: (ms) => moveTo(now + ms),
    async run(work) {
      const end = { isReached: false };
      const done = work().finally(() => (end.isReached = true));
      // Told by whoever awaits `done` below; until then it is nobody's unhandled rejection.
      done.catch(() => undefined);
      let quiet = 0;
      while (!end.isReached) {
        await turn();
        quiet = busy() > 0 ? 0 : quiet + 1;
        if (quiet < quietTurns || waiters.size === 0) continue;
        moveTo(Math.min(...[...waiters].map(({ at }) => at)));
        quiet = 0;
      }
      return done;
    },
  };
}
