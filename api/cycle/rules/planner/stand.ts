/** Whether a talk as somebody wishes it could stand anywhere while all others stay: with another length, window, room, person or limit than it has. */
import type { Board } from './board.ts';
import { keepCommon, startBits } from './candidates.ts';
import type { Problem } from './problem.ts';
import { free } from './rooms.ts';
import { emptyBits, hasBit, type SlotBits } from './slot-bits.ts';

export type Wish = {
  /** Indices of people; the manager first. */
  persons: number[];
  dur: number;
  notBefore: number;
  notAfter: number;
  pool: number;
  /** Most talks a day, where it differs. */
  cap?: { person: number; most: number };
  /** Whose other talks count; everybody's without it. */
  only?: number;
};

/** The wish that asks for the talk as it is. */
export function wishOf({ instance, order, people, rooms }: Problem, talk: number): Wish {
  const { manager, employee, extra, dur, notBefore, notAfter } = instance.talks[order[talk]!]!;
  const persons = [manager, employee, ...extra].map((id) => people.indexOf.get(id)!);
  return { persons, dur, notBefore, notAfter, pool: rooms.poolOf[talk]! };
}

const kept = new WeakMap<Problem, SlotBits>();

/** Starts that calendars, window and pool allow. The answer is used up before the next is asked for. */
export function startsFor(problem: Problem, { persons, dur, pool }: Wish): SlotBits {
  let bits = kept.get(problem);
  if (!bits) kept.set(problem, (bits = emptyBits(problem.instance.slots)));
  startBits(problem.people, persons, dur, bits);
  if (pool >= 0) keepCommon(bits, problem.rooms.startsOf(pool, dur));
  return bits;
}

/** The first start, not before `from`, at which the wish is met; -1 without any. */
export function standFrom(board: Board, wish: Wish, from: number): number {
  const { problem } = board;
  const bits = startsFor(problem, wish);
  const last = Math.min(wish.notAfter, problem.instance.slots) - wish.dur;
  for (let slot = Math.max(0, from); slot <= last; slot += 1) {
    if (bits[slot >> 5] === 0) slot |= 31;
    else if (hasBit(bits, slot) && suits(board, wish, slot)) return slot;
  }
  return -1;
}

function suits(board: Board, wish: Wish, slot: number): boolean {
  for (const person of wish.persons) {
    if (wish.only !== undefined && wish.only !== person) continue;
    const most = wish.cap?.person === person ? wish.cap.most : board.problem.instance.people[person]!.maxPerDay;
    if (!isOpen(board, person, most, slot, wish.dur)) return false;
  }
  return wish.pool < 0 || wish.only !== undefined || hasRoom(board, wish, slot);
}

function isOpen(board: Board, person: number, most: number, slot: number, dur: number): boolean {
  const { hubs, dur: lengths, instance } = board.problem;
  const buffer = instance.rules.bufferTalk;
  const hub = hubs.hubOf[person]!;
  if (hub === -1) return most > 0;
  const day = hubs.day[hub]![slot]!;
  if (board.count[hub * hubs.days + day]! >= most) return false;
  const reach = hubs.wide[hub]!;
  for (let near = Math.max(0, day - reach); near <= Math.min(hubs.days - 1, day + reach); near += 1) {
    const begin = hubs.base[hub]! + near * hubs.width[hub]!;
    for (let place = begin; place < begin + board.count[hub * hubs.days + near]!; place += 1) {
      const other = board.list[place]!;
      const theirs = board.start[other]!;
      if (theirs < slot + dur + buffer && slot < theirs + lengths[other]! + buffer) return false;
    }
  }
  return true;
}

function hasRoom({ problem, roomTalk }: Board, { pool, dur }: Wish, slot: number): boolean {
  const { rooms, instance } = problem;
  for (let room = rooms.first[pool]!; room < rooms.first[pool + 1]!; room += 1) {
    const first = room * instance.slots + slot;
    let at = first;
    while (at < first + dur && roomTalk[at] === free) at += 1;
    if (at === first + dur) return true;
  }
  return false;
}
