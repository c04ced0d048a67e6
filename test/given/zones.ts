/** Time zones and the changes of their clocks from 2026 to 2036, as this machine's list of zones has them. */
import { IANAZone } from 'luxon';

/** Instants at which the clocks of a zone change, in these years. */
function changesIn(timeZone: string, from: number, to: number): number[] {
  const zone = IANAZone.create(timeZone);
  const found: number[] = [];
  const step = 20 * 86_400_000;
  for (let at = from; at < to; at += step) {
    let [low, high] = [at, at + step];
    if (zone.offset(low) === zone.offset(high)) continue;
    while (high - low > 60_000) {
      const middle = Math.floor((low + high) / 2);
      if (zone.offset(middle) === zone.offset(low)) low = middle;
      else high = middle;
    }
    found.push(high);
  }
  return found;
}

export const zones = Intl.supportedValuesOf('timeZone');
export const [yearsFrom, yearsTo] = [Date.UTC(2026, 0, 1), Date.UTC(2037, 0, 1)];

export type KindOfZone = { timeZone: string; changes: number[] };

/** One zone for each way in which clocks change: what is shared by a hundred zones is tried once. */
export function kindsOfZones(): KindOfZone[] {
  const seen = new Map<string, KindOfZone>();
  for (const timeZone of zones) {
    const changes = changesIn(timeZone, yearsFrom, yearsTo);
    const zone = IANAZone.create(timeZone);
    const name = [zone.offset(yearsFrom), ...changes.map((at) => `${at}${zone.offset(at)}`)].join();
    if (!seen.has(name)) seen.set(name, { timeZone, changes });
  }
  return [...seen.values()];
}
