/** The small company, makers of sea charts: everyone is called by one name, so that a test reads like a sentence. */
import { team, type Member } from './people.ts';

const office = { department: 'Office', busyShare: 0.3 };
const charts = { department: 'Charts', manager: 'maja', busyShare: 0.25 };

export const smallCast: Member[] = [
  ...team({ ...office, manager: null }, [['Vera Strand', 'Managing director', { alias: 'vera' }]]),
  ...team({ ...office, manager: 'vera' }, [
    ['Henrik Falk', 'Head of office', { alias: 'henrik', isHr: true }],
    ['Maja Hallberg', 'Head of charts', { alias: 'maja', department: 'Charts' }],
  ]),
  ...team({ ...office, manager: 'henrik' }, [['Hedda Nyman', 'HR partner', { alias: 'hedda', isHr: true, locale: 'en-GB' }]]),
  ...team(charts, [
    ['Erik Storm', 'Chart maker', { alias: 'erik' }],
    ['Elin Vik', 'Chart maker', { alias: 'elin' }],
    ['Emil Ask', 'Surveyor', { alias: 'emil', locale: 'en-GB' }],
    [
      'Aino Laine',
      'Surveyor',
      {
        alias: 'aino',
        office: 'Helsinki',
        locale: 'fi-FI',
        work: { days: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'], from: '08:00', to: '16:00' },
      },
    ],
  ]),
];
