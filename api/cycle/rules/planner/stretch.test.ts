/** A stretch that is packed anew holds as many as there is time for, and what was done to it can be undone. */
import { expect, it } from 'vitest';
import { organisation } from '#test/given/organisation.ts';
import type { Instance } from '../../planner/contract.ts';
import { emptyBoard, put, undo } from './board.ts';
import { roomAt, settle } from './insert.ts';
import { problemOf } from './problem.ts';
import { randomFrom } from './random.ts';
import { clear, clearedMost, fill, type Stretch } from './stretch.ts';

/** One room and eight hours of one day: eight talks of an hour, of sixteen people who are free all day. */
function oneRoom(): Instance {
  const base = organisation({ talks: 1, seed: 1 });
  const work = { days: [1], from: 540, to: 1020 };
  const person = (id: string): Instance['people'][number] => ({
    ...{ id, tz: 'Etc/UTC', holidays: null, work, maxPerDay: 1, profile: 0, busy: [] },
  });
  const ids = Array.from({ length: 8 }, (_, index) => index);
  return {
    ...{ ...base, slots: 96, pools: [{ id: 'pool', rooms: [{ id: 'room', busy: [] }] }] },
    people: ids.flatMap((id) => [person(`m${id}`), person(`e${id}`)]),
    talks: ids.map((id) => ({
      ...{ id: `t${id}`, manager: `m${id}`, employee: `e${id}`, extra: [], dur: 4, notBefore: 0, notAfter: 96, pool: 'pool', booked: null },
    })),
  };
}

it.each([1, 2, 3, 4])('leaves no gap where all would fit, seed %i', (seed) => {
  const problem = problemOf(oneRoom());
  const board = emptyBoard(problem);
  // With one of them at half an hour past nine, and one at half past one, no more than six have a time.
  for (const [talk, slot] of [38, 54].entries()) put(board, talk, slot, roomAt(board, talk, slot));
  const stretch: Stretch = { pool: 0, hub: -1, from: 36, to: 68, talks: Int32Array.from({ length: 8 }, (_, talk) => talk) };
  expect(clear(board, stretch, new Int32Array(clearedMost))).toBe(2);
  fill(board, stretch, randomFrom(seed));
  expect(board.placed).toBe(8);
  expect([...board.start].sort((a, b) => a - b)).toEqual([36, 40, 44, 48, 52, 56, 60, 64]);
});

it.each([5, 6])('undoes days of people packed anew, seed %i', (seed) => {
  const problem = problemOf(organisation({ talks: 80, seed, full: 0.6, days: 14 }));
  const { hubs, talks, instance } = problem;
  const board = emptyBoard(problem);
  for (let talk = 0; talk < talks; talk += 1) settle(board, talk);
  const random = randomFrom(seed);
  const picture = (): string => [board.start, board.clashes.open, board.roomTalk].map((list) => list.join()).join(' ');
  let packed = 0;
  for (let turn = 0; turn < 60; turn += 1) {
    const [hub, from] = [random.below(hubs.count), random.below(instance.slots - 200)];
    const stretch: Stretch = {
      pool: -1,
      hub,
      from,
      to: from + 200,
      talks: hubs.talks.subarray(hubs.talksFrom[hub], hubs.talksFrom[hub + 1]),
    };
    const before = picture();
    board.noted = 0;
    packed += Math.max(0, clear(board, stretch, new Int32Array(clearedMost)));
    fill(board, stretch, random);
    undo(board);
    expect(picture() === before).toBe(true);
  }
  expect(packed).toBeGreaterThan(30);
});
