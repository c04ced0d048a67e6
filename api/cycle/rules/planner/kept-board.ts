/** Remembers where everything stands on a board, to come back to when what follows is no better. */
import { lift, put, type Board } from './board.ts';

export type Kept = { placed: number; start: Int32Array; room: Int32Array };

export const keep = ({ placed, start, room }: Board): Kept => ({ placed, start: start.slice(), room: room.slice() });

/** Puts everything back where it was kept; locked talks never move. */
export function restore(board: Board, { start, room }: Kept): void {
  const { talks, locked } = board.problem;
  for (let talk = 0; talk < talks; talk += 1) if (board.start[talk]! >= 0 && locked[talk] === 0) lift(board, talk);
  for (let talk = 0; talk < talks; talk += 1) if (start[talk]! >= 0 && locked[talk] === 0) put(board, talk, start[talk]!, room[talk]!);
}
