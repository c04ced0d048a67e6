/** Rules of booking: the ids that make an event exactly one, and the neutral words it carries. */
import type { Language } from '#api/people/contract.ts';

/** Samtal's id of one booking of a talk, kept on the event in an extended property. */
export const bookingIdOf = (talkId: string, version: number): string => `${talkId}/${version}`;

/** Subject and body of the event: what it is and where to prepare, nothing about the person (P3). */
export function eventWords(language: Language, link: string): { subject: string; html: string } {
  const words = {
    sv: { subject: 'Utvecklingssamtal', lead: 'Ni ses här. Förbered dig i Samtal innan.', open: 'Öppna Samtal' },
    en: { subject: 'Development talk', lead: 'This is where you meet. Prepare in Samtal beforehand.', open: 'Open Samtal' },
  }[language];
  return { subject: words.subject, html: `<p>${words.lead}</p><p><a href="${link.replaceAll('&', '&amp;')}">${words.open}</a></p>` };
}

/** True when one of the two is busy in any part of the time. Tentative counts as busy, as in the planner. */
export function isTaken(busy: { start: Date; end: Date }[], start: Date, end: Date): boolean {
  return busy.some((one) => one.start < end && one.end > start);
}
