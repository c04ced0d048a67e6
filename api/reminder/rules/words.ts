/** What a notification says, in the recipient's language: what, when, one action. Never anything that was written for the talk (P3). */
import type { Language } from '#api/people/contract.ts';
import { isAccessKind, type Kind } from '../contract.ts';
import { sayDate } from './dates.ts';
import { en } from './texts/en.ts';
import type { Texts, Words } from './texts/shape.ts';
import { sv } from './texts/sv.ts';

/** `other` is the other party's name; `start` the talk's time, or the local day (2027-03-01) of what has no time. */
export type Facts = { other: string; start: Date | string; timeZone: string; language: Language };
export type { Words };

/** The day and time as the person says it, in their own time zone: "torsdag 3 december 10:00"; the day alone of what has no time. */
export function whenOf({ start, ...reader }: Omit<Facts, 'other'>): string {
  if (typeof start === 'string') return sayDate(new Date(`${start}T12:00:00Z`), 'day', { ...reader, timeZone: 'UTC' });
  return `${sayDate(start, 'day', reader)} ${sayDate(start, 'time', reader)}`;
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
