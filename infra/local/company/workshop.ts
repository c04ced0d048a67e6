/** The workshop: brass and woodwind, and the head of everything that is made. Here is the manager with more talks than hours. */
import { team, type Member } from './people.ts';

const department = 'Workshop';
const early: Member['work'] = { days: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'], from: '07:00', to: '16:00' };

const head = team({ department, manager: 'ingrid.sandmark' }, [['Mikael Ådahl', 'Head of Instruments']]);

const leads = team({ department, manager: 'mikael.adahl', work: early }, [
  ['Jonas Bergfors', 'Team lead, brass'],
  // Fourteen talks, and about two openings a week: in five weeks they do not all fit.
  ['Malin Rosengård', 'Team lead, woodwind', { busyShare: 0.95 }],
]);

const staff = team({ department, manager: 'mikael.adahl' }, [
  ['Ulrika Sandelin', 'Production planner'],
  ['Gösta Henningsby', 'Quality engineer'],
]);

const brass = team({ department, manager: 'jonas.bergfors', work: early }, [
  ['Lars-Erik Tunvik', 'Brass maker'],
  ['Camilla Östergran', 'Brass maker'],
  ['Mats Kullander', 'Valve maker'],
  ['Nadia Haddad', 'Valve maker', { locale: 'en-GB' }],
  ['Robert Flodmark', 'Bell spinner'],
  // Works at the bench and has no licence: no mailbox, no calendar, no Teams.
  ['Stig Hällfors', 'Polisher', { hasMailbox: false, hasApp: false }],
  ['Ylva Brandell', 'Plater'],
  ['Kjetil Nordheim', 'Trumpet tester', { locale: 'nb-NO' }],
]);

const woodwind = team({ department, manager: 'malin.rosengard', work: early }, [
  ['Elsa Brinkman', 'Oboe maker'],
  ['Agneta Forslind', 'Key maker', { work: { days: ['monday', 'tuesday', 'wednesday'], from: '08:00', to: '15:00' } }],
  ['Tobias Ekvall', 'Clarinet maker'],
  ['Hanna Ljungqvist', 'Flute maker'],
  ['Ahmad Karimi', 'Flute maker', { locale: 'en-GB' }],
  ['Sven-Olof Grahn', 'Bassoon maker'],
  ['Josefin Almroth', 'Bassoon maker'],
  ['Petter Sundvall', 'Reed maker'],
  ['Linnea Hagström', 'Reed maker'],
  ['Oskar Vinterby', 'Apprentice'],
  ['Amina Yusuf', 'Apprentice'],
  ['Birgitta Ramsell', 'Pad setter'],
  ['Rasmus Kjeldgaard', 'Clarinet maker', { locale: 'da-DK' }],
  ['Viktor Löfmark', 'Wood buyer'],
]);

export const workshop: Member[] = [...head, ...leads, ...staff, ...brass, ...woodwind];
