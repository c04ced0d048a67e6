/** Dates and times as notifications say them, in a person's language and zone. Pure. */
import type { Language } from '#api/people/contract.ts';

const locales: Record<Language, string> = { sv: 'sv-SE', en: 'en-GB' };
const day = { weekday: 'long', day: 'numeric', month: 'long' } as const;
const forms = {
  day,
  'day-and-year': { ...day, year: 'numeric' },
  time: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
} as const;

/** Making a format takes a hundred times as long as using it: one for each language, zone and form. */
const made = new Map<string, Intl.DateTimeFormat>();

/** For example "torsdag 3 december", "torsdag 3 december 2026" and "10:00". */
export function sayDate(at: Date, form: keyof typeof forms, { timeZone, language }: { timeZone: string; language: Language }): string {
  const key = `${language} ${form} ${timeZone}`;
  const format = made.get(key) ?? new Intl.DateTimeFormat(locales[language], { timeZone, ...forms[form] });
  made.set(key, format);
  return format.format(at);
}
