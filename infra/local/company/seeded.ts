/** Chance that is the same on every machine: numbers and ids that follow from a word. Not for secrets. */
import { v5 } from 'uuid';

/** Root of all ids of the cast; made once, never changed, so that a person keeps the same id from start to start. */
const root = '6f0d3c1e-54b7-4f0a-9a61-0c7d5be0a917';

/** A GUID that follows from words, for example a domain and an alias. */
export const guidOf = (...words: string[]): string => v5(words.join('/'), root);

export type Chance = {
  /** From 0 up to, but without, 1. */
  next(): number;
  /** A whole number from `from` to `to`, both included. */
  between(from: number, to: number): number;
  pick<T>(list: readonly T[]): T;
  shuffle<T>(list: readonly T[]): T[];
};

/** A row of numbers that follows from a word. The mixing is Tommy Ettinger's mulberry32, the seed an FNV-1a hash. */
export function chanceOf(word: string): Chance {
  let state = [...word].reduce((hash, letter) => Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 16_777_619) >>> 0, 2_166_136_261);
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  const pick = <T>(list: readonly T[]): T => {
    const found = list[between(0, list.length - 1)];
    if (found === undefined) throw new Error('Nothing to pick from');
    return found;
  };
  const shuffle = <T>(list: readonly T[]): T[] => {
    const rest = [...list];
    return list.map(() => rest.splice(between(0, rest.length - 1), 1)[0] as T);
  };
  return { next, between, pick, shuffle };
}
