/** How many talks of a cycle reminders did not help: as numbers, for HR. */
import { listPrepared } from '#api/preparation/list-prepared.ts';
import type { Platform } from '#api/platform/platform.ts';
import { partiesOf } from './read-access.ts';
import { listTalksOfCycle } from './store.ts';

const signedWithinMs = 21 * 86_400_000;

/** `signatures`: held three weeks ago or more, and still to be signed. `preparations`: the employee had not shared anything when it was due. */
export async function countOverdue(
  platform: Platform,
  tenantId: string,
  cycleId: string,
): Promise<{ signatures: number; preparations: number }> {
  const now = platform.clock.now();
  const talks = await listTalksOfCycle(platform.db, tenantId, cycleId);
  const unsigned = talks.filter(
    ({ finishedAt, signatures, partedAt }) =>
      finishedAt !== null && partedAt == null && signatures.length < 2 && now.getTime() - finishedAt.getTime() >= signedWithinMs,
  );
  const waiting = talks.filter(({ prepareBy, startedAt }) => prepareBy !== null && prepareBy <= now && startedAt === null);
  const preparedOf = await listPrepared(platform, tenantId, waiting.map(partiesOf));
  return {
    signatures: unsigned.length,
    preparations: waiting.filter(({ _id }) => preparedOf(_id).releases.employee === null).length,
  };
}
