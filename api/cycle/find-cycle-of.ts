/** In which cycle HR looks after somebody. Says nothing of what the person does in it. */
import type { Platform } from '#api/platform/platform.ts';
import { listCyclesOf } from '#api/talk/standing/list-cycles-of.ts';
import { listLaunchedIds } from './store.ts';

/** The newest launched cycle with a talk of this employee; for whoever is in none the newest of all; null before any was launched. */
export async function findCycleOf(platform: Platform, tenantId: string, employeeId: string): Promise<string | null> {
  const [launched, joined] = await Promise.all([listLaunchedIds(platform.db, tenantId), listCyclesOf(platform, tenantId, employeeId)]);
  return launched.find((cycleId) => joined.has(cycleId)) ?? launched[0] ?? null;
}
