/** What is asked about talks that were held, across cycles and managers: facts only. Decides nothing about who may. */
import type { Db } from '#api/platform/db/db.ts';
import { factsOnly, talks, type TalkRecord } from '../store.ts';

/** All talks of some employees, whoever managed them then. */
export async function listTalksOfEmployees(db: Db, tenantId: string, employeeIds: string[]): Promise<TalkRecord[]> {
  return talks(db)
    .find({ tenantId, employeeId: { $in: employeeIds } }, factsOnly)
    .lean<TalkRecord[]>()
    .exec();
}

/** Talks finished since then that the two have not both signed. */
export async function listHeldUnsigned(db: Db, since: Date): Promise<TalkRecord[]> {
  return talks(db)
    .find({ finishedAt: { $gt: since }, 'signatures.1': { $exists: false } }, factsOnly)
    .lean<TalkRecord[]>()
    .exec();
}
