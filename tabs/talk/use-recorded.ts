/** When a talk was held, as typed on a clock on the wall, made the instant that it was. Pure. */

/** What a clock in the zone shows at an instant, as if it were UTC. */
function wallAt(at: number, timeZone: string): number {
  const shown = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' }).format(new Date(at));
  return Date.parse(`${shown.replace(' ', 'T')}Z`);
}

/** The instant of a day (`2027-02-17`) and a time (`10:30`) in a zone; null when they are none. In the hour that clocks skip, the later one. */
export function instantOf(day: string, time: string, timeZone: string): Date | null {
  const wall = Date.parse(`${day}T${time}:00Z`);
  if (Number.isNaN(wall)) return null;
  const guess = wall - (wallAt(wall, timeZone) - wall);
  const again = wall - (wallAt(guess, timeZone) - guess);
  return new Date(again);
}

/** The same bounds that the server holds, so that the sentence comes before the press. */
export function isHeld(start: Date | null, minutes: number, now: Date): boolean {
  if (!start || !Number.isInteger(minutes) || minutes < 5 || minutes > 480) return false;
  const ago = now.getTime() - start.getTime();
  return ago > 0 && ago >= (minutes - 5) * 60_000 && ago < 366 * 86_400_000;
}
