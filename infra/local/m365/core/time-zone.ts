/** Names of time zones as mailboxes keep them (Windows or IANA), and wall times in them. */
import { DateTime } from 'luxon';
import { findIana } from 'windows-iana';

const known = new Map<string, string | null>();

/** The IANA name for either kind of name; null for a name that Outlook does not know either. */
export function ianaZone(name: string): string | null {
  const found = known.get(name) ?? findZone(name);
  if (!known.has(name)) known.set(name, found);
  return found;
}

function findZone(name: string): string | null {
  if (name === 'UTC') return 'Etc/UTC';
  const iana = findIana(name)[0] ?? name;
  return DateTime.fromMillis(0, { zone: iana }).isValid ? iana : null;
}

const instants = new Map<string, string>();
const keptInstants = 50_000;

/** The instant of a wall time like 2026-03-02T09:00 in a zone. A company's events begin at the same times: those that were asked for are kept. */
export function instantOf(wallTime: string, zoneName: string): string {
  const key = `${zoneName} ${wallTime}`;
  const found = instants.get(key) ?? findInstant(wallTime, zoneName);
  if (instants.size > keptInstants) instants.clear();
  instants.set(key, found);
  return found;
}

function findInstant(wallTime: string, zoneName: string): string {
  const zone = ianaZone(zoneName);
  const at = DateTime.fromISO(wallTime, { zone: zone ?? 'Etc/UTC' });
  if (zone === null || !at.isValid) throw new Error(`No such time: ${wallTime} in ${zoneName}`);
  return at.toJSDate().toISOString();
}
