/** Collects what a plan of a cycle is made from: people, pairs, calendars, wishes, holidays, as one problem. Plans nothing and keeps nothing. */
import { findPeople, listPeople, type KnownPerson } from '#api/people/find-people.ts';
import type { Platform } from '#api/platform/platform.ts';
import { findWishes } from '#api/wish/find-wishes.ts';
import type { CycleSettings } from './contract.ts';
import { mailboxOfRoom, withBlocked, type Calendars, type Window } from './read-calendars.ts';
import { gridOf, slotMinutes, type PersonCalendar } from './rules/calendar-grid.ts';
import { countryOf } from './rules/holidays.ts';
import { instanceOf, type PlanInstance } from './rules/instance-of.ts';
import type { Pair } from './rules/line.ts';
import type { RelaxInput } from './rules/relaxations.ts';
import { secondSlotsOf, wholeSpanOf } from './rules/second-window.ts';
import { rulesOf, windowOf } from './rules/settings.ts';
import { lineAbove, pairsOf, withCalendars, type Alone } from './rules/sort-pairs.ts';
import type { CycleRecord } from './store.ts';

export type Asked = { tenantId: string; settings: CycleSettings; /** HR's own zone. */ zone: string };
export type Problem = {
  instance: PlanInstance;
  /** What changes of the rules are judged by. */
  judged: RelaxInput;
  /** All pairs, those without a calendar included. */
  pairs: Pair[];
  alone: Alone[];
  chosen: KnownPerson[];
  /** Names of chosen rooms whose free and busy times cannot be read. */
  unreadRooms: string[];
};

/** Days beyond the window that are looked at, so that a longer window can be proposed. With five weeks of talks all is read at once. */
const lookAheadDays = 14;
const slotMs = slotMinutes * 60_000;

/**
 * @param read gives the calendars, blocked times not included
 * @param busy what people have taken elsewhere and is in no calendar yet
 * @param only employees whose talks are asked about; everybody's without it
 */
export async function collectProblem(
  platform: Platform,
  { tenantId, settings, zone }: Asked,
  read: (people: KnownPerson[], window: Window) => Promise<Calendars>,
  busy: Map<string, PersonCalendar['busy']> = new Map(),
  only: Set<string> | null = null,
): Promise<Problem> {
  const rules = rulesOf(settings);
  const chosen = await listPeople(platform, tenantId, settings.departments);
  const others = [...chosen.flatMap(({ managerId }) => managerId ?? []), ...rules.heldBy.map(({ managerId }) => managerId)];
  const managers = await findPeople(platform, tenantId, rules.partnerId ? [...others, rules.partnerId] : others);
  const people = new Map([...chosen, ...managers.values()].map((person) => [person.personId, person]));
  const all = pairsOf(chosen, managers, rules);
  const isAsked = ({ employeeId }: { employeeId: string }): boolean => only === null || only.has(employeeId);
  const [pairs, alone] = [all.pairs.filter(isAsked), all.alone.filter(isAsked)];
  const line = lineAbove(pairs, all.pairs, managers);
  const above = [...(await findPeople(platform, tenantId, [...line.values()])).values()].filter(({ enabled }) => enabled);
  const everybody = peopleIn(pairs, rules.partnerId, people, above);
  const rooms = rules.rooms?.chosen ?? [];
  const now = platform.clock.now();
  const window = windowOf(settings, zone, now);
  const whole = wholeSpanOf(settings, zone, now);
  const wide = { start: window.start, end: new Date(whole.end.getTime() + lookAheadDays * 86_400_000) };
  const [calendars, wishes] = await Promise.all([
    read([...everybody, ...rooms.map((room) => mailboxOfRoom(tenantId, room))], wide),
    findWishes(
      platform,
      tenantId,
      everybody.map(({ personId }) => personId),
    ),
  ]);
  const full = withBusy(withBlocked(calendars, everybody, wishes, wide), busy);
  const { plannable, alone: unread } = withCalendars(pairs, people, full, rules.partnerId);
  const grid = gridOf(wide);
  const windowSlots = Math.max(0, Math.floor((window.end.getTime() - grid.start.getTime()) / slotMs));
  const windows = { windowSlots, ...secondSlotsOf(settings, grid, zone, now) };
  const readable = new Map([...full].flatMap(([id, calendar]) => (calendar ? [[id, calendar] as const] : [])));
  const countries = new Map(
    everybody.flatMap(({ personId, timeZone }) => {
      const country = countryOf(timeZone, countryOf(zone, null));
      return country ? [[personId, country] as const] : [];
    }),
  );
  const offices = new Map(everybody.map(({ personId, office = '' }) => [personId, office]));
  const managerOf = new Map([...line, ...all.pairs.map(({ employeeId, managerId }) => [employeeId, managerId] as const)]);
  return {
    instance: instanceOf({
      ...{ grid, ...windows, settings, rules, pairs: plannable, above: above.map(({ personId }) => personId) },
      ...{ calendars: readable, offices, countries, wishes },
    }),
    judged: { grid, ...windows, timeZone: zone, maxPerDay: settings.maxPerDay, managerOf },
    pairs,
    alone: [...unread, ...alone],
    chosen,
    unreadRooms: rooms.filter(({ address }) => !readable.has(address)).map(({ name }) => name),
  };
}

/** Talks of launched cycles, for those that are not in the calendars yet. What is only planned holds nothing free. */
export function busyElsewhere(others: CycleRecord[]): Map<string, PersonCalendar['busy']> {
  const busy = new Map<string, PersonCalendar['busy']>();
  for (const { plan, launchedAt } of others)
    for (const { employeeId, managerId, room, start, end } of (launchedAt && plan?.placed) || [])
      for (const id of [employeeId, managerId, ...(room ? [room.address] : [])]) busy.set(id, [...(busy.get(id) ?? []), { start, end }]);
  return busy;
}

/** Everybody in a pair, who takes part in every talk, and who could hold one instead: nobody else's calendar is read. */
function peopleIn(pairs: Pair[], partnerId: string | null, people: Map<string, KnownPerson>, above: KnownPerson[]): KnownPerson[] {
  const ids = new Set([...pairs.flatMap(({ employeeId, managerId }) => [managerId, employeeId]), ...(partnerId ? [partnerId] : [])]);
  return [...[...ids].flatMap((id) => people.get(id) ?? []), ...above.filter(({ personId }) => !ids.has(personId))];
}

function withBusy(calendars: Calendars, busy: Map<string, PersonCalendar['busy']>): Calendars {
  const joined: Calendars = new Map(calendars);
  for (const [id, spans] of busy) {
    const calendar = joined.get(id);
    if (calendar) joined.set(id, { ...calendar, busy: [...calendar.busy, ...spans] });
  }
  return joined;
}
