/** Calendars of some people over a window, as the rules take them: free/busy and working hours, read through Graph in stretches. */
import type { KnownPerson } from '#api/people/find-people.ts';
import type { Platform } from '#api/platform/platform.ts';
import { joinReadings, type PersonCalendar, type Reading } from './rules/calendar-grid.ts';

/** getSchedule answers at most 62 days at once; 42 leaves room. Source: Microsoft Graph, calendar: getSchedule. */
const daysPerRead = 42;
const dayMs = 86_400_000;

/** By person; null for whoever has no mailbox, or one that cannot be read. */
export async function readCalendars(
  platform: Platform,
  tenantId: string,
  people: KnownPerson[],
  window: { start: Date; end: Date },
): Promise<Map<string, PersonCalendar | null>> {
  const withMail = people.flatMap((person) => (person.mail && person.hasMailbox ? [{ person, mail: person.mail }] : []));
  const calendars = new Map<string, PersonCalendar | null>(people.map(({ personId }) => [personId, null]));
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
