/** The days of the next check-ins of many talks: as set in the talk, or by the last answer. Whoever calls has asked the policy table about each. */
import type { Platform } from '#api/platform/platform.ts';
import { listCheckIns } from '#api/talk/holding/list-check-ins.ts';
import { nextDay } from './rules.ts';
import { listCheckInRecords } from './store.ts';

/** By talk; talks without one are left out. */
export async function listNextCheckIns(platform: Platform, tenantId: string, talkIds: string[]): Promise<Map<string, string>> {
  if (talkIds.length === 0) return new Map();
  const [first, records] = await Promise.all([
    listCheckIns(platform, tenantId, talkIds),
    listCheckInRecords(platform.db, tenantId, talkIds),
  ]);
  const answers = new Map(records.map((record) => [record._id, record.answers]));
  return new Map(
    talkIds.flatMap((talkId) => {
      const next = nextDay(first.get(talkId) ?? null, answers.get(talkId) ?? []);
      return next === null ? [] : [[talkId, next] as const];
    }),
  );
}
