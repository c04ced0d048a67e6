/** Svenska texter för ramen runt alla sidor, och en text för varje avslag. */
import type { appTexts as english, faultTexts as faults } from './en.ts';

export const appTexts: typeof english = {
  name: 'Samtal',
  tabs: { label: 'Delar av Samtal', myTalk: 'Mitt samtal', team: 'Mitt team', hr: 'HR', accessRequests: 'Registerutdrag' },
  loading: 'Laddar',
  back: 'Tillbaka',
  tryAgain: 'Försök igen',
  details: 'Detaljer',
  cancel: 'Avbryt',
  saved: {
    saving: 'Sparar…',
    saved: 'Sparat',
    notConnected: 'Ingen anslutning. Det du skriver finns kvar här och sparas när du är tillbaka.',
    problem: 'Inte sparat än',
  },
  whoSees: { button: 'Vem kan se det här: {{who}}', title: 'Vem kan se det här' },
  step: { label: 'Steg', done: 'klart', now: 'här är du', later: 'senare' },
  notFound: {
    title: 'Vi hittar inte sidan',
    text: 'Länken kan vara gammal, eller så hör det den pekar på till någon annan. Inget av det du har skrivit har påverkats.',
    action: 'Gå till början',
  },
  outside: {
    title: 'Samtal bor i Teams',
    text: 'Öppna det bland apparna i Microsoft Teams, Outlook eller Microsoft 365. Där vet det vem du är, utan lösenord.',
    action: 'Försök igen',
  },
  crashed: {
    title: 'Sidan slutade fungera',
    text: 'Det som var sparat är tryggt. Ladda sidan igen för att fortsätta.',
    action: 'Ladda igen',
  },
  offline: 'Ingen anslutning. Det du skriver finns kvar här och sparas när du är tillbaka.',
  leftUnsaved:
    'Något du har skrivit är inte sparat än. Det finns kvar här och skickas så snart det går. Låt fönstret vara öppet till dess.',
  characters: '{{done}} av {{of}} tecken',
  undo: 'Ångra',
  twoTexts: {
    title: 'Det finns en annan version av texten',
    text: 'Den ändrades i ett annat fönster medan du skrev här. Välj vilken som ska gälla.',
    mine: 'Det du skrev här',
    other: 'Det som är sparat nu',
    keepMine: 'Behåll min',
    takeOther: 'Ta den andra',
    keepBoth: 'Sätt ihop båda',
    empty: '(tom)',
  },
  welcome: {
    title: 'Välkommen till Samtal',
    employee: 'Här förbereder du ditt samtal i lugn och ro och hittar det ni kom överens om. Du bestämmer när din chef får läsa.',
    manager: 'Under Mitt team ser du alla samtal du håller i och vad som är näst på tur. Dina privata anteckningar läser bara du.',
    hr: 'Under HR planerar du en hel samtalsomgång mot allas riktiga kalendrar. Du ser hur långt den har kommit, aldrig vad som sägs.',
    action: 'Jag förstår',
  },
  when: {
    range: '{{day}} kl. {{from}}–{{to}}',
    rangeNear: '{{day}} kl. {{from}}–{{to}}, {{near}}',
    at: '{{day}} kl. {{time}}',
    dayNear: '{{day}}, {{near}}',
  },
};

export const faultTexts: typeof faults = {
  'not-connected': {
    title: 'Ingen anslutning',
    text: 'Samtal går inte att nå just nu. Det du skrev finns kvar här. Kontrollera anslutningen och försök igen.',
  },
  'not-loaded': {
    title: 'Sidan gick inte att hämta',
    text: 'Det du har skrivit finns kvar. Kontrollera anslutningen och försök igen. Hjälper inte det kan Samtal ha uppdaterats: stäng det och öppna det igen.',
  },
  'not-signed-in': {
    title: 'Vi vet inte vem du är',
    text: 'Inloggningen har gått ut eller godkändes inte. Inget har gått förlorat. Stäng Samtal och öppna det igen i Teams.',
  },
  'sign-in-ended': { title: 'Din inloggning har gått ut', text: 'Det du skrev finns kvar här. Logga in igen högst upp på sidan.' },
  'not-found': {
    title: 'Det här går inte att hitta',
    text: 'Det kan ha tagits bort, eller så hör det till någon annan. Gå tillbaka och välj igen.',
  },
  'too-many-requests': { title: 'Lite för fort', text: 'Inget har gått förlorat. Vänta en minut och försök igen.' },
  'microsoft-unavailable': { title: 'Microsoft 365 svarar inte', text: 'Inget har gått förlorat. Försök igen om några minuter.' },
  unexpected: {
    title: 'Något gick fel hos oss',
    text: 'Det du skrev finns kvar här. Försök igen; om det återkommer, visa detaljerna för er it-support.',
  },
};
