/** Svenska texter för anteckningarna. Samma nycklar som på engelska. */
import type { noteTexts as english } from './en.ts';

export const noteTexts: typeof english = {
  title: 'Gemensamma anteckningar',
  label: 'Gemensamma anteckningar',
  hint: 'Skriv här tillsammans. Båda ser det medan det skrivs.',
  nothing: 'Här skrevs inget.',
  closed: 'Anteckningarna är stängda, eftersom de har skrivits under.',
  closedLate:
    'Anteckningarna är stängda, eftersom de har skrivits under. Något som står här kom för sent och ingår inte. Ladda sidan igen för att se det som skrevs under.',
  later: 'De gemensamma anteckningarna öppnas när samtalet börjar.',
  toolbar: 'Formatering',
  mark: { bold: 'Fetstil', italic: 'Kursiv', heading: 'Rubrik', bulletList: 'Punktlista', orderedList: 'Numrerad lista' },
  private: {
    title: 'Privata anteckningar',
    law: 'Bara du kan läsa dem. Enligt lag kan en person ändå begära ut det som har skrivits om hen.',
    hint: 'Vad vill du komma ihåg?',
  },
};
