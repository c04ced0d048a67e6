/** A round after a decision about it: its version, and how it stands now. */
import { findPeople } from '#api/people/find-people.ts';
import type { Platform } from '#api/platform/platform.ts';
import type { CycleRecord } from '../store.ts';
import type { Round } from './contract.ts';
import { describeRecurrence } from './describe-recurrence.ts';

export async function describeRound(platform: Platform, cycle: CycleRecord): Promise<Round> {
  const by = cycle.recurrence?.decided?.by;
  const people = await findPeople(platform, cycle.tenantId, by ? [by] : []);
  return { cycleId: cycle._id, version: cycle.version, recurrence: describeRecurrence(cycle, people, platform.clock.now()) };
}
