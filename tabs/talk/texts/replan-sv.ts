/** Svenska: varför ett samtal har fått en ny tid som ingen av de två har valt, eller en ny chef. Hämtas med samtalet som har en. */
import type { replanTexts as english } from './replan-en.ts';

export const replanTexts: typeof english = {
  news: 'HR har planerat om samtalen. {{why}} Tidigare: {{from}}. Passar den nya tiden inte kan du säga det, eller välja en annan.',
  why: {
    window: 'Veckorna för samtalen har ändrats.',
    'day-off': 'En dag utan samtal har kommit till.',
    calendars: 'Den gamla tiden passar inte längre i bådas kalendrar.',
    'makes-room': 'Ett annat samtal behövde den gamla tiden.',
  },
  follows: {
    say: '{{manager}} läser av sig självt överenskommelser från tidigare samtal som är underskrivna av båda, och mål som du har märkt som teamets eller organisationens. Inget mer, om inte du vill.',
    agreements: 'Se överenskommelserna',
    goals: 'Se målen',
    more: 'Välj vad mer som får läsas',
  },
  handedOver: {
    employee:
      '{{manager}} är din nya chef, och samtalet fortsätter med {{manager}}. Det du har skrivit är fortfarande bara ditt: hade du delat det med {{from}} så dela det igen när du vill att {{manager}} ska läsa.',
    manager: 'Du har tagit över samtalet från {{from}}. Det {{from}} har skrivit följde inte med: du börjar med en egen förberedelse.',
  },
};
