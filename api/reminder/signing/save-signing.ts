/** HR lets people of a cycle turn reminders of their signature off, or takes that back. One guarded write; sends nothing. */
import { readCycle } from '#api/cycle/read-cycles.ts';
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { done, refuse, type Result } from '#api/platform/refusal/contract.ts';
import type { Signing } from './contract.ts';
import { findSigning } from './find-signing.ts';
import { writeSigning } from './store.ts';

export async function saveSigning(
  platform: Platform,
  actor: Person,
  cycleId: string,
  mayBeOff: boolean,
  version: number,
): Promise<Result<Signing>> {
  const { tenantId, personId } = actor;
  const cycle = await readCycle(platform, actor, cycleId);
  if (!cycle.ok) return cycle;
  const set = { mayBeOff, changedBy: personId, changedAt: platform.clock.now() };
  const written = await writeSigning(platform.db, { tenantId, cycleId, version }, set);
  if (written) return done({ mayBeOff: written.mayBeOff, version: written.version });
  const signingOf = await findSigning(platform, tenantId, [cycleId]);
  return refuse('stale', { current: signingOf(cycleId) });
}
