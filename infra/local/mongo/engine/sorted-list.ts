/** Entries in the order of their texts, kept in short runs so that adding one moves few others. */

export type Entry<T> = { key: string; order: number; value: T };
export type SortedList<T> = {
  readonly size: number;
  add(entry: Entry<T>): void;
  remove(key: string, order: number): void;
  /** Values whose key is at least `from` and below `to`, in order or in reverse. */
  range(from: string, to: string, reverse?: boolean): Generator<Entry<T>, void>;
};

const runLength = 256;

const before = (a: { key: string; order: number }, key: string, order: number): boolean =>
  a.key < key || (a.key === key && a.order < order);

/** The first place in `list` that is not before the given one. */
function placeIn<E>(list: E[], isBefore: (entry: E) => boolean): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isBefore(list[middle] as E)) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function createSortedList<T>(sorted: Entry<T>[] = []): SortedList<T> {
  const runs: Entry<T>[][] = [];
  for (let at = 0; at < sorted.length; at += runLength) runs.push(sorted.slice(at, at + runLength));
  let size = sorted.length;

  /** The run that holds, or would hold, this place: the first whose last entry is not before it. */
  const runAt = (key: string, order: number): number => placeIn(runs, (run) => before(run[run.length - 1] as Entry<T>, key, order));

  return {
    get size() {
      return size;
    },
    add(entry) {
      const at = Math.min(runAt(entry.key, entry.order), Math.max(0, runs.length - 1));
      const run = runs[at];
      size += 1;
      if (!run) return void runs.push([entry]);
      run.splice(
        placeIn(run, (one) => before(one, entry.key, entry.order)),
        0,
        entry,
      );
      if (run.length > runLength * 2) runs.splice(at + 1, 0, run.splice(runLength));
    },
    remove(key, order) {
      const at = runAt(key, order);
      const run = runs[at];
      if (!run) return;
      const place = placeIn(run, (one) => before(one, key, order));
      if (run[place]?.key !== key || run[place].order !== order) return;
      run.splice(place, 1);
      size -= 1;
      if (run.length === 0) runs.splice(at, 1);
    },
    *range(from, to, reverse = false) {
      if (reverse) yield* backwards(runs, runAt(to, -1), from, to);
      else yield* forwards(runs, runAt(from, -1), from, to);
    },
  };
}

function* forwards<T>(runs: Entry<T>[][], first: number, from: string, to: string): Generator<Entry<T>, void> {
  for (let at = first; at < runs.length; at += 1) {
    const run = runs[at] as Entry<T>[];
    for (let place = at === first ? placeIn(run, (one) => before(one, from, -1)) : 0; place < run.length; place += 1) {
      const entry = run[place] as Entry<T>;
      if (entry.key >= to) return;
      yield entry;
    }
  }
}

function* backwards<T>(runs: Entry<T>[][], last: number, from: string, to: string): Generator<Entry<T>, void> {
  for (let at = Math.min(last, runs.length - 1); at >= 0; at -= 1) {
    const run = runs[at] as Entry<T>[];
    for (let place = run.length - 1; place >= 0; place -= 1) {
      const entry = run[place] as Entry<T>;
      if (entry.key >= to) continue;
      if (entry.key < from) return;
      yield entry;
    }
  }
}
