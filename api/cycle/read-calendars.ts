/** Calendars of some people over a window, as the rules take them: free/busy and working hours, read through Graph in stretches, and what each has blocked. */
import type { KnownPerson } from '#api/people/find-people.ts';
import type { Platform } from '#api/platform/platform.ts';
import type { Wishes } from '#api/wish/contract.ts';
import { findWishes } from '#api/wish/find-wishes.ts';
import { blockedSpans } from '#api/wish/rules/blocked-spans.ts';
import { spansOff } from './rules/days-off.ts';
import { countryOf } from './rules/holidays.ts';
import type { Country, PlanRules } from './settings/contract.ts';
import { joinReadings, type PersonCalendar, type Reading } from './rules/calendar-grid.ts';

export type Window = { start: Date; end: Date };
export type Calendars = Map<string, PersonCalendar | null>;

/** getSchedule answers at most 62 days at once; 56 leaves room. Source: Microsoft Graph, calendar: getSchedule. */
const daysPerRead = 56;
const dayMs = 86_400_000;

/**
 * By person, with blocked times as busy; null for whoever has no mailbox, or one that cannot be read.
 * @param off days without talks by a cycle's rules, as `findTimeRules` gives them: they count as busy too
 */
export async function readCalendars(
  platform: Platform,
  tenantId: string,
  people: KnownPerson[],
  window: Window,
  off?: { rules: PlanRules; otherwise: Country | null },
): Promise<Calendars> {
  const [calendars, wishes] = await Promise.all([
    readFromGraph(platform, tenantId, people, window),
    findWishes(
      platform,
      tenantId,
      people.map(({ personId }) => personId),
    ),
  ]);
  const blocked = withBlocked(calendars, people, wishes, window);
  if (off)
    for (const { personId, timeZone } of people) {
      const calendar = blocked.get(personId);
      const days = spansOff(off.rules, countryOf(timeZone, off.otherwise), timeZone, window);
      if (calendar) blocked.set(personId, { ...calendar, busy: [...calendar.busy, ...days] });
    }
  return blocked;
}

/** As the calendars are, without what people have blocked in Samtal. */
export async function readFromGraph(platform: Platform, tenantId: string, people: KnownPerson[], window: Window): Promise<Calendars> {
  const withMail = people.flatMap((person) => (person.mail && person.hasMailbox ? [{ person, mail: person.mail }] : []));
  const calendars: Calendars = new Map(people.map(({ personId }) => [personId, null]));
  const asId = withMail[0]?.person.personId;
  if (!asId) return calendars;
  const addresses = withMail.map(({ mail }) => mail);
  const stretches: Map<string, Reading | null>[] = [];
  for (let from = window.start.getTime(); from < window.end.getTime(); from += daysPerRead * dayMs) {
    const to = Math.min(from + daysPerRead * dayMs, window.end.getTime());
    stretches.push(await platform.graph.readSchedules(tenantId, asId, addresses, new Date(from), new Date(to)));
  }
  for (const { person, mail } of withMail) {
    const readings = stretches.map((stretch) => stretch.get(mail) ?? null);
    calendars.set(person.personId, joinReadings(readings, person.timeZone));
  }
  return calendars;
}

/** Adds blocked times as busy, meant in the person's own zone. */
export function withBlocked(calendars: Calendars, people: KnownPerson[], wishes: Map<string, Wishes>, window: Window): Calendars {
  const joined: Calendars = new Map(calendars);
  for (const { personId, timeZone } of people) {
    const [calendar, wished] = [calendars.get(personId), wishes.get(personId)];
    if (calendar && wished) joined.set(personId, { ...calendar, busy: [...calendar.busy, ...blockedSpans(wished, timeZone, window)] });
  }
  return joined;
}
