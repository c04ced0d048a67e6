/** Påminnelsen om en förberedelse, som kort. */
export const sv = {
  title: 'Dags att förbereda dig',
  lead: (manager: string, when: string) => `Ditt samtal med ${manager} är ${when}.`,
  waiting: 'Frågorna väntar på dig, och det du skriver är ditt tills du delar det.',
  button: 'Förbered dig',
};
