/** Calendars of some people over a window, as the rules take them: free/busy and working hours, read through Graph in stretches, and what each has blocked. */
import type { KnownPerson } from '#api/people/find-people.ts';
import { AskedToWait, GraphRefused } from '#api/platform/graph/failures.ts';
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
const askedInAtMost = 3;

/** One request's worth, and so many requests at a time: how many go out is the pacer's business (platform/graph). */
const peoplePerRead = 20;
const readsAtOnce = 64;

/**
 * A room's mailbox, to be read along with people's: it goes by its address, has no wishes, and is never the one in whose mailbox is asked.
 */
export const mailboxOfRoom = (tenantId: string, { address, name }: { address: string; name: string }): KnownPerson => ({
  ...{ _id: '', tenantId, personId: address, name, mail: address, jobTitle: '', department: '', managerId: null },
  ...{ enabled: false, language: 'en', timeZone: 'Etc/UTC', hasMailbox: true, settingsAt: null },
});
const isRoom = ({ personId, mail }: KnownPerson): boolean => personId === mail;

type Addressed = { person: KnownPerson; mail: string };
type Stretch = { from: Date; to: Date };

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
    for (const { personId, timeZone } of people.filter((one) => !isRoom(one))) {
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
  const stretches: Stretch[] = [];
  for (let from = window.start.getTime(); from < window.end.getTime(); from += daysPerRead * dayMs) {
    const to = Math.min(from + daysPerRead * dayMs, window.end.getTime());
    stretches.push({ from: new Date(from), to: new Date(to) });
  }
  const groups: Addressed[][] = [];
  for (let at = 0; at < withMail.length; at += peoplePerRead) groups.push(withMail.slice(at, at + peoplePerRead));
  const persons = withMail.filter(({ person }) => !isRoom(person));
  const waiting = groups.values();
  const lane = async (): Promise<void> => {
    for (const group of waiting) {
      const read: Map<string, Reading | null>[] = [];
      const own = group.filter(({ person }) => !isRoom(person));
      const askedIn = own.length > 0 ? own : persons;
      for (const stretch of stretches) read.push(await readGroup(platform, tenantId, { group, askedIn }, stretch));
      for (const { person, mail } of group) {
        const readings = read.map((one) => one.get(mail) ?? null);
        calendars.set(person.personId, joinReadings(readings, person.timeZone));
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(readsAtOnce, groups.length) }, lane));
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

/**
 * Asked in the mailbox of one of them, so that no single mailbox takes all requests; in another's when that one cannot be opened, or asks to wait:
 * only the last one is waited for.
 */
async function readGroup(
  { graph }: Platform,
  tenantId: string,
  { group, askedIn }: { group: Addressed[]; askedIn: Addressed[] },
  { from, to }: Stretch,
): Promise<Map<string, Reading | null>> {
  const addresses = group.map(({ mail }) => mail);
  const mailboxes = askedIn.slice(0, askedInAtMost);
  let refused: GraphRefused | null = null;
  for (const [at, { person }] of mailboxes.entries()) {
    const orElsewhere = at < mailboxes.length - 1;
    try {
      return await graph.readSchedules(tenantId, person.personId, addresses, from, to, { orElsewhere });
    } catch (error) {
      if (orElsewhere && error instanceof AskedToWait) continue;
      if (!(error instanceof GraphRefused)) throw error;
      refused = error;
    }
  }
  // No permission for calendars, for this mailbox or for any: nobody's is known, which the plan says of each; the rest goes on.
  if (refused?.status === 403) return new Map();
  if (!refused) return new Map();
  throw refused;
}
