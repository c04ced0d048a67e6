/**
 * Which talks of an employee somebody else has taken over: those that both have signed and that are handed over, and who that is. The narrower of two
 * answers: the newest talk must be the new manager's, and the directory must not name the former one. Grants nothing.
 */
import type { Platform } from '#api/platform/platform.ts';
import { keeperOf } from '../parting/rules.ts';
import { findHandedOver } from '../standing/find-handed-over.ts';
import { newestOf } from '../standing/rules.ts';
import { listTalksOfEmployees } from '../standing/store.ts';
import type { TalkRecord } from '../store.ts';

type TakenOver = { /** Null: nobody has taken anything over. */ managerId: string | null; talks: TalkRecord[]; all: TalkRecord[] };

/** Newest first, without what was written in them. */
export async function findTakenOver(platform: Platform, tenantId: string, employeeId: string): Promise<TakenOver> {
  const all = await listTalksOfEmployees(platform.db, tenantId, [employeeId]);
  const newest = newestOf(all);
  const managerId = newest ? keeperOf(newest) : null;
  const handedOver = await findHandedOver(platform, tenantId, all);
  const talks = all.filter((talk) => handedOver.has(talk._id) && talk.managerId !== managerId);
  const heldAt = ({ startedAt }: TalkRecord): number => startedAt?.getTime() ?? 0;
  talks.sort((one, other) => heldAt(other) - heldAt(one) || one._id.localeCompare(other._id));
  return { managerId: talks.length > 0 ? managerId : null, talks, all };
}
