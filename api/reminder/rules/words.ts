/** What a notification says, in the recipient's language: what, when, one action. Never anything that was written for the talk (P3). */
import type { Language } from '#api/people/contract.ts';
import { isAccessKind, type Kind } from '../contract.ts';
import { en } from './texts/en.ts';
import type { Texts, Words } from './texts/shape.ts';
import { sv } from './texts/sv.ts';

/** `other` is the other party's name; `start` the talk's time, or the local day (2027-03-01) of what has no time. */
export type Facts = { other: string; start: Date | string; timeZone: string; language: Language };
export type { Words };

const locales: Record<Language, string> = { sv: 'sv-SE', en: 'en-GB' };

/** The day and time as the person says it, in their own time zone: "torsdag 3 december 10:00"; the day alone of what has no time. */
export function whenOf({ start, timeZone, language }: Omit<Facts, 'other'>): string {
  const dayIn = (zone: string, at: Date): string =>
    new Intl.DateTimeFormat(locales[language], { timeZone: zone, weekday: 'long', day: 'numeric', month: 'long' }).format(at);
  if (typeof start === 'string') return dayIn('UTC', new Date(`${start}T12:00:00Z`));
  const time = new Intl.DateTimeFormat(locales[language], { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(start);
  return `${dayIn(timeZone, start)} ${time}`;
}

/** All texts of one notification. */
export function wordsFor(kind: Kind, facts: Facts): Words {
  const when = whenOf(facts);
  return { when, ...texts[facts.language](facts.other, when)[kind] };
}

const texts: Record<Language, Texts> = { sv, en };

/** Where the action of each kind leads, as a place of the tab. */
export function placeOf(kind: Kind, talkId: string): string {
  if (kind === 'goal-proposed') return 'goals';
  if (isAccessKind(kind)) return 'my-data';
  if (signing.includes(kind)) return `talks/${talkId}/sign`;
  return toPrepare.includes(kind) ? `talks/${talkId}/prepare` : `talks/${talkId}`;
}
const signing: Kind[] = ['signature-waiting', 'signature-due', 'answer-waiting'];
const toPrepare: Kind[] = ['talk-booked', 'preparation-soon', 'preparation-due', 'other-released'];
