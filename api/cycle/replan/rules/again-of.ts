/**
 * The planning problem of a cycle that is planned again: each open talk judged where it is, and one instance for the planner, in which those that stay
 * stand fast. Pure.
 */
import { DateTime } from 'luxon';
import type { OpenTalk, Span } from '#api/talk/replan/contract.ts';
import type { Wishes } from '#api/wish/contract.ts';
import type { CycleSettings } from '../../contract.ts';
import type { Country } from '../../settings/contract.ts';
import { gridOf, slotMinutes, type Grid, type PersonCalendar } from '../../rules/calendar-grid.ts';
import { spansOff } from '../../rules/days-off.ts';
import { countryOf } from '../../rules/holidays.ts';
import { instanceOf, type PlanInstance } from '../../rules/instance-of.ts';
import type { RelaxInput } from '../../rules/relaxations.ts';
import { rulesOf, windowOf } from '../../rules/settings.ts';
import { withCalendars, type Alone, type Known } from '../../rules/sort-pairs.ts';
import type { Away, ReplanWish } from '../contract.ts';
import type { Standing } from './plan-again.ts';
import { whyNot, type Day, type Judging, type WhyRecord } from './why-not.ts';

export type AgainInput = {
  /** One for each employee. */
  open: OpenTalk[];
  /** Too near to be moved: only what speaks against them is wanted. */
  soon: OpenTalk[];
  people: Map<string, Known & { timeZone: string }>;
  /** Without the events of the talks that are planned here. */
  calendars: Map<string, PersonCalendar | null>;
  wishes: Map<string, Wishes>;
  settings: CycleSettings;
  /** As they were until now. */
  before: CycleSettings;
  wish: Pick<ReplanWish, 'away' | 'keepMoved' | 'stay'>;
  launchedAt: Date;
  /** HR's own zone. */
  zone: string;
  /** New times begin no earlier. */
  first: Date;
};

export type Again = {
  instance: PlanInstance;
  judged: RelaxInput;
  standing: Standing[];
  /** By employee, for talks that cannot stay. */
  whys: Map<string, WhyRecord>;
  /** Talks that need a time, and whose people have no calendar to look into. */
  alone: Alone[];
  /** By employee: HR keeps it where it is, although something speaks against it. */
  kept: Map<string, WhyRecord>;
  /** By employee: too near to be moved, although something that HR has said speaks against it. */
  soon: Map<string, WhyRecord>;
};

const slotMs = slotMinutes * 60_000;
const dayMs = 86_400_000;
/** Days beyond the window that are looked at, so that a longer window can be proposed. */
export const lookAheadDays = 14;

/** The instants a new time may use; empty when the window ends before any could begin. */
export function spanToPlan({ settings, zone, launchedAt, first }: Pick<AgainInput, 'settings' | 'zone' | 'launchedAt' | 'first'>): Span {
  const { start, end } = windowOf(settings, zone, launchedAt);
  return { start: start > first ? start : first, end };
}

export function againOf(input: AgainInput): Again {
  const { open, people, calendars, settings, zone, wish } = input;
  const { partnerId } = rulesOf(settings);
  const span = spanToPlan(input);
  const grid = gridOf({ start: span.start, end: new Date(span.end.getTime() + lookAheadDays * dayMs) });
  const judgements = judgeAll(input);
  const pairs = open.map(({ employeeId, managerId }) => ({ employeeId, managerId }));
  const { plannable, alone } = withCalendars(pairs, people, calendars, partnerId);
  const readable = new Set(plannable.map(({ employeeId }) => employeeId));
  const standing = open.flatMap((talk): Standing[] => {
    const one = standingOf(talk, grid, judgements.whys.has(talk.employeeId), wish);
    return one && readable.has(talk.employeeId) ? [one] : [];
  });
  const planned = new Set(standing.map(({ id }) => id));
  const needsTime = new Set(open.flatMap(({ employeeId, time }) => (!time || judgements.whys.has(employeeId) ? [employeeId] : [])));
  const instance = instanceOf({
    ...{ grid, windowSlots: windowSlotsOf(grid, span), settings, wishes: input.wishes },
    rules: { ...rulesOf(settings), managersFirst: false },
    pairs: plannable.filter(({ employeeId }) => planned.has(employeeId)),
    calendars: withAway(input),
    countries: countriesOf(input),
  });
  return {
    instance,
    judged: {
      ...{ grid, windowSlots: windowSlotsOf(grid, span), timeZone: zone, maxPerDay: settings.maxPerDay },
      ...{ managerOf: new Map(), isLengthFixed: true as const },
    },
    standing,
    ...judgements,
    soon: judgeSoon(input),
    alone: alone.filter(({ employeeId }) => needsTime.has(employeeId)),
  };
}

const windowSlotsOf = (grid: Grid, { end }: Span): number => Math.max(0, Math.floor((end.getTime() - grid.start.getTime()) / slotMs));

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

function judgeAll(input: AgainInput): { whys: Map<string, WhyRecord>; kept: Map<string, WhyRecord> } {
  const { open, wish, settings } = input;
  const { partnerId } = rulesOf(settings);
  const judging = judgingOf(input);
  const whys = new Map<string, WhyRecord>();
  const kept = new Map<string, WhyRecord>();
  const taken = new Map<string, Span[]>();
  const inOrder = open
    .flatMap(({ time, ...talk }) => (time ? [{ ...talk, time }] : []))
    .sort((a, b) => a.time.start.getTime() - b.time.start.getTime() || (a.employeeId < b.employeeId ? -1 : 1));
  for (const { employeeId, managerId, time, isMovedByThem } of inOrder) {
    const people = [managerId, employeeId, ...(partnerId ? [partnerId] : [])];
    const why = whyNot({ time, people, isTheirs: wish.keepMoved && isMovedByThem }, judging) ?? onAnother(taken, people, time);
    if (why && !wish.stay.includes(employeeId)) whys.set(employeeId, why);
    else {
      if (why) kept.set(employeeId, why);
      for (const id of people.slice(0, 2)) taken.set(id, [...(taken.get(id) ?? []), time]);
    }
  }
  return { whys, kept };
}

/** Calendars are not looked at: they hold the talks themselves. Those that are on their way into calendars may be far off. */
function judgeSoon(input: AgainInput): Map<string, WhyRecord> {
  const judging: Judging = { ...judgingOf(input), busy: () => [] };
  const whys = new Map<string, WhyRecord>();
  for (const { employeeId, managerId, time, isMovedByThem } of input.soon) {
    if (!time || time.start >= input.first) continue;
    const why = whyNot({ time, people: [managerId, employeeId], isTheirs: isMovedByThem }, judging);
    if (why) whys.set(employeeId, why);
  }
  return whys;
}

/** Two talks of one person at one time: the later one goes. */
function onAnother(taken: Map<string, Span[]>, people: string[], time: Span): WhyRecord | null {
  const meets = people.slice(0, 2).some((id) => taken.get(id)?.some(({ start, end }) => start < time.end && end > time.start));
  return meets ? { kind: 'calendars' } : null;
}

function judgingOf(input: AgainInput): Judging {
  const { settings, before, zone, launchedAt, people, calendars, wish } = input;
  const window = windowOf(settings, zone, launchedAt);
  const old = windowOf(before, zone, launchedAt);
  const both = {
    start: new Date(Math.min(window.start.getTime(), old.start.getTime())),
    end: new Date(Math.max(window.end.getTime(), old.end.getTime())),
  };
  const daysBy = (of: CycleSettings) => {
    const rules = rulesOf(of);
    const names = new Map(rules.daysOff.map(({ day, name }) => [day, name]));
    const kept = new Map<string, Day[]>();
    return (personId: string): Day[] => {
      const timeZone = people.get(personId)?.timeZone ?? zone;
      const known = kept.get(timeZone);
      if (known) return known;
      const days = spansOff(rules, countryOf(timeZone, countryOf(zone, null)), timeZone, both).map((span): Day => {
        const day = DateTime.fromJSDate(span.start, { zone: timeZone }).toFormat('yyyy-MM-dd');
        return { ...span, day, name: names.get(day) ?? '' };
      });
      kept.set(timeZone, days);
      return days;
    };
  };
  return {
    ...{ window, before: old, daysOff: daysBy(settings), daysOffBefore: daysBy(before) },
    away: wish.away.map((one) => ({ ...one, ...spanAway(one, people.get(one.personId)?.timeZone ?? zone) })),
    busy: (personId) => calendars.get(personId)?.busy ?? [],
  };
}

/** Whole days of the person's own zone. */
function spanAway({ from, to }: Away, timeZone: string): Span {
  const at = (day: string): DateTime => DateTime.fromISO(day, { zone: timeZone }).startOf('day');
  return { start: at(from).toJSDate(), end: at(to).plus({ days: 1 }).toJSDate() };
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
