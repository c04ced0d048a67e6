import { DateTime } from 'luxon';
import { validate, version } from 'uuid';
import { describe, expect, it } from 'vitest';
import type { Company, CompanyEvent, CompanyPerson } from '../m365/core/company-type.ts';
import { demoCompany, smallCompany } from './company.ts';
import { smallRooms } from './rooms.ts';

const week = new Date('2026-11-25T10:00:00Z');
const monday = DateTime.fromISO('2026-11-23T00:00', { zone: 'Europe/Stockholm' });
const ianaOf: Record<string, string> = { 'W. Europe Standard Time': 'Europe/Stockholm', 'FLE Standard Time': 'Europe/Helsinki' };
const dayNames = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const minute = 60_000;

type Span = { start: number; end: number };
type InCalendar = Span & { event: CompanyEvent };
const byAlias = ({ people }: Company, alias: string): CompanyPerson => {
  const found = people.find((person) => person.alias === alias);
  if (!found) throw new Error(`${alias} is not in the company`);
  return found;
};
const reportsOf = ({ people }: Company, { id }: CompanyPerson): CompanyPerson[] => people.filter(({ managerId }) => managerId === id);
const managersOf = (company: Company): CompanyPerson[] => company.people.filter((person) => reportsOf(company, person).length > 0);
const zoneOf = ({ mailbox }: CompanyPerson): string => ianaOf[mailbox?.timeZone ?? ''] ?? 'unknown';
const chainOf = (company: Company, person: CompanyPerson): CompanyPerson[] => {
  const boss = company.people.find(({ id }) => id === person.managerId);
  return boss ? [boss, ...chainOf(company, boss)] : [];
};

/** What lies in the person's calendar: own events and those the person is invited to. */
function calendarOf({ people }: Company, person: CompanyPerson): InCalendar[] {
  return people
    .flatMap((host) =>
      host.events
        .filter((event) => host === person || event.attendeeIds?.includes(person.id))
        .map((event) => ({ event, start: instant(event.start, host), end: instant(event.end, host) })),
    )
    .sort((a, b) => a.start - b.start);
}
const instant = (wall: string, host: CompanyPerson): number => DateTime.fromISO(wall, { zone: zoneOf(host) }).toMillis();

function workOf(person: CompanyPerson, weeks: number): Span[] {
  return Array.from({ length: weeks * 7 }, (_, day) => day).flatMap((day) => {
    const { days, from, to } = person.mailbox?.workingHours ?? { days: [], from: '', to: '' };
    if (!days.some((name) => name === dayNames[day % 7])) return [];
    const date = monday.plus({ days: day }).toISODate() ?? '';
    return [{ start: instant(`${date}T${from}`, person), end: instant(`${date}T${to}`, person) }];
  });
}
const isBusy = ({ event }: InCalendar): boolean => event.showAs === 'busy' || event.showAs === 'oof' || event.showAs === 'tentative';

/** Share of the working quarters of an hour of ten weeks that something lies on, absences of whole days left out. */
function busyShare(company: Company, person: CompanyPerson): number {
  const away = calendarOf(company, person).filter(({ event }) => event.isAllDay);
  const busy = calendarOf(company, person).filter((one) => isBusy(one) && !one.event.isAllDay);
  const touches = (list: Span[], at: number): boolean => list.some(({ start, end }) => at >= start && at < end);
  const quarters = workOf(person, 10)
    .flatMap(({ start, end }) => Array.from({ length: (end - start) / (15 * minute) }, (_, at) => start + at * 15 * minute))
    .filter((at) => !touches(away, at));
  return quarters.filter((at) => touches(busy, at)).length / quarters.length;
}

/** How many openings of this length lie one after another in the working hours of these weeks. */
function openings(company: Company, person: CompanyPerson, weeks: number, minutes: number): number {
  const busy = calendarOf(company, person).filter(isBusy);
  return workOf(person, weeks).reduce((sum, { start, end }) => {
    let [count, at] = [0, start];
    while (at + minutes * minute <= end) {
      const hit = busy.find((one) => one.start < at + minutes * minute && one.end > at);
      if (!hit) count += 1;
      at = hit ? hit.end : at + minutes * minute;
    }
    return sum + count;
  }, 0);
}

/** Rooms have accounts too, but are nobody. */
const withRooms = demoCompany({ week });
const demo: Company = { ...withRooms, people: withRooms.people.filter(({ room }) => !room) };
const small = smallCompany({ week });
const both: [string, Company][] = [
  ['demo', demo],
  ['small', small],
];

describe.each(both)('the %s company', (_name, company) => {
  it('gives everyone a GUID, an alias and a name of their own', () => {
    const ids = [company.tenant.id, ...company.people.map(({ id }) => id)];
    expect(ids.filter((id) => !validate(id) || version(id) !== 5)).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(company.people.map(({ alias }) => alias)).size).toBe(company.people.length);
    expect(company.people.filter(({ alias }) => !/^[a-z]+([.-][a-z]+)*$/.test(alias))).toEqual([]);
    expect(company.tenant.domain).toMatch(/\.example$/);
  });

  it('gives everyone but the chief and the shared mailbox a manager in the company, without circles', () => {
    const people = company.people.filter(({ alias }) => alias !== 'samtal');
    const alone = people.filter((person) => chainOf(company, person).length === 0);
    expect(alone).toHaveLength(1);
    expect(people.map((person) => chainOf(company, person).at(-1) ?? alone[0]).every((last) => last === alone[0])).toBe(true);
  });

  it('has a mailbox that Samtal sends from, which is nobody to talk with', () => {
    const { enabled, managerId, mailbox } = byAlias(company, 'samtal');
    expect({ enabled, managerId, hasMailbox: mailbox !== null }).toEqual({ enabled: false, managerId: null, hasMailbox: true });
  });

  it('keeps every event inside the ten weeks, in order, and invites people who have a calendar', () => {
    const first = monday.toFormat("yyyy-MM-dd'T'HH:mm");
    const last = monday.plus({ weeks: 10 }).toFormat("yyyy-MM-dd'T'HH:mm");
    const events = company.people.flatMap((person) => person.events);
    expect(events.length).toBeGreaterThan(500);
    expect(events.filter(({ start, end }) => start < first || end > last || end <= start)).toEqual([]);
    expect(events.filter(({ start, end }) => !/^\d{4}-\d\d-\d\dT\d\d:(00|15|30|45)$/.test(start) || start.length !== end.length)).toEqual(
      [],
    );
    const able = new Set(company.people.filter(({ enabled, mailbox }) => enabled && mailbox).map(({ id }) => id));
    expect(events.flatMap(({ attendeeIds = [] }) => attendeeIds).filter((id) => !able.has(id))).toEqual([]);
  });

  it('has nobody in two places', () => {
    const clashes = company.people.flatMap((person) => {
      const busy = calendarOf(company, person).filter(isBusy);
      return busy
        .filter((one, at) => at > 0 && one.start < (busy[at - 1]?.end ?? 0))
        .map(({ event }) => `${person.alias}: ${event.subject} ${event.start}`);
    });
    expect(clashes).toEqual([]);
  });

  it('is inside working hours, but for absences', () => {
    const outside = company.people.flatMap((person) => {
      const work = workOf(person, 10);
      return calendarOf(company, person)
        .filter(({ event }) => !event.isAllDay)
        .filter(({ start, end }) => !work.some((span) => start >= span.start && end <= span.end))
        .map(({ event }) => `${person.alias}: ${event.subject} ${event.start}`);
    });
    expect(outside).toEqual([]);
  });
});

describe('the demo company', () => {
  it('is about sixty people in four departments, with eight managers in three levels', () => {
    const people = demo.people.filter(({ alias }) => alias !== 'samtal');
    expect(people.length).toBeGreaterThanOrEqual(57);
    expect(people.length).toBeLessThanOrEqual(63);
    expect(new Set(people.map(({ department }) => department)).size).toBe(4);
    expect(
      managersOf(demo)
        .map((person) => chainOf(demo, person).length)
        .sort(),
    ).toEqual([0, 1, 1, 1, 2, 2, 2, 2]);
  });

  it('has two who are HR, one of them a manager', () => {
    const hr = demo.people.filter(({ appRoles }) => appRoles.includes('Samtal.HR'));
    expect(hr).toHaveLength(2);
    expect(hr.filter((person) => managersOf(demo).includes(person))).toHaveLength(1);
  });

  it('has three who answer requests for access, under two managers, so that two can do it for everybody else', () => {
    const officers = demo.people.filter(({ appRoles }) => appRoles.includes('Samtal.AccessOfficer'));
    expect(officers.map(({ alias }) => alias)).toEqual(['karin.ohlander', 'pernilla.ahrman', 'sofia.lindvik']);
    expect(new Set(officers.map(({ managerId }) => managerId)).size).toBe(2);
  });

  it('speaks five languages in two time zones', () => {
    const mailboxes = demo.people.flatMap(({ mailbox }) => mailbox ?? []);
    expect([...new Set(mailboxes.map(({ locale }) => locale))].sort()).toEqual(['da-DK', 'en-GB', 'fi-FI', 'nb-NO', 'sv-SE']);
    expect([...new Set(mailboxes.map(({ timeZone }) => timeZone))].sort()).toEqual(['FLE Standard Time', 'W. Europe Standard Time']);
  });

  it('has the cases that make planning hard', () => {
    const { enabled, managerId } = byAlias(demo, 'fredrik.nyhlander');
    expect({ enabled, hasManager: managerId !== null }).toEqual({ enabled: false, hasManager: true });
    expect(byAlias(demo, 'stig.hallfors').mailbox).toBeNull();
    expect(byAlias(demo, 'agneta.forslind').mailbox?.workingHours.days).toEqual(['monday', 'tuesday', 'wednesday']);
    expect(calendarOf(demo, byAlias(demo, 'david.okonjo-lund')).map(({ event }) => event)).toEqual([
      { subject: 'Parental leave', showAs: 'oof', isAllDay: true, start: '2026-11-23T00:00', end: '2027-02-01T00:00' },
    ]);
    expect(demo.people.some(({ events }) => events.some(({ isPrivate }) => isPrivate))).toBe(true);
  });

  it('keeps managers 40 to 60 per cent busy, all but one', () => {
    const outside = managersOf(demo).filter((person) => busyShare(demo, person) < 0.4 || busyShare(demo, person) > 0.6);
    expect(outside.map(({ alias }) => alias)).toEqual(['malin.rosengard']);
  });

  it('gives one manager fewer openings in five weeks than talks, and everybody else plenty', () => {
    const tight = managersOf(demo).filter((person) => openings(demo, person, 5, 90) < reportsOf(demo, person).length * 1.5);
    expect(tight.map(({ alias }) => alias)).toEqual(['malin.rosengard']);
    const malin = byAlias(demo, 'malin.rosengard');
    const fits = openings(demo, malin, 5, 90);
    expect(fits).toBeGreaterThanOrEqual(6);
    expect(fits).toBeLessThan(reportsOf(demo, malin).length);
  });

  it('is the same for every instant of a week, and moves on with the weeks', () => {
    expect(demoCompany({ week: new Date('2026-11-29T22:59:59Z') })).toEqual(withRooms);
    const next = demoCompany({ week: new Date('2026-11-29T23:00:00Z') });
    expect(next.people.map(({ id }) => id)).toEqual(withRooms.people.map(({ id }) => id));
    expect(next.people.flatMap(({ events }) => events.map(({ start }) => start)).sort()[0]).toBe('2026-11-30T00:00');
  });
});

describe('rooms', () => {
  it('are in both offices, closed accounts that nobody manages, each with a mailbox', () => {
    const rooms = [...withRooms.people.filter(({ room }) => room), ...smallRooms(small.tenant.id)];
    expect(new Set(rooms.map(({ room }) => room?.building))).toEqual(new Set(['Stockholm', 'Helsinki']));
    expect(rooms.filter(({ enabled, mailbox, managerId, alias }) => enabled || !mailbox || managerId || !/^[a-z.]+$/.test(alias))).toEqual(
      [],
    );
  });
});

describe('the small company', () => {
  it('is eight people: the chief and two managers, one of them HR, one more HR, and four employees', () => {
    const { people } = small;
    expect(people.map(({ alias }) => alias)).toEqual(['vera', 'henrik', 'maja', 'hedda', 'erik', 'elin', 'emil', 'aino', 'samtal']);
    expect(managersOf(small).map(({ alias }) => alias)).toEqual(['vera', 'henrik', 'maja']);
    expect(people.filter(({ appRoles }) => appRoles.length > 0).map(({ alias }) => alias)).toEqual(['henrik', 'hedda']);
  });

  it('takes a tenant of its own, and then has people of its own', () => {
    const tenantId = '3f1c1a52-8d0e-4c3b-9a57-0d1f2e3c4b5a';
    const other = smallCompany({ week, tenantId, domain: 'other.example' });
    expect(other.tenant).toMatchObject({ id: tenantId, domain: 'other.example' });
    const ids = new Set(small.people.map(({ id }) => id));
    expect(other.people.filter(({ id }) => ids.has(id))).toEqual([]);
    expect(smallCompany({ week, tenantId, domain: 'other.example' })).toEqual(other);
  });
});
