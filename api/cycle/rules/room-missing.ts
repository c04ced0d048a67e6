/** Whether a room is all that a talk lacks: everybody has time for it where the plan has put the other talks. Pure. */
import { isOpen, sides, startsOf, type Desk, type Job } from './desk.ts';

/** True: without a room the talk has a time while all others stay where they are. */
export function isRoomMissing(desk: Desk, { talk }: Job): boolean {
  if (talk.pool === null) return false;
  return startsOf(desk, talk).some((slot) => sides(talk).every((id) => isOpen(desk, desk.people.get(id), slot, talk.dur)));
}
