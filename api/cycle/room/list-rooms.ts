/** Rooms that HR can choose: those the directory of places shows, by building and name. Keeps nothing. */
import type { Platform } from '#api/platform/platform.ts';
import type { Person } from '#api/platform/identity/actor.ts';
import { done, type Result } from '#api/platform/refusal/contract.ts';
import type { OfferedRoom } from './contract.ts';

export async function listRooms({ graph }: Platform, { tenantId }: Person): Promise<Result<{ isReadable: boolean; rooms: OfferedRoom[] }>> {
  const places = await graph.listPlaces(tenantId);
  const rooms = (places ?? []).toSorted((a, b) => a.building.localeCompare(b.building, 'sv') || a.name.localeCompare(b.name, 'sv'));
  return done({ isReadable: places !== null, rooms });
}
