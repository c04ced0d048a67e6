/** Finds people of the companies that a test has given: by alias, given name, whole name, mail address or id. */
import type { Company, CompanyPerson } from '#infra/local/m365/core/company-type.ts';

export type CastMember = CompanyPerson & { name: string; address: string; tenantId: string };
export type Cast = { find(who: string): CastMember; all: CastMember[] };

/** Where several fit, the first company comes first; nobody or two of one company is an error. */
export function castOf(companies: Company[]): Cast {
  const all = companies.flatMap(({ tenant, people }) =>
    people.map((person) => ({
      ...person,
      name: `${person.givenName} ${person.surname}`,
      address: `${person.alias}@${tenant.domain}`,
      tenantId: tenant.id,
    })),
  );
  const names = (person: CastMember): string[] => [person.alias, person.address, person.name, person.givenName, person.id];
  return {
    all,
    find(who) {
      const fitting = all.filter((person) => names(person).some((name) => name.toLowerCase() === who.toLowerCase()));
      const [found] = fitting;
      if (!found) throw new Error(`Nobody here is called ${who}. There are: ${all.map(({ alias }) => alias).join(', ')}`);
      const namesakes = fitting.filter(({ tenantId }) => tenantId === found.tenantId);
      if (namesakes.length > 1) throw new Error(`${who} may be ${namesakes.map(({ alias }) => alias).join(' or ')}`);
      return found;
    },
  };
}
