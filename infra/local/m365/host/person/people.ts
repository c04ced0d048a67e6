/** Who is who in the company, for choosing: groups, search, suggestions. Pure. */
import type { Person } from '../desk-api/desk-types.ts';

export type Group = 'hr' | 'managers' | 'employees' | 'others';
export const groups: Group[] = ['hr', 'managers', 'employees', 'others'];

/** Values of app roles look like `App.HR`. */
export const isHr = ({ roles }: Person): boolean => roles.some((role) => /(^|\.)hr$/i.test(role));

/** Everybody is in one group. Others: accounts that are switched off or have nothing to sign in for. */
export function groupOf(person: Person): Group {
  if (!person.enabled) return 'others';
  if (isHr(person)) return 'hr';
  return person.isManager ? 'managers' : 'employees';
}

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();

/** People whose name, title or department contains every word; å is found by a. */
export function search(people: Person[], words: string): Person[] {
  const wanted = plain(words)
    .split(/\s+/)
    .filter((word) => word !== '');
  return people.filter((person) => {
    const said = plain(`${person.name} ${person.jobTitle} ${person.department}`);
    return wanted.every((word) => said.includes(word));
  });
}

export const byName = (a: Person, b: Person): number => a.name.localeCompare(b.name, 'sv');

/** A few to begin with: one of HR, the managers with most people, and one or two of each of those. */
export function suggest(people: Person[]): Record<'hr' | 'managers' | 'employees', Person[]> {
  const able = people.filter((person) => person.enabled && person.hasMailbox && person.hasApp);
  const reports = (manager: Person): Person[] => able.filter(({ managerId }) => managerId === manager.id).sort(byName);
  const managers = able
    .filter((person) => groupOf(person) === 'managers')
    .map((person) => ({ person, plainReports: reports(person).filter((one) => groupOf(one) === 'employees') }))
    .filter(({ plainReports }) => plainReports.length > 0)
    .sort((a, b) => b.plainReports.length - a.plainReports.length || byName(a.person, b.person))
    .slice(0, 3);
  const employees = [0, 1].flatMap((turn) => managers.flatMap(({ plainReports }) => plainReports[turn] ?? []));
  return {
    hr: able.filter((person) => groupOf(person) === 'hr').slice(0, 1),
    managers: managers.map(({ person }) => person),
    employees: employees.slice(0, 3),
  };
}
