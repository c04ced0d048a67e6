/**
 * Why a talk has no time, as people are told it: the planner's reason (rules/planner/explain.ts) as the code of a sentence, with the figures in it and
 * the changes that HR can make. Finds no reason of its own. Pure.
 */
import type { UnplacedReason } from '../outcome/contract.ts';
import type { Why } from '../planner/contract.ts';
import type { InstanceTalk } from './instance-of.ts';
import { whyNot } from './planner/explain.ts';
import { firstStart, wishOf } from './planner/open-starts.ts';
import { relaxations } from './planner/relaxations.ts';
import type { Table } from './planner/table.ts';
import { isRoomMissing } from './room-missing.ts';
import { slotsFor, type TwoWindows } from './second-window.ts';
import { settingsOf, type RelaxInput, type RelaxRecord } from './relaxations.ts';

export type Explained = {
  reason: UnplacedReason;
  counts: { talks: number; times: number } | null;
  relax: RelaxRecord | null;
  /** Further kinds of change that work as well. */
  others: RelaxRecord[];
};

/** True of the table as it lies, over the whole window. */
export function explainTalk(table: Table, talk: InstanceTalk, input: RelaxInput): Explained {
  const open = inWindow(talk, input);
  if (firstStart(table, wishOf(table, open)) >= 0) return { reason: 'time-free', counts: null, relax: null, others: [] };
  const why = isRoomMissing(table, open) ? { code: 'no-room' as const } : whyNot(table, open);
  const changes = withSecond(settingsOf(relaxations(table, open, true, input.managerOf), open, input), secondFor(table, open, input));
  // Where a room is all that lacks, doing without it is nearest, whatever else would do.
  const [relax = null, ...others] =
    why.code === 'no-room' ? changes.toSorted((a, b) => Number(withoutRoom(b)) - Number(withoutRoom(a))) : changes;
  const { held, times }: Why = why;
  return {
    reason: reasonOf(why, talk),
    counts: held === undefined || times === undefined ? null : { talks: held, times },
    relax,
    others,
  };
}

const withoutRoom = ({ kind }: RelaxRecord): boolean => kind === 'without-room';

/** Tried on the plan, as every other change is. */
function secondFor(table: Table, talk: InstanceTalk, { second }: RelaxInput): RelaxRecord | null {
  if (!second || second.people.has(talk.employee)) return null;
  const wish = { ...wishOf(table, talk), notBefore: second.from, notAfter: second.until };
  return firstStart(table, wish) < 0 ? null : { kind: 'second-window', ...second.days };
}

/** Before somebody else would hold the talk, and after what keeps it with the others. */
function withSecond(changes: RelaxRecord[], second: RelaxRecord | null): RelaxRecord[] {
  if (!second) return changes;
  const isOther = ({ kind }: RelaxRecord): boolean => kind === 'other-person';
  return [...changes.filter((one) => !isOther(one)), second, ...changes.filter(isOther)];
}

/** The talk with the whole window that it has, whatever part of it the order of the talks gave it. */
export function inWindow(talk: InstanceTalk, windows: TwoWindows): InstanceTalk {
  const [notBefore, notAfter] = slotsFor(talk.employee, windows);
  return { ...talk, notBefore, notAfter };
}

function reasonOf({ code, person }: Why, { manager, employee }: InstanceTalk): UnplacedReason {
  switch (code) {
    case 'same-person':
      return 'own-manager';
    case 'extra-away':
      return 'partner-away';
    case 'window-too-short':
      return 'no-common-time';
    case 'too-many-talks':
      return person === manager ? 'manager-full' : person === employee ? 'employee-full' : 'partner-full';
    case 'manager-away':
    case 'employee-away':
    case 'no-common-hours':
    case 'no-common-time':
    case 'no-room':
    case 'times-taken':
      return code;
  }
}
