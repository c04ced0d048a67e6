/** The best choice of talks for one person and day, when nobody else counts: found exactly, start by start in the order of the ends. */

/** The starts of a day are the `count` ones from `from` on. `before` of each: how many starts of the day end before it. */
export type DayStarts = { from: number; count: number; before: Int32Array; worth: Float64Array };

let table = new Float64Array(1 << 16);

/** The most worth of at most `most` starts that do not overlap; tells which were chosen by their places in `worth`. */
export function bestDay({ from, count, before, worth }: DayStarts, most: number, chosen: (place: number) => void): number {
  const width = count + 1;
  if (table.length < width * (most + 1)) table = new Float64Array(2 * width * (most + 1));
  const known = table;
  for (let index = 0; index < width; index += 1) known[index] = 0;
  let level = 0;
  let best = 0;
  while (level < most) {
    const row = (level + 1) * width;
    let value = 0;
    known[row] = 0;
    for (let index = 0; index < count; index += 1) {
      const one = worth[from + index]!;
      // What is worth nothing is never chosen: most starts at good prices.
      if (one > 0) value = Math.max(value, known[row - width + before[from + index]!]! + one);
      known[row + index + 1] = value;
    }
    // Each further talk is worth no more than the one before it.
    if (value <= best) break;
    best = value;
    level += 1;
  }
  let index = count;
  while (level > 0 && index > 0) {
    const row = level * width;
    if (known[row + index] === known[row + index - 1]) index -= 1;
    else {
      chosen(from + index - 1);
      index = before[from + index - 1]!;
      level -= 1;
    }
  }
  return best;
}
