/** Local time of every slot in a zone: day, weekday and minute. Offsets are asked for at a few instants, and searched for only where they change. */

/** `day`: local days since the UTC date of slot 0, plus one, so that zones behind UTC have none below zero. */
export type ZoneTimes = { day: Int32Array; weekday: Uint8Array; minute: Int32Array };
/** `startMs`: instant of slot 0. */
export type Slots = { startMs: number; slots: number; slotMinutes: number };

const minuteMs = 60_000;
const dayMs = 86_400_000;
const stepMs = dayMs / 4;

type Clock = Intl.DateTimeFormat;
/** Kept, since making one is dear. */
const clocks = new Map<string, Clock>();

function clockOf(tz: string): Clock {
  let clock = clocks.get(tz);
  if (clock === undefined) {
    const digits = { day: 'numeric', hour: 'numeric', minute: 'numeric', hourCycle: 'h23' } as const;
    clocks.set(tz, (clock = new Intl.DateTimeFormat('en-US', { ...digits, timeZone: tz })));
  }
  return clock;
}

/** Whether the zone is known. */
export function isZone(tz: string): boolean {
  try {
    clockOf(tz);
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** Minutes ahead of UTC at an instant: at most a day, so that the day of the month is enough. */
function offsetAt(clock: Clock, atMs: number): number {
  const [day = 0, hour = 0, minute = 0] = clock.format(atMs).match(/\d+/g)?.map(Number) ?? [];
  const utc = new Date(atMs);
  const ahead = day - utc.getUTCDate();
  // From the last of a month to the first of the next is one day.
  const days = Math.abs(ahead) > 1 ? -Math.sign(ahead) : ahead;
  return (days * 24 + hour - utc.getUTCHours()) * 60 + minute - utc.getUTCMinutes();
}

/** Zones change their offset at most once within six hours. */
export function zoneTimes(tz: string, { startMs, slots, slotMinutes }: Slots): ZoneTimes {
  const clock = clockOf(tz);
  const slotMs = slotMinutes * minuteMs;
  const offsetOf = (slot: number): number => offsetAt(clock, startMs + slot * slotMs);
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
