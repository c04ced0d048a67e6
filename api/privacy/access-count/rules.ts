/**
 * Rules of what is counted of access logs: months that are over, each alone and with no sum over them, so that nothing can be had by looking twice or by
 * subtracting; and only those in which at least five people had part. Pure.
 */
import { fewest } from '../rules/groups.ts';
import type { MonthCounts } from './contract.ts';

/** Something that happened: whom it leads to, all of whom must be five or more, and how often. */
export type Counted = { at: Date; ids: readonly string[]; count: number };

const mostMonths = 12;
const monthOf = (at: Date): string => at.toISOString().slice(0, 7);

/** By month, those that may be shown. `ids` of each are counted by their place: who opened it, and whose it is. */
export function byMonth(all: Iterable<Counted>, now: Date): Map<string, number> {
  const months = new Map<string, { count: number; groups: Set<string>[] }>();
  for (const { at, ids, count } of all) {
    const month = months.get(monthOf(at)) ?? { count: 0, groups: ids.map(() => new Set<string>()) };
    months.set(monthOf(at), month);
    month.count += count;
    ids.forEach((id, place) => month.groups[place]?.add(id));
  }
  const isShown = ([month, { groups }]: [string, { groups: Set<string>[] }]): boolean =>
    month < monthOf(now) && groups.every(({ size }) => size >= fewest);
  return new Map([...months].filter(isShown).map(([month, { count }]) => [month, count]));
}

/** Newest first. */
export function besideEachOther(accesses: Map<string, number>, refused: Map<string, number>): MonthCounts[] {
  const months = [...new Set([...accesses.keys(), ...refused.keys()])].sort().reverse();
  return months.slice(0, mostMonths).map((month) => ({
    ...{ month, accesses: accesses.get(month) ?? null, refused: refused.get(month) ?? null },
  }));
}
