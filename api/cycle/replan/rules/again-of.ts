/**
 * The planning problem of a cycle that is planned again: each open talk judged where it is, and one instance for the planner, in which those that stay
 * stand fast. Pure.
 */
import type { OpenTalk, Span } from '#api/talk/replan/contract.ts';
import type { Country } from '../../settings/contract.ts';
import { gridOf, slotMinutes, type Grid, type PersonCalendar } from '../../rules/calendar-grid.ts';
import { countryOf } from '../../rules/holidays.ts';
import { instanceOf, type PlanInstance } from '../../rules/instance-of.ts';
import type { RelaxInput } from '../../rules/relaxations.ts';
import { secondSlotsOf, wholeSpanOf } from '../../rules/second-window.ts';
import { rulesOf, windowOf } from '../../rules/settings.ts';
import { withCalendars, type Alone } from '../../rules/sort-pairs.ts';
import { judgeOpen, judgeSoon, spanAway, type AgainInput } from './judge.ts';
import { orderAgain } from './order-again.ts';
import type { Standing } from './plan-again.ts';
import type { WhyRecord } from './why-not.ts';

export type Again = {
  instance: PlanInstance;
  judged: RelaxInput;
  standing: Standing[];
  /** By employee, for talks that cannot stay. */
  whys: Map<string, WhyRecord>;
  /** Talks that need a time, and whose people have no calendar to look into. */
  alone: Alone[];
  /** By employee: HR keeps it where it is; null: nothing speaks against it. */
  kept: Map<string, WhyRecord | null>;
  /** By employee: too near to be moved, although something that HR has said speaks against it. */
  soon: Map<string, WhyRecord>;
  /** Takes part in every talk. */
  partnerId: string | null;
};

const slotMs = slotMinutes * 60_000;
const dayMs = 86_400_000;
/** Days beyond the window that are looked at, so that a longer window can be proposed. */
export const lookAheadDays = 14;

/** The instants a new time may use; empty when the window ends before any could begin. */
export function spanToPlan({ settings, zone, launchedAt, first }: Pick<AgainInput, 'settings' | 'zone' | 'launchedAt' | 'first'>): Span {
  const { start, end } = wholeSpanOf(settings, zone, launchedAt);
  return { start: start > first ? start : first, end };
}

export function againOf(input: AgainInput): Again {
  const { open, people, calendars, settings, zone, wish } = input;
  const { partnerId } = rulesOf(settings);
  const span = spanToPlan(input);
  const grid = gridOf({ start: span.start, end: new Date(span.end.getTime() + lookAheadDays * dayMs) });
  const windows = { windowSlots: windowSlotsOf(grid, input), ...secondSlotsOf(settings, grid, zone, input.launchedAt) };
  const judgements = judgeOpen(input);
  const pairs = open.map(({ employeeId, managerId }) => ({ employeeId, managerId }));
  const { plannable, alone } = withCalendars(pairs, people, calendars, partnerId);
  const readable = new Set(plannable.map(({ employeeId }) => employeeId));
  const standing = open.flatMap((talk): Standing[] => {
    const one = standingOf(talk, grid, judgements.whys.has(talk.employeeId), wish);
    return one && readable.has(talk.employeeId) ? [one] : [];
  });
  const planned = new Set(standing.map(({ id }) => id));
  const needsTime = new Set(open.flatMap(({ employeeId, time }) => (!time || judgements.whys.has(employeeId) ? [employeeId] : [])));
  const plain = instanceOf({
    ...{ grid, ...windows, settings, wishes: input.wishes },
    // Each talk that moves looks for a free room then: people's time comes first.
    rules: { ...rulesOf(settings), managersFirst: false, rooms: null },
    pairs: plannable.filter(({ employeeId }) => planned.has(employeeId)),
    calendars: withAway(input),
    countries: countriesOf(input),
  });
  const instance = rulesOf(settings).managersFirst ? orderAgain(plain, standing, windows) : plain;
  return {
    instance,
    judged: {
      ...{ grid, ...windows, timeZone: zone, maxPerDay: settings.maxPerDay },
      ...{ managerOf: new Map(), isLengthFixed: true as const },
    },
    standing,
    ...judgements,
    soon: judgeSoon(input),
    partnerId: partnerId ?? null,
    alone: alone.filter(({ employeeId }) => needsTime.has(employeeId)),
  };
}

function windowSlotsOf(grid: Grid, { settings, zone, launchedAt }: Pick<AgainInput, 'settings' | 'zone' | 'launchedAt'>): number {
  const { end } = windowOf(settings, zone, launchedAt);
  return Math.max(0, Math.floor((end.getTime() - grid.start.getTime()) / slotMs));
}

/** Null for a talk that stays and lies outside what is planned: it is in nobody's way there. */
function standingOf(talk: OpenTalk, grid: Grid, mustMove: boolean, { keepMoved, stay }: AgainInput['wish']): Standing | null {
  const { employeeId: id, time } = talk;
  const dur = Math.ceil(talk.lengthMinutes / slotMinutes);
  if (!time || mustMove) return { id, slot: null, dur, mayMove: false };
  const [from, to] = [time.start, time.end].map((at) => (at.getTime() - grid.start.getTime()) / slotMs) as [number, number];
  const slot = Math.floor(from);
  if (slot < 0 || slot >= grid.slots) return null;
  const isUsual = from === slot && to - from === dur;
  const isKept = (keepMoved && talk.isMovedByThem) || stay.includes(id);
  return { id, slot, dur: Math.ceil(to) - slot, mayMove: isUsual && !isKept };
}

function withAway({ calendars, wish, people, zone }: AgainInput): Map<string, PersonCalendar> {
  const joined = new Map([...calendars].flatMap(([id, calendar]) => (calendar ? [[id, calendar] as const] : [])));
  for (const one of wish.away) {
    const calendar = joined.get(one.personId);
    const span = spanAway(one, people.get(one.personId)?.timeZone ?? zone);
    if (calendar) joined.set(one.personId, { ...calendar, busy: [...calendar.busy, span] });
  }
  return joined;
}

function countriesOf({ people, zone }: AgainInput): Map<string, Country> {
  return new Map(
    [...people].flatMap(([id, { timeZone }]) => {
      const country = countryOf(timeZone, countryOf(zone, null));
      return country ? [[id, country] as const] : [];
    }),
  );
}
