/** Dates and times as people say them, in a language and a time zone. Pure: what time it is now is passed in. */
import type { Language } from '#api/people/contract.ts';

export type Place = { language: Language; timeZone: string };

const locales: Record<Language, string> = { sv: 'sv-SE', en: 'en-GB' };
const numbers: Record<Language, string[]> = {
  sv: ['noll', 'en', 'två', 'tre', 'fyra', 'fem', 'sex', 'sju', 'åtta', 'nio', 'tio', 'elva', 'tolv'],
  en: ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'],
};
const dayMs = 86_400_000;

const format = ({ language, timeZone }: Place, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(locales[language], { timeZone, ...options });

/** The calendar day of an instant in a time zone, as `2026-12-03`. */
export function localDay(at: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(at);
}

/** The instant that stands for a calendar day (`2026-12-03`) when it is only shown, never compared: noon UTC is the same day in UTC. */
export const dayInstant = (day: string): Date => new Date(`${day}T12:00:00Z`);

/** A calendar day some days later. */
export const addDays = (day: string, days: number): string => new Date(dayInstant(day).getTime() + days * dayMs).toISOString().slice(0, 10);

/** "Thursday 3 December"; with the year when it is not this year. */
export function sayDay(at: Date, now: Date, place: Place): string {
  const year = (date: Date): string => localDay(date, place.timeZone).slice(0, 4);
  const options: Intl.DateTimeFormatOptions = { weekday: 'long', day: 'numeric', month: 'long' };
  return format(place, year(at) === year(now) ? options : { ...options, year: 'numeric' })
    .format(at)
    .replace(/^(\p{L}+),/u, '$1');
}

/** "Thu 3 Dec": for tables and narrow places. */
export function sayShortDay(at: Date, place: Place): string {
  return format(place, { weekday: 'short', day: 'numeric', month: 'short' }).format(at).replace(/[,.]/g, '');
}

/** "10:00". */
export function sayTime(at: Date, place: Place): string {
  return format(place, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at);
}

/** Whole calendar days from now to then in the person's time zone: 0 today, 1 tomorrow, -1 yesterday. */
export function daysUntil(at: Date, now: Date, timeZone: string): number {
  const noon = (date: Date): number => dayInstant(localDay(date, timeZone)).getTime();
  return Math.round((noon(at) - noon(now)) / dayMs);
}

/** "today", "tomorrow", "in nine days", "two days ago", "in three weeks": numbers up to twelve as words. */
export function sayNear(at: Date, now: Date, { language, timeZone }: Place): string {
  const days = daysUntil(at, now, timeZone);
  const words = new Intl.RelativeTimeFormat(locales[language], { numeric: 'auto' });
  const far = Math.abs(days) > 20;
  const amount = far ? Math.round(days / 7) : days;
  // "The day after tomorrow" has a word of its own in Swedish, which Intl knows; English says it with a number.
  const parts = words.formatToParts(amount, far ? 'week' : 'day');
  return parts.map((part) => (part.type === 'integer' ? (numbers[language][Number(part.value)] ?? part.value) : part.value)).join('');
}

/** A clock time a number of minutes long: "10:00–11:00" parts, day and how near it is. */
export function sayParts(start: Date, end: Date, now: Date, place: Place): { day: string; from: string; to: string; near: string } {
  return { day: sayDay(start, now, place), from: sayTime(start, place), to: sayTime(end, place), near: sayNear(start, now, place) };
}

/** First letter large, for the beginning of a line. */
export const capital = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1);
