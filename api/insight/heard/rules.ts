/**
 * Rules of what is shown of answers. Each quarter is shown when it is over, as groups that do not overlap, that together are everybody, and of
 * which each is five people or more: whatever is added or subtracted, no fewer than five are left. Stores and counts nothing.
 */
import { fewest } from '#api/privacy/rules/groups.ts';
import type { Side } from '#api/talk/contract.ts';
import type { Group, Reply } from './contract.ts';

export type Counts = Record<Reply, number>;
/** What is counted of a department and side in a quarter. People count once a quarter, however many talks they answer about. */
export type Counted = { side: Side; department: string; people: number; heard: Counts; next: Counts };

/** What an employee wants the manager to know is a signal, and is kept for so many days. */
export const toldDays = 90;

/** What was told by then has been kept for long enough. */
export const toldSince = (now: Date): Date => new Date(now.getTime() - toldDays * 86_400_000);

/** The quarter of a year (UTC) that an instant lies in, for example `2026-4`. */
export function quarterOf(at: Date): string {
  return `${at.getUTCFullYear()}-${Math.floor(at.getUTCMonth() / 3) + 1}`;
}

/** Whether a quarter is over: what is shown of it never changes afterwards, so that nobody can compare yesterday's figures with today's. */
export function isOver(quarter: string, now: Date): boolean {
  return quarter < quarterOf(now);
}

const add = (one: Counts, other: Counts): Counts => ({
  yes: one.yes + other.yes,
  partly: one.partly + other.partly,
  no: one.no + other.no,
});

const none: Counts = { yes: 0, partly: 0, no: 0 };
const together = (side: Side, parts: Counted[]): Group =>
  parts.reduce<Group>(
    (sum, part) => ({ ...sum, people: sum.people + part.people, heard: add(sum.heard, part.heard), next: add(sum.next, part.next) }),
    { side, department: null, people: 0, heard: none, next: none },
  );

/**
 * The groups of one quarter. Employees by department; departments that are too small are put together, and where even those are too few, with the
 * smallest of the others. Managers are one group: in a department they are few. What cannot be a group of five is left out, with its side.
 */
export function groupsOf(counted: Counted[]): Group[] {
  const bySize = (one: Counted, other: Counted): number => other.people - one.people || (one.department < other.department ? -1 : 1);
  const employees = counted.filter(({ side }) => side === 'employee').sort(bySize);
  const own = employees.filter(({ people }) => people >= fewest);
  const rest = employees.filter(({ people }) => people < fewest);
  const people = (): number => rest.reduce((sum, part) => sum + part.people, 0);
  while (rest.length > 0 && people() < fewest) {
    const smallest = own.pop();
    if (!smallest) break;
    rest.push(smallest);
  }
  const managers = counted.filter(({ side }) => side === 'manager');
  const alone = ({ side, department, people: count, heard, next }: Counted): Group => ({ side, department, people: count, heard, next });
  const groups = [...own.map(alone), together('employee', rest), together('manager', managers)];
  return groups.filter((group) => group.people >= fewest);
}

/** A manager's own groups among those: of six or more, since one of them may be the manager, who knows the own answer. */
export function ownGroups(groups: Group[], own: ReadonlySet<string>): Group[] {
  return groups.filter(
    ({ side, department, people }) => side === 'employee' && department !== null && own.has(department) && people > fewest,
  );
}
