/** dateTimeTimeZone, as Outlook reads and writes it: wall time and zone, seven decimals, UTC unless the caller prefers another zone. */
import { DateTime } from 'luxon';
import { ianaZone } from '../core/time-zone.ts';
import type { Call } from './call.ts';
import { badRequest } from './refusal.ts';
import { isObject, type Shape } from './shape.ts';

export type DateTimeTimeZone = { dateTime: string; timeZone: string };
export const dateTimeShape: Shape = { type: 'dateTimeTimeZone', has: { dateTime: 'string', timeZone: 'string' } };

const utcNames = ['utc', 'tzone://microsoft/utc'];

/** The IANA name, or a refusal. */
export function zoneOf(name: string): string {
  const zone = utcNames.includes(name.toLowerCase()) ? 'Etc/UTC' : ianaZone(name);
  if (zone === null)
    throw badRequest(
      `A valid TimeZone value must be specified. The following TimeZone value is not supported: '${name}'.`,
      'TimeZoneNotSupportedException',
    );
  return zone;
}

/** Instant and zone of a dateTimeTimeZone in a request. */
export function readTime(value: unknown, name: string): { at: string; timeZone: string } {
  if (!isObject(value) || typeof value.dateTime !== 'string')
    throw badRequest(`The property '${name}' is required.`, 'ErrorPropertyValidationFailure');
  const timeZone = typeof value.timeZone === 'string' && value.timeZone !== '' ? value.timeZone : 'UTC';
  const at = DateTime.fromISO(value.dateTime, { zone: zoneOf(timeZone) });
  if (!at.isValid || !/T\d\d/.test(value.dateTime))
    throw badRequest(`Cannot convert the literal '${value.dateTime}' to the expected type 'Edm.DateTime'.`, 'ErrorInvalidParameter');
  return { at: at.toJSDate().toISOString(), timeZone };
}

/** The wall time of an instant (always with milliseconds and Z here) in a zone. */
export function writeTime(at: string, timeZone: string): DateTimeTimeZone {
  const zone = zoneOf(timeZone);
  const wallTime = zone === 'Etc/UTC' ? at.slice(0, -1) : DateTime.fromISO(at, { zone }).toFormat("yyyy-MM-dd'T'HH:mm:ss.SSS");
  return { dateTime: `${wallTime}0000`, timeZone };
}

/** The date an instant has in a zone, at midnight: what an all-day event shows whatever zone it is read in. */
export function writeDay(at: string, ownZone: string, timeZone: string): DateTimeTimeZone {
  return { dateTime: `${DateTime.fromISO(at, { zone: zoneOf(ownZone) }).toFormat('yyyy-MM-dd')}T00:00:00.0000000`, timeZone };
}

/** Zone the caller wants answers in (`Prefer: outlook.timezone="..."`), and the header that confirms it. */
export function preferredZone(call: Call): { timeZone: string; headers: Record<string, string> } {
  const wanted = /outlook\.timezone\s*=\s*"([^"]*)"/i.exec(call.header('prefer') ?? '')?.[1];
  if (wanted === undefined) return { timeZone: 'UTC', headers: {} };
  zoneOf(wanted);
  return { timeZone: wanted, headers: { 'Preference-Applied': `outlook.timezone="${wanted}"` } };
}

/** An instant in a query option, ISO 8601; without an offset it is UTC. */
export function readInstant(text: string | null, name: string): string {
  const at = DateTime.fromISO(text ?? '', { zone: 'Etc/UTC' });
  if (text === null || !at.isValid)
    throw badRequest(
      `This request requires a time window specified by the query string parameters StartDateTime and EndDateTime: ${name} is missing or wrong.`,
      'ErrorInvalidParameter',
    );
  return at.toJSDate().toISOString();
}
