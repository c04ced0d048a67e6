/** Which of the chosen rooms are near whom: by the building the directory names for both, by time zone where it names none. Pure. */
import type { Room } from './contract.ts';

const plain = (text: string): string => text.trim().toLocaleLowerCase('sv');
/** Shorter says too little to be found inside another word. */
const shortest = 3;

/** Whether somebody who sits there is in this building: "Stockholm" and "Stockholm, floor 3" are one. */
export function isIn(building: string, office: string): boolean {
  const [one, other] = [plain(building), plain(office)];
  if (one === '' || other === '') return false;
  if (one === other) return true;
  return (one.length >= shortest && other.includes(one)) || (other.length >= shortest && one.includes(other));
}

export type Located = Room & { timeZone: string };
export type Pool = { id: string; rooms: Located[] };

/** Rooms that stand for one another: those of a building, or, where none is named, those of a time zone. Each room is in one pool. */
export function poolsOf(rooms: Located[]): Pool[] {
  const pools = new Map<string, Located[]>();
  for (const room of rooms) {
    const id = room.building === '' ? `zone ${room.timeZone}` : `building ${plain(room.building)}`;
    pools.set(id, [...(pools.get(id) ?? []), room]);
  }
  return [...pools].map(([id, inside]) => ({ id, rooms: inside }));
}

/** Where there is none: nobody is sent to another town for a talk. */
export const noPool = 'nowhere';

/**
 * The pool for the talks that somebody holds: that of the building they sit in; else the largest of their time zone; else, when every room is
 * in another zone, none.
 */
export function poolFor(pools: Pool[], { office, timeZone }: { office: string; timeZone: string }): string {
  const own = pools.find(({ rooms }) => rooms.some(({ building }) => isIn(building, office)));
  if (own) return own.id;
  const there = pools.filter(({ rooms }) => rooms.some((room) => room.timeZone === timeZone));
  const [largest] = there.toSorted((a, b) => b.rooms.length - a.rooms.length || (a.id < b.id ? -1 : 1));
  return largest?.id ?? noPool;
}

/** Rooms to try for one talk, the best first: the one it has, then others of its building, or of where its manager sits; all where nobody knows. */
export function roomsToTry(chosen: Room[], present: { address: string } | null, office: string): Room[] {
  const own = chosen.find(({ address }) => address === present?.address);
  const near = chosen.filter(({ building }) =>
    own && own.building !== '' ? plain(building) === plain(own.building) : isIn(building, office),
  );
  const others = near.length > 0 ? near : own && own.building !== '' ? [] : chosen;
  return [...(own ? [own] : []), ...others.filter((room) => room !== own)];
}
