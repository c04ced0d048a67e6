/** Ids of the cycles that somebody has or had a talk in as the employee; talks outside of cycles have an id of their own instead. */
import type { Platform } from '#api/platform/platform.ts';
import { listTalksOfEmployees } from './store.ts';

export async function listCyclesOf(platform: Platform, tenantId: string, employeeId: string): Promise<Set<string>> {
  const talks = await listTalksOfEmployees(platform.db, tenantId, [employeeId]);
  return new Set(talks.map(({ cycleId }) => cycleId));
}
