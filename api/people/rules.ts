/** Rules about people: which language and time zone Samtal uses for a person. */
import { findIana } from 'windows-iana';
import { IANAZone } from 'luxon';
import type { Language } from './contract.ts';

/**
 * The language Samtal speaks with a person.
 * @param locale as Outlook or Teams gives it (sv-SE, en-gb); Norwegian and Danish readers get Swedish only when they choose it, so English.
 */
export function languageOf(locale: string | null): Language {
  return locale?.toLowerCase().split('-')[0] === 'sv' ? 'sv' : 'en';
}

/**
 * IANA zone for a zone as Outlook names it (Windows or IANA), for the country of the person's locale when several fit.
 * @returns `fallback` when the name is unknown or absent
 */
export function timeZoneOf(name: string | null, locale: string | null, fallback = 'Etc/UTC'): string {
  if (!name) return fallback;
  if (name === 'UTC') return 'Etc/UTC';
  if (IANAZone.isValidZone(name)) return name;
  const country = locale?.split('-')[1]?.toUpperCase();
  const zones = (country ? findIana(name, country) : []) as string[];
  const anywhere = findIana(name) as string[];
  return zones[0] ?? anywhere[0] ?? fallback;
}
