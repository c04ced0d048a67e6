/** What stands in the way of a talk at a start: nothing, one of some talks, or more than one talk at once. */
import type { Board } from './board.ts';
import { free, takenByOthers } from './rooms.ts';

/** Answers of `obstacles` that are no number of options. */
export const nothing = -1;
const tooMuch = 0;

/**
 * Looks at a start that the calendars allow (a candidate).
 * @returns `nothing`, or how many talks in `board.options` are such that lifting any single one of them makes room; 0 when one is not enough
 */
export function obstacles(board: Board, talk: number, slot: number): number {
  const { hubs, rooms } = board.problem;
  const first = hubs.from[talk]!;
  const last = hubs.from[talk + 1]!;
  let one = nothing;
  let full = 0;
  for (let at = first; at < last; at += 1) {
    const hub = hubs.of[at]!;
    const day = hubs.day[hub]![slot]!;
    let inside = 0;
    const lists = hubs.wide[hub] === 1 ? 1 : 0;
    for (let near = Math.max(0, day - lists); near <= Math.min(hubs.days - 1, day + lists); near += 1) {
      const begin = hubs.base[hub]! + near * hubs.width[hub]!;
      const end = begin + board.count[hub * hubs.days + near]!;
      for (let place = begin; place < end; place += 1) {
        const other = board.list[place]!;
        if (!meets(board, talk, slot, other)) continue;
        if (near === day) inside += 1;
        if (other === one) continue;
        if (one !== nothing) return tooMuch;
        one = other;
      }
    }
    if (board.count[hub * hubs.days + day]! - inside >= hubs.cap[hub]!) board.full[full++] = hub;
  }
  if (one !== nothing && (full > 0 || board.problem.locked[one] === 1)) return tooMuch;
  const pool = rooms.poolOf[talk]!;
  if (full > 0) return listFull(board, talk, slot, full, pool);
  if (pool < 0) return one === nothing ? nothing : optionsAre(board, one);
  if (roomFor(board, talk, slot, one) >= 0) return one === nothing ? nothing : optionsAre(board, one);
  return one === nothing ? listRoomTalks(board, talk, slot, pool) : tooMuch;
}

function optionsAre(board: Board, one: number): number {
  board.options[0] = one;
  return 1;
}

/** Whether the two, having a person in common, would overlap or lack the buffer. */
export function meets({ problem, start }: Board, talk: number, slot: number, other: number): boolean {
  const buffer = problem.bufferTalk;
  const theirs = start[other]!;
  return theirs < slot + problem.dur[talk]! + buffer && slot < theirs + problem.dur[other]! + buffer;
}

/** Talks of the full days of all hubs in `board.full`; one that is common to them may go, if a room is left then. */
function listFull(board: Board, talk: number, slot: number, full: number, pool: number): number {
  const { hubs, locked } = board.problem;
  const hub = board.full[0]!;
  const day = hubs.day[hub]![slot]!;
  const begin = hubs.base[hub]! + day * hubs.width[hub]!;
  if (board.count[hub * hubs.days + day]! > hubs.cap[hub]!) return tooMuch;
  let found = 0;
  for (let place = begin; place < begin + board.count[hub * hubs.days + day]!; place += 1) {
    const other = board.list[place]!;
    if (locked[other] === 1 || !isInFullDays(board, other, slot, full)) continue;
    if (pool >= 0 && roomFor(board, talk, slot, other) < 0) continue;
    board.options[found++] = other;
  }
  return found;
}

function isInFullDays(board: Board, other: number, slot: number, full: number): boolean {
  const { hubs } = board.problem;
  for (let index = 1; index < full; index += 1) {
    const hub = board.full[index]!;
    let isThere = false;
    for (let at = hubs.from[other]!; at < hubs.from[other + 1]!; at += 1) if (hubs.of[at] === hub) isThere = true;
    if (!isThere || hubs.day[hub]![board.start[other]!] !== hubs.day[hub]![slot]) return false;
    if (board.count[hub * hubs.days + hubs.day[hub]![slot]!]! > hubs.cap[hub]!) return false;
  }
  return true;
}

/** The first room of the talk's pool that is free from the start on, or would be without `but`; the booked one before others; -1 without any. */
export function roomFor(board: Board, talk: number, slot: number, but: number): number {
  const { rooms, bookedRoom } = board.problem;
  const pool = rooms.poolOf[talk]!;
  const booked = bookedRoom[talk]!;
  if (booked >= 0 && soleTalk(board, booked, talk, slot, but) === nothing) return booked;
  for (let room = rooms.first[pool]!; room < rooms.first[pool + 1]!; room += 1)
    if (soleTalk(board, room, talk, slot, but) === nothing) return room;
  return -1;
}

/** The one talk that has the room within the time asked for, leaving out `but`: `nothing`, a talk, or `takenByOthers` when it cannot be freed so. */
export function soleTalk(board: Board, room: number, talk: number, slot: number, but: number): number {
  const first = room * board.problem.instance.slots + slot;
  const last = first + board.problem.dur[talk]!;
  let sole = nothing;
  for (let at = first; at < last; at += 1) {
    const there = board.roomTalk[at]!;
    if (there === free || there === sole || (there === but && but !== nothing)) continue;
    if (there === takenByOthers || sole !== nothing) return takenByOthers;
    sole = there;
  }
  return sole;
}

function listRoomTalks(board: Board, talk: number, slot: number, pool: number): number {
  const { rooms, locked } = board.problem;
  let found = 0;
  for (let room = rooms.first[pool]!; room < rooms.first[pool + 1]! && found < board.options.length; room += 1) {
    const sole = soleTalk(board, room, talk, slot, nothing);
    if (sole >= 0 && locked[sole] === 0) board.options[found++] = sole;
  }
  return found;
}
