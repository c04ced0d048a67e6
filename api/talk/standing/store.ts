/** Talks of some people across cycles and managers: facts only. Decides nothing about who may. */
import type { Db } from '#api/platform/db/db.ts';
import { factsOnly, talks, type TalkRecord } from '../store.ts';

/** All talks of some employees, whoever managed them then. */
export async function listTalksOfEmployees(db: Db, tenantId: string, employeeIds: string[]): Promise<TalkRecord[]> {
  return talks(db)
    .find({ tenantId, employeeId: { $in: employeeIds }, withdrawnAt: null }, factsOnly)
    .lean<TalkRecord[]>()
    .exec();
}

/** Who holds or held talks with people of a department, other than `but`. */
export async function listManagersOf(db: Db, tenantId: string, department: string, but: string): Promise<string[]> {
  return talks(db)
    .distinct('managerId', { tenantId, department, withdrawnAt: null, employeeId: { $ne: but } })
    .exec();
}

/** Ids of all talks that somebody is, or as their manager was, one of the two of; newest first. */
export async function listOwnIds(db: Db, { tenantId, personId }: { tenantId: string; personId: string }): Promise<string[]> {
  const own = [{ employeeId: personId }, { managerId: personId }, { 'handOvers.from': personId }];
  const found = await talks(db).find({ tenantId, $or: own }, { _id: 1 }).sort({ start: -1, _id: 1 }).lean<{ _id: string }[]>().exec();
  return found.map(({ _id }) => _id);
}
