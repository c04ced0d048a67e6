/** Which talks have to go so that one can stand at a start: all that overlap, and any by chance out of full days and rooms. */
import type { Board } from './board.ts';
import { meets } from './obstacles.ts';
import type { Random } from './random.ts';
import { free, takenByOthers } from './rooms.ts';

/** Talks that have to go: the first `count` of the list, at most `most`. */
export type Lifted = { of: Int32Array; count: number; most: number };

export const noneLifted = (most: number): Lifted => ({ of: new Int32Array(most), count: 0, most });

/** Fills `lifted` with the others that have to go, wherever the talk itself stands now; false when they are too many or one is locked. */
export function blockers(board: Board, talk: number, slot: number, random: Random, lifted: Lifted): boolean {
  const { hubs, rooms } = board.problem;
  lifted.count = 0;
  const [first, last] = [hubs.from[talk]!, hubs.from[talk + 1]!];
  for (let at = first; at < last; at += 1) if (!addOverlapping(board, hubs.of[at]!, talk, slot, lifted)) return false;
  for (let at = first; at < last; at += 1) if (!emptyDay(board, hubs.of[at]!, talk, slot, random, lifted)) return false;
  return rooms.poolOf[talk]! < 0 || emptyRoom(board, talk, slot, lifted);
}

function has({ of, count }: Lifted, talk: number): boolean {
  for (let at = 0; at < count; at += 1) if (of[at] === talk) return true;
  return false;
}

function add(lifted: Lifted, talk: number): void {
  lifted.of[lifted.count] = talk;
  lifted.count += 1;
}

function addOverlapping(board: Board, hub: number, talk: number, slot: number, lifted: Lifted): boolean {
  const { hubs, locked } = board.problem;
  const day = hubs.day[hub]![slot]!;
  const reach = hubs.wide[hub]!;
  for (let near = Math.max(0, day - reach); near <= Math.min(hubs.days - 1, day + reach); near += 1) {
    const begin = hubs.base[hub]! + near * hubs.width[hub]!;
    const end = begin + board.count[hub * hubs.days + near]!;
    for (let place = begin; place < end; place += 1) {
      const other = board.list[place]!;
      if (other === talk || !meets(board, talk, slot, other) || has(lifted, other)) continue;
      if (lifted.count === lifted.most || locked[other] === 1) return false;
      add(lifted, other);
    }
  }
  return true;
}

/** Adds talks of the hub's day until one more may stand there. */
function emptyDay(board: Board, hub: number, talk: number, slot: number, random: Random, lifted: Lifted): boolean {
  const { hubs, locked } = board.problem;
  const day = hubs.day[hub]![slot]!;
  const count = board.count[hub * hubs.days + day]!;
  if (count < hubs.cap[hub]!) return true;
  const begin = hubs.base[hub]! + day * hubs.width[hub]!;
  let stay = 0;
  for (let place = begin; place < begin + count; place += 1) if (board.list[place] !== talk && !has(lifted, board.list[place]!)) stay += 1;
  if (stay < hubs.cap[hub]!) return true;
  const offset = random.below(count);
  for (let turn = 0; turn < count && stay >= hubs.cap[hub]!; turn += 1) {
    const other = board.list[begin + ((offset + turn) % count)]!;
    if (other === talk || locked[other] === 1 || has(lifted, other)) continue;
    if (lifted.count === lifted.most) return false;
    add(lifted, other);
    stay -= 1;
  }
  return stay < hubs.cap[hub]!;
}

/** Adds the talks of the room of the pool that fewest have to leave. */
function emptyRoom(board: Board, talk: number, slot: number, lifted: Lifted): boolean {
  const { rooms, instance, dur } = board.problem;
  const pool = rooms.poolOf[talk]!;
  let [best, least] = [-1, lifted.most - lifted.count + 1];
  for (let room = rooms.first[pool]!; room < rooms.first[pool + 1]! && least > 0; room += 1) {
    const leaving = leavingRoom(board, talk, room * instance.slots + slot, lifted);
    if (leaving < least) [best, least] = [room, leaving];
  }
  if (best < 0) return false;
  const first = best * instance.slots + slot;
  for (let at = first; at < first + dur[talk]!; at += 1) {
    const other = board.roomTalk[at]!;
    if (other !== free && other !== talk && !has(lifted, other)) add(lifted, other);
  }
  return true;
}

/** How many have to leave a room beside those lifted; without limit where one cannot. A talk's slots stand together. */
function leavingRoom({ problem, roomTalk }: Board, talk: number, first: number, lifted: Lifted): number {
  let [leaving, last] = [0, free];
  for (let at = first; at < first + problem.dur[talk]!; at += 1) {
    const other = roomTalk[at]!;
    if (other === last || other === free || other === talk) continue;
    if (other === takenByOthers || problem.locked[other] === 1) return Number.MAX_SAFE_INTEGER;
    last = other;
    if (!has(lifted, other)) leaving += 1;
  }
  return leaving;
}
