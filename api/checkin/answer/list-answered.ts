/** Who has answered which check-ins, and what an overview may say of the last: choices only, never words. Whoever calls has asked the policy table. */
import type { Platform } from '#api/platform/platform.ts';
import type { How, Need } from './contract.ts';
import { toldOf } from './rules.ts';
import { listCheckInRecords } from './store.ts';

export type Answered = { day: string; side: 'employee' | 'manager' };

/** By talk, in no order; talks in which nobody has answered any are left out. */
export async function listAnswered(platform: Platform, tenantId: string, talkIds: string[]): Promise<Map<string, Answered[]>> {
  const records = await listCheckInRecords(platform.db, tenantId, talkIds);
  return new Map(records.map(({ _id, answers }) => [_id, answers.map(({ day, side }) => ({ day, side }))]));
}

export type LastCheckIn = Answered & { at: Date; how: How; need: Need };

/** By talk, its last check-in. */
export async function listLastCheckIns(platform: Platform, tenantId: string, talkIds: string[]): Promise<Map<string, LastCheckIn>> {
  const records = await listCheckInRecords(platform.db, tenantId, talkIds);
  return new Map(
    records.flatMap(({ _id, answers }) => {
      const told = toldOf(answers);
      return told ? [[_id, { day: told.day, side: told.side, at: told.at, how: told.how, need: told.need }] as const] : [];
    }),
  );
}
