/** What can be wrong with somebody's wishes. Without dates of a library, so that the tab can use it too. */
import type { Wishes } from '../contract.ts';

/**
 * The first thing that is wrong and where, as `weekly.3` or `days.0`; null when all can be kept.
 * Refusals: `hours-order`, `days-order`: the end lies before the beginning.
 */
export function wrongWish({ weekly, days }: Wishes): { reason: 'hours-order' | 'days-order'; field: string } | null {
  const hours = weekly.findIndex(({ from, to }) => from >= to);
  if (hours >= 0) return { reason: 'hours-order', field: `weekly.${hours}` };
  const dates = days.findIndex(({ from, to }) => from > to);
  return dates >= 0 ? { reason: 'days-order', field: `days.${dates}` } : null;
}
