/** The chief executive, who has no manager, and people and finance: both of those who are HR in Samtal, and the three who answer requests for access. */
import { team, type Member } from './people.ts';

const department = 'People and Finance';

const chief = team({ department, manager: null }, [['Ingrid Sandmark', 'Chief executive']]);

const nearChief = team({ department, manager: 'ingrid.sandmark' }, [
  ['Karin Ohlander', 'Head of People and Finance', { isHr: true, isOfficer: true }],
  ['Torbjörn Ekdahl', 'Strategist'],
  ['Pernilla Åhrman', 'Executive assistant', { isOfficer: true }],
]);

const staff = team({ department, manager: 'karin.ohlander' }, [
  ['Sofia Lindvik', 'HR partner', { isHr: true, isOfficer: true }],
  ['Bengt Målare', 'Payroll'],
  ['Yasmin Taleb', 'Accountant'],
  ['Gunnar Isaksby', 'Controller'],
  ['Oliver Prentice', 'IT technician', { locale: 'en-GB' }],
]);

export const peopleAndFinance: Member[] = [...chief, ...nearChief, ...staff];
