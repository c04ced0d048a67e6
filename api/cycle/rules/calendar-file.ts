/**
 * Days off from a calendar file (.ics, RFC 5545): its all-day events, and those that return every year. Reads no times and no other repetition, and
 * says how many events it left out. Used by the tab, so that a file never leaves the browser as a whole.
 */
import type { PlanRules } from '../settings/contract.ts';

type DayOff = PlanRules['daysOff'][number];
export type ReadFile = { ok: true; days: DayOff[]; leftOut: number } | { ok: false; wrong: 'not-a-calendar' | 'no-days' | 'too-many' };

const dayMs = 86_400_000;
/** Longest single event that is taken: a longer one is somebody's project, not a day off. */
const longestDays = 31;
const mostDays = 200;
const longestName = 120;

/**
 * Days off between two local days, both included.
 * @returns what is wrong instead: no calendar, no all-day event in these days, or more than 200 days
 */
export function readCalendarFile(text: string, from: string, to: string): ReadFile {
  const lines = unfold(text);
  if (!lines.some((line) => /^BEGIN:VCALENDAR\s*$/i.test(line))) return { ok: false, wrong: 'not-a-calendar' };
  const days = new Map<string, string>();
  let leftOut = 0;
  for (const event of eventsOf(lines)) {
    const span = spanOf(event);
    const yearly = /FREQ=YEARLY/i.test(event.get('RRULE') ?? '');
    if (!span || (event.has('RRULE') && !yearly)) {
      leftOut += 1;
      continue;
    }
    const name = plain(event.get('SUMMARY') ?? '').slice(0, longestName);
    for (const day of yearly ? everyYear(span, from, to) : daysOf(span)) if (day >= from && day <= to) days.set(day, days.get(day) ?? name);
  }
  if (days.size === 0) return { ok: false, wrong: 'no-days' };
  if (days.size > mostDays) return { ok: false, wrong: 'too-many' };
  return { ok: true, days: [...days].map(([day, name]) => ({ day, name })).sort((a, b) => a.day.localeCompare(b.day)), leftOut };
}

/** A line that begins with a blank goes on with the one before (3.1). */
const unfold = (text: string): string[] => text.replace(/\r?\n[ \t]/g, '').split(/\r?\n/);

type Event = Map<string, string>;

/** Properties of each event by name; parameters are kept in front of the value when they say that it is a date. */
function eventsOf(lines: string[]): Event[] {
  const events: Event[] = [];
  let event: Event | null = null;
  for (const line of lines) {
    if (/^BEGIN:VEVENT\s*$/i.test(line)) event = new Map();
    else if (/^END:VEVENT\s*$/i.test(line) && event) {
      events.push(event);
      event = null;
    } else if (event) {
      const [, name = '', value = ''] = /^([A-Za-z-]+)(?:;[^:]*)?:(.*)$/.exec(line) ?? [];
      if (name !== '' && !event.has(name.toUpperCase())) event.set(name.toUpperCase(), value.trim());
    }
  }
  return events;
}

type Span = { first: number; last: number };

/** First and last day of an all-day event; the end in the file is the day after. Outlook also writes midnights and says that it means whole days. */
function spanOf(event: Event): Span | null {
  const outlook = event.get('X-MICROSOFT-CDO-ALLDAYEVENT')?.toUpperCase() === 'TRUE';
  const first = dayOf(event.get('DTSTART'), outlook);
  if (first === null) return null;
  const end = dayOf(event.get('DTEND'), outlook);
  const last = end === null ? first : Math.max(first, end - dayMs);
  return last - first < longestDays * dayMs ? { first, last } : null;
}

function dayOf(value: string | undefined, midnightToo: boolean): number | null {
  const [, year, month, day, time] = /^(\d{4})(\d{2})(\d{2})(T000000Z?)?$/.exec(value ?? '') ?? [];
  if (!year || !month || !day || (time && !midnightToo)) return null;
  const at = Date.UTC(Number(year), Number(month) - 1, Number(day));
  return iso(at) === `${year}-${month}-${day}` ? at : null;
}

const iso = (at: number): string => new Date(at).toISOString().slice(0, 10);
const daysOf = ({ first, last }: Span): string[] =>
  Array.from({ length: Math.round((last - first) / dayMs) + 1 }, (_, at) => iso(first + at * dayMs));

function everyYear(span: Span, from: string, to: string): string[] {
  const found: string[] = [];
  const [month, day] = [new Date(span.first).getUTCMonth(), new Date(span.first).getUTCDate()];
  // A year earlier too: an event over the turn of the year begins in the one before.
  for (let year = Number(from.slice(0, 4)) - 1; year <= Number(to.slice(0, 4)); year += 1) {
    const first = Date.UTC(year, month, day);
    // 29 February is not a day of every year.
    if (first >= span.first && new Date(first).getUTCMonth() === month)
      found.push(...daysOf({ first, last: first + span.last - span.first }));
  }
  return found;
}

/** Text without the escapes of 3.3.11. */
const plain = (text: string): string =>
  text
    .replace(/\\[nN]/g, ' ')
    .replace(/\\([,;\\])/g, '$1')
    .trim();
