/** Rooms for the talks of a cycle: which ones HR has chosen, which the directory offers, and whether one can be read by its mail address. */
import { z } from 'zod';
import { endpoint } from '#api/platform/endpoint/contract.ts';

export const roomRefusals = { 'room-unknown': 400 } as const;

/** As it is kept with the rules. `building` is empty where nobody says it. */
export const roomSchema = z.strictObject({
  address: z.email().max(320),
  name: z.string().min(1).max(256),
  building: z.string().max(256),
});
export type Room = z.infer<typeof roomSchema>;

/** A room in every talk. */
export const roomRulesSchema = z.strictObject({
  chosen: z.array(roomSchema).max(200),
  /** Employees whose talk takes place without one. */
  without: z.array(z.string().min(1).max(100)).max(2000),
});

export const offeredRoomSchema = roomSchema.extend({ capacity: z.number().int().nullable() });
export type OfferedRoom = z.infer<typeof offeredRoomSchema>;

/** Rooms of the directory. `isReadable` false: Samtal may not read it (Place.Read.All), so rooms are named by their mail address. */
export const listRooms = endpoint({
  method: 'GET',
  path: '/api/cycles/rooms/offered',
  may: 'hr',
  about: { item: 'cycle', act: 'read' },
  answer: z.object({ isReadable: z.boolean(), rooms: z.array(offeredRoomSchema) }),
});

/** The room at a mail address; `room-unknown` when its free and busy times cannot be read, or somebody works under that address. */
export const checkRoom = endpoint({
  method: 'GET',
  path: '/api/cycles/rooms/check',
  may: 'hr',
  about: { item: 'cycle', act: 'read' },
  query: z.strictObject({ address: z.email().max(320) }),
  answer: roomSchema,
});
