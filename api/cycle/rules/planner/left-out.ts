/** A search under way, which talks it leaves out so far, and whether that is more than before. */
import type { Board } from './board.ts';
import type { MostHeld } from './bound.ts';
import type { Marks } from './insert.ts';
import type { Problem } from './problem.ts';
import type { Random } from './random.ts';

export type Effort = {
  /** Longest chain of talks moved aside. */
  depth: number;
  /**
   * Tries of annealing. At first prices are found in so many rounds, unless there are more starts than `mostStarts`; with them `enough` are made, and `again`
   * for each talk that may still be missing, or `againAmong` where so many are left out that one more counts for little. Without prices: `least` for each talk left out, and up to `most` while they stay below `enoughWithout` in all.
   */
  tries: Record<'rounds' | 'mostStarts' | 'enough' | 'again' | 'againAmong' | 'least' | 'most' | 'enoughWithout', number>;
  /**
   * Tries of annealing over times: so many for each talk and `enough` more, or `enoughBeside` where talks are left out, which costs so much more than any times; at
   * most `most` for each talk.
   */
  cheapen: { each: number; most: number; enough: number; enoughBeside: number };
  /** Rounds of looking for cheaper times at last. */
  polish: number;
};

export type Search = { board: Board; marks: Marks; random: Random; effort: Effort; most: MostHeld; mayGoOn(): boolean };

/** Starts the calendars allow. */
export const candidateCount = ({ candidates }: Problem, talk: number): number => candidates.from[talk + 1]! - candidates.from[talk]!;

/** Talks that have candidates but no place. */
export function leftOut({ problem, start }: Board): number[] {
  const left: number[] = [];
  for (let talk = 0; talk < problem.talks; talk += 1)
    if (start[talk] === -1 && problem.locked[talk] === 0 && candidateCount(problem, talk) > 0) left.push(talk);
  return left;
}

/** One more booked talk somewhere else weighs so much of a talk left out. */
const movedWeight = 0.2;

/** What `worseThan` compares. */
export type Standing = { placed: number; moved: number };

export const standingOf = ({ placed, moved }: Board): Standing => ({ placed, moved });

/** How many talks more are left out than before; a moved one counts for a part. */
export const worseThan = (before: Standing, { placed, moved }: Board): number =>
  before.placed - placed + movedWeight * (moved - before.moved);
