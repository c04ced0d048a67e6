/** A stretch of time that slides along: how much was asked within it. Knows neither calls nor limits. */

export type Window = {
  /** Counts a try. `waitMs` 0: it fits; else after so long the same would fit. `used`: everything within the window, this try included. */
  take(now: number, cost: number, most: number): { waitMs: number; used: number };
};

const keptBehind = 1024;

export function openWindow(lengthMs: number): Window {
  let tries: { at: number; cost: number }[] = [];
  let first = 0;
  let used = 0;
  const forget = (now: number): void => {
    // The clock may have been set back: what lies ahead of it has not happened.
    while (tries.length > first && (tries.at(-1)?.at ?? 0) > now) used -= tries.pop()?.cost ?? 0;
    for (let oldest = tries[first]; oldest && oldest.at <= now - lengthMs; oldest = tries[first]) {
      used -= oldest.cost;
      first += 1;
    }
    if (first > keptBehind && first * 2 > tries.length) {
      tries = tries.slice(first);
      first = 0;
    }
  };
  return {
    take(now, cost, most) {
      forget(now);
      const fits = used + cost <= most;
      tries.push({ at: now, cost });
      used += cost;
      if (fits) return { waitMs: 0, used };
      let left = used;
      for (let index = first; index < tries.length; index += 1) {
        const { at, cost: freed } = tries[index] ?? { at: now, cost: 0 };
        left -= freed;
        if (left + cost <= most) return { waitMs: at + lengthMs - now, used };
      }
      return { waitMs: lengthMs, used };
    },
  };
}
