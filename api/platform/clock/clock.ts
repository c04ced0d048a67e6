/** The only place in the product that reads the time, and that waits for it to pass. Rules never do either: they are given `now`. */

/** Answers the present instant. The composition root decides which clock; tests and the local Microsoft 365 move theirs. */
export type Clock = { now(): Date };

/** A clock that also waits: resolves after so many milliseconds, or at once when the signal is aborted. Tests drive their own. */
export type Timer = Clock & { wait(ms: number, signal?: AbortSignal): Promise<void> };

/** The machine's own clock. */
export const systemClock: Timer = { now: () => new Date(), wait: waitHere };

/** A clock that waits in its own way, or by the machine's timers when it has none. */
export const timerOf = (clock: Clock & Partial<Timer>): Timer => ({ now: () => clock.now(), wait: clock.wait ?? waitHere });

function waitHere(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted) return resolve();
    const end = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal?.addEventListener('abort', end);
  });
}
