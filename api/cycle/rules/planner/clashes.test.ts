/** What the board keeps up to date about clashes is what one finds by looking at every start anew, whatever came and went. */
import { expect, it } from 'vitest';
import { organisation } from '#test/given/organisation.ts';
import { emptyBoard, lift, put, undo, type Board } from './board.ts';
import { roomAt } from './insert.ts';
import { obstacles } from './obstacles.ts';
import { problemOf } from './problem.ts';
import { randomFrom } from './random.ts';

const nothingInTheWay = -1;

/** By the long way: lifts the talk, asks `obstacles`, and puts it back. Rooms are left out by looking only at talks that need none. */
function openStarts(board: Board, talk: number): number[] {
  const { candidates } = board.problem;
  const [slot = -1, room = -1] = [board.start[talk], board.room[talk]];
  if (slot >= 0) lift(board, talk);
  const open: number[] = [];
  for (let at = candidates.from[talk] ?? 0; at < (candidates.from[talk + 1] ?? 0); at += 1)
    if (obstacles(board, talk, candidates.slot[at] ?? -1) === nothingInTheWay) open.push(at);
  if (slot >= 0) put(board, talk, slot, room);
  return open;
}

it.each([11, 12])('knows the open starts of every talk after many changes, seed %i', (seed) => {
  const problem = problemOf(organisation({ talks: 60, seed, full: 0.4, days: 14, withRoom: 0, withPartner: 30 }));
  const { candidates, talks } = problem;
  const board = emptyBoard(problem);
  const random = randomFrom(seed);
  let changes = 0;
  const change = (): void => {
    const talk = random.below(talks);
    if ((board.start[talk] ?? -1) >= 0) lift(board, talk);
    const open = openStarts(board, talk);
    const slot = candidates.slot[open[random.below(Math.max(1, open.length))] ?? -1];
    if (slot === undefined || random.below(5) === 0) return;
    put(board, talk, slot, roomAt(board, talk, slot));
    changes += 1;
  };
  for (let turn = 0; turn < 300; turn += 1) change();
  board.noted = 0;
  for (let turn = 0; turn < 20; turn += 1) change();
  undo(board);
  for (let talk = 0; talk < talks; talk += 1) {
    const [first = 0, end = 0] = [candidates.from[talk], candidates.from[talk + 1]];
    const kept = Array.from({ length: end - first }, (_, at) => first + at).filter((at) => board.clashes.of[at] === 0);
    expect(kept).toEqual(openStarts(board, talk));
    expect(board.clashes.open[talk]).toBe(kept.length);
  }
  expect(changes).toBeGreaterThan(150);
});
