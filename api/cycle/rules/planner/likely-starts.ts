/** Which starts of each talk a best plan is likely to use, by what they cost other talks. Most starts are not among them, so that trying these first is quicker. */
import { marketOf } from './market.ts';
import { price } from './prices.ts';
import type { Problem } from './problem.ts';

export type Likely = {
  /** No plan places more talks. */
  most: number;
  /** Candidates of talk t are those in `of` from `from[t]` to below `from[t + 1]`. */
  from: Int32Array;
  of: Int32Array;
  /** By talk: in what share of the last rounds it had a start. Null where nobody found out. */
  share: Float64Array | null;
  /** Places in `of`, the most likely first. */
  ranked: Int32Array;
};

/** Chosen at least in so many of the last rounds. */
const often = 0.03;

/** Whether a best plan most probably has no place for the talk. */
export const isUnlikely = (share: Float64Array, talk: number): boolean => share[talk]! < often;

/** Without any, where it would take too long to find out. */
export const noneLikely = ({ talks }: Problem): Likely => ({
  ...{ most: talks, from: new Int32Array(talks + 1), of: new Int32Array(0), share: null, ranked: new Int32Array(0) },
});

/** Of more free rooms than these, counted for each start, laying them out takes longer than it saves, and much memory. */
const mostRooms = 8_000_000;

/** Whether prices are worth their time: the search finds as much without them where there is too much to lay out. */
export function mayPrice({ talks, candidates, rooms }: Problem, mostStarts: number): boolean {
  if (candidates.slot.length > mostStarts) return false;
  let choices = 0;
  for (let talk = 0; talk < talks; talk += 1) {
    const [pool, starts] = [rooms.poolOf[talk]!, candidates.from[talk + 1]! - candidates.from[talk]!];
    if (pool >= 0) choices += starts * (rooms.first[pool + 1]! - rooms.first[pool]!);
  }
  return choices <= mostRooms;
}

/** Finds prices in so many rounds. */
export function likelyStarts(problem: Problem, rounds: number, mayGoOn: () => boolean): Likely {
  const { talks, candidates } = problem;
  const { most, chosen } = price(problem, marketOf(problem), rounds, mayGoOn);
  const [from, share] = [new Int32Array(talks + 1), new Float64Array(talks)];
  const of: number[] = [];
  for (let talk = 0; talk < talks; talk += 1) {
    for (let at = candidates.from[talk]!; at < candidates.from[talk + 1]!; at += 1) {
      share[talk]! += chosen[at]!;
      if (chosen[at]! > often) of.push(at);
    }
    from[talk + 1] = of.length;
  }
  return { most, from, of: Int32Array.from(of), share, ranked: rankedBy(of, chosen) };
}

/** Numbers of the place and of how seldom it was chosen together sort quickly. */
function rankedBy(of: number[], chosen: Float64Array): Int32Array {
  const keys = Float64Array.from(of, (at, place) => Math.floor(Math.max(0, 1 - chosen[at]!) * million) * of.length + place).sort();
  return Int32Array.from(keys, (key) => key % of.length);
}

const million = 1_000_000;
