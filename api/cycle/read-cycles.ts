/** Cycles for HR: the list, and one of them. */
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { done, refuse, type Result } from '#api/platform/refusal/contract.ts';
import type { Cycle, CycleSummary } from './contract.ts';
import { describeCycle, summariseCycle } from './describe-cycle.ts';
import { findCycle, listCycleRecords } from './store.ts';

export async function listCycles(platform: Platform, actor: Person): Promise<Result<{ cycles: CycleSummary[] }>> {
  const cycles = await listCycleRecords(platform.db, actor.tenantId);
  return done({ cycles: await Promise.all(cycles.map((cycle) => summariseCycle(platform, cycle))) });
}

export async function readCycle(platform: Platform, actor: Person, cycleId: string): Promise<Result<Cycle>> {
  const cycle = await findCycle(platform.db, actor.tenantId, cycleId);
  return cycle ? done(await describeCycle(platform, cycle)) : refuse('not-found');
}
