/** Rooms of the two companies. They have a mailbox and nobody in it; what is in their calendars besides talks is here too. Pure. */
import type { CompanyPerson, CompanyRoom } from '../m365/core/company-type.ts';
import { offices, personId } from './people.ts';

type Row = [name: string, alias: string, office: keyof typeof offices, room: Omit<CompanyRoom, 'building'>];

const demoRows: Row[] = [
  ['Oboe', 'rum.oboe', 'Stockholm', { floor: 2, capacity: 4, list: 'Stockholm, small rooms' }],
  ['Klarinett', 'rum.klarinett', 'Stockholm', { floor: 2, capacity: 4, list: 'Stockholm, small rooms' }],
  ['Fagott', 'rum.fagott', 'Stockholm', { floor: 3, capacity: 6, list: 'Stockholm, small rooms' }],
  ['Kantele', 'rum.kantele', 'Helsinki', { floor: 1, capacity: 4 }],
  ['Konsertsalen', 'rum.konsertsalen', 'Stockholm', { floor: 1, capacity: 40 }],
];

/** Two small rooms in Stockholm and one in Helsinki, for tests: `skagen`, `falsterbo`, `sund`. */
const smallRows: Row[] = [
  ['Skagen', 'skagen', 'Stockholm', { floor: 1, capacity: 4 }],
  ['Falsterbo', 'falsterbo', 'Stockholm', { floor: 1, capacity: 6 }],
  ['Sund', 'sund', 'Helsinki', { floor: 3, capacity: 4 }],
];

export const demoRooms = (tenantId: string): CompanyPerson[] => demoRows.map((row) => roomOf(tenantId, row));
export const smallRooms = (tenantId: string): CompanyPerson[] => smallRows.map((row) => roomOf(tenantId, row));

/** Open around the clock, as Exchange sets a room up. */
const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

function roomOf(tenantId: string, [name, alias, office, room]: Row): CompanyPerson {
  return {
    id: personId(tenantId, alias),
    givenName: name,
    surname: '',
    alias,
    jobTitle: '',
    department: '',
    office,
    managerId: null,
    appRoles: [],
    enabled: false,
    hasApp: false,
    mailbox: { locale: 'sv-SE', timeZone: offices[office].zone, workingHours: { days: [...days], from: '00:00', to: '23:59' } },
    room: { building: office, ...room },
    events: [],
  };
}
