/** Who belongs to a cast: one row per person, with what is unusual about them. Calendars are made in calendars.ts. */
import type { Company, CompanyEvent, CompanyPerson, Weekday } from '../m365/core/company-type.ts';
import { guidOf } from './seeded.ts';

/** `zone` as Outlook names it; `ahead`: quarters of an hour before the clocks in Stockholm, summer and winter. */
export const offices = {
  Stockholm: { zone: 'W. Europe Standard Time', ahead: 0 },
  Helsinki: { zone: 'FLE Standard Time', ahead: 4 },
} as const;

export type Absence = {
  subject: string;
  /** Weeks and days are counted from the first Monday, which is 0. */
  week: number;
  day: number;
  days: number;
  showAs: 'oof' | 'workingElsewhere' | 'busy';
};

export type Member = {
  alias: string;
  givenName: string;
  surname: string;
  jobTitle: string;
  department: string;
  office: keyof typeof offices;
  /** Alias. */
  manager: string | null;
  locale: string;
  /** Hours in the office's own time. */
  work: { days: Weekday[]; from: string; to: string };
  isHr: boolean;
  /** Answers requests for access to what is written about somebody. */
  isOfficer: boolean;
  enabled: boolean;
  hasApp: boolean;
  hasMailbox: boolean;
  /** Given by hand; everybody else's come by chance. */
  absences: Absence[];
  /** Share of the working hours that is busy; by chance when absent. */
  busyShare?: number;
};

const weekdays: Weekday[] = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'];
const usual: Omit<Member, 'alias' | 'givenName' | 'surname' | 'jobTitle' | 'department' | 'manager'> = {
  office: 'Stockholm',
  locale: 'sv-SE',
  work: { days: weekdays, from: '08:00', to: '17:00' },
  isHr: false,
  isOfficer: false,
  enabled: true,
  hasApp: true,
  hasMailbox: true,
  absences: [],
};

type Shared = Partial<Member> & Pick<Member, 'department' | 'manager'>;
type Row = [name: string, jobTitle: string, unusual?: Partial<Member>];

/** People who have most things in common. The name's last word is the surname; the alias is made of both unless given. */
export function team(shared: Shared, rows: Row[]): Member[] {
  return rows.map(([name, jobTitle, unusual]) => {
    const at = name.lastIndexOf(' ');
    const [givenName, surname] = [name.slice(0, at), name.slice(at + 1)];
    return { ...usual, alias: plain(`${givenName}.${surname}`), givenName, surname, jobTitle, ...shared, ...unusual };
  });
}

/** Without what a mail address would rather not have. */
const plain = (name: string): string =>
  name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ø', 'o').replaceAll('æ', 'ae').replaceAll(' ', '-');

/** The shared mailbox that Samtal's mail comes from: no person, nobody's employee. */
export const samtalMailbox = (department: string): Member[] =>
  team({ department, manager: null }, [['Samtal Mailbox', 'Shared mailbox', { alias: 'samtal', enabled: false, hasApp: false }]]);

/** The cast as the local Microsoft 365 takes it. `eventsOf` gives what each organises. */
export function companyOf(tenant: Company['tenant'], members: Member[], eventsOf: (alias: string) => CompanyEvent[]): Company {
  return { tenant, people: members.map((member) => personOf(tenant.id, member, eventsOf(member.alias))) };
}

/** A person's object id: the same in every start of the same tenant. */
export const personId = (tenantId: string, alias: string): string => guidOf(tenantId, alias);

function personOf(tenantId: string, member: Member, events: CompanyEvent[]): CompanyPerson {
  const { alias, givenName, surname, jobTitle, department, office, manager, locale, work, enabled, hasApp } = member;
  return {
    id: personId(tenantId, alias),
    givenName,
    surname,
    alias,
    jobTitle,
    department,
    office,
    managerId: manager === null ? null : personId(tenantId, manager),
    appRoles: [...(member.isHr ? ['Samtal.HR'] : []), ...(member.isOfficer ? ['Samtal.AccessOfficer'] : [])],
    enabled,
    hasApp,
    mailbox: member.hasMailbox ? { locale, timeZone: offices[office].zone, workingHours: work } : null,
    events,
  };
}
