/**
 * A crowd for loads: managers with so many employees each, all with mailboxes, and a talk with a time for each employee. Plain data from a seed; no
 * two talks of a manager at the same time. Nobody in it has a name of their own.
 */
import { randomUUID } from 'node:crypto';
import type { Company, CompanyPerson } from '#infra/local/m365/core/company-type.ts';

export type CrowdTalk = { employeeId: string; managerId: string; start: Date; end: Date };
export type Crowd = { company: Company; talks: CrowdTalk[] };

const hour = 3_600_000;
const day = 24 * hour;
const perDay = 6;

/**
 * @param sizes how many employees each manager has
 * @param from midnight (UTC) of the first day of talks, a Monday
 */
export function crowdOf(sizes: number[], from: Date): Crowd {
  const people: CompanyPerson[] = [];
  const talks: CrowdTalk[] = [];
  const add = (managerId: string | null): string => {
    const id = randomUUID();
    people.push(personOf(id, people.length, managerId));
    return id;
  };
  for (const [at, size] of sizes.entries()) {
    const managerId = add(null);
    for (let nth = 0; nth < size; nth += 1) {
      const employeeId = add(managerId);
      const workday = (Math.floor(nth / perDay) + at) % 20;
      const start = new Date(from.getTime() + Math.floor(workday / 5) * 7 * day + (workday % 5) * day + (8 + (nth % perDay)) * hour);
      talks.push({ employeeId, managerId, start, end: new Date(start.getTime() + hour) });
    }
  }
  return { company: { tenant: { id: randomUUID(), name: 'Crowd', domain: 'crowd.example' }, people }, talks };
}

function personOf(id: string, number: number, managerId: string | null): CompanyPerson {
  return {
    id,
    givenName: 'Person',
    surname: String(number),
    alias: `person-${number}`,
    jobTitle: 'Colleague',
    department: `Department ${number % 40}`,
    office: 'Office',
    managerId,
    appRoles: [],
    enabled: true,
    hasApp: true,
    mailbox: {
      locale: 'sv-SE',
      timeZone: 'W. Europe Standard Time',
      workingHours: { days: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'], from: '08:00', to: '17:00' },
    },
    events: [],
  };
}
