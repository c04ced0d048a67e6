/** Which talks have to go so that one can stand at a start: all that overlap, and any by chance out of full days and rooms. */
import type { Board } from './board.ts';
import { meets } from './obstacles.ts';
import type { Random } from './random.ts';
import { free, takenByOthers } from './rooms.ts';

/** Fills `lifted` with the talks that have to go; false when they are more than `most` or one is locked. */
export function blockers(board: Board, talk: number, slot: number, random: Random, most: number, lifted: number[]): boolean {
  const { hubs, rooms } = board.problem;
  lifted.length = 0;
  const [first, last] = [hubs.from[talk]!, hubs.from[talk + 1]!];
  for (let at = first; at < last; at += 1) if (!addOverlapping(board, hubs.of[at]!, talk, slot, most, lifted)) return false;
  for (let at = first; at < last; at += 1) if (!emptyDay(board, hubs.of[at]!, slot, random, most, lifted)) return false;
  return rooms.poolOf[talk]! < 0 || emptyRoom(board, talk, slot, most, lifted);
}

function addOverlapping(board: Board, hub: number, talk: number, slot: number, most: number, lifted: number[]): boolean {
  const { hubs, locked } = board.problem;
  const day = hubs.day[hub]![slot]!;
  const reach = hubs.wide[hub]!;
  for (let near = Math.max(0, day - reach); near <= Math.min(hubs.days - 1, day + reach); near += 1) {
    const begin = hubs.base[hub]! + near * hubs.width[hub]!;
    const end = begin + board.count[hub * hubs.days + near]!;
    for (let place = begin; place < end; place += 1) {
      const other = board.list[place]!;
      if (!meets(board, talk, slot, other) || lifted.includes(other)) continue;
      if (lifted.length === most || locked[other] === 1) return false;
      lifted.push(other);
    }
  }
  return true;
}

/** Adds talks of the hub's day until one more may stand there. */
function emptyDay(board: Board, hub: number, slot: number, random: Random, most: number, lifted: number[]): boolean {
  const { hubs, locked } = board.problem;
  const day = hubs.day[hub]![slot]!;
  const count = board.count[hub * hubs.days + day]!;
  if (count < hubs.cap[hub]!) return true;
  const begin = hubs.base[hub]! + day * hubs.width[hub]!;
  let stay = 0;
  for (let place = begin; place < begin + count; place += 1) if (!lifted.includes(board.list[place]!)) stay += 1;
  const offset = random.below(count);
  for (let turn = 0; turn < count && stay >= hubs.cap[hub]!; turn += 1) {
    const other = board.list[begin + ((offset + turn) % count)]!;
    if (locked[other] === 1 || lifted.includes(other)) continue;
    if (lifted.length === most) return false;
    lifted.push(other);
    stay -= 1;
  }
  return stay < hubs.cap[hub]!;
}

/** Adds the talks of the room of the pool that fewest have to leave. */
function emptyRoom(board: Board, talk: number, slot: number, most: number, lifted: number[]): boolean {
  const { rooms, instance, dur, locked } = board.problem;
  const pool = rooms.poolOf[talk]!;
  let best: number[] | null = null;
  for (let room = rooms.first[pool]!; room < rooms.first[pool + 1]!; room += 1) {
    const there: number[] = [];
    let canGo = true;
    const first = room * instance.slots + slot;
    for (let at = first; at < first + dur[talk]! && canGo; at += 1) {
      const other = board.roomTalk[at]!;
      if (other === free || there.includes(other) || lifted.includes(other)) continue;
      canGo = other !== takenByOthers && locked[other] === 0;
      there.push(other);
    }
    if (canGo && (best === null || there.length < best.length)) best = there;
  }
  if (best === null || lifted.length + best.length > most) return false;
  lifted.push(...best);
  return true;
}
