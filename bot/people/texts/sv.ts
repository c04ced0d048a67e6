/** Vad boten säger till någon som är ny eller undrar. */
export const sv = {
  welcome: {
    title: 'Hej, jag är Samtal',
    what: 'Jag hjälper dig och din chef att ha bra utvecklingssamtal: ni förbereder er var för sig, möts, kommer överens och skriver under.',
    first: 'När ett samtal är bokat hör jag av mig här. Börja gärna med att titta in i Samtal.',
    admin: 'Händer ingenting där? Då behöver din organisations administratör ställa in Samtal.',
    button: 'Öppna Samtal',
  },
  help: {
    title: 'Det här kan du skriva till mig',
    talk: '”mitt samtal”: när ditt nästa samtal är, och vad du kan göra före det',
    help: '”hjälp”: den här listan',
    rest: 'Mer än så förstår jag inte här. Allt annat finns i Samtal, och det du skriver där ser jag inte.',
    button: 'Öppna Samtal',
  },
};
