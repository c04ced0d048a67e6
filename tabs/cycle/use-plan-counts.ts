/** A plan counted for looking at: talks per day, per manager. Pure. */
import type { Plan } from '#api/cycle/contract.ts';
import { addDays, dayInstant, localDay } from '#tabs/platform/texts/dates.ts';

type Placed = Plan['placed'][number];

/** How many talks begin on each calendar day, in one time zone. */
export function talksPerDay(placed: Placed[], timeZone: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { start } of placed) {
    const day = localDay(new Date(start), timeZone);
    counts.set(day, (counts.get(day) ?? 0) + 1);
  }
  return counts;
}

/** Weeks from the one with the first day to the one with the last, each as its days from Monday; weekends only when they hold talks. */
export function weeksOf(from: string, to: string, counts: Map<string, number>): string[][] {
  const weekday = (day: string): number => (dayInstant(day).getUTCDay() + 6) % 7;
  const monday = addDays(from, -weekday(from));
  const length = [...counts.keys()].some((day) => weekday(day) > 4) ? 7 : 5;
  const weeks: string[][] = [];
  for (let start = monday; start <= to; start = addDays(start, 7)) weeks.push(Array.from({ length }, (_, at) => addDays(start, at)));
  return weeks;
}

/** ISO 8601 week number: the week of the year that holds its Thursday. */
export function weekNumber(monday: string): number {
  const thursday = dayInstant(addDays(monday, 3));
  const newYear = Date.UTC(thursday.getUTCFullYear(), 0, 1);
  return Math.floor((thursday.getTime() - newYear) / (7 * 86_400_000)) + 1;
}

/** 0 for no talk, otherwise 1 to 3 by share of the fullest day. */
export function levelOf(count: number, most: number): 0 | 1 | 2 | 3 {
  if (count === 0) return 0;
  if (count > most * (2 / 3)) return 3;
  return count > most / 3 ? 2 : 1;
}

export type ManagerLoad = { manager: Placed['manager']; talks: Placed[]; mostInADay: number };

/** Managers with their talks in order of time; those with most talks first. */
export function loadByManager(placed: Placed[], timeZone: string): ManagerLoad[] {
  const groups = new Map<string, Placed[]>();
  for (const talk of placed) groups.set(talk.manager.id, [...(groups.get(talk.manager.id) ?? []), talk]);
  return [...groups.values()]
    .flatMap((group) => {
      const talks = group.toSorted((a, b) => a.start.localeCompare(b.start));
      const [first] = talks;
      return first ? [{ manager: first.manager, talks, mostInADay: Math.max(...talksPerDay(talks, timeZone).values()) }] : [];
    })
    .sort((a, b) => b.talks.length - a.talks.length || a.manager.name.localeCompare(b.manager.name));
}
