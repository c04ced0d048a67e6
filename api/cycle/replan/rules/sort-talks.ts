/** Which talks of a launched cycle are planned again, which are cancelled, and which are nobody's business but their people's. Pure. */
import type { OpenTalk } from '#api/talk/replan/contract.ts';
import type { UnplacedReason } from '../../outcome/contract.ts';
import type { PlanRules } from '../../settings/contract.ts';
import type { Known } from '../../rules/sort-pairs.ts';

export type Sorted = {
  /** Planned again: each stays where it is, if that still suits; one to be handed over, if it suits the new manager. */
  open: OpenTalk[];
  /** The employee has left. */
  leavers: OpenTalk[];
  /** Not handed over: HR keeps it, or it is too near, or the new manager cannot hold it. */
  otherManager: { talk: OpenTalk; newManagerId: string }[];
  /** Nobody is there to hold them. */
  alone: { talk: OpenTalk; reason: UnplacedReason }[];
  /** Have begun with a manager who is it no more, and are not signed by both: the two finish them. */
  begun: { talk: OpenTalk; newManagerId: string }[];
  /** Begin within the next working day, or are being written into calendars. */
  soon: OpenTalk[];
};

/** Talks that have begun are in none of the lists but that of their own, and those whose time has passed in none. `people`: as the directory says now. */
export function sortTalks(
  talks: OpenTalk[],
  people: Map<string, Known>,
  { heldBy }: Pick<PlanRules, 'heldBy'>,
  { now, first, keepManager = [] }: { now: Date; first: Date; /** Employees whose talk is not handed over. */ keepManager?: string[] },
): Sorted {
  const chosen = new Map(heldBy.map(({ employeeId, managerId }) => [employeeId, managerId]));
  const sorted: Sorted = { open: [], leavers: [], otherManager: [], alone: [], begun: [], soon: [] };
  for (const talk of talks) {
    const { employeeId, managerId, time } = talk;
    const employee = people.get(employeeId);
    const newManagerId = chosen.get(employeeId) === managerId ? managerId : (employee?.managerId ?? null);
    if (talk.hasStarted) {
      const isLeft = newManagerId !== null && newManagerId !== managerId && newManagerId !== employeeId;
      if (isLeft && !talk.isSigned && employee?.enabled) sorted.begun.push({ talk, newManagerId });
      continue;
    }
    if (time && time.start <= now) continue;
    if (talk.isBeingWritten) sorted.soon.push(talk);
    else if (!employee?.enabled) sorted.leavers.push(talk);
    else if (newManagerId && newManagerId !== managerId && newManagerId !== employeeId && people.get(newManagerId)?.enabled !== false) {
      const isKept = keepManager.includes(employeeId) || !people.get(newManagerId)?.enabled || (time !== null && time.start < first);
      if (isKept) sorted.otherManager.push({ talk, newManagerId });
      else sorted.open.push({ ...talk, managerId: newManagerId, handOverFrom: managerId });
    } else if (!people.get(managerId)?.enabled) sorted.alone.push({ talk, reason: 'manager-left' });
    else if (time && time.start < first) sorted.soon.push(talk);
    else sorted.open.push(talk);
  }
  return sorted;
}

/** Employees whose talk is held by somebody, although the directory names no manager of theirs any more. */
export function withoutManager(talks: OpenTalk[], people: Map<string, Known>, { heldBy }: Pick<PlanRules, 'heldBy'>): string[] {
  const isChosen = ({ employeeId, managerId }: OpenTalk): boolean =>
    heldBy.some((one) => one.employeeId === employeeId && one.managerId === managerId);
  return talks
    .filter((talk) => [null, talk.employeeId].includes(people.get(talk.employeeId)?.managerId ?? null) && !isChosen(talk))
    .map(({ employeeId }) => employeeId);
}
