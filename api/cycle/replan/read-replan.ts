/** How far the last re-plan of a cycle has come. */
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { done, refuse, type Result } from '#api/platform/refusal/contract.ts';
import { findCycle } from '../store.ts';
import type { ReplanStatus } from './contract.ts';
import { describeReplan } from './describe-replan.ts';

export async function readReplan(
  platform: Platform,
  { tenantId }: Person,
  cycleId: string,
): Promise<Result<{ replan: ReplanStatus | null }>> {
  const cycle = await findCycle(platform.db, tenantId, cycleId);
  if (!cycle) return refuse('not-found');
  return done({ replan: cycle.replan ? await describeReplan(platform, cycle, cycle.replan) : null });
}
