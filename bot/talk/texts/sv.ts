/** Vad boten säger om personens nästa samtal. Aldrig något av det som har skrivits i det. */
export const sv = {
  title: 'Ditt samtal',
  booked: (manager: string, when: string) => `Du och ${manager} ses ${when}.`,
  held: (manager: string, when: string) => `Du och ${manager} hade ert samtal ${when}.`,
  noTime: (manager: string) => `Ditt samtal med ${manager} har ingen tid än.`,
  next: {
    decide: 'Något med tiden behöver bestämmas. Du hittar det i Samtal.',
    'find-time': 'Din chef letar efter en tid som passar er båda.',
    move: 'Den nya tiden passar inte för din chef. Välj en annan, eller flytta tillbaka samtalet.',
    prepare: 'Några frågor väntar på dig. Det du skriver är ditt tills du delar det.',
    release: 'Du har börjat svara. Dela din förberedelse när du är nöjd med den.',
    join: 'Det är dags. Samtal finns i mötets sidopanel.',
    hold: 'Samtalet är igång. Samtal finns i mötets sidopanel.',
    sign: 'Läs igenom vad ni kom fram till och skriv under.',
    wait: 'Just nu behöver du inte göra något.',
    'follow-up': 'Båda har skrivit under. Det ni kom överens om finns kvar i Samtal.',
  },
  button: { prepare: 'Förbered dig', release: 'Fortsätt', sign: 'Läs och skriv under', open: 'Öppna Samtal' },
  none: {
    title: 'Inget samtal på gång',
    employee: 'Du har inget samtal inbokat just nu. När HR startar en samtalsomgång hör jag av mig här.',
    manager: 'Du har inget eget samtal på gång. Samtalen med dina medarbetare finns i Samtal, under Mitt team.',
  },
};
