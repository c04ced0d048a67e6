/**
 * Another step of annealing: some hours of the rooms that a talk needs, or some days of one of its people, are packed anew, and those who lose their time there
 * look for another. Kept or undone by the same measure as every other step.
 */
import { undo } from './board.ts';
import { insert } from './insert.ts';
import { standingOf, worseThan, type Search } from './left-out.ts';
import { add, drop, type Waiting } from './waiting.ts';
import type { Problem } from './problem.ts';
import { clear, clearedMost, fill, type Stretch } from './stretch.ts';

/** Talks of each pool of rooms, and a place for those cleared. */
export type Stretches = { talksOf: Int32Array[]; cleared: Int32Array };

export function stretchesOf({ rooms, talks }: Problem): Stretches {
  const talksOf: number[][] = Array.from({ length: rooms.first.length - 1 }, () => []);
  for (let talk = 0; talk < talks; talk += 1) if (rooms.poolOf[talk]! >= 0) talksOf[rooms.poolOf[talk]!]!.push(talk);
  return { talksOf: talksOf.map((list) => Int32Array.from(list)), cleared: new Int32Array(clearedMost) };
}

/** Packs anew around a start of the talk drawn by chance; undone when the plan gets worse by more than `worst`. */
export function packAnew(
  { board, marks, random }: Search,
  { talksOf, cleared }: Stretches,
  waiting: Waiting,
  talk: number,
  worst: number,
): void {
  const stretch = drawStretch(board.problem, random, talksOf, talk);
  board.noted = 0;
  const before = standingOf(board);
  const count = clear(board, stretch, cleared);
  if (count < 0) return;
  fill(board, stretch, random);
  marks.stamp += 1;
  for (let at = 0; at < count; at += 1) if (board.start[cleared[at]!] === -1) insert(board, cleared[at]!, 1, marks);
  if (worseThan(before, board) > worst) return undo(board);
  for (const one of stretch.talks) if (board.start[one] !== -1 && waiting.placeOf[one] !== -1) drop(waiting, one);
  for (let at = 0; at < count; at += 1) if (board.start[cleared[at]!] === -1) add(waiting, cleared[at]!);
}

/** Rooms where the talk needs one: from one hour to eight around the start. Else one of its people: six hours before and after, or thirty. */
function drawStretch(
  { candidates, rooms, hubs, instance }: Problem,
  random: Search['random'],
  talksOf: Int32Array[],
  talk: number,
): Stretch {
  const { slots, slotMinutes } = instance;
  const slot = candidates.slot[candidates.from[talk]! + random.below(candidates.from[talk + 1]! - candidates.from[talk]!)]!;
  const pool = rooms.poolOf[talk]!;
  const minutes = pool >= 0 ? 60 + random.below(480) : random.below(2) === 0 ? 360 : 1800;
  const reach = Math.ceil(minutes / slotMinutes);
  const hub = pool >= 0 ? -1 : hubs.of[hubs.from[talk]! + random.below(hubs.from[talk + 1]! - hubs.from[talk]!)]!;
  const talks = pool >= 0 ? talksOf[pool]! : hubs.talks.subarray(hubs.talksFrom[hub], hubs.talksFrom[hub + 1]);
  return { pool, hub, from: Math.max(0, slot - reach), to: Math.min(slots, slot + reach), talks };
}
