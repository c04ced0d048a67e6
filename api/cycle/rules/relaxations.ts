/**
 * A change that gives a talk a time, as a setting of the cycle that HR can press a button for. Which changes work is tried by the planner
 * (rules/planner/relaxations.ts); a setting holds for every talk, which takes room from none. Pure.
 */
import { DateTime } from 'luxon';
import type { Relaxation, RuleChange } from '../planner/contract.ts';
import { instantOf, slotMinutes, type Grid } from './calendar-grid.ts';
import type { InstanceTalk } from './instance-of.ts';
import type { SecondSlots } from './second-window.ts';

/** As it is kept: with the person's id. */
export type RelaxRecord =
  | { kind: 'longer-window'; windowTo: string }
  | { kind: 'shorter-talk'; lengthMinutes: number }
  | { kind: 'more-per-day'; maxPerDay: number }
  | { kind: 'without-buffer' | 'without-room' | 'without-extra' }
  | { kind: 'second-window'; from: string; to: string }
  | { kind: 'other-person'; managerId: string };

export type RelaxInput = {
  grid: Grid;
  windowSlots: number;
  /** The second window, or the one that HR can be offered. */
  second?: SecondSlots;
  /** HR's own zone, in which days of the window are meant. */
  timeZone: string;
  maxPerDay: number;
  /** The manager of each person, where both are known; of managers too whose own talk is not in the cycle. */
  managerOf: Map<string, string>;
  /** Talks have been made with their length already. */
  isLengthFixed?: true;
};

/** Shortest talk that is proposed, in slots. */
const shortest = 2;

/**
 * The first change of each kind that HR has a setting for, in their order.
 * @param talk with its whole window, which is the second one for some
 */
export function settingsOf(
  changes: Iterable<Relaxation | RuleChange>,
  talk: Pick<InstanceTalk, 'employee' | 'notAfter'>,
  input: RelaxInput,
): RelaxRecord[] {
  const found = new Map<RelaxRecord['kind'], RelaxRecord>();
  for (const change of changes) {
    const setting = settingOf(change, talk, input);
    if (setting && !found.has(setting.kind)) found.set(setting.kind, setting);
    // Who else could hold it comes last, and one name is enough.
    if (setting?.kind === 'other-person') break;
  }
  return [...found.values()];
}

function settingOf(
  change: Relaxation | RuleChange,
  talk: Pick<InstanceTalk, 'employee' | 'notAfter'>,
  input: RelaxInput,
): RelaxRecord | null {
  switch (change.kind) {
    case 'longer-window': {
      const { notAfter } = change;
      // Time to prepare is not taken away.
      if (notAfter <= talk.notAfter) return null;
      const [last, { second }] = [dayOf(input, notAfter - 1), input];
      return second?.people.has(talk.employee)
        ? { kind: 'second-window', from: second.days.from, to: last }
        : { kind: 'longer-window', windowTo: last };
    }
    case 'shorter-talk':
      return input.isLengthFixed || change.dur < shortest ? null : { kind: 'shorter-talk', lengthMinutes: change.dur * slotMinutes };
    case 'more-per-day':
      // The cap is everybody's: see more-per-day-for-all.
      return null;
    case 'more-per-day-for-all':
      return { kind: 'more-per-day', maxPerDay: input.maxPerDay + change.more };
    case 'without-buffer':
    case 'without-room':
    case 'without-extra':
      return { kind: change.kind };
    case 'other-person':
      return { kind: 'other-person', managerId: change.manager };
  }
}

/** The last day of a window in which this slot lies. */
export const dayOf = ({ grid, timeZone }: Pick<RelaxInput, 'grid' | 'timeZone'>, slot: number): string =>
  DateTime.fromJSDate(instantOf(grid, slot), { zone: timeZone }).toFormat('yyyy-MM-dd');
