/** The talks left out, any of which can be drawn, added or dropped at once. */
import type { Board } from './board.ts';
import { leftOut } from './left-out.ts';

export type Waiting = { list: number[]; placeOf: Int32Array };

/** All that are left out now. */
export function waitingIn(board: Board): Waiting {
  const waiting: Waiting = { list: [], placeOf: new Int32Array(board.problem.talks).fill(-1) };
  for (const talk of leftOut(board)) add(waiting, talk);
  return waiting;
}

export function add({ list, placeOf }: Waiting, talk: number): void {
  placeOf[talk] = list.push(talk) - 1;
}

export function drop({ list, placeOf }: Waiting, talk: number): void {
  const last = list.pop()!;
  if (last !== talk) {
    list[placeOf[talk]!] = last;
    placeOf[last] = placeOf[talk]!;
  }
  placeOf[talk] = -1;
}
