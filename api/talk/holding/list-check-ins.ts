/** The days of the next check-ins of many talks, for the lists of talks. Whoever calls has asked the policy table about each. */
import type { Platform } from '#api/platform/platform.ts';
import { listHoldings } from './store.ts';

/** By talk; talks without one are left out. */
export async function listCheckIns(platform: Platform, tenantId: string, talkIds: string[]): Promise<Map<string, string>> {
  const records = await listHoldings(platform.db, tenantId, talkIds);
  return new Map(records.flatMap(({ _id, checkIn }) => (checkIn ? [[_id, checkIn] as const] : [])));
}
