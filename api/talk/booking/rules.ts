/** Rules of booking: the id of an event, the neutral words it carries, and when it is made, looked for again or given up. */
import type { Language } from '#api/people/contract.ts';
import type { Links } from '#api/reminder/rules/deep-link.ts';

/** Samtal's id of one booking of a talk, kept on the event in an extended property. */
export const bookingIdOf = (talkId: string, version: number): string => `${talkId}/${version}`;

const said: Record<Language, { subject: string; lead: string; open: string; inBrowser: string }> = {
  sv: {
    subject: 'Utvecklingssamtal',
    lead: 'Ni ses här. Förbered dig i Samtal innan.',
    open: 'Öppna Samtal',
    inBrowser: 'Öppna i webbläsaren, utan Teams',
  },
  en: {
    subject: 'Development talk',
    lead: 'This is where you meet. Prepare in Samtal beforehand.',
    open: 'Open Samtal',
    inBrowser: 'Open in the browser, without Teams',
  },
};

/**
 * Subject and body of the event: what it is and where to prepare, nothing about the person (P3). Whoever has no Teams gets in by the second link.
 * `ownSubject`: what the tenant calls it.
 */
export function eventWords(language: Language, { app, web }: Links, ownSubject: string | null = null): { subject: string; html: string } {
  const { subject, lead, open, inBrowser } = said[language];
  const anchor = (link: string, words: string): string => `<a href="${link.replaceAll('&', '&amp;')}">${words}</a>`;
  return { subject: ownSubject ?? subject, html: `<p>${lead}</p><p>${anchor(app, open)}</p><p>${anchor(web, inBrowser)}</p>` };
}

/** The same words without marks, for what a person puts into the calendar. The links are also how Samtal knows the event again. */
export function plainWords(
  language: Language,
  { app, web }: Links,
  ownSubject: string | null = null,
): { subject: string; content: string } {
  const { subject, lead, open, inBrowser } = said[language];
  return { subject: ownSubject ?? subject, content: `${lead}\n${open}: ${app}\n${inBrowser}: ${web}` };
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

/** A booking that waits for its turn. */
export type Waiting = {
  _id: string;
  tenantId: string;
  managerId: string;
  employeeId: string;
  start: Date;
  end: Date;
  room?: { address: string } | null;
};

/** So many mailboxes are asked for their free/busy in one request, and so long a time (Microsoft Graph, calendar: getSchedule; 62 days, with room). */
export const mailboxesPerRead = 20;
const longestReadMs = 42 * 86_400_000;
/** Of each wave, so many are what became due last: a talk that somebody has just given a time does not wait for ten thousand others. */
const newestPerWave = 5;
/** Enough to fill a wave, however long the list is. */
const mostLookedAt = 300;

/**
 * Which bookings to make together next: as many as one reading of free/busy covers, from one tenant and within one stretch of time. Managers with
 * most left come first, for a mailbox sends only so many invitations a minute and theirs take longest; among equals it goes round.
 * @param due newest due first
 * @param openOf how many invitations the manager's mailbox may still send now
 */
export function nextWave<T extends Waiting>(due: T[], openOf: (talk: T) => number): T[] {
  const wave: T[] = [];
  const mailboxes = new Set<string>();
  const perManager = new Map<string, number>();
  const open = byManager(due).filter(([first]) => first !== undefined && openOf(first) > 0);
  for (const talk of [...due.slice(0, newestPerWave), ...open.slice(0, mailboxesPerRead).flat()].slice(0, mostLookedAt)) {
    if (mailboxes.size >= mailboxesPerRead) break;
    const manager = keyOf(talk);
    const taken = perManager.get(manager) ?? 0;
    if (wave.includes(talk) || !fitsInto(wave, talk) || taken >= openOf(talk)) continue;
    const added = [talk.managerId, talk.employeeId, ...(talk.room ? [talk.room.address] : [])].filter((id) => !mailboxes.has(id));
    if (mailboxes.size + added.length > mailboxesPerRead) continue;
    for (const id of added) mailboxes.add(id);
    perManager.set(manager, taken + 1);
    wave.push(talk);
  }
  return wave;
}

const keyOf = ({ tenantId, managerId }: Waiting): string => `${tenantId}/${managerId}`;

function byManager<T extends Waiting>(due: T[]): T[][] {
  const groups = new Map<string, T[]>();
  for (const talk of due) {
    const theirs = groups.get(keyOf(talk));
    if (theirs) theirs.push(talk);
    else groups.set(keyOf(talk), [talk]);
  }
  return [...groups.values()].sort((a, b) => b.length - a.length);
}

function fitsInto(wave: Waiting[], talk: Waiting): boolean {
  const first = wave[0];
  if (!first) return true;
  const [from, to] = spanOf([...wave, talk]);
  return talk.tenantId === first.tenantId && to.getTime() - from.getTime() <= longestReadMs;
}

/** From the start of the first to the end of the last. */
export function spanOf(talks: Pick<Waiting, 'start' | 'end'>[]): [from: Date, to: Date] {
  const starts = talks.map(({ start }) => start.getTime());
  const ends = talks.map(({ end }) => end.getTime());
  return [new Date(Math.min(...starts)), new Date(Math.max(...ends))];
}
