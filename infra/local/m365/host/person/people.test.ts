import { describe, expect, it } from 'vitest';
import type { Person } from '../desk-api/desk-types.ts';
import { groupOf, search, suggest } from './people.ts';

const person = (name: string, change: Partial<Person> = {}): Person => ({
  id: name,
  name,
  givenName: name,
  mail: `${name}@x.example`,
  userPrincipalName: `${name}@x.example`,
  jobTitle: 'Tester',
  department: 'Lab',
  managerId: null,
  isManager: false,
  roles: [],
  enabled: true,
  hasMailbox: true,
  hasApp: true,
  locale: 'sv-SE',
  timeZone: null,
  ...change,
});

describe('people', () => {
  it('puts everybody into one group', () => {
    expect(groupOf(person('Ann', { roles: ['App.HR'], isManager: true }))).toBe('hr');
    expect(groupOf(person('Bo', { isManager: true }))).toBe('managers');
    expect(groupOf(person('Cy', { roles: ['App.Thrifty'] }))).toBe('employees');
    expect(groupOf(person('Di', { enabled: false, isManager: true }))).toBe('others');
  });

  it('finds by any word, without minding accents or case', () => {
    const people = [person('Åsa Öberg', { jobTitle: 'HR-chef' }), person('Bo Ek')];
    expect(search(people, 'asa').map(({ name }) => name)).toEqual(['Åsa Öberg']);
    expect(search(people, 'OBERG hr').map(({ name }) => name)).toEqual(['Åsa Öberg']);
    expect(search(people, 'asa ek')).toEqual([]);
    expect(search(people, ' ')).toHaveLength(2);
  });

  it('suggests people who belong together', () => {
    const boss = person('Boss', { isManager: true });
    const lone = person('Lone', { isManager: true });
    const people = [
      boss,
      lone,
      person('Eva', { managerId: 'Boss' }),
      person('Off', { managerId: 'Boss', enabled: false }),
      person('Hr', { roles: ['App.HR'] }),
    ];
    const found = suggest(people);
    expect(found.hr.map(({ name }) => name)).toEqual(['Hr']);
    expect(found.managers.map(({ name }) => name)).toEqual(['Boss']);
    expect(found.employees.map(({ name }) => name)).toEqual(['Eva']);
  });
});
