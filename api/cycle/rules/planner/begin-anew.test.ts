/** A plan begun anew from likely starts is near the best, keeps what clashes allow, and moves nothing that stands where it was booked. */
import { expect, it } from 'vitest';
import { organisation } from '#test/given/organisation.ts';
import { beginAnew } from './begin-anew.ts';
import { emptyBoard, put, type Board } from './board.ts';
import { roomAt } from './insert.ts';
import { keep, restore } from './kept-board.ts';
import { likelyStarts } from './likely-starts.ts';
import { problemOf, type Problem } from './problem.ts';

const instance = organisation({ talks: 150, seed: 31, full: 0.7 });

const placeOf = ({ candidates }: Problem, talk: number, slot: number): number =>
  candidates.slot.subarray(candidates.from[talk], candidates.from[talk + 1]).indexOf(slot);

function clashing({ problem, clashes, start }: Board): number[] {
  const standing = Array.from({ length: problem.talks }, (_, talk) => talk).filter((talk) => start[talk] !== -1);
  return standing.filter((talk) => clashes.of[problem.candidates.from[talk]! + placeOf(problem, talk, start[talk]!)] !== 0);
}

it('places all but a few of those that are possible, and nobody where somebody stands', () => {
  const problem = problemOf(instance);
  const likely = likelyStarts(problem, 100, () => true);
  const board = emptyBoard(problem);
  beginAnew(board, likely);
  expect(clashing(board)).toEqual([]);
  expect(board.placed).toBeGreaterThan(0.97 * likely.most);
  expect(board.placed).toBeLessThanOrEqual(likely.most);
});

it('leaves talks where they were booked, lifts the others, and finds back to what was kept', () => {
  const bare = problemOf(instance);
  const booked = instance.talks[bare.order[0]!]!.id;
  const last = bare.candidates.slot[bare.candidates.from[1]! - 1]!;
  const talks = instance.talks.map((talk) => (talk.id === booked ? { ...talk, booked: { start: last, room: null, locked: false } } : talk));
  const problem = problemOf({ ...instance, talks });
  const board = emptyBoard(problem);
  put(board, 0, last, roomAt(board, 0, last));
  const at = problem.candidates.from[1]!;
  expect(board.clashes.of[at]).toBe(0);
  put(board, 1, problem.candidates.slot[at]!, roomAt(board, 1, problem.candidates.slot[at]!));
  const before = keep(board);
  const none = { most: 0, from: new Int32Array(problem.talks + 1), of: new Int32Array(0), share: null, ranked: new Int32Array(0) };
  beginAnew(board, none);
  expect(board.start[0]).toBe(last);
  expect(board.placed).toBeGreaterThan(before.placed);
  restore(board, before);
  expect([board.placed, board.start, board.room]).toEqual([before.placed, before.start, before.room]);
});
