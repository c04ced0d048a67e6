/** Whether a mail address is a room's that talks can be held in: its free and busy times are readable, and nobody works under it. Keeps nothing. */
import { findByMail } from '#api/people/find-people.ts';
import { GraphRefused } from '#api/platform/graph/failures.ts';
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { done, refuse, type Result } from '#api/platform/refusal/contract.ts';
import type { Room } from './contract.ts';

const hourMs = 3_600_000;

export async function checkRoom(platform: Platform, { tenantId, personId }: Person, wanted: string): Promise<Result<Room>> {
  const address = wanted.toLowerCase();
  const known = await findByMail(platform, tenantId, address);
  // A room's account is closed to people. One that is open is a colleague's, who would be invited to every talk.
  if (known?.enabled || !(await isReadable(platform, tenantId, personId, address))) return refuse('room-unknown', { field: 'address' });
  return done({ address, name: known?.name || (address.split('@')[0] ?? address), building: known?.office ?? '' });
}

async function isReadable({ graph, clock }: Platform, tenantId: string, asId: string, address: string): Promise<boolean> {
  const now = clock.now();
  try {
    const schedules = await graph.readSchedules(tenantId, asId, [address], now, new Date(now.getTime() + hourMs));
    return schedules.get(address) != null;
  } catch (error) {
    if (error instanceof GraphRefused) return false;
    throw error;
  }
}
