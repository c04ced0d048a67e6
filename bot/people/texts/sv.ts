/** Vad boten säger till någon som är ny eller undrar, och när ett kort inte går att använda. */
export const sv = {
  welcome: {
    title: 'Hej, jag är Samtal',
    what: 'Jag hjälper dig och din chef till bra utvecklingssamtal: ni förbereder er var för sig, ses, kommer överens och skriver under.',
    look: 'När ett samtal är bokat hör jag av mig här. Börja gärna med att titta in i Samtal.',
    admin: 'Är det tomt där? Då behöver er administratör ställa in Samtal först.',
    button: 'Öppna Samtal',
  },
  help: {
    title: 'Det här kan du skriva till mig',
    talk: '”mitt samtal”: när ditt nästa samtal är, och vad du kan göra innan dess',
    prepare: '”förbered”: förberedelsen som väntar på dig',
    team: '”mitt team”: samtalen med dina medarbetare, om du är chef',
    help: '”hjälp”: den här listan',
    rest: 'Mer än så förstår jag inte här. Allt annat finns i Samtal, och det du skriver där ser jag inte.',
    button: 'Öppna Samtal',
  },
  notNoted: {
    title: 'Jag kan inte visa det just nu',
    line: 'Allt jag visar skrivs först in i samtalets åtkomstlogg, och det gick inte. Inget är borta. Skriv till mig igen om en stund.',
  },
  action: {
    notNoted:
      'Det jag visar skrivs först in i samtalets åtkomstlogg, och det gick inte. Inget är borta, och det du tryckte på kan vara gjort: titta igen om en stund.',
    old: 'Det här kortet är för gammalt. Skriv ”mitt samtal” till mig, så får du ett nytt.',
    elsewhere: 'Det här gör du i din egen chatt med mig.',
    unavailable: 'Microsoft 365 svarar inte just nu. Inget har ändrats. Försök igen om en stund.',
  },
};
