/** Access requests of which somebody is to be told, for whoever tells them. Facts alone, never why. */
import type { Platform } from '#api/platform/platform.ts';
import { claimUntold, closeUntold, findRequest, type RequestRecord } from './store.ts';

/** `holderIds`: whoever holds or held a talk that it was opened of; nobody before. */
type Told = { tenantId: string; requestId: string; employeeId: string; isOpened: boolean; holderIds: string[] };

/** Hands one over that was made or opened, and forgets it only when `take` has stored it. Answers false when none waits. */
export async function takeTold(platform: Platform, take: (found: Told) => Promise<void>): Promise<boolean> {
  const found = await claimUntold(platform.db, platform.clock.now());
  if (!found) return false;
  const { tenantId, _id: requestId, employeeId, copiedAt } = found;
  await take({ tenantId, requestId, employeeId, isOpened: copiedAt !== null, holderIds: holdersOf(found) });
  await closeUntold(platform.db, found);
  return true;
}

/** Whether a request is there still and is about this person. */
export async function concerns(platform: Platform, tenantId: string, requestId: string, personId: string): Promise<boolean> {
  const found = await findRequest(platform.db, tenantId, requestId);
  return found !== null && (found.employeeId === personId || holdersOf(found).includes(personId));
}

const holdersOf = ({ talks }: RequestRecord): string[] => talks.flatMap(({ toldIds }) => toldIds);
