/**
 * Rules of handing a talk over to the employee's new manager: when it may be, who is a former manager and for how long, and which release still
 * counts. Pure. What a former or a new manager may read, the policy table says.
 */

/** One hand-over: from whom, to whom, when, and who of HR said so. */
export type HandOver = { from: string; to: string; at: Date; by: string };

type Facts = {
  employeeId: string;
  managerId: string;
  startedAt: Date | null;
  withdrawnAt?: Date | null;
  bookDue: object | null;
  moveDue?: object | null;
  roomDue?: object | null;
  unwantedDue?: object | null;
  handOvers?: HandOver[];
};

/**
 * Whether a talk may go from one manager to another: planned or prepared (states 0 and 1), still with the first of them, nobody's own talk, and with
 * nothing of it on its way into calendars.
 */
export function mayHandOver(talk: Facts, { from, to }: { from: string; to: string }): boolean {
  if (talk.startedAt || talk.withdrawnAt != null) return false;
  if (talk.managerId !== from || to === from || to === talk.employeeId) return false;
  return !talk.bookDue && !talk.moveDue && !talk.roomDue && !talk.unwantedDue;
}

const dayMs = 86_400_000;
/** Former managers read their own private notes for so many days (security.md, row 4). */
export const formerDays = 30;

/**
 * Whole days since this person handed the talk over for the last time.
 * @returns null for whoever never did, or has it again, or did so too long ago to be known as a former manager any more
 */
export function daysSinceHandOver(talk: { managerId: string; handOvers?: HandOver[] }, personId: string, now: Date): number | null {
  if (talk.managerId === personId) return null;
  const last = handedOverAt(talk, personId);
  if (!last) return null;
  const days = Math.max(0, Math.floor((now.getTime() - last.getTime()) / dayMs));
  return days < formerDays ? days : null;
}

/** When this person handed the talk over for the last time, whoever holds it now; null for whoever never did. */
export function handedOverAt(talk: { handOvers?: HandOver[] }, personId: string): Date | null {
  return talk.handOvers?.findLast(({ from }) => from === personId)?.at ?? null;
}

/** Whether this person has handed the talk over and does not hold it now, however long ago. */
export function hasLeft(talk: { managerId: string; employeeId: string; handOvers?: HandOver[] }, personId: string): boolean {
  return ![talk.managerId, talk.employeeId].includes(personId) && (talk.handOvers ?? []).some(({ from }) => from === personId);
}

/** Since when the talk has been with the manager it has now; null when it was never handed over. */
export function heldSince(talk: { handOvers?: HandOver[] }): Date | null {
  return talk.handOvers?.at(-1)?.at ?? null;
}
