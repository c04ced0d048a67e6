/** Rules of a talk's room: who is invited when it is exchanged, what the event says of it, and when its manager is asked. Pure. */

type Guest = { type: 'required' | 'optional' | 'resource'; address: string; name: string };
export type Room = { address: string; name: string };

const isSame = (one: { address: string }, other: { address: string }): boolean => one.address.toLowerCase() === other.address.toLowerCase();

/** Everybody as they are invited now, and this room instead of any other. */
export function guestsWith(guests: Guest[], room: Room | null): Guest[] {
  const people = guests.filter(({ type }) => type !== 'resource');
  return room ? [...people, { type: 'resource', ...room }] : people;
}

/** Whether the event asks for this room and for no other; with null, for none. */
export function isHeldIn(guests: Guest[], room: Room | null): boolean {
  const rooms = guests.filter(({ type }) => type === 'resource');
  return room ? rooms.length === 1 && rooms.every((one) => isSame(one, room)) : rooms.length === 0;
}

export type Asked = ReadonlyMap<string, { name: string; response: string }>;

/**
 * The room that the event is held in, by the rooms it asks for: the talk's own while it is among them; else one that somebody has put in its
 * place, one that has not declined before one that has; null when there is none.
 */
export function roomIn(asked: Asked, own: Room | null): Room | null {
  if (own && asked.has(own.address.toLowerCase())) return own;
  const others = [...asked].map(([address, { name, response }]) => ({ address, name: name || address, response }));
  const found = others.find(({ response }) => response !== 'declined') ?? others[0];
  return found ? { address: found.address, name: found.name } : null;
}

/** Whether a talk that is to have a room has none it can be held in. */
export function lacksRoom(asked: Asked, room: Room | null, isWanted: boolean): boolean {
  return isWanted && (room === null || asked.get(room.address.toLowerCase())?.response === 'declined');
}

/** Tells one occasion from another: the same room declined at another time is asked about anew. */
export const roomMark = (start: Date, room: Room | null): string => `${start.toISOString()} ${room?.address.toLowerCase() ?? ''}`;

type Span = { start: Date; end: Date };

/** The first of the rooms that is free for the whole of a time; null when none is. */
export function roomAt(rooms: (Room & { busy: Span[] })[], { start, end }: Span): Room | null {
  const found = rooms.find(({ busy }) => !busy.some((taken) => taken.start < end && taken.end > start));
  return found ? { address: found.address, name: found.name } : null;
}
