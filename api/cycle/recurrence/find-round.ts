/** A round as a notification must know it: its day, and whether what the notification says is still true. */
import type { Platform } from '#api/platform/platform.ts';
import { findCycle } from '../store.ts';
import type { RecurrenceState } from './contract.ts';
import { startInstant } from './rules/rounds.ts';
import { stateOfRound } from './rules/starting.ts';

/** Null when it is gone or comes once. */
export async function findRound(
  platform: Platform,
  tenantId: string,
  cycleId: string,
): Promise<{ state: RecurrenceState; start: Date } | null> {
  const cycle = await findCycle(platform.db, tenantId, cycleId);
  if (!cycle?.recurrence?.startsOn) return null;
  const { recurrence, launchedAt } = cycle;
  return {
    state: stateOfRound(recurrence, launchedAt, platform.clock.now()),
    start: startInstant(cycle.recurrence.startsOn, recurrence.zone),
  };
}
