/** The best choice of talks for one person and day, when nobody else counts: found exactly, start by start in the order of the ends. */

/** The starts of a day are the `count` ones from `from` on. `before` of each: how many starts of the day end before it. */
export type DayStarts = { from: number; count: number; before: Int32Array; worth: Float64Array };

/** The most worth of so many talks among the first starts of a day: a row for each number of talks, from none on. Grows with the days it is used for. */
export type Levels = { known: Float64Array };
export const newLevels = (): Levels => ({ known: new Float64Array(1 << 16) });

/**
 * Fills in the rows of a day, from `at` on. @returns how many talks are worth having: more are worth no more. A long talk may be worth more than two short ones
 * and less than three, so that only a row which is the one before it all along tells that.
 */
export function fillLevels(levels: Levels, at: number, { from, count, before, worth }: DayStarts, most: number): number {
  const width = count + 1;
  if (levels.known.length < at + width * (most + 1)) levels.known = longer(levels.known, 2 * (at + width * (most + 1)));
  const { known } = levels;
  known.fill(0, at, at + width);
  for (let level = 0; level < most; level += 1) {
    const row = at + (level + 1) * width;
    let value = 0;
    let isMore = false;
    known[row] = 0;
    for (let index = 0; index < count; index += 1) {
      const one = worth[from + index]!;
      // What is worth nothing is never chosen: most starts at good prices.
      if (one > 0) value = Math.max(value, known[row - width + before[from + index]!]! + one);
      known[row + index + 1] = value;
      if (value !== known[row - width + index + 1]) isMore = true;
    }
    if (!isMore) return level;
  }
  return most;
}

/** Tells by their places in `worth` the starts that `fillLevels` found best for at most `level` talks. */
export function tellBest(
  { known }: Levels,
  at: number,
  { from, count, before }: DayStarts,
  level: number,
  chosen: (place: number) => void,
): void {
  let row = at + level * (count + 1);
  for (let index = count; row > at && index > 0;) {
    if (known[row + index] === known[row + index - 1]) index -= 1;
    else {
      chosen(from + index - 1);
      index = before[from + index - 1]!;
      row -= count + 1;
    }
  }
}

const own = newLevels();

/** The most worth of at most `most` starts that do not overlap; tells which were chosen by their places in `worth`. */
export function bestDay(day: DayStarts, most: number, chosen: (place: number) => void): number {
  const level = fillLevels(own, 0, day, most);
  tellBest(own, 0, day, level, chosen);
  return own.known[level * (day.count + 1) + day.count]!;
}

function longer(list: Float64Array, length: number): Float64Array {
  const grown = new Float64Array(length);
  grown.set(list);
  return grown;
}
