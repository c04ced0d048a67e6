/**
 * Public holidays of five countries, computed from their laws, and the country that a time zone stands for. Only days that most people are free;
 * no half days, no days of single regions. Without dates of a library, so that the tab can show them.
 */
import type { Country } from '../settings/contract.ts';

const dayMs = 86_400_000;
const iso = (at: number): string => new Date(at).toISOString().slice(0, 10);
const on = (year: number, month: number, day: number): number => Date.UTC(year, month - 1, day);
/** 0 Sunday to 6 Saturday. */
const weekdayOf = (at: number): number => new Date(at).getUTCDay();
/** The first such weekday on or after a day. */
const onOrAfter = (at: number, weekday: number): number => at + ((weekday - weekdayOf(at) + 7) % 7) * dayMs;

/** Easter Sunday of the Gregorian calendar; the rule of Meeus, Jones and Butcher. */
function easterOf(year: number): number {
  const a = year % 19;
  const [b, c] = [Math.floor(year / 100), year % 100];
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const sum = h + l - 7 * m + 114;
  return on(year, Math.floor(sum / 31), (sum % 31) + 1);
}

/** Days counted from Easter Sunday. */
const easter = { maundyThursday: -3, goodFriday: -2, sunday: 0, monday: 1, ascension: 39, whitSunday: 49, whitMonday: 50 };
const fromEaster = (year: number, days: number[]): number[] => days.map((days) => easterOf(year) + days * dayMs);
const fixed = (year: number, days: [month: number, day: number][]): number[] => days.map(([month, day]) => on(year, month, day));
const { maundyThursday, goodFriday, sunday, monday, ascension, whitSunday, whitMonday } = easter;

/** Saturday between 20 and 26 June, and between 31 October and 6 November: in Swedish and Finnish law alike. */
const midsummerDay = (year: number): number => onOrAfter(on(year, 6, 20), 6);
const allSaints = (year: number): number => onOrAfter(on(year, 10, 31), 6);

const laws: Record<Country, (year: number) => number[]> = {
  // Lag (1989:253) om allmänna helgdagar; the three eves: semesterlag (1977:480), 7 §, which treats them as Sundays.
  se: (year) => [
    ...fixed(year, [
      ...([
        [1, 1],
        [1, 6],
        [5, 1],
        [6, 6],
      ] as [number, number][]),
      ...([
        [12, 24],
        [12, 25],
        [12, 26],
        [12, 31],
      ] as [number, number][]),
    ]),
    ...fromEaster(year, [goodFriday, sunday, monday, ascension, whitSunday]),
    midsummerDay(year) - dayMs,
    midsummerDay(year),
    allSaints(year),
  ],
  // Lov 24. februar 1995 nr. 12 om helligdager og helligdagsfred, § 2; lov 26. april 1947 nr. 1 om 1 og 17 mai.
  no: (year) => [
    ...fixed(year, [
      [1, 1],
      [5, 1],
      [5, 17],
      [12, 25],
      [12, 26],
    ]),
    ...fromEaster(year, [maundyThursday, goodFriday, sunday, monday, ascension, whitSunday, whitMonday]),
  ],
  // The holy days of the Danish church, kept by custom; store bededag is none since 2024: lov nr. 214 af 6. marts 2023.
  dk: (year) => [
    ...fixed(year, [
      [1, 1],
      [12, 25],
      [12, 26],
    ]),
    ...fromEaster(year, [maundyThursday, goodFriday, sunday, monday, ascension, whitSunday, whitMonday]),
  ],
  // Vuosilomalaki (162/2005), 4 §: church holidays, Independence Day, the eves of Christmas and Midsummer, and May Day are no working days.
  fi: (year) => [
    ...fixed(year, [
      [1, 1],
      [1, 6],
      [5, 1],
      [12, 6],
      [12, 24],
      [12, 25],
      [12, 26],
    ]),
    ...fromEaster(year, [goodFriday, sunday, monday, ascension, whitSunday]),
    midsummerDay(year) - dayMs,
    midsummerDay(year),
    allSaints(year),
  ],
  // England and Wales: Banking and Financial Dealings Act 1971, schedule 1; Good Friday and Christmas Day by common law; New Year's Day and the first
  // Monday in May by proclamation. A day that falls on a weekend is kept on the next working day.
  gb: (year) => [
    kept(on(year, 1, 1)),
    ...fromEaster(year, [goodFriday, monday]),
    onOrAfter(on(year, 5, 1), 1),
    onOrAfter(on(year, 5, 25), 1),
    onOrAfter(on(year, 8, 25), 1),
    ...christmasKept(year),
  ],
};

const isWeekend = (at: number): boolean => weekdayOf(at) === 0 || weekdayOf(at) === 6;
const kept = (at: number): number => (isWeekend(at) ? onOrAfter(at, 1) : at);
function christmasKept(year: number): number[] {
  const [first, second] = [on(year, 12, 25), on(year, 12, 26)];
  if (!isWeekend(first)) return [first, kept(second)];
  // On a Saturday both are kept on Monday and Tuesday; on a Sunday, Boxing Day has Monday and Christmas Day Tuesday.
  return [on(year, 12, 27), weekdayOf(first) === 6 ? on(year, 12, 28) : second];
}

/** Public holidays of a country in a year, as local days (`2026-12-25`), in order. */
export function holidaysOf(country: Country, year: number): string[] {
  return [...new Set(laws[country](year).map(iso))].sort();
}

/** Those between two local days, both included. */
export function holidaysBetween(country: Country, from: string, to: string): string[] {
  const years = Array.from({ length: Number(to.slice(0, 4)) - Number(from.slice(0, 4)) + 1 }, (_, at) => Number(from.slice(0, 4)) + at);
  return years.flatMap((year) => holidaysOf(country, year)).filter((day) => day >= from && day <= to);
}

const zones: Record<string, Country> = {
  'Europe/Stockholm': 'se',
  'Europe/Oslo': 'no',
  'Arctic/Longyearbyen': 'no',
  'Europe/Copenhagen': 'dk',
  'Europe/Helsinki': 'fi',
  'Europe/Mariehamn': 'fi',
  'Europe/London': 'gb',
  'Europe/Belfast': 'gb',
};
/** What Outlook's zones become when a person's country is not known: several countries share them. */
const sharedZones = ['Europe/Berlin', 'Europe/Paris', 'Europe/Kiev', 'Europe/Kyiv', 'Etc/UTC'];

/**
 * Whose holidays a person has, by time zone (IANA).
 * @param otherwise the country for zones that do not tell, and only for those: somebody in Tokyo has none of ours
 */
export function countryOf(timeZone: string, otherwise: Country | null): Country | null {
  return zones[timeZone] ?? (sharedZones.includes(timeZone) ? otherwise : null);
}
