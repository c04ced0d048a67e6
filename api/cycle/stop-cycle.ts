/**
 * HR stops the booking of a launched cycle for good, in one guarded write. Then the clock takes the time from every talk that was not asked for in
 * Outlook yet: it waits without one, as those do that never had any. Whoever was invited stays so.
 */
import { dueAt } from '#api/platform/db/due.ts';
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { done, refuse, type Result } from '#api/platform/refusal/contract.ts';
import { releaseUnbooked } from '#api/talk/booking/release-unbooked.ts';
import type { Cycle } from './contract.ts';
import { describeCycle } from './describe-cycle.ts';
import { changeLaunched, claimStop, closeStop, findCycle, putOffStop } from './store.ts';

export async function stopCycle(platform: Platform, actor: Person, cycleId: string, version: number): Promise<Result<Cycle>> {
  const cycle = await findCycle(platform.db, actor.tenantId, cycleId);
  if (!cycle) return refuse('not-found');
  const current = await describeCycle(platform, cycle);
  // Said already: pressing twice changes nothing.
  if (cycle.stoppedAt) return done(current);
  if (current.state !== 'launching') return refuse('not-launching');
  const now = platform.clock.now();
  const stopped = { stoppedAt: now, stoppedBy: actor.personId, stopDue: dueAt(now), pausedAt: null, pausedBy: null };
  const changed = await changeLaunched(platform.db, actor.tenantId, cycleId, version, stopped);
  if (!changed) return refuse('stale');
  platform.wake('stop-cycles');
  return done(await describeCycle(platform, changed));
}

const againMs = 2_000;

/** One step of the clock: clears one stopped cycle of what is not booked. Answers false when none is waiting, or its talks are still being created. */
export async function releaseStoppedCycle(platform: Platform): Promise<boolean> {
  const now = platform.clock.now();
  const cycle = await claimStop(platform.db, now);
  if (!cycle) return false;
  if (!cycle.talksCreatedAt) {
    await putOffStop(platform.db, cycle, new Date(now.getTime() + againMs));
    return false;
  }
  await releaseUnbooked(platform, cycle.tenantId, cycle._id);
  await closeStop(platform.db, cycle);
  return true;
}
