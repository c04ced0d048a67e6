/** Local time of every slot in a zone: day, weekday and minute. Offsets are asked for at a few instants, and searched for only where they change. */
import { IANAZone } from 'luxon';

/** `day`: local days since the UTC date of slot 0, plus one, so that zones behind UTC have none below zero. */
export type ZoneTimes = { day: Int32Array; weekday: Uint8Array; minute: Int32Array };
/** `startMs`: instant of slot 0. */
export type Slots = { startMs: number; slots: number; slotMinutes: number };

const minuteMs = 60_000;
const dayMs = 86_400_000;
const stepMs = dayMs / 4;

/** Whether the zone is known. */
export const isZone = (tz: string): boolean => IANAZone.isValidZone(tz);

/** Zones change their offset at most once within six hours. */
export function zoneTimes(tz: string, { startMs, slots, slotMinutes }: Slots): ZoneTimes {
  const zone = IANAZone.create(tz);
  const slotMs = slotMinutes * minuteMs;
  const offsetOf = (slot: number): number => zone.offset(startMs + slot * slotMs);
  const firstDay = Math.floor(startMs / dayMs);
  const times: ZoneTimes = { day: new Int32Array(slots), weekday: new Uint8Array(slots), minute: new Int32Array(slots) };
  const step = Math.max(1, Math.floor(stepMs / slotMs));
  const fill = (from: number, to: number, offset: number): void => {
    for (let slot = from; slot < to; slot += 1) {
      const localMs = startMs + slot * slotMs + offset * minuteMs;
      const day = Math.floor(localMs / dayMs);
      times.day[slot] = day - firstDay + 1;
      // 1 January 1970 was a Thursday.
      times.weekday[slot] = (((day + 4) % 7) + 7) % 7;
      times.minute[slot] = Math.floor((localMs - day * dayMs) / minuteMs);
    }
  };
  for (let from = 0; from < slots; from += step) {
    const to = Math.min(slots, from + step);
    const [before, after] = [offsetOf(from), offsetOf(to - 1)];
    let change = to;
    if (before !== after) {
      let [low, high] = [from, to - 1];
      while (high - low > 1) {
        const middle = (low + high) >> 1;
        if (offsetOf(middle) === before) low = middle;
        else high = middle;
      }
      change = high;
    }
    fill(from, change, before);
    fill(change, to, after);
  }
  return times;
}
