/** Chance that repeats itself: the same seed, the same numbers. */
import { createHash } from 'node:crypto';

export type Chance = {
  /** From 0 up to, not including, `below`. */
  whole(below: number): number;
  one<T>(of: readonly T[]): T;
  /** True once in `times`. */
  oneIn(times: number): boolean;
};

/** Mulberry32, a well-known generator of 32 bits. */
export function chanceOf(seed: string): Chance {
  let state = createHash('sha256').update(seed).digest().readUInt32LE(0);
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const whole = (below: number): number => Math.floor(next() * below);
  return {
    whole,
    one<T>(of: readonly T[]): T {
      const found = of[whole(of.length)];
      if (found === undefined) throw new Error('There is nothing to choose from');
      return found;
    },
    oneIn: (times) => whole(times) === 0,
  };
}
