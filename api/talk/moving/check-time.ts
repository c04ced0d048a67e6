/** Whether a time is free for a talk right now: both calendars, and what Samtal itself has promised the two. Rooms answer for themselves. Changes nothing. */
import { findPeople } from '#api/people/find-people.ts';
import type { Schedule } from '#api/platform/graph/calendar.ts';
import { GraphRefused } from '#api/platform/graph/failures.ts';
import type { Platform } from '#api/platform/platform.ts';
import { isTaken } from '../booking/rules.ts';
import { listTalksOfTwo } from '../booking/store.ts';
import type { TalkRecord } from '../store.ts';
import { withoutOwn } from './rules.ts';

type Span = { start: Date; end: Date };

/** @param own where the talk's event is now, which is no hindrance */
export async function checkTime(platform: Platform, talk: TalkRecord, { start, end }: Span, own: Span): Promise<boolean> {
  const { tenantId, managerId, employeeId } = talk;
  const talks = await listTalksOfTwo(platform.db, talk, start, end);
  if (talks.some(({ _id }) => _id !== talk._id)) return false;
  const people = await findPeople(platform, tenantId, [managerId, employeeId]);
  const addresses = [people.get(managerId)?.mail, people.get(employeeId)?.mail].filter((one) => one != null);
  const schedules = await readBusy(platform, talk, addresses, { start, end });
  // A calendar that cannot be read hinders nothing here: whoever chose the time was told so.
  return ![...schedules.values()].some((schedule) => schedule && isTaken(withoutOwn(schedule.busy, own), start, end));
}

async function readBusy({ graph }: Platform, { tenantId, managerId }: TalkRecord, addresses: string[], { start, end }: Span) {
  try {
    return await graph.readSchedules(tenantId, managerId, addresses, start, end);
  } catch (error) {
    if (error instanceof GraphRefused && error.status === 403) return new Map<string, Schedule | null>();
    throw error;
  }
}
