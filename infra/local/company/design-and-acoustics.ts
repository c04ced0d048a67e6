/** Design and acoustics: a team that works in English. One of them is on parental leave for the whole window. */
import { team, type Member } from './people.ts';

const department = 'Design and Acoustics';
const everyWeek = 70;

const lead = team({ department, manager: 'mikael.adahl', locale: 'en-GB' }, [['Priya Raman', 'Team lead, design']]);

const designers = team({ department, manager: 'priya.raman', locale: 'en-GB' }, [
  ['Callum Whitfield', 'Acoustician'],
  ['David Okonjo-Lund', 'Acoustician', { absences: [{ subject: 'Parental leave', week: 0, day: 0, days: everyWeek, showAs: 'oof' }] }],
  ['Freja Mølgaard', 'Industrial designer', { locale: 'da-DK' }],
  ['Wiktor Zielny', 'Toolmaker'],
  ['Tuva Bergsveen', 'Measurement engineer', { locale: 'nb-NO' }],
  ['Erik Palmgren', 'Drawing office', { locale: 'sv-SE' }],
  ['Grace Ashdown', 'Materials engineer'],
]);

export const designAndAcoustics: Member[] = [...lead, ...designers];
