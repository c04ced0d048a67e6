/** When a mailbox is subscribed to anew, looked into and compared as a whole, and over which weeks. */

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** Graph's bound for events is 10 080 minutes, seven days. */
export const subscriptionMs = 7 * dayMs - hourMs;
/** Renewed when less than this is left: days in which Samtal may be down. */
const renewBeforeMs = 2 * dayMs;

export const renewalDue = (expiresAt: Date, now: Date): boolean => expiresAt.getTime() - now.getTime() < renewBeforeMs;
export const isOver = (expiresAt: Date, now: Date): boolean => expiresAt <= now;

/** A calendar is read at least so often, whatever Graph has told or failed to tell (security.md section 4, "Missed webhooks"). */
export const lookEveryMs = 15 * 60_000;
/** Hints that come close together are one look. */
export const restMs = 500;
/** What could not be set up (an address Graph cannot reach, no permission) is tried again after. */
export const tryAgainMs = hourMs;
/** Bookings of one manager are waited for so many times: what they change in the calendar is Samtal's own. */
export const mostWaits = 20;

/** A mailbox without anything to look for is kept so long: the last event may still be on its way. */
export const keepIdleMs = dayMs;
/** A talk that was never started is followed so long after its time: it may still be moved. */
export const followMs = 30 * dayMs;

/** The next night, spread over three hours by the person's id so that not all calendars are read at once. */
export function nextNight(now: Date, personId: string): Date {
  const spread = [...personId].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 180, 7);
  const night = new Date(now);
  night.setUTCHours(0, spread, 0, 0);
  return night > now ? night : new Date(night.getTime() + dayMs);
}

export type Span = { from: Date; to: Date };
type Time = { start: Date; end: Date };

/** Weeks that hold all talks, with room for one that is moved; the same for the whole day, so that it changes rarely. */
export function spanFor(talks: Time[], now: Date): Span {
  const starts = talks.map(({ start }) => start.getTime());
  const ends = talks.map(({ end }) => end.getTime());
  const from = Math.min(now.getTime(), ...starts) - 7 * dayMs;
  const to = Math.max(now.getTime(), ...ends) + 60 * dayMs;
  return { from: new Date(from - (from % dayMs)), to: new Date(to - (to % dayMs)) };
}

/** Whether a span still shows every talk. */
export function covers(span: Span, talks: Time[]): boolean {
  return talks.every(({ start, end }) => span.from <= start && end <= span.to);
}
