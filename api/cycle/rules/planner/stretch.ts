/**
 * A stretch of time of a pool's rooms, or of a person: clears it, and fills it with whoever may have it, in the order of time, so that it becomes dense
 * where moving one talk after the other leaves gaps. Judges nothing.
 */
import { lift, put, type Board } from './board.ts';
import { roomAt } from './insert.ts';
import { nothing, roomFor } from './obstacles.ts';
import type { Random } from './random.ts';

/** The pool's rooms, or without a pool (-1) the hub's time, within the slots from `from` to below `to`. `talks`: all that need the one or the other. */
export type Stretch = { pool: number; hub: number; from: number; to: number; talks: Int32Array };

/** Most talks that are cleared, and open starts that are looked at. */
export const clearedMost = 32;
const openMost = 1024;

/** Open starts: whose, which candidate, and keys that sort them; the last digits of a key are the place in the lists. */
const found = { keys: new Float64Array(openMost), talk: new Int32Array(openMost), at: new Int32Array(openMost), count: 0 };
/** Talks with the same end come in an order by chance. */
const chances = 16;

/** Lifts who stands in the stretch, into `cleared`; answers how many, or -1 with all where they were when they are too many. */
export function clear(board: Board, stretch: Stretch, cleared: Int32Array): number {
  const count = stretch.pool >= 0 ? inRooms(board, stretch, cleared) : inDays(board, stretch, cleared);
  for (let at = 0; at < count; at += 1) lift(board, cleared[at]!);
  return count;
}

function inRooms({ problem, roomTalk }: Board, { pool, from, to }: Stretch, cleared: Int32Array): number {
  const { rooms, instance, locked } = problem;
  let count = 0;
  for (let room = rooms.first[pool]!; room < rooms.first[pool + 1]!; room += 1) {
    let last = nothing;
    for (let slot = from; slot < to; slot += 1) {
      const other = roomTalk[room * instance.slots + slot]!;
      if (other < 0 || other === last || locked[other] === 1) continue;
      if (count === clearedMost) return -1;
      cleared[count] = last = other;
      count += 1;
    }
  }
  return count;
}

function inDays({ problem, list, count: held, start }: Board, { hub, from, to }: Stretch, cleared: Int32Array): number {
  const { hubs, locked } = problem;
  const dayOf = hubs.day[hub]!;
  let count = 0;
  for (let day = dayOf[from]!; day <= dayOf[to - 1]!; day += 1) {
    const begin = hubs.base[hub]! + day * hubs.width[hub]!;
    const end = begin + held[hub * hubs.days + day]!;
    for (let place = begin; place < end; place += 1) {
      const other = list[place]!;
      if (locked[other] === 1 || start[other]! < from || start[other]! >= to) continue;
      if (count === clearedMost) return -1;
      cleared[count] = other;
      count += 1;
    }
  }
  return count;
}

/** Puts talks without a time into the stretch as long as one fits: the earliest end first, or seen from the other side the latest start. */
export function fill(board: Board, stretch: Stretch, random: Random): void {
  const { candidates, rooms, locked } = board.problem;
  const isBackward = random.below(2) === 1;
  found.count = 0;
  for (const talk of stretch.talks)
    if (board.start[talk] === -1 && locked[talk] === 0 && board.clashes.open[talk]! > 0) addOpen(board, stretch, talk, random, isBackward);
  for (const key of found.keys.subarray(0, found.count).sort()) {
    const [talk, at] = [found.talk[key % openMost]!, found.at[key % openMost]!];
    if (board.start[talk] !== -1 || board.clashes.of[at] !== 0) continue;
    const slot = candidates.slot[at]!;
    if (rooms.poolOf[talk]! < 0 || roomFor(board, talk, slot, nothing) >= 0) put(board, talk, slot, roomAt(board, talk, slot));
  }
}

function addOpen({ problem, clashes }: Board, { from, to }: Stretch, talk: number, random: Random, isBackward: boolean): void {
  const { candidates, dur } = problem;
  const { slot } = candidates;
  const end = candidates.from[talk + 1]!;
  for (let at = firstFrom(slot, candidates.from[talk]!, end, from); at < end && slot[at]! < to; at += 1) {
    if (clashes.of[at] !== 0 || found.count === openMost) continue;
    const order = isBackward ? to - slot[at]! : slot[at]! + dur[talk]! - from;
    found.talk[found.count] = talk;
    found.at[found.count] = at;
    found.keys[found.count] = (order * chances + random.below(chances)) * openMost + found.count;
    found.count += 1;
  }
}

/** The first of an ordered part of the list that is not below `least`. */
function firstFrom(list: Int32Array, first: number, end: number, least: number): number {
  let [low, high] = [first, end];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle]! < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
