/** Rooms as HR chooses them: by building, and added or taken out without touching the others. Pure. */
import type { OfferedRoom, Room } from '#api/cycle/room/contract.ts';

export type Building = { building: string; rooms: OfferedRoom[] };

/** Buildings in their order, those without a name last; rooms that were chosen and are not offered any more stay to be seen. */
export function byBuilding(offered: OfferedRoom[], chosen: Room[]): Building[] {
  const gone = chosen.filter((room) => !offered.some(({ address }) => address === room.address));
  const all = [...offered, ...gone.map((room) => ({ ...room, capacity: null }))];
  const names = [...new Set(all.map(({ building }) => building))].sort((a, b) => Number(a === '') - Number(b === '') || a.localeCompare(b));
  return names.map((building) => ({ building, rooms: all.filter((room) => room.building === building) }));
}

/** Only what is kept of a room goes into the rules. */
export function withRooms(chosen: Room[], more: Room[]): Room[] {
  const added = more.filter(({ address }) => !chosen.some((one) => one.address === address));
  return [...chosen, ...added.map(({ address, name, building }) => ({ address, name, building }))];
}

export const withoutRooms = (chosen: Room[], less: Room[]): Room[] =>
  chosen.filter(({ address }) => !less.some((one) => one.address === address));
