/** Rules of booking: the id of an event, the neutral words it carries, and when it is made, looked for again or given up. */
import type { Language } from '#api/people/contract.ts';

/** Samtal's id of one booking of a talk, kept on the event in an extended property. */
export const bookingIdOf = (talkId: string, version: number): string => `${talkId}/${version}`;

const said: Record<Language, { subject: string; lead: string; open: string }> = {
  sv: { subject: 'Utvecklingssamtal', lead: 'Ni ses här. Förbered dig i Samtal innan.', open: 'Öppna Samtal' },
  en: { subject: 'Development talk', lead: 'This is where you meet. Prepare in Samtal beforehand.', open: 'Open Samtal' },
};

/** Subject and body of the event: what it is and where to prepare, nothing about the person (P3). `ownSubject`: what the tenant calls it. */
export function eventWords(language: Language, link: string, ownSubject: string | null = null): { subject: string; html: string } {
  const words = said[language];
  return {
    subject: ownSubject ?? words.subject,
    html: `<p>${words.lead}</p><p><a href="${link.replaceAll('&', '&amp;')}">${words.open}</a></p>`,
  };
}

/** The same words without marks, for what a person puts into the calendar. The link is also how Samtal knows the event again. */
export function plainWords(language: Language, link: string, ownSubject: string | null = null): { subject: string; content: string } {
  const { subject, lead, open } = said[language];
  return { subject: ownSubject ?? subject, content: `${lead} ${open}: ${link}` };
}

/** True when one of the two is busy in any part of the time. Tentative counts as busy, as in the planner. */
export function isTaken(busy: { start: Date; end: Date }[], start: Date, end: Date): boolean {
  return busy.some((one) => one.start < end && one.end > start);
}

/** How long a lookup may miss an event that was just made. Microsoft 365 documents no bound; a generous one costs a late answer, no talk. */
export const lookAgainMinutes = 10;

/** How long to wait after Microsoft 365 refused a booking for the nth time: what was refused stays so until somebody changes a setting. */
export function refusedWaitMs(times: number): number {
  return Math.min(4 * 60, 2 ** (times - 1)) * 60_000;
}

type EventFacts = {
  /** When the event was last asked for; null when it never was. */
  askedAt: Date | null;
  /** Somebody's calendar is busy at the time. After an event was asked for, what is busy may be that event. */
  taken: boolean;
  start: Date;
};

/**
 * What to do for a talk whose event was looked for and not found: `create` it, `look-again` later because it may exist after all, or `release`
 * the time because it is taken or past.
 */
export function eventStep({ askedAt, taken, start }: EventFacts, now: Date): 'create' | 'look-again' | 'release' {
  if (!taken && start > now) return 'create';
  const mayExist = askedAt !== null && now.getTime() - askedAt.getTime() < lookAgainMinutes * 60_000;
  return mayExist ? 'look-again' : 'release';
}

/** Whether the event must be put into the calendar by hand: Microsoft 365 does not let Samtal (B12). Asked again all the same, for that may change. */
export const isByHand = (booking: { bookedAt: Date | null; refused?: { why: string } | null } | null): boolean =>
  booking !== null && booking.bookedAt === null && (booking.refused?.why.startsWith('403 ') ?? false);
