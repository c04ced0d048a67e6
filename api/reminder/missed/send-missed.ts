/** Tries again what reached nobody for one reason, once HR has mended what was in the way. What has become needless meanwhile is not sent. */
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import type { Result } from '#api/platform/refusal/contract.ts';
import { reviveMissed, type MissedWhere } from '../store.ts';
import type { Missed, MissedOfAll, MissedReason } from './contract.ts';
import { readMissed, readMissedOfAll } from './read-missed.ts';

export async function sendMissed(platform: Platform, actor: Person, cycleId: string, why: MissedReason): Promise<Result<Missed>> {
  await sendAgain(platform, { tenantId: actor.tenantId, cycleId, missed: why });
  return readMissed(platform, actor, cycleId);
}

export async function sendMissedOfAll(platform: Platform, actor: Person, why: MissedReason): Promise<Result<MissedOfAll>> {
  await sendAgain(platform, { tenantId: actor.tenantId, missed: why });
  return readMissedOfAll(platform, actor);
}

async function sendAgain(platform: Platform, where: MissedWhere): Promise<void> {
  if ((await reviveMissed(platform.db, where, platform.clock.now())) > 0) platform.wake('deliver-reminders');
}
