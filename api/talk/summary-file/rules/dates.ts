/** Days and times as a summary file says them, in one language and time zone. */

export type Dates = {
  /** A calendar day, `2027-06-30`. */
  day: (day: string) => string;
  /** "4 februari 2027 kl. 10:00" */
  instant: (at: Date) => string;
  /** With the time zone's name; the end only where it is the same day, since who forgot to finish a talk did not talk for days. */
  span: (start: Date, end: Date | null) => string;
};

export function datesOf(locale: string, timeZone: string): Dates {
  const instants = new Intl.DateTimeFormat(locale, { timeZone, dateStyle: 'long', timeStyle: 'short' });
  const days = new Intl.DateTimeFormat(locale, { timeZone, dateStyle: 'long' });
  const plain = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', dateStyle: 'long' });
  const clock = new Intl.DateTimeFormat(locale, { timeZone, timeStyle: 'short' });
  return {
    day: (day) => plain.format(new Date(`${day}T00:00:00Z`)),
    instant: (at) => instants.format(at),
    span(start, end) {
      const sameDay = end !== null && end > start && days.format(start) === days.format(end);
      return `${instants.format(start)}${sameDay ? `–${clock.format(end)}` : ''} (${timeZone})`;
    },
  };
}
