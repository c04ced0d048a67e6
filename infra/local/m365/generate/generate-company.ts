/**
 * A company of any size, for loads and for a Microsoft 365 without a company of its own: departments, managers up to one head, calendars with about
 * ten events each. The same size, seed and week give the same company, ids included. Its people are nobody.
 */
import type { Company, CompanyEvent, CompanyPerson, Weekday } from '../core/company-type.ts';
import { guidOf } from '../core/ids.ts';
import { absences, departments, givenNames, offices, settingsAt, subjects, surnames } from './names.ts';
import { chanceOf, type Chance } from './seeded.ts';

export type Generated = {
  people: number;
  seed?: string;
  /** A day of the week in which the calendars begin. */
  week: Date;
  /** Values of app roles that the second person, who is in HR, has. */
  hrRoles?: string[];
};

/** So many report to one manager, at most. */
const span = 8;
const weeks = 6;
const workdays: Weekday[] = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'];

export function generateCompany({ people: size, seed = 'company', week, hrRoles = [] }: Generated): Company {
  const chance = chanceOf(`${seed}/${size}`);
  const tenant = { id: guidOf(`${seed}/tenant/${size}`), name: `Company of ${size}`, domain: `${seed.toLowerCase()}-${size}.example` };
  const people = Array.from({ length: size }, (_, at) => personAt(seed, at, chance));
  if (people[1]) people[1].appRoles = [...hrRoles];
  const monday = mondayOf(week);
  for (const [at, person] of people.entries()) person.events = eventsOf(person, reportsOf(people, at), monday, chance);
  return { tenant, people };
}

/** A tree laid out in a row: those of number n report to number (n - 1) / span. */
const managerAt = (at: number): number | null => (at === 0 ? null : Math.floor((at - 1) / span));
const reportsOf = (people: CompanyPerson[], at: number): CompanyPerson[] => people.slice(at * span + 1, at * span + span + 1);
const idAt = (seed: string, at: number): string => guidOf(`${seed}/person/${at}`);

/** The head's direct reports lead a department each; everybody below is in the leader's. */
function departmentAt(at: number): (typeof departments)[number] {
  let leader = at;
  for (let above = managerAt(leader); above !== null && above > 0; above = managerAt(leader)) leader = above;
  return departments[leader % departments.length] ?? departments[0];
}

function personAt(seed: string, at: number, chance: Chance): CompanyPerson {
  const [givenName, surname, office] = [chance.one(givenNames), chance.one(surnames), chance.one(offices)];
  const managerNumber = managerAt(at);
  const { name, title } = departmentAt(at);
  const { timeZone = 'W. Europe Standard Time', locale = 'sv-SE' } = settingsAt[office] ?? {};
  return {
    id: idAt(seed, at),
    givenName,
    surname,
    alias: `${plain(givenName)}.${plain(surname)}.${at + 1}`,
    jobTitle: at === 0 ? 'Head' : title,
    department: at === 0 ? 'Board' : name,
    office,
    managerId: managerNumber === null ? null : idAt(seed, managerNumber),
    appRoles: [],
    enabled: at < 2 || !chance.oneIn(100),
    hasApp: true,
    hasPhoto: chance.oneIn(2),
    mailbox: { locale, timeZone, workingHours: { days: [...workdays], from: '08:00', to: '17:00' } },
    events: [],
  };
}

const plain = (name: string): string =>
  name
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/[^a-z]/g, '');

/** What a person organises: eight events alone; a manager also a meeting a fortnight with everybody, of which each gets a copy. */
function eventsOf(person: CompanyPerson, reports: CompanyPerson[], monday: Date, chance: Chance): CompanyEvent[] {
  const own = Array.from({ length: 7 }, () => ownEvent(monday, chance));
  const isAway = chance.oneIn(4);
  const away: CompanyEvent[] = isAway ? [absence(monday, chance)] : [ownEvent(monday, chance)];
  if (reports.length === 0) return [...own, ...away];
  const day = chance.whole(5);
  const attendeeIds = reports.map(({ id }) => id);
  const team: CompanyEvent[] = [0, 2].map((fortnight) => ({
    ...timesOf(monday, fortnight * 7 + day, 9, 45),
    subject: `Team of ${person.givenName}`,
    showAs: 'busy',
    isOnlineMeeting: true,
    attendeeIds,
  }));
  return [...own, ...away, ...team];
}

function ownEvent(monday: Date, chance: Chance): CompanyEvent {
  const times = timesOf(monday, chance.whole(weeks) * 7 + chance.whole(5), 8 + chance.whole(9), chance.one([30, 60, 90]));
  const showAs = chance.one(['busy', 'busy', 'busy', 'tentative', 'free', 'workingElsewhere'] as const);
  return { ...times, subject: chance.one(subjects), showAs, isPrivate: chance.oneIn(10) };
}

function absence(monday: Date, chance: Chance): CompanyEvent {
  const first = chance.whole(weeks) * 7 + chance.whole(5);
  return {
    subject: chance.one(absences),
    start: wall(monday, first, 0, 0),
    end: wall(monday, first + 1, 0, 0),
    showAs: 'oof',
    isAllDay: true,
  };
}

const timesOf = (monday: Date, day: number, hour: number, minutes: number): { start: string; end: string } => ({
  start: wall(monday, day, hour, 0),
  end: wall(monday, day, hour, minutes),
});

/** Wall time, as the mailbox reads it. */
const wall = (monday: Date, day: number, hour: number, minute: number): string =>
  new Date(monday.getTime() + (day * 24 + hour) * 3_600_000 + minute * 60_000).toISOString().slice(0, 16);

function mondayOf(day: Date): Date {
  const back = (day.getUTCDay() + 6) % 7;
  return new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate() - back));
}
