/** Svenska texter för anteckningarna. Samma nycklar som på engelska. */
import type { noteTexts as english } from './en.ts';

export const noteTexts: typeof english = {
  agree: 'Gör till överenskommelse',
  agreeKey: 'Gör en överenskommelse av det du har markerat, eller av raden där du är. Tangent: {{key}}',
  title: 'Gemensamma anteckningar',
  label: 'Gemensamma anteckningar',
  shared: 'Gemensamt: ni läser och skriver det här båda',
  was: 'Gemensamt: det ni skrev tillsammans',
  here: 'Gemensamt. Här nu: {{names}}',
  hint: 'Skriv här tillsammans. Båda ser det medan det skrivs.',
  nothing: 'Här skrevs inget.',
  closed: 'Anteckningarna är stängda, och ändras inte mer.',
  closedLate:
    'Anteckningarna är stängda, eftersom de har skrivits under. Något som står här kom för sent och ingår inte. Ladda sidan igen för att se det som skrevs under.',
  later: 'De gemensamma anteckningarna öppnas när samtalet börjar.',
  denied:
    'Du kan inte längre öppna de här anteckningarna. Det som är sparat är tryggt. Har du skrivit något som inte hann sparas, kopiera det innan du lämnar sidan.',
  full: 'Anteckningarna är fulla, och det du senast lade till gick inte att spara. Det finns kvar här: kopiera det, eller korta ner, så görs ett nytt försök.',
  keys: 'Esc går till formateringen. I en lista flyttar Tab in raden, och Ctrl+Enter bockar av den.',
  toolbar: 'Formatering',
  mark: {
    undo: 'Ångra det du gjorde',
    redo: 'Gör om det du ångrade',
    bold: 'Fetstil',
    italic: 'Kursiv',
    heading: 'Rubrik',
    bulletList: 'Punktlista',
    orderedList: 'Numrerad lista',
    taskList: 'Checklista',
    link: 'Länk',
  },
  emptyBox: 'Tom rad',
  link: {
    label: 'Webbadress eller e-postadress',
    wrong: 'Det här går inte att länka till. Använd en adress som börjar med https://, eller en e-postadress.',
    save: 'Länka',
    remove: 'Ta bort länken',
    open: 'Öppna',
  },
  tooMuch: {
    title: 'Det får inte plats',
    typed:
      'De gemensamma anteckningarna rymmer högst {{limit}} tecken. Allt som är skrivet finns kvar. Ta bort något för att kunna skriva mer.',
    pasted:
      'Du klistrade in {{length}} tecken, och de gemensamma anteckningarna rymmer högst {{limit}}. Inget lades till. Alltihop finns kvar här nedanför så länge sidan är öppen.',
    label: 'Det du klistrade in',
    copy: 'Kopiera',
    copied: 'Kopierat',
    drop: 'Släng det',
    seen: 'Jag förstår',
  },
  history: {
    open: 'Historik',
    title: 'Så kom anteckningarna till',
    lead: 'Bara ni två kan öppna det här. Även det som har tagits bort finns kvar.',
    close: 'Till anteckningarna',
    none: 'Inget har skrivits än. Några minuters skrivande i taget blir ett steg här.',
    earlier: 'Det som står i anteckningarna skrevs innan stegen började sparas.',
    you: 'Du',
    somebody: 'Någon som har slutat',
    empty: 'Då var anteckningarna tomma.',
    gone: 'Står inte kvar',
    bring: 'Lägg tillbaka',
    brought: 'Tillbaka i anteckningarna.',
  },
  private: {
    title: 'Privata anteckningar',
    law: 'Bara du kan läsa dem: inte den andra i samtalet, inte HR, inte IT. Enligt lag kan en person ändå begära ut det som har skrivits om hen. Dina anteckningar raderas ett år efter samtalet, eller ett år efter att du senast skrev i dem.',
    hint: 'Vad vill du komma ihåg?',
  },
};
