/**
 * The plan begun anew from what is likely: what a best plan most likely uses comes first, and so on, whoever has a place by then. Nearer to the best plan than hardest talks
 * first, and in no time. What stands where it was booked stays.
 */
import { lift, put, type Board } from './board.ts';
import { roomAt, settle } from './insert.ts';
import { leftOut } from './left-out.ts';
import type { Likely } from './likely-starts.ts';
import { nothing, roomFor } from './obstacles.ts';

export function beginAnew(board: Board, { from, of, share, ranked }: Likely): void {
  const { talks, locked, bookedStart, candidates, rooms } = board.problem;
  const talkOf = new Int32Array(of.length);
  for (let talk = 0; talk < talks; talk += 1) {
    talkOf.fill(talk, from[talk], from[talk + 1]);
    if (board.start[talk]! >= 0 && locked[talk] === 0 && board.start[talk] !== bookedStart[talk]) lift(board, talk);
  }
  for (const place of ranked) {
    const [talk, at] = [talkOf[place]!, of[place]!];
    if (board.start[talk] !== -1 || board.clashes.of[at] !== 0) continue;
    const slot = candidates.slot[at]!;
    if (rooms.poolOf[talk]! < 0 || roomFor(board, talk, slot, nothing) >= 0) put(board, talk, slot, roomAt(board, talk, slot));
  }
  for (const talk of leftOut(board).sort((a, b) => (share?.[b] ?? 0) - (share?.[a] ?? 0) || a - b)) settle(board, talk);
  board.noted = 0;
}
