/**
 * The smallest change that gives a talk a time while every other talk stays where it is: each is tried on the table, so that what is proposed is true.
 * Pure; changes nothing.
 */
import { DateTime } from 'luxon';
import { instantOf, slotMinutes, type Grid } from './calendar-grid.ts';
import { sides, startsOf, type Desk, type Job, type Who } from './desk.ts';
import type { InstanceTalk } from './instance-of.ts';

/** As it is kept: with the person's id. */
export type RelaxRecord =
  | { kind: 'longer-window'; windowTo: string }
  | { kind: 'shorter-talk'; lengthMinutes: number }
  | { kind: 'more-per-day'; maxPerDay: number }
  | { kind: 'without-buffer' | 'without-room' | 'without-extra' }
  | { kind: 'other-person'; managerId: string };

export type RelaxInput = {
  grid: Grid;
  windowSlots: number;
  /** HR's own zone, in which days of the window are meant. */
  timeZone: string;
  maxPerDay: number;
  /** The manager of each person, where both are known. */
  managerOf: Map<string, string>;
  /** Talks have been made with their length already. */
  isLengthFixed?: true;
};

/** Shortest talk that is proposed. */
const shortest = 2;
const weekSlots = (7 * 1440) / slotMinutes;

/** The cheapest of the changes that work; null when none does. */
export function relaxOf(desk: Desk, { talk }: Job, input: RelaxInput): RelaxRecord | null {
  const perDay = (more: number): RelaxRecord | null =>
    opens(desk, talk, { morePerDay: more }) === null ? null : { kind: 'more-per-day', maxPerDay: input.maxPerDay + more };
  const shorter = (slots: number): RelaxRecord | null => {
    const dur = talk.dur - slots;
    if (input.isLengthFixed || dur < shortest || opens(desk, { ...talk, dur }, {}) === null) return null;
    return { kind: 'shorter-talk', lengthMinutes: dur * slotMinutes };
  };
  const longer = (weeks: number): RelaxRecord | null => {
    const notAfter = Math.min(desk.slots, input.windowSlots + weeks * weekSlots);
    const slot = opens(desk, { ...talk, notAfter }, {});
    return slot === null ? null : { kind: 'longer-window', windowTo: dayOf(input, slot) };
  };
  const tries = [
    () => perDay(1),
    () => shorter(1),
    () => longer(1),
    () => (opens(desk, talk, { withoutBuffer: true }) === null ? null : ({ kind: 'without-buffer' } as const)),
    () => shorter(2),
    () => longer(2),
    () => (talk.extra.length > 0 && opens(desk, { ...talk, extra: [] }, {}) !== null ? ({ kind: 'without-extra' } as const) : null),
    () => perDay(2),
    () => heldByOther(desk, talk, input),
  ];
  for (const attempt of tries) {
    const found = attempt();
    if (found) return found;
  }
  return null;
}

/** The manager's own manager holds the talk. */
function heldByOther(desk: Desk, talk: InstanceTalk, { managerOf }: RelaxInput): RelaxRecord | null {
  const other = managerOf.get(talk.manager);
  if (!other || other === talk.employee || other === talk.manager) return null;
  return opens(desk, { ...talk, manager: other }, {}) === null ? null : { kind: 'other-person', managerId: other };
}

type Change = { morePerDay?: number; withoutBuffer?: boolean };

/** The earliest start that is open with a change; null when there is none. */
function opens(desk: Desk, talk: InstanceTalk, { morePerDay = 0, withoutBuffer = false }: Change): number | null {
  const changed = withoutBuffer ? unbuffered(desk, talk.manager) : desk;
  const found = startsOf(changed, talk).filter((slot) =>
    sides(talk).every((id) => isFree(changed.people.get(id), slot, talk.dur, changed.gap, morePerDay)),
  );
  return found.length === 0 ? null : Math.min(...found);
}

function isFree(who: Who | undefined, slot: number, dur: number, gap: number, morePerDay: number): boolean {
  if (!who || (who.perDay.get(who.local.day[slot] ?? 0) ?? 0) >= who.maxPerDay + morePerDay) return false;
  return who.taken.every(({ start, end }) => slot >= end + gap || slot + dur + gap <= start);
}

function unbuffered(desk: Desk, managerId: string): Desk {
  const manager = desk.people.get(managerId);
  return { ...desk, gap: 0, people: manager ? new Map([...desk.people, [managerId, { ...manager, spaced: manager.free }]]) : desk.people };
}

/** The last day of a window in which a talk may begin here. */
export const dayOf = ({ grid, timeZone }: Pick<RelaxInput, 'grid' | 'timeZone'>, slot: number): string =>
  DateTime.fromJSDate(instantOf(grid, slot), { zone: timeZone }).toFormat('yyyy-MM-dd');
