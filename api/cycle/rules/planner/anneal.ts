/**
 * Annealing over who is left out: a talk is put at a start chosen by chance, those in its way are lifted and look for another place, and the change
 * is kept when no more are left out than before; at times, and ever more seldom, also when one more is.
 */
import { lift, put, undo } from './board.ts';
import { blockers } from './blockers.ts';
import { mostHeld } from './bound.ts';
import { insert } from './insert.ts';
import { nothing, roomFor } from './obstacles.ts';
import { candidateCount, leftOut, type Search } from './left-out.ts';

/** Temperatures in talks left out. Found by trial on organisations of 1 000 talks (npm run bench:plan). */
const [hot, cold] = [0.3, 0.06];
/** Of a hundred tries: a talk that has a place is moved. */
const moves = 10;
/** Of a hundred tries: a talk is let in whose manager holds as many as can be anyway. It may free a room or another person. */
const sideways = 30;
/** One more booked talk somewhere else weighs so much of a talk left out. */
const movedWeight = 0.2;
const million = 1_000_000;

/** Talks left out, any of which can be drawn or dropped at once. */
type Pool = { list: number[]; placeOf: Int32Array };

export function anneal(state: Search): void {
  const { board, random, effort, mayGoOn } = state;
  const { hubs, talks, locked } = board.problem;
  const pool: Pool = { list: [], placeOf: new Int32Array(talks).fill(-1) };
  for (const talk of leftOut(board)) add(pool, talk);
  const managerOf = (talk: number): number => hubs.of[hubs.from[talk]!]!;
  const most = mostHeld(board.problem, new Set(pool.list.map(managerOf)));
  const { least, most: upTo, enough } = effort.tries;
  const tries = Math.max(pool.list.length * least, Math.min(pool.list.length * upTo, enough));
  let best = { placed: board.placed, start: board.start.slice(), room: board.room.slice() };
  for (let at = 0; at < tries && pool.list.length > 0; at += 1) {
    if ((at & 255) === 0 && !mayGoOn()) break;
    const isMove = random.below(100) < moves;
    const talk = isMove ? random.below(talks) : pool.list[random.below(pool.list.length)]!;
    if (isMove ? board.start[talk] === -1 || locked[talk] === 1 : isFull(managerOf(talk)) && random.below(100) >= sideways) continue;
    tryStart(state, pool, talk, isMove, hot * Math.pow(cold / hot, at / tries));
    // While it is hot the plan gets worse and better all the time: the best is kept from the middle on.
    if (board.placed > best.placed && at > tries / 2) best = { placed: board.placed, start: board.start.slice(), room: board.room.slice() };
  }
  if (best.placed > board.placed) restore(state, best);
  board.journal.length = 0;

  function isFull(manager: number): boolean {
    return board.held[manager]! >= most[manager]!;
  }
}

const lifted: number[] = [];

function tryStart({ board, marks, random }: Search, pool: Pool, talk: number, isMove: boolean, temperature: number): void {
  const { candidates, rooms } = board.problem;
  const slot = candidates.slot[candidates.from[talk]! + random.below(candidateCount(board.problem, talk))]!;
  if (slot === board.start[talk]) return;
  board.journal.length = 0;
  const [placed, moved] = [board.placed, board.moved];
  if (isMove) lift(board, talk);
  if (!blockers(board, talk, slot, random, isMove ? 1 : 3, lifted)) return undo(board, 0);
  for (const other of lifted) lift(board, other);
  put(board, talk, slot, rooms.poolOf[talk]! < 0 ? -1 : roomFor(board, talk, slot, nothing));
  marks.stamp += 1;
  marks.of[talk] = marks.stamp;
  let out = 0;
  for (const other of lifted) if (!insert(board, other, 1, marks)) lifted[out++] = other;
  lifted.length = out;
  const worse = placed - board.placed + movedWeight * (board.moved - moved);
  if (worse > 0 && Math.exp(-worse / temperature) * million < random.below(million)) return undo(board, 0);
  if (!isMove) drop(pool, talk);
  for (const other of lifted) add(pool, other);
}

function add({ list, placeOf }: Pool, talk: number): void {
  placeOf[talk] = list.push(talk) - 1;
}

function drop({ list, placeOf }: Pool, talk: number): void {
  const last = list.pop()!;
  if (last !== talk) {
    list[placeOf[talk]!] = last;
    placeOf[last] = placeOf[talk]!;
  }
  placeOf[talk] = -1;
}

function restore({ board }: Search, best: { start: Int32Array; room: Int32Array }): void {
  const { talks } = board.problem;
  for (let talk = 0; talk < talks; talk += 1) if (board.start[talk]! >= 0) lift(board, talk);
  for (let talk = 0; talk < talks; talk += 1) if (best.start[talk]! >= 0) put(board, talk, best.start[talk]!, best.room[talk]!);
}
