/** The directory of places of Microsoft Graph: rooms, and the lists they are in. Whether one is free is asked like anybody's free/busy. */
import { z } from 'zod';
import { GraphRefused } from './failures.ts';
import type { SendGraph } from './http.ts';

export type Place = { address: string; name: string; building: string; capacity: number | null };

const text = z.string().nullish();
const roomSchema = z.object({ emailAddress: text, displayName: text, building: text, capacity: z.number().nullish() });
const listSchema = z.object({ emailAddress: text, displayName: text });
const pageSchema = z.object({ value: z.array(z.unknown()), '@odata.nextLink': z.string().optional() });

/** Lists that are looked into when rooms do not say where they are. */
const mostLists = 50;

/**
 * Every room the directory shows, with the name of its room list where it names no building. Null without permission for places
 * (Place.Read.All): rooms can then be named by mail address only.
 */
export async function listPlaces(send: SendGraph, tenantId: string): Promise<Place[] | null> {
  try {
    const rooms = (await readAll(send, tenantId, '/places/microsoft.graph.room')).map((one) => placeFrom(roomSchema.parse(one)));
    const places = rooms.filter(({ address }) => address !== '');
    if (places.every(({ building }) => building !== '')) return places;
    const listOf = await readLists(send, tenantId);
    return places.map((place) => ({ ...place, building: place.building || (listOf.get(place.address) ?? '') }));
  } catch (error) {
    if (error instanceof GraphRefused && error.status === 403) return null;
    throw error;
  }
}

const placeFrom = ({ emailAddress, displayName, building, capacity }: z.infer<typeof roomSchema>): Place => ({
  address: (emailAddress ?? '').toLowerCase(),
  name: displayName ?? emailAddress ?? '',
  building: building ?? '',
  capacity: capacity ?? null,
});

/** Names of room lists by the addresses of their rooms. */
async function readLists(send: SendGraph, tenantId: string): Promise<Map<string, string>> {
  const lists = (await readAll(send, tenantId, '/places/microsoft.graph.roomlist')).map((one) => listSchema.parse(one));
  const listOf = new Map<string, string>();
  for (const { emailAddress, displayName } of lists.slice(0, mostLists)) {
    if (!emailAddress) continue;
    const inside = await readAll(send, tenantId, `/places/${encodeURIComponent(emailAddress)}/microsoft.graph.roomlist/rooms`);
    for (const one of inside) listOf.set(placeFrom(roomSchema.parse(one)).address, displayName ?? emailAddress);
  }
  return listOf;
}

async function readAll(send: SendGraph, tenantId: string, first: string): Promise<unknown[]> {
  const found: unknown[] = [];
  for (let path: string | undefined = first; path !== undefined;) {
    const page: z.infer<typeof pageSchema> = pageSchema.parse(await send(tenantId, { path }));
    found.push(...page.value);
    path = page['@odata.nextLink'];
  }
  return found;
}
