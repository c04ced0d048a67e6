/** Svenska texter för Samtal i en vanlig webbläsare: att logga in och ut, och det som kan komma emellan. */
import type { webTexts as english } from './en.ts';

export const webTexts: typeof english = {
  signIn: 'Logga in',
  again: 'Logga in igen',
  tryAgain: 'Försök igen',
  signOut: 'Logga ut',
  wouldLose: 'Något du har skrivit är inte sparat och skulle gå förlorat.',
  stay: 'Stanna kvar',
  signOutAnyway: 'Logga ut ändå',
  ended: 'Din inloggning har gått ut. Det du skrev finns kvar här och sparas när du har loggat in igen som {{name}}.',
  blocked: 'Webbläsaren släppte inte fram fönstret. Tillåt popup-fönster för sidan och tryck en gång till.',
  failed: 'Det gick inte. Tryck en gång till och välj {{name}}.',
  endedEarly: {
    title: 'Din inloggning har gått ut',
    text: 'Det hände precis innan sidan skulle visas. Logga in igen som {{name}}, så kommer du direkt tillbaka hit.',
    action: 'Logga in igen',
  },
  unknown: {
    title: 'Samtal känner inte till det här kontot',
    text: 'Du är inloggad som {{name}}. Välj ditt konto på jobbet. Är det redan det, be HR eller it-supporten att släppa in dig. Fungerade det i går, se efter att datum och tid stämmer på enheten.',
    action: 'Använd ett annat konto',
  },
  stop: {
    'signed-out': { title: 'Du är utloggad', text: 'Inget av ditt finns kvar i webbläsaren. Du kan stänga sidan.' },
    cancelled: { title: 'Du loggade inte in', text: 'Samtal visar ingenting förrän det vet vem du är. Logga in med ditt konto på jobbet.' },
    'not-allowed': {
      title: 'Din organisation har inte tillåtit det här än',
      text: 'Någon behöver tillåta inloggning i Samtal från en webbläsare. Säg till it-supporten, eller öppna Samtal i Teams.',
    },
    'no-storage': {
      title: 'Webbläsaren sparar ingenting för sidan',
      text: 'Samtal behöver en kort stund minnas var du var medan du loggar in. Tillåt kakor och webbplatsdata för sidan och försök igen.',
    },
    'no-connection': {
      title: 'Inloggningen går inte att nå',
      text: 'Kontrollera anslutningen och försök igen. Inget av ditt har gått förlorat.',
    },
    failed: {
      title: 'Det gick inte att logga in',
      text: 'Vägen tillbaka från Microsoft blev inte klar, eller tog för lång tid. Försök igen. Händer det flera gånger, se efter att datum och tid stämmer på enheten.',
    },
    done: { title: 'Du är inloggad', text: 'Stäng fönstret och fortsätt där du var.' },
  },
};
