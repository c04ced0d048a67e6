/** A room for one talk at one time: the one it has, if that is free then, or another of the cycle's rooms nearby. Holds and changes nothing. */
import { findTimeRules } from '#api/cycle/find-limits.ts';
import { roomsToTry } from '#api/cycle/room/rules.ts';
import { findPerson } from '#api/people/find-people.ts';
import { GraphRefused } from '#api/platform/graph/failures.ts';
import type { Schedule } from '#api/platform/graph/calendar.ts';
import type { Platform } from '#api/platform/platform.ts';
import { isTaken } from '../booking/rules.ts';
import { withoutOwn } from '../moving/rules.ts';
import type { TalkRecord } from '../store.ts';
import type { Room } from './rules.ts';
import { listTakenRooms } from './store.ts';

type Span = { start: Date; end: Date };

/**
 * Null when none of them is free, or none can be read.
 * @param own where the talk's event is now, in whose room it is no hindrance
 * @param not a room that has declined
 */
export async function findFreeRoom(
  platform: Platform,
  talk: TalkRecord,
  { start, end }: Span,
  { own = null, not = null }: { own?: Span | null; not?: string | null } = {},
): Promise<Room | null> {
  const rules = await findTimeRules(platform, talk.tenantId, talk.cycleId);
  const chosen = rules?.off.rules.rooms?.chosen ?? [];
  if (chosen.length === 0) return null;
  const manager = await findPerson(platform, talk.tenantId, talk.managerId);
  const present = talk.room ?? null;
  const rooms = roomsToTry(chosen, present, manager?.office ?? '').filter(({ address }) => address !== not);
  const addresses = rooms.map(({ address }) => address);
  const [schedules, taken] = await Promise.all([
    readBusy(platform, talk, addresses, { start, end }),
    listTakenRooms(platform.db, talk, addresses, { start, end }),
  ]);
  const free = rooms.find(({ address }) => {
    const schedule = schedules.get(address);
    if (!schedule || taken.has(address)) return false;
    return !isTaken(address === present?.address ? withoutOwn(schedule.busy, own) : schedule.busy, start, end);
  });
  return free ? { address: free.address, name: free.name } : null;
}

/** What may not be read is not promised to anybody. */
async function readBusy(
  { graph }: Platform,
  { tenantId, managerId }: TalkRecord,
  addresses: string[],
  { start, end }: Span,
): Promise<Map<string, Schedule | null>> {
  try {
    return await graph.readSchedules(tenantId, managerId, addresses, start, end);
  } catch (error) {
    if (error instanceof GraphRefused) return new Map();
    throw error;
  }
}
