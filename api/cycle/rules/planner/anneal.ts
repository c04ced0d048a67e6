/**
 * Annealing over who is left out: a talk is put at a start chosen by chance, those in its way are lifted and look for another place, and the change
 * is kept when no more are left out than before; at times, and ever more seldom, also when one more is.
 */
import { lift, put, undo } from './board.ts';
import { blockers, noneLifted, type Lifted } from './blockers.ts';
import { insert, canGo, roomAt } from './insert.ts';
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
  const { board, random, effort, most, mayGoOn } = state;
  const { hubs, talks, locked } = board.problem;
  const pool: Pool = { list: [], placeOf: new Int32Array(talks).fill(-1) };
  for (const talk of leftOut(board)) add(pool, talk);
  const managerOf = (talk: number): number => hubs.of[hubs.from[talk]!]!;
  const { least, most: upTo, enough } = effort.tries;
  const tries = Math.max(pool.list.length * least, Math.min(pool.list.length * upTo, enough));
  const before = { placed: board.placed, start: board.start.slice(), room: board.room.slice() };
  const lifted = noneLifted(liftedMost);
  for (let at = 0; at < tries && pool.list.length > 0; at += 1) {
    if ((at & 255) === 0 && !mayGoOn()) break;
    const isMove = random.below(100) < moves;
    const talk = isMove ? random.below(talks) : pool.list[random.below(pool.list.length)]!;
    if (isMove ? board.start[talk] === -1 || locked[talk] === 1 : isFull(managerOf(talk)) && random.below(100) >= sideways) continue;
    lifted.most = isMove ? 1 : liftedMost;
    tryStart(state, pool, talk, isMove, hot * Math.pow(cold / hot, at / tries), lifted);
  }
  // Only where it was ended while it was hot.
  if (before.placed > board.placed) restore(state, before);
  board.noted = 0;

  function isFull(manager: number): boolean {
    return board.held[manager]! >= most(manager, board.held[manager]!);
  }
}

/** Most talks lifted for one. */
const liftedMost = 2;

function tryStart({ board, marks, random }: Search, pool: Pool, talk: number, isMove: boolean, temperature: number, lifted: Lifted): void {
  const { candidates } = board.problem;
  const slot = candidates.slot[candidates.from[talk]! + random.below(candidateCount(board.problem, talk))]!;
  if (slot === board.start[talk]) return;
  board.noted = 0;
  const [placed, moved] = [board.placed, board.moved];
  // How much worse the plan may get this time.
  const worst = -temperature * Math.log((random.below(million) + 1) / million);
  if (!blockers(board, talk, slot, random, lifted)) return;
  // Who has a place already is moved only where the one in the way has another.
  if (isMove && lifted.count > worst && !canGo(board, lifted.of[0]!, talk, slot)) return;
  if (isMove) lift(board, talk);
  for (let at = 0; at < lifted.count; at += 1) lift(board, lifted.of[at]!);
  put(board, talk, slot, roomAt(board, talk, slot));
  marks.stamp += 1;
  marks.of[talk] = marks.stamp;
  let out = 0;
  for (let at = 0; at < lifted.count; at += 1) if (!insert(board, lifted.of[at]!, 1, marks)) lifted.of[out++] = lifted.of[at]!;
  if (placed - board.placed + movedWeight * (board.moved - moved) > worst) return undo(board);
  if (!isMove) drop(pool, talk);
  for (let at = 0; at < out; at += 1) add(pool, lifted.of[at]!);
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

function restore({ board }: Search, before: { start: Int32Array; room: Int32Array }): void {
  const { talks, locked } = board.problem;
  for (let talk = 0; talk < talks; talk += 1) if (board.start[talk]! >= 0 && locked[talk] === 0) lift(board, talk);
  for (let talk = 0; talk < talks; talk += 1)
    if (before.start[talk]! >= 0 && locked[talk] === 0) put(board, talk, before.start[talk]!, before.room[talk]!);
}
