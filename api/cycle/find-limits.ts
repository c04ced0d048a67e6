/** What a launched cycle says about the time of each of its talks, for giving one a time after the launch. */
import type { Platform } from '#api/platform/platform.ts';
import { windowOf } from './rules/settings.ts';
import { zoneOf } from './save-cycle.ts';
import { findCycle } from './store.ts';

/** `window`: days for preparation count from the launch. */
export type TimeRules = { window: { start: Date; end: Date }; bufferMinutes: number; maxPerDay: number };

/** Null when the cycle is gone or was never launched. */
export async function findTimeRules(platform: Platform, tenantId: string, cycleId: string): Promise<TimeRules | null> {
  const cycle = await findCycle(platform.db, tenantId, cycleId);
  if (!cycle?.launchedAt || !cycle.launchedBy) return null;
  const zone = await zoneOf(platform, { tenantId, personId: cycle.launchedBy });
  const { bufferMinutes, maxPerDay } = cycle.settings;
  return { window: windowOf(cycle.settings, zone, cycle.launchedAt), bufferMinutes, maxPerDay };
}
