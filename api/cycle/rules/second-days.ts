/** The days of a cycle's second window, as they are set. Without instants, so that the tab can use it too; those are in second-window.ts. Pure. */
import type { CycleSettings } from '../contract.ts';
import type { SecondWindow } from '../settings/contract.ts';

/** Null for a cycle with one window, and when nobody is in the second. */
export function secondOf({ rules }: Pick<CycleSettings, 'rules'>): SecondWindow | null {
  const second = rules?.secondWindow ?? null;
  return second && second.people.length > 0 ? second : null;
}

/** The last day a talk of this cycle may be on. */
export function lastDayOf(settings: Pick<CycleSettings, 'windowTo' | 'rules'>): string {
  const second = secondOf(settings);
  return second && second.to > settings.windowTo ? second.to : settings.windowTo;
}
