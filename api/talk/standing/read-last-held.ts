/** When an employee had the talk before this one, whoever held it: what has ended since is what the two begin with. */
import type { Platform } from '#api/platform/platform.ts';
import type { TalkRecord } from '../store.ts';
import { isEarlier } from './rules.ts';
import { listTalksOfEmployees } from './store.ts';

/** Null when there was none. */
export async function readLastHeld(platform: Platform, tenantId: string, talk: TalkRecord): Promise<Date | null> {
  const talks = await listTalksOfEmployees(platform.db, tenantId, [talk.employeeId]);
  const held = talks.filter((one) => isEarlier(one, talk)).flatMap(({ finishedAt }) => finishedAt ?? []);
  return held.reduce<Date | null>((last, at) => (last === null || at > last ? at : last), null);
}
