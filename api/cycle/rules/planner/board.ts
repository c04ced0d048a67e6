/** The plan while it is made: which talk stands where, per hub and day, per room; and what stands in the way of putting a talk somewhere. */
import { noClashes, tellFull, tellOverlapping, type Clashes } from './clashes.ts';
import type { Problem } from './problem.ts';
import { free } from './rooms.ts';

export type Board = {
  problem: Problem;
  /** Start and room per talk, or -1. */
  start: Int32Array;
  room: Int32Array;
  /** Talks per hub and local day: how many, and which (see Hubs.base). */
  count: Int32Array;
  list: Int32Array;
  /** Talks held in the role of manager, per hub and day or week. */
  dayHeld: Int32Array;
  weekHeld: Int32Array;
  /** And in all. */
  held: Int32Array;
  /** Which talk has the room, by room and slot. */
  roomTalk: Int32Array;
  clashes: Clashes;
  placed: number;
  /** Talks that stand elsewhere than they were booked. */
  moved: number;
  /** Answer of `obstacles`: talks of which lifting any one makes room. */
  options: Int32Array;
  /** Hubs with a full day of the talk last looked at. */
  full: Int32Array;
  /** What was done, so that it can be undone: talk, start and room for each lifting, talk and -1 for each putting; `noted` numbers of it count. */
  journal: number[];
  noted: number;
};

export function emptyBoard(problem: Problem): Board {
  const { talks, hubs, rooms } = problem;
  return {
    problem,
    start: new Int32Array(talks).fill(-1),
    room: new Int32Array(talks).fill(-1),
    count: new Int32Array(hubs.count * hubs.days),
    list: new Int32Array(hubs.base[hubs.count]!),
    dayHeld: new Int32Array(hubs.count * hubs.days),
    weekHeld: new Int32Array(hubs.count * hubs.weeks),
    held: new Int32Array(hubs.count),
    roomTalk: rooms.taken.slice(),
    clashes: noClashes(problem),
    placed: 0,
    moved: 0,
    options: new Int32Array(Math.max(16, ...hubs.width) + 16),
    full: new Int32Array(64),
    journal: [],
    noted: 0,
  };
}

/** Week of a day, both as ZoneTimes counts days. */
export const weekOf = (day: number): number => (day < 1 ? 0 : Math.floor((day - 1) / 7));

/** Puts a talk where `obstacles` found nothing in the way. */
export function put(board: Board, talk: number, slot: number, room: number): void {
  const { hubs, dur } = board.problem;
  note(board, talk, -1, -1);
  board.start[talk] = slot;
  board.room[talk] = room;
  board.placed += 1;
  board.moved += isMoved(board, talk, slot);
  for (let at = hubs.from[talk]!; at < hubs.from[talk + 1]!; at += 1) {
    const hub = hubs.of[at]!;
    const day = hubs.day[hub]![slot]!;
    const key = hub * hubs.days + day;
    board.list[hubs.base[hub]! + day * hubs.width[hub]! + board.count[key]!] = talk;
    board.count[key]! += 1;
    tellOverlapping(board, hub, talk, slot, 1);
    if (board.count[key] === hubs.cap[hub]) tellFull(board, hub, day, 1);
    if (at > hubs.from[talk]!) continue;
    board.dayHeld[key]! += 1;
    board.held[hub]! += 1;
    board.weekHeld[hub * hubs.weeks + weekOf(day)]! += 1;
  }
  if (room >= 0) fillRoom(board, room, slot, dur[talk]!, talk);
}

/** Takes a talk off the board. */
export function lift(board: Board, talk: number): void {
  const { hubs, dur } = board.problem;
  const slot = board.start[talk]!;
  note(board, talk, slot, board.room[talk]!);
  for (let at = hubs.from[talk]!; at < hubs.from[talk + 1]!; at += 1) {
    const hub = hubs.of[at]!;
    const day = hubs.day[hub]![slot]!;
    const key = hub * hubs.days + day;
    const first = hubs.base[hub]! + day * hubs.width[hub]!;
    const last = first + board.count[key]! - 1;
    let place = first;
    while (board.list[place] !== talk) place += 1;
    board.list[place] = board.list[last]!;
    if (board.count[key] === hubs.cap[hub]) tellFull(board, hub, day, -1);
    tellOverlapping(board, hub, talk, slot, -1);
    board.count[key]! -= 1;
    if (at > hubs.from[talk]!) continue;
    board.dayHeld[key]! -= 1;
    board.held[hub]! -= 1;
    board.weekHeld[hub * hubs.weeks + weekOf(day)]! -= 1;
  }
  if (board.room[talk]! >= 0) fillRoom(board, board.room[talk]!, slot, dur[talk]!, free);
  board.start[talk] = -1;
  board.room[talk] = -1;
  board.placed -= 1;
  board.moved -= isMoved(board, talk, slot);
}

/** The list is not cut when it is begun anew: that would have it allocated again and again. */
function note(board: Board, talk: number, slot: number, room: number): void {
  board.journal[board.noted] = talk;
  board.journal[board.noted + 1] = slot;
  board.journal[board.noted + 2] = room;
  board.noted += 3;
}

/** Undoes everything since the journal was begun, and begins it anew. */
export function undo(board: Board): void {
  const { journal } = board;
  for (let at = board.noted - 3; at >= 0; at -= 3) {
    const [talk, slot, room] = [journal[at]!, journal[at + 1]!, journal[at + 2]!];
    if (slot === -1) lift(board, talk);
    else put(board, talk, slot, room);
  }
  board.noted = 0;
}

function fillRoom(board: Board, room: number, slot: number, length: number, talk: number): void {
  const first = room * board.problem.instance.slots + slot;
  for (let at = first; at < first + length; at += 1) board.roomTalk[at] = talk;
}

/** What a start costs beyond the preferences: the manager's day and week, and moving a talk that was booked elsewhere. Where the talk stands now counts for nothing. */
export function loadCost(board: Board, talk: number, slot: number): number {
  const { hubs, instance } = board.problem;
  const { dayLoad, weekOver, move } = instance.rules;
  const hub = hubs.of[hubs.from[talk]!]!;
  const dayOf = hubs.day[hub]!;
  const day = dayOf[slot]!;
  const now = board.start[talk]! < 0 ? -1 : dayOf[board.start[talk]!]!;
  const held = board.dayHeld[hub * hubs.days + day]! - (now === day ? 1 : 0);
  const last = dayLoad.length - 1;
  const ofDay = dayLoad[Math.min(held + 1, last)]! - (held === 0 ? 0 : dayLoad[Math.min(held, last)]!);
  const inWeek = board.weekHeld[hub * hubs.weeks + weekOf(day)]! - (now >= 0 && weekOf(now) === weekOf(day) ? 1 : 0);
  return ofDay + (inWeek >= hubs.share[hub]! ? weekOver : 0) + move * isMoved(board, talk, slot);
}

const isMoved = ({ problem: { bookedStart } }: Board, talk: number, slot: number): number =>
  bookedStart[talk]! >= 0 && bookedStart[talk] !== slot ? 1 : 0;
