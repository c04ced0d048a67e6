/** Vad boten säger om förberedelsen: att den väntar, är delad eller är tagen tillbaka. Aldrig vad som står i den. */
export const sv = {
  none: {
    title: 'Inget att förbereda',
    line: 'Just nu väntar ingen förberedelse på dig.',
    button: 'Öppna Samtal',
  },
  released: {
    'on-release': (other: string) => `Klart: du har delat din förberedelse. ${other} kan läsa den nu.`,
    'both-released': (other: string) => `Klart: du har delat din förberedelse. ${other} kan läsa den när ni båda har delat.`,
    'talk-start': (other: string) => `Klart: du har delat din förberedelse. ${other} kan läsa den när samtalet börjar.`,
  },
  releasedByManager: 'Klart: du har delat din förberedelse.',
  withdrawn: 'Klart: bara du kan läsa din förberedelse nu, och du kan skriva vidare.',
  refused: {
    'nothing-to-release': 'Du har inte svarat på något än, så det finns inget att dela.',
    'already-released': 'Du har redan delat din förberedelse.',
    'not-released': 'Du har redan tagit tillbaka din förberedelse.',
    'preparation-closed': 'Samtalet har börjat, så förberedelsen går inte att ändra längre.',
  },
};
