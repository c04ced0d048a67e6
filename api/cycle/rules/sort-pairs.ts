/** Who talks with whom: the manager of the directory, or whom HR chose instead; and those who have nobody to talk with, or no calendar to look into. */
import type { UnplacedReason } from '../outcome/contract.ts';
import type { PlanRules } from '../settings/contract.ts';
import type { PersonCalendar } from './calendar-grid.ts';
import type { Pair } from './line.ts';

export type Known = { personId: string; managerId: string | null; enabled: boolean; hasMailbox: boolean };
export type Alone = { employeeId: string; managerId: string | null; reason: UnplacedReason };

/**
 * Pairs of all employees who are not left out.
 * @param managers everybody who is somebody's manager, or was chosen to hold a talk
 */
export function pairsOf(
  employees: Known[],
  managers: Map<string, Known>,
  { heldBy, leftOut }: Pick<PlanRules, 'heldBy' | 'leftOut'>,
): { pairs: Pair[]; alone: Alone[] } {
  const chosen = new Map(heldBy.map(({ employeeId, managerId }) => [employeeId, managerId]));
  const out = new Set(leftOut);
  const pairs: Pair[] = [];
  const alone: Alone[] = [];
  for (const { personId: employeeId, ...employee } of employees) {
    if (out.has(employeeId)) continue;
    const managerId = chosen.get(employeeId) ?? employee.managerId;
    const none = (reason: UnplacedReason): number => alone.push({ employeeId, managerId: null, reason });
    if (!managerId) none('no-manager');
    // The directory lets somebody be their own manager; nobody talks with themselves.
    else if (managerId === employeeId) none('own-manager');
    else if (!managers.get(managerId)?.enabled) none('manager-left');
    else pairs.push({ employeeId, managerId });
  }
  return { pairs, alone };
}

/**
 * The manager of each manager in some pairs who has no talk of their own in the cycle, as the directory says: who could hold a talk instead.
 * @param all pairs of the cycle
 */
export function lineAbove(pairs: Pair[], all: Pair[], managers: ReadonlyMap<string, Pick<Known, 'managerId'>>): Map<string, string> {
  const own = new Set(all.map(({ employeeId }) => employeeId));
  const holding = [...new Set(pairs.map(({ managerId }) => managerId))].filter((id) => !own.has(id));
  return new Map(
    holding.flatMap((id) => {
      const above = managers.get(id)?.managerId;
      return above && above !== id ? [[id, above] as const] : [];
    }),
  );
}

/** Sets apart the pairs for which no calendar can be read. They get a talk without a time. */
export function withCalendars(
  pairs: Pair[],
  people: Map<string, Known>,
  calendars: Map<string, PersonCalendar | null>,
  partnerId: string | null,
): { plannable: Pair[]; alone: Alone[] } {
  const plannable: Pair[] = [];
  const alone: Alone[] = [];
  for (const pair of pairs) {
    const reason = missing(pair, people, calendars, partnerId);
    if (reason) alone.push({ ...pair, reason });
    else plannable.push(pair);
  }
  return { plannable, alone };
}

function missing(
  { employeeId, managerId }: Pair,
  people: Map<string, Known>,
  calendars: Map<string, PersonCalendar | null>,
  partnerId: string | null,
): UnplacedReason | null {
  for (const [id, who] of [
    [managerId, 'manager'],
    [employeeId, 'employee'],
  ] as const) {
    if (people.get(id)?.hasMailbox === false) return `${who}-has-no-mailbox`;
    if (!calendars.get(id)) return `${who}-has-no-calendar`;
  }
  return partnerId && !calendars.get(partnerId) ? 'partner-has-no-calendar' : null;
}
