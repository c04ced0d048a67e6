/**
 * Which of some times have a room of the cycle's for a talk, and which room: so that a time is offered only with one. Holds and changes nothing; the
 * room is looked for once more when the time is taken (find-free-room.ts).
 */
import { mailboxOfRoom } from '#api/cycle/read-calendars.ts';
import { roomsToTry } from '#api/cycle/room/rules.ts';
import type { Room as ChosenRoom } from '#api/cycle/room/contract.ts';
import type { PersonCalendar } from '#api/cycle/rules/calendar-grid.ts';
import type { KnownPerson } from '#api/people/find-people.ts';
import type { Platform } from '#api/platform/platform.ts';
import { withoutOwn } from '../moving/rules.ts';
import type { TalkRecord } from '../store.ts';
import { listRoomSpans } from './store.ts';
import { roomAt, type Room } from './rules.ts';

type Span = { start: Date; end: Date };

/** With the manager and the employee they make one request for free and busy times. */
const mostRooms = 18;

/** Mailboxes of the rooms near the talk's manager, to be read along with people's; none for a talk that needs no room. */
export function roomsToRead(talk: TalkRecord, chosen: ChosenRoom[], office: string): KnownPerson[] {
  if (!talk.roomWanted) return [];
  const rooms = roomsToTry(chosen, talk.room ?? null, office).slice(0, mostRooms);
  return rooms.map((room) => mailboxOfRoom(talk.tenantId, room));
}

/**
 * The room for each start that has one.
 * @returns null when rooms are nobody's concern: none is needed, or none can be read
 */
export async function findRoomTimes(
  platform: Platform,
  talk: TalkRecord,
  mailboxes: KnownPerson[],
  calendars: Map<string, PersonCalendar | null>,
  window: Span,
): Promise<((span: Span) => Room | null) | null> {
  const readable = mailboxes.flatMap(({ personId: address, name }) => {
    const calendar = calendars.get(address);
    return calendar ? [{ address, name, busy: calendar.busy }] : [];
  });
  if (readable.length === 0) return null;
  const own = talk.start && talk.end ? { start: talk.start, end: talk.end } : null;
  const addresses = readable.map(({ address }) => address);
  const given = await listRoomSpans(platform.db, talk, addresses, window);
  const rooms = readable.map(({ busy, ...room }) => ({
    ...room,
    busy: [...(room.address === talk.room?.address ? withoutOwn(busy, own) : busy), ...(given.get(room.address) ?? [])],
  }));
  return (span) => roomAt(rooms, span);
}
