/** What a launched cycle says about the time of each of its talks, for giving one a time after the launch. */
import type { Platform } from '#api/platform/platform.ts';
import { countryOf } from './rules/holidays.ts';
import { windowFor } from './rules/second-window.ts';
import { rulesOf } from './rules/settings.ts';
import type { Country, PlanRules } from './settings/contract.ts';
import { zoneOf } from './save-cycle.ts';
import { findCycle } from './store.ts';

type Span = { start: Date; end: Date };
/** `off`: for `readCalendars`, so that no time is found on a day without talks. */
export type TimeRules = {
  /** By employee, since some have the second window; days for preparation count from the launch. */
  windowOf: (employeeId: string) => Span;
  bufferMinutes: number;
  maxPerDay: number;
  off: { rules: PlanRules; otherwise: Country | null };
};

/** Null when the cycle is gone or was never launched. */
export async function findTimeRules(platform: Platform, tenantId: string, cycleId: string): Promise<TimeRules | null> {
  const cycle = await findCycle(platform.db, tenantId, cycleId);
  if (!cycle?.launchedAt || !cycle.launchedBy) return null;
  const { settings, launchedAt } = cycle;
  const zone = await zoneOf(platform, { tenantId, personId: cycle.launchedBy });
  const off = { rules: rulesOf(settings), otherwise: countryOf(zone, null) };
  const windowOf = (employeeId: string): Span => windowFor(settings, employeeId, zone, launchedAt);
  return { windowOf, bufferMinutes: settings.bufferMinutes, maxPerDay: settings.maxPerDay, off };
}
