/** HR pauses the booking of a launched cycle, and lets it go on. What is under way is seen through; nothing is taken back. */
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { done, refuse, type Result } from '#api/platform/refusal/contract.ts';
import type { Cycle } from './contract.ts';
import { describeCycle } from './describe-cycle.ts';
import { changeLaunched, findCycle, type CycleRecord } from './store.ts';

export const pauseCycle = (platform: Platform, actor: Person, cycleId: string, version: number): Promise<Result<Cycle>> =>
  change(platform, actor, cycleId, version, { pausedAt: platform.clock.now(), pausedBy: actor.personId });

export const resumeCycle = (platform: Platform, actor: Person, cycleId: string, version: number): Promise<Result<Cycle>> =>
  change(platform, actor, cycleId, version, { pausedAt: null, pausedBy: null });

async function change(
  platform: Platform,
  actor: Person,
  cycleId: string,
  version: number,
  set: Pick<CycleRecord, 'pausedAt' | 'pausedBy'>,
): Promise<Result<Cycle>> {
  const cycle = await findCycle(platform.db, actor.tenantId, cycleId);
  if (!cycle) return refuse('not-found');
  const now = await describeCycle(platform, cycle);
  if (now.state !== 'launching') return refuse('not-launching');
  // Said already: pressing twice changes nothing.
  if ((cycle.pausedAt === null || cycle.pausedAt === undefined) === (set.pausedAt === null)) return done(now);
  const changed = await changeLaunched(platform.db, actor.tenantId, cycleId, version, set);
  if (!changed) return refuse('stale');
  platform.wake('book-talks');
  return done(await describeCycle(platform, changed));
}
