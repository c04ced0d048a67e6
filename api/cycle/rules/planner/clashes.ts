/**
 * What every possible start would clash with, kept up to date while talks come and go: so that whether a start is open is one look, and a talk without
 * another open start is known without asking. Rooms are not looked at here.
 */
import type { Problem } from './problem.ts';

/** Three numbers for each run: the talk, its first candidate and the one after its last. */
const width = 3;

/** Candidates of one talk that start on the same day of one hub stand beside each other: a run. */
export type Runs = {
  /** Runs of hub h and day d are those from `from[h * days + d]` on, as places in `list`. */
  from: Int32Array;
  list: Int32Array;
};

export type Clashes = {
  runs: Runs;
  /** By candidate: talks of hubs that would overlap it, and full days of hubs. The talk itself counts for nothing. */
  of: Int16Array;
  /** Candidates of each talk with no clash. */
  open: Int32Array;
};

/** The plan as the clashes depend on it. */
type Standing = { problem: Problem; start: Int32Array; clashes: Clashes };

export function noClashes(problem: Problem): Clashes {
  const { candidates, talks } = problem;
  const open = new Int32Array(talks);
  for (let talk = 0; talk < talks; talk += 1) open[talk] = candidates.from[talk + 1]! - candidates.from[talk]!;
  return { runs: runsOf(problem), of: new Int16Array(candidates.slot.length), open };
}

function runsOf({ hubs, candidates, talks }: Problem): Runs {
  const from = new Int32Array(hubs.count * hubs.days + 1);
  const eachRun = (see: (key: number, talk: number, first: number, end: number) => void): void => {
    for (let talk = 0; talk < talks; talk += 1)
      for (let at = hubs.from[talk]!; at < hubs.from[talk + 1]!; at += 1) {
        const hub = hubs.of[at]!;
        const dayOf = hubs.day[hub]!;
        const last = candidates.from[talk + 1]!;
        for (let first = candidates.from[talk]!; first < last;) {
          const day = dayOf[candidates.slot[first]!]!;
          let end = first + 1;
          while (end < last && dayOf[candidates.slot[end]!] === day) end += 1;
          see(hub * hubs.days + day, talk, first, end);
          first = end;
        }
      }
  };
  eachRun((key) => (from[key + 1]! += width));
  for (let key = 1; key < from.length; key += 1) from[key]! += from[key - 1]!;
  const list = new Int32Array(from.at(-1)!);
  const next = from.slice();
  eachRun((key, talk, first, end) => {
    const at = next[key]!;
    list[at] = talk;
    list[at + 1] = first;
    list[at + 2] = end;
    next[key] = at + width;
  });
  return { from, list };
}

/** Says to all who share the hub that the talk is there now (`change` 1) or gone (-1). */
export function tellOverlapping(standing: Standing, hub: number, talk: number, slot: number, change: 1 | -1): void {
  const { hubs } = standing.problem;
  const day = hubs.day[hub]![slot]!;
  const reach = hubs.wide[hub]!;
  if (reach === 0) return tellDay(standing, hub * hubs.days + day, talk, slot, change);
  for (let near = Math.max(0, day - reach); near <= Math.min(hubs.days - 1, day + reach); near += 1)
    tellDay(standing, hub * hubs.days + near, talk, slot, change);
}

function tellDay({ problem, clashes }: Standing, key: number, talk: number, slot: number, change: 1 | -1): void {
  const { dur, candidates, bufferTalk } = problem;
  const { runs, of, open } = clashes;
  const slots = candidates.slot;
  const after = slot + dur[talk]! + bufferTalk;
  const end = runs.from[key + 1]!;
  for (let at = runs.from[key]!; at < end; at += width) {
    const other = runs.list[at]!;
    if (other === talk) continue;
    const before = slot - dur[other]! - bufferTalk;
    const last = runs.list[at + 2]!;
    for (let index = runs.list[at + 1]!; index < last; index += 1) {
      const theirs = slots[index]!;
      if (theirs <= before) continue;
      if (theirs >= after) break;
      const clash = (of[index]! += change);
      if (clash === 0) open[other]! += 1;
      else if (clash === 1 && change === 1) open[other]! -= 1;
    }
  }
}

/** Says to all who have no talk on the hub's day that it is full now (`change` 1) or no longer (-1). */
export function tellFull({ problem, start, clashes }: Standing, hub: number, day: number, change: 1 | -1): void {
  const { hubs } = problem;
  const { runs, of, open } = clashes;
  const dayOf = hubs.day[hub]!;
  const key = hub * hubs.days + day;
  const end = runs.from[key + 1]!;
  for (let at = runs.from[key]!; at < end; at += width) {
    const other = runs.list[at]!;
    const theirs = start[other]!;
    if (theirs >= 0 && dayOf[theirs] === day) continue;
    const last = runs.list[at + 2]!;
    for (let index = runs.list[at + 1]!; index < last; index += 1) {
      const clash = (of[index]! += change);
      if (clash === 0) open[other]! += 1;
      else if (clash === 1 && change === 1) open[other]! -= 1;
    }
  }
}
