/** Where events stand in a calendar's grid: side by side when they overlap, within the hours that are shown. Pure. */

/** Minutes since the day's midnight on the wall clock. */
export type Slot = { from: number; to: number };
export type Placed<T> = { item: T; from: number; to: number; column: number; columns: number };

/** Anything shorter would be no taller than its own border. */
const shortest = 20;

/** Overlapping items share the width of the day; items that only touch do not. */
export function placeInDay<T extends Slot>(items: T[]): Placed<T>[] {
  const sorted = items
    .map((item) => ({ item, from: item.from, to: Math.max(item.to, item.from + shortest) }))
    .sort((a, b) => a.from - b.from || b.to - a.to);
  const placed: Placed<T>[] = [];
  let cluster: Omit<Placed<T>, 'columns'>[] = [];
  let ends: number[] = [];
  const close = (): void => {
    placed.push(...cluster.map((one) => ({ ...one, columns: ends.length })));
    cluster = [];
    ends = [];
  };
  for (const one of sorted) {
    if (ends.length > 0 && ends.every((end) => end <= one.from)) close();
    const free = ends.findIndex((end) => end <= one.from);
    const column = free === -1 ? ends.length : free;
    ends[column] = one.to;
    cluster.push({ ...one, column });
  }
  close();
  return placed;
}

/** The hours to show: a working day, and whatever lies outside of it. */
export function hoursShown(slots: Slot[]): { first: number; last: number } {
  const first = slots.reduce((least, { from }) => Math.min(least, Math.floor(from / 60)), 8);
  const last = slots.reduce((most, { to }) => Math.max(most, Math.ceil(to / 60)), 18);
  return { first: Math.max(0, first), last: Math.min(24, last) };
}
