/** Svenska texter om registerutdrag, för handläggare och för dem det gäller. */
import type { accessTexts as english } from './access-en.ts';

export const accessTexts: typeof english = {
  title: 'Registerutdrag',
  lead: 'När någon vill veta vad som står om hen (dataskyddsförordningen, artikel 15). Du begär, en annan handläggare godkänner, och ni två kan hämta utdraget i 72 timmar. Personen och hens chefer får veta det.',
  ask: {
    title: 'Ny begäran',
    who: 'Vem gäller det?',
    whoHint: 'Skriv minst två bokstäver i namnet.',
    found: 'Personer som hittades',
    nobody: 'Ingen här heter så.',
    chosen: 'Gäller {{name}}',
    other: 'Någon annan',
    reason: 'Varför?',
    reasonHint:
      'För den handläggare som ska godkänna, 20 till 2000 tecken. Texten krypteras, och raderas när begäran är avslutad. Personen och cheferna ser den aldrig.',
    send: 'Be en annan handläggare',
    sent: 'Din begäran väntar på en annan handläggare.',
  },
  list: { title: 'Begäranden', none: 'Det finns inga än.', reason: 'Varför' },
  status: {
    waiting: 'väntar på en annan handläggare till {{until}}',
    declined: 'avslagen',
    takenBack: 'återtagen',
    lapsed: 'ingen svarade på 14 dagar',
    preparing: 'godkänd, sammanställs',
    open: 'öppen till {{until}}',
    closed: 'stängdes igen {{until}}',
  },
  asked: 'Begärt av {{name}}, {{when}}.',
  approved: 'Godkänt av {{name}}, {{when}}.',
  gone: 'någon som har slutat',
  approve: 'Godkänn',
  decline: 'Avslå',
  takeBack: 'Återta',
  confirm: 'Öppna det som står om {{name}}?',
  confirmText:
    'Också det chefer har antecknat privat, utan andras namn. Du och den som begärde det kan hämta det i 72 timmar. {{name}} och cheferna ser att du har godkänt det.',
  confirmDo: 'Godkänn och öppna',
  careful: 'Läs igenom utdraget innan du lämnar ut det: du får bedöma vem som menas utan att nämnas. Varje hämtning står i åtkomstloggen.',
  saved: '{{name}} finns bland dina hämtade filer.',
  told: {
    title: 'Registerutdrag som rör dig och dina samtal',
    lead: 'Handläggare hos er har begärt ut det som står om någon. Andras namn tas bort ur privata anteckningar innan de läser dem.',
    me: 'Begäran om det som står om dig',
    'my-notes': 'Begäran som rör samtal med {{name}}, och det du har antecknat där',
    talks: 'Samtal: {{talks}}.',
    talk: '{{cycle}} ({{day}})',
    opened_one: 'Hämtat {{count}} gång, senast {{when}}.',
    opened_other: 'Hämtat {{count}} gånger, senast {{when}}.',
    unopened: 'Ingen har hämtat det.',
  },
};
