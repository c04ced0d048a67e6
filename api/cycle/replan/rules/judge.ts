/** Every talk of a cycle that is planned again, judged where it is: what speaks against it, by employee. Pure. */
import { DateTime } from 'luxon';
import type { OpenTalk, Span } from '#api/talk/replan/contract.ts';
import type { Wishes } from '#api/wish/contract.ts';
import type { CycleSettings } from '../../contract.ts';
import type { PersonCalendar } from '../../rules/calendar-grid.ts';
import { spansOff } from '../../rules/days-off.ts';
import { countryOf } from '../../rules/holidays.ts';
import { wholeSpanOf, windowFor } from '../../rules/second-window.ts';
import { rulesOf } from '../../rules/settings.ts';
import type { Known } from '../../rules/sort-pairs.ts';
import type { Away, ReplanWish } from '../contract.ts';
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

export type Judged = {
  /** Talks that cannot stay. */
  whys: Map<string, WhyRecord>;
  /** HR keeps them where they are; null: nothing speaks against it. */
  kept: Map<string, WhyRecord | null>;
};

/** Talks that may be planned again. */
export function judgeOpen(input: AgainInput): Judged {
  const { open, wish, settings } = input;
  const { partnerId } = rulesOf(settings);
  const judging = judgingOf(input);
  const whys = new Map<string, WhyRecord>();
  const kept = new Map<string, WhyRecord | null>();
  const taken = new Map<string, Span[]>();
  const inOrder = open
    .flatMap(({ time, ...talk }) => (time ? [{ ...talk, time }] : []))
    .sort((a, b) => a.time.start.getTime() - b.time.start.getTime() || (a.employeeId < b.employeeId ? -1 : 1));
  for (const { employeeId, managerId, time, isMovedByThem } of inOrder) {
    const people = [managerId, employeeId, ...(partnerId ? [partnerId] : [])];
    const why = whyNot({ time, employeeId, people, isTheirs: wish.keepMoved && isMovedByThem }, judging) ?? onAnother(taken, people, time);
    const isKept = wish.stay.includes(employeeId);
    if (why && !isKept) whys.set(employeeId, why);
    else {
      if (isKept) kept.set(employeeId, why);
      for (const id of people.slice(0, 2)) taken.set(id, [...(taken.get(id) ?? []), time]);
    }
  }
  return { whys, kept };
}

/** Talks that are too near to be moved. Calendars are not looked at: they hold the talks themselves. Those that are on their way into calendars may be far off. */
export function judgeSoon(input: AgainInput): Map<string, WhyRecord> {
  const judging: Judging = { ...judgingOf(input), busy: () => [] };
  const whys = new Map<string, WhyRecord>();
  for (const { employeeId, managerId, time, isMovedByThem } of input.soon) {
    if (!time || time.start >= input.first) continue;
    const why = whyNot({ time, employeeId, people: [managerId, employeeId], isTheirs: isMovedByThem }, judging);
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
  const window = wholeSpanOf(settings, zone, launchedAt);
  const old = wholeSpanOf(before, zone, launchedAt);
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
    window: (employeeId) => windowFor(settings, employeeId, zone, launchedAt),
    before: (employeeId) => windowFor(before, employeeId, zone, launchedAt),
    ...{ daysOff: daysBy(settings), daysOffBefore: daysBy(before) },
    away: wish.away.map((one) => ({ ...one, ...spanAway(one, people.get(one.personId)?.timeZone ?? zone) })),
    busy: (personId) => calendars.get(personId)?.busy ?? [],
  };
}

/** Whole days of the person's own zone. */
export function spanAway({ from, to }: Away, timeZone: string): Span {
  const at = (day: string): DateTime => DateTime.fromISO(day, { zone: timeZone }).startOf('day');
  return { start: at(from).toJSDate(), end: at(to).plus({ days: 1 }).toJSDate() };
}
