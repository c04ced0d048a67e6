/** What talks were finished with, for looking back. Decides nothing about who may. */
import type { StoredBytes } from '#api/platform/db/bytes.ts';
import type { Db } from '#api/platform/db/db.ts';
import { talks } from '../store.ts';

export type Finished = { _id: string; tenantId: string; goalsAtFinish: StoredBytes };

/** Of some talks the sealed goals; a talk without any is left out. */
export async function listGoalsAtFinish(db: Db, tenantId: string, talkIds: string[]): Promise<Finished[]> {
  if (talkIds.length === 0) return [];
  return talks(db)
    .find({ _id: { $in: talkIds }, tenantId, goalsAtFinish: { $ne: null } }, { tenantId: 1, goalsAtFinish: 1 })
    .lean<Finished[]>()
    .exec();
}
