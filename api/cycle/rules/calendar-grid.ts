/** Free time as slots of a quarter of an hour on a UTC grid: working hours in each person's own zone, less what is in their calendar. */
import { IANAZone } from 'luxon';
import { timeZoneOf } from '#api/people/rules.ts';

export const slotMinutes = 15;
const slotMs = slotMinutes * 60_000;

export type Grid = { start: Date; slots: number };
export type WorkingHours = { /** 1 Monday to 7 Sunday */ days: number[]; /** Minutes of the local day. */ from: number; to: number };
export type PersonCalendar = { timeZone: string; work: WorkingHours; busy: { start: Date; end: Date }[] };

/** Free/busy of one stretch of the window. `timeZone` as Outlook names it. */
export type Reading = { busy: PersonCalendar['busy']; workingHours: (WorkingHours & { timeZone: string }) | null };

const officeHours: WorkingHours = { days: [1, 2, 3, 4, 5], from: 8 * 60, to: 17 * 60 };

/**
 * The calendar of the whole window from readings of its stretches, in order. Working hours that name no zone we know ("Customized Time Zone")
 * are meant in the person's own zone; without any, office hours are.
 * @returns null when any stretch could not be read: a plan on half a calendar would be a guess
 */
export function joinReadings(readings: (Reading | null)[], ownTimeZone: string): PersonCalendar | null {
  const read = readings.filter((one) => one !== null);
  if (read.length === 0 || read.length < readings.length) return null;
  const hours = read[0]?.workingHours ?? null;
  return {
    timeZone: hours ? timeZoneOf(hours.timeZone, null, ownTimeZone) : ownTimeZone,
    work: hours ? { days: hours.days, from: hours.from, to: hours.to } : officeHours,
    busy: read.flatMap(({ busy }) => busy),
  };
}

/** The calendar of somebody whose own cannot be read: office hours, and nothing in them. */
export const officeCalendar = (timeZone: string): PersonCalendar => ({ timeZone, work: officeHours, busy: [] });

/** Per zone and slot: the local day (counted from the grid's start), weekday and minute of the day. */
export type LocalTimes = { day: Int32Array; weekday: Uint8Array; minute: Int16Array };

/** Slots whose offset is asked for together: no zone changes its clocks twice in a day. */
const stretch = 96;
const dayMs = 86_400_000;

/** Local times of all slots, daylight saving included. A zone that is not known counts as UTC. */
export function localTimes(grid: Grid, timeZone: string): LocalTimes {
  const zone = IANAZone.create(timeZone);
  const offsetAt = (slot: number): number => (zone.isValid ? zone.offset(grid.start.getTime() + slot * slotMs) : 0);
  const local: LocalTimes = { day: new Int32Array(grid.slots), weekday: new Uint8Array(grid.slots), minute: new Int16Array(grid.slots) };
  let first: number | null = null;
  for (let from = 0; from < grid.slots; from += stretch) {
    const [before, after] = [offsetAt(from), offsetAt(from + stretch)];
    for (let slot = from; slot < Math.min(from + stretch, grid.slots); slot += 1) {
      const offset = before === after ? before : offsetAt(slot);
      const at = grid.start.getTime() + slot * slotMs + offset * 60_000;
      const day = Math.floor(at / dayMs);
      first ??= day;
      local.day[slot] = day - first;
      // 1 January 1970 was a Thursday.
      local.weekday[slot] = ((day + 3) % 7) + 1;
      local.minute[slot] = Math.floor((at - day * dayMs) / 60_000);
    }
  }
  return local;
}

/** 1 where the person works, whatever is in the calendar. */
export function workingSlots(grid: Grid, local: LocalTimes, work: WorkingHours): Uint8Array {
  const free = new Uint8Array(grid.slots);
  for (let slot = 0; slot < grid.slots; slot += 1) {
    const minute = local.minute[slot] ?? 0;
    if (work.days.includes(local.weekday[slot] ?? 0) && minute >= work.from && minute + slotMinutes <= work.to) free[slot] = 1;
  }
  return free;
}

/** Takes away what is busy, with `bufferMinutes` before and after it. */
export function lessBusy(grid: Grid, free: Uint8Array, busy: PersonCalendar['busy'], bufferMinutes: number): Uint8Array {
  const left = free.slice();
  for (const { start, end } of busy) {
    const from = Math.floor((start.getTime() - bufferMinutes * 60_000 - grid.start.getTime()) / slotMs);
    const to = Math.ceil((end.getTime() + bufferMinutes * 60_000 - grid.start.getTime()) / slotMs);
    left.fill(0, Math.max(0, from), Math.max(0, Math.min(grid.slots, to)));
  }
  return left;
}

/** Whole quarters of an hour from the first one in the window. */
export function gridOf({ start, end }: { start: Date; end: Date }): Grid {
  const first = Math.ceil(start.getTime() / slotMs) * slotMs;
  return { start: new Date(first), slots: Math.max(0, Math.floor((end.getTime() - first) / slotMs)) };
}

/** Slot index to instant. */
export function instantOf(grid: Grid, slot: number): Date {
  return new Date(grid.start.getTime() + slot * slotMs);
}
