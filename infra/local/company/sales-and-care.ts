/** Sales from Stockholm, and care of instruments from Helsinki, an hour ahead. One has left, one has no Teams app. */
import { team, type Member } from './people.ts';

const department = 'Sales and Care';

const head = team({ department, manager: 'ingrid.sandmark' }, [['Helena Wikmark', 'Head of Sales and Care']]);

const sales = team({ department, manager: 'helena.wikmark' }, [
  ['Anders Rydelius', 'Orchestra sales', { absences: [{ subject: 'Trade fair', week: 3, day: 1, days: 3, showAs: 'busy' }] }],
  ['Lovisa Stenberger', 'Orchestra sales'],
  ['Marcus Tegnell', 'School sales'],
  [
    'Emma Carrick',
    'Export sales',
    { locale: 'en-GB', absences: [{ subject: 'London', week: 2, day: 0, days: 4, showAs: 'workingElsewhere' }] },
  ],
  ['Johanna Sjövik', 'Order desk'],
  // Left last month: the account is closed, the line to the manager is still there.
  ['Fredrik Nyhlander', 'School sales', { enabled: false, hasApp: false }],
]);

const helsinki: Partial<Member> & { department: string } = {
  department,
  office: 'Helsinki',
  work: { days: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'], from: '08:00', to: '16:00' },
};

const lead = team({ ...helsinki, manager: 'helena.wikmark', locale: 'fi-FI' }, [['Eero Lahtela', 'Team lead, care']]);

const care = team({ ...helsinki, manager: 'eero.lahtela', locale: 'fi-FI' }, [
  ['Aino Kivelä-Storm', 'Woodwind repairer'],
  ['Ritva Salovaara', 'Brass repairer', { hasApp: false }],
  ['Mikko Hietaranta', 'Brass repairer'],
  ['Linda Backlund', 'Customer care', { locale: 'sv-SE' }],
  ['Olli Raunio', 'Customer care'],
  ['Natalie Hurst', 'Rental desk', { locale: 'en-GB' }],
  ['Sanna Ylijoki', 'Spare parts'],
]);

export const salesAndCare: Member[] = [...head, ...sales, ...lead, ...care];
