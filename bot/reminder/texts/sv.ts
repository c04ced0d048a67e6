/** Påminnelsen om en förberedelse, som kort, och ett kort vars påminnelse inte gäller längre. */
export const sv = {
  title: 'Dags att förbereda dig',
  lead: (manager: string, when: string) => `Ditt samtal med ${manager} är ${when}.`,
  waiting: 'Frågorna väntar på dig, och det du skriver är ditt tills du delar det.',
  button: 'Förbered dig',
  over: {
    title: 'Inget väntar på dig här',
    line: 'Det här kortet har gjort sitt, du kan lämna det. Vad som gäller nu ser du i Samtal.',
  },
};
