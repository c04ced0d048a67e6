/** A talk as a calendar file (iCalendar, RFC 5545), all in UTC: when, and the way to the talk; never anything that was written for it. */

export type CalendarEntry = {
  talkId: string;
  /** The id of the event that stands for the talk already, so that whoever opens the file finds that one; none: an id of the talk's own. */
  eventUid?: string | null;
  /** Raised with each new time, so that the same file opened again replaces what an earlier one put there. */
  version: number;
  start: Date;
  end: Date;
  subject: string;
  content: string;
  at: Date;
};

/** The entry's own id, the same for all times of a talk. Outlook gives it back as the event's iCalUId. */
export const entryIdOf = (talkId: string): string => `${talkId}@samtal`;

/** The file's text, lines ended and folded as the standard wants them. */
export function calendarFile({ talkId, eventUid, version, start, end, subject, content, at }: CalendarEntry): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Samtal//Samtal//EN',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${escaped(eventUid ?? entryIdOf(talkId))}`,
    `SEQUENCE:${version}`,
    `DTSTAMP:${utc(at)}`,
    `DTSTART:${utc(start)}`,
    `DTEND:${utc(end)}`,
    `SUMMARY:${escaped(subject)}`,
    `DESCRIPTION:${escaped(content)}`,
    'CLASS:PRIVATE',
    'STATUS:CONFIRMED',
    'TRANSP:OPAQUE',
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

/** `20270220T090000Z` (section 3.3.5, form 2). */
const utc = (at: Date): string => `${at.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;

/** Section 3.3.11. */
const escaped = (text: string): string => text.replaceAll(/[\\;,]/g, (sign) => `\\${sign}`).replaceAll(/\r\n|\r|\n/g, '\\n');

const longestLine = 75;

/** At most 75 octets to a line; what goes on begins with a space (section 3.1). No character is cut in two. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const sign of line) {
    const size = new TextEncoder().encode(sign).length;
    if (octets + size > longestLine) {
      parts.push(part);
      [part, octets] = [' ', 1];
    }
    part += sign;
    octets += size;
  }
  return [...parts, part].join('\r\n');
}
