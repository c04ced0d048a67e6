/** The two companies that the local Microsoft 365 is filled with: the named cast of `npm start`, and a small one for tests. Pure: a week gives a company. */
import type { Company } from '../m365/core/company-type.ts';
import { calendarsOf } from './calendars.ts';
import { designAndAcoustics } from './design-and-acoustics.ts';
import { peopleAndFinance } from './people-and-finance.ts';
import { companyOf, samtalMailbox } from './people.ts';
import { demoRooms } from './rooms.ts';
import { salesAndCare } from './sales-and-care.ts';
import { guidOf } from './seeded.ts';
import type { Series } from './series.ts';
import { smallCast } from './small-cast.ts';
import { datesFrom } from './time-grid.ts';
import { workshop } from './workshop.ts';

/** Across departments, so that calendars hang together. */
const projects: Series[] = [
  {
    subject: 'Project: bassoon for small hands',
    organizer: 'priya.raman',
    attendees: ['sven-olof.grahn', 'grace.ashdown', 'marcus.tegnell', 'ulrika.sandelin'],
    quarters: 4,
    every: 1,
    first: 0,
    wanted: [{ day: 2, clock: '13:00' }],
  },
  {
    subject: 'Production morning',
    organizer: 'malin.rosengard',
    attendees: ['jonas.bergfors', 'ulrika.sandelin', 'gosta.henningsby'],
    quarters: 2,
    every: 1,
    first: 0,
    wanted: [{ day: 1, clock: '08:00' }],
  },
];

/**
 * Björkton Instrument, makers of wind instruments: about sixty people in four departments, in Stockholm and Helsinki.
 * @param week any instant of the current week; calendars run for ten weeks from its Monday
 */
export function demoCompany({ week }: { week: Date }): Company {
  const domain = 'bjorkton.example';
  const tenant = { id: guidOf(domain), name: 'Björkton Instrument', domain };
  const members = [...peopleAndFinance, ...workshop, ...designAndAcoustics, ...salesAndCare, ...samtalMailbox('People and Finance')];
  const { people } = companyOf(tenant, members, calendarsOf(members, tenant.id, datesFrom(week), projects));
  return { tenant, people: [...people, ...demoRooms(tenant.id)] };
}

/**
 * Eight people for tests: vera leads, maja and henrik are managers, henrik and hedda are HR; erik, elin, emil and aino (Helsinki) report to maja.
 * Ids follow from the tenant's id and the alias.
 */
export function smallCompany(given: { week: Date; tenantId?: string; domain?: string; name?: string }): Company {
  const { week, domain = 'lillvik.example', tenantId = guidOf(domain), name = 'Lillvik Sjökort' } = given;
  const members = [...smallCast, ...samtalMailbox('Office')];
  return companyOf({ id: tenantId, name, domain }, members, calendarsOf(members, tenantId, datesFrom(week), []));
}
