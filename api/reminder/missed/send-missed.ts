/** Tries again what reached nobody, once HR has mended what was in the way. What has become needless meanwhile is not sent. */
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import type { Result } from '#api/platform/refusal/contract.ts';
import { reviveMissed } from '../store.ts';
import type { Missed } from './contract.ts';
import { readMissed } from './read-missed.ts';

export async function sendMissed(platform: Platform, actor: Person, cycleId: string): Promise<Result<Missed>> {
  if ((await reviveMissed(platform.db, actor.tenantId, cycleId, platform.clock.now())) > 0) platform.wake();
  return readMissed(platform, actor, cycleId);
}
