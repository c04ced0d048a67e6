/** Rules of talks that nobody planned: who may start one with whom, which is the one that the two have open, and which talk a meeting shows. Pure. */

/** As the directory says now. */
type Placed = { personId: string; managerId: string | null };

/** Who of the two is the employee and who the manager; null when neither reports to the other: then it is nobody's talk. */
export function sidesOf(one: Placed, other: Placed): { employeeId: string; managerId: string } | null {
  if (one.personId === other.personId) return null;
  if (one.managerId === other.personId) return { employeeId: one.personId, managerId: other.personId };
  if (other.managerId === one.personId) return { employeeId: other.personId, managerId: one.personId };
  return null;
}

type Known = { cycleId: string; managerId: string; finishedAt: Date | null };

/** Whether a talk stands under such a name: in no cycle. */
export const isUnplanned = (cycleId: string): boolean => cycleId.startsWith('unplanned/');

/**
 * The name under which the pair's unplanned talk stands in place of a cycle's: the one that is open, else the next. Their number in it makes
 * one talk of two that are started at the same moment.
 * @param talks all talks of the employee
 */
export function nameOfUnplanned(talks: readonly Known[], managerId: string): string {
  const prefix = `unplanned/${managerId}/`;
  const over = talks.filter((talk) => talk.managerId === managerId && talk.cycleId.startsWith(prefix) && talk.finishedAt !== null);
  return `${prefix}${over.length + 1}`;
}

/** Of the talks that were held, or are to be held, in one meeting: the newest that is not over, else the newest. */
export function shownOf<T extends { finishedAt: Date | null }>(newestFirst: readonly T[]): T | null {
  return newestFirst.find(({ finishedAt }) => finishedAt === null) ?? newestFirst[0] ?? null;
}
