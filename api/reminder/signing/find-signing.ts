/** What HR has said about reminders of a signature in some cycles, for whoever makes or shows them. */
import type { Platform } from '#api/platform/platform.ts';
import type { Signing } from './contract.ts';
import { listSignings } from './store.ts';

/** They may only come later where HR has said nothing. */
export async function findSigning(platform: Platform, tenantId: string, cycleIds: string[]): Promise<(cycleId: string) => Signing> {
  const found = await listSignings(platform.db, tenantId, [...new Set(cycleIds)]);
  return (cycleId) => {
    const { mayBeOff = false, version = 0 } = found.get(cycleId) ?? {};
    return { mayBeOff, version };
  };
}
