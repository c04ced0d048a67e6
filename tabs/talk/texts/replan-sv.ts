/** Svenska: varför ett samtal har fått en ny tid som ingen av de två har valt. Hämtas med samtalet som har en. */
import type { replanTexts as english } from './replan-en.ts';

export const replanTexts: typeof english = {
  news: 'HR har planerat om samtalen. {{why}} Tidigare: {{from}}. Passar den nya tiden inte kan du säga det, eller välja en annan.',
  why: {
    window: 'Veckorna för samtalen har ändrats.',
    'day-off': 'En dag utan samtal har kommit till.',
    calendars: 'Den gamla tiden passar inte längre i bådas kalendrar.',
    'makes-room': 'Ett annat samtal behövde den gamla tiden.',
  },
};
