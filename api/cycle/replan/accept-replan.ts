/** HR accepts a proposal, in one guarded write of the cycle. Then the clock carries it out talk by talk (carry-out-replan.ts). */
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { done, refuse, type Result } from '#api/platform/refusal/contract.ts';
import { findCycle } from '../store.ts';
import type { ReplanStatus } from './contract.ts';
import { describeReplan } from './describe-replan.ts';
import { findReplan, takeReplan } from './store.ts';

export async function acceptReplan(
  platform: Platform,
  actor: Person,
  { cycleId, replanId }: { cycleId: string; replanId: string },
  version: number,
): Promise<Result<ReplanStatus>> {
  const { db, clock } = platform;
  const cycle = await findCycle(db, actor.tenantId, cycleId);
  const replan = await findReplan(db, actor.tenantId, cycleId, replanId);
  if (!cycle || !replan) return refuse('not-found');
  // Said already: pressing twice changes nothing.
  if (cycle.replan?.id === replanId) return done(await describeReplan(platform, cycle, cycle.replan));
  if (replan.version !== version) return refuse('stale');
  const changed = await takeReplan(db, replan, actor.personId, clock.now());
  if (!changed?.replan) return refuse('stale');
  platform.wake();
  return done(await describeReplan(platform, changed, changed.replan));
}
