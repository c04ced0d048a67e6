/** What a launched cycle says about the time of each of its talks, for giving one a time after the launch. */
import type { Platform } from '#api/platform/platform.ts';
import { countryOf } from './rules/holidays.ts';
import { rulesOf, windowOf } from './rules/settings.ts';
import type { Country, PlanRules } from './settings/contract.ts';
import { zoneOf } from './save-cycle.ts';
import { findCycle } from './store.ts';

/** `window`: days for preparation count from the launch. `off`: for `readCalendars`, so that no time is found on a day without talks. */
export type TimeRules = {
  window: { start: Date; end: Date };
  bufferMinutes: number;
  maxPerDay: number;
  off: { rules: PlanRules; otherwise: Country | null };
};

/** Null when the cycle is gone or was never launched. */
export async function findTimeRules(platform: Platform, tenantId: string, cycleId: string): Promise<TimeRules | null> {
  const cycle = await findCycle(platform.db, tenantId, cycleId);
  if (!cycle?.launchedAt || !cycle.launchedBy) return null;
  const zone = await zoneOf(platform, { tenantId, personId: cycle.launchedBy });
  const { bufferMinutes, maxPerDay } = cycle.settings;
  const off = { rules: rulesOf(cycle.settings), otherwise: countryOf(zone, null) };
  return { window: windowOf(cycle.settings, zone, cycle.launchedAt), bufferMinutes, maxPerDay, off };
}
